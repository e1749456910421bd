"""L’écran d’une étape."""

WORDS = {"stage.opening": "À propos de cette étape"}
