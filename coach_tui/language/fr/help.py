"""Ce que l’aide ajoute à son document."""

WORDS = {
    "help.everywhere": "Partout",
    "help.keys": "Touches",
    "help.where": "Vos missions sont dans {folder}",
}
