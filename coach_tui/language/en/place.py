"""The places, in short, for a narrow window."""

WORDS = {
    "place.today": "Today",
    "place.stages": "Stage",
    "place.accesses": "Access",
    "place.kpis": "KPIs",
    "place.rhythm": "Rhythm",
    "place.team": "Team",
    "place.framing": "Framing",
    "place.transition": "Transit.",
    "place.history": "Hist.",
    "place.engagements": "Engag.",
}
