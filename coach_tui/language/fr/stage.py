"""L’écran d’une étape."""

WORDS = {
    "stage.opening": "À propos de cette étape",
    "stage.short.framing": "Cadrage",
    "stage.short.onboarding": "Accueil",
    "stage.short.kpis": "KPI",
    "stage.short.rhythm": "Rythme",
    "stage.short.upskilling": "Équipe",
    "stage.short.transition": "Passation",
}
