"""Le premier écran."""

WORDS = {
    "welcome.title": "Bienvenue. Quelle mission préparons-nous ?",
    "welcome.about": (
        "Cinq réponses, toutes modifiables ensuite. Elles restent sur cette machine. "
        "Ctrl+L: English"
    ),
    "welcome.person": "Mon nom",
    "welcome.optional": "facultatif",
    "welcome.begin": "Commencer",
}
