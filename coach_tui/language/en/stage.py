"""The stage screen."""

WORDS = {
    "stage.opening": "About this stage",
    "stage.short.framing": "Framing",
    "stage.short.onboarding": "Onboarding",
    "stage.short.kpis": "KPIs",
    "stage.short.rhythm": "Rhythm",
    "stage.short.upskilling": "Team",
    "stage.short.transition": "Handover",
}
