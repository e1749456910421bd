"""L’écran des missions."""

WORDS = {
    "engagements.where": "Un fichier par mission, dans {folder}",
    "engagements.archived": "rangée",
}
