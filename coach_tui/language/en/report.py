"""The monthly report's draft."""

WORDS = {
    "report.to-write": "to write",
    "report.summary": "Are we on track? Green, amber or red, and why, in one sentence.",
    "report.learned": "two facts that change our mind",
    "report.budget": "planned, spent, committed, and the gap",
    "report.default": "to say",
    "report.decided": "Decided: {decision} — {why}",
    "report.index": "Autonomy index: {after}%",
    "report.index-moved": "Autonomy index: {before}% → {after}%",
    "report.moved": "{person}, {skill}: {before} → {after}",
    "report.moved-count": {"one": "{n} skill level moved", "other": "{n} skill levels moved"},
    "report.delegated": {
        "one": "{n} decision is taken without the CMO (level 5 or more)",
        "other": "{n} decisions are taken without the CMO (level 5 or more)",
    },
    "report.uncovered": "Critical skill nobody inside does alone: {skill}",
    "report.late": "Promised and late: {what} (due {due})",
    "report.last-read": "—, last read {day}",
    "report.better": "better",
    "report.worse": "worse",
    "report.kept": "Kept: the report for {month}",
    "report.option.keep": "keep this edited text as the month’s report (-: stdin)",
    "report.option.by": "who wrote it",
    "report.option.sent": "it went out today",
}
