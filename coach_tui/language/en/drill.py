"""The absence drill."""

WORDS = {
    "drill.title": "{person} away from {start} to {end}: what nobody else covers",
    "drill.nothing": "Nothing recorded rests on this person alone.",
    "drill.skills": "Skills nobody else inside does alone",
    "drill.rituals": "Rituals they run",
    "drill.kpis": "KPIs they own or update",
    "drill.accesses": "Accesses they alone own",
    "drill.decisions": "Decisions nobody else takes",
    "drill.waiting": "Decisions and promises that wait for them",
    "drill.rule": "Drawn from what is recorded. ≈ our rule of thumb: close the riskiest gap first, and announce the dates four weeks ahead.",
}
