"""The places, as the first lines call them."""

WORDS = {
    "place.now": "Now",
    "place.stages": "Journey",
    "place.accesses": "Accesses",
    "place.kpis": "KPIs",
    "place.rhythm": "Rhythm",
    "place.team": "Team",
    "place.framing": "Framing",
    "place.transition": "Handover",
    "place.history": "History",
    "place.engagements": "Engagements",
}
