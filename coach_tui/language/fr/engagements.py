"""L’écran des missions."""

WORDS = {
    "engagements.edit": "Le cadre de la mission",
    "engagements.where": "Un fichier par mission, dans {folder}",
    "engagements.archived": "rangée",
}
