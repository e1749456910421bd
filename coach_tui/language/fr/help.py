"""Ce que l’aide ajoute à son document."""

WORDS = {
    "help.here": "Ici : {screen}",
    "help.everywhere": "Partout",
    "help.keys": "Touches",
    "help.where": "Vos missions sont dans {folder}",
}
