"""Les lieux, tels que les premières lignes les nomment."""

WORDS = {
    "place.now": "Maintenant",
    "place.stages": "Parcours",
    "place.accesses": "Accès",
    "place.kpis": "KPI",
    "place.rhythm": "Rythme",
    "place.team": "Équipe",
    "place.framing": "Cadrage",
    "place.transition": "Passation",
    "place.history": "Historique",
    "place.engagements": "Missions",
}
