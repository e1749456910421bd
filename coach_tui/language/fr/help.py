"""Ce que l’aide ajoute à son document."""

WORDS = {
    "help.keys": "Touches",
    "help.key": "Touche",
    "help.what": "Effet",
    "help.where": "Vos missions sont dans {folder}",
}
