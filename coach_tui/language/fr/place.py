"""Les lieux, en bref, pour une fenêtre étroite."""

WORDS = {
    "place.today": "Auj.",
    "place.stages": "Étapes",
    "place.accesses": "Accès",
    "place.kpis": "KPI",
    "place.rhythm": "Rythme",
    "place.team": "Équipe",
    "place.framing": "Cadrage",
    "place.transition": "Trans.",
    "place.history": "Hist.",
    "place.engagements": "Missions",
}
