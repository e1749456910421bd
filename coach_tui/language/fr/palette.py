"""La palette de commandes."""

WORDS = {
    "palette.nothing": "Rien de ce nom. D’autres mots le trouveront peut-être.",
    "palette.placeholder": "Chercher une commande, une étape, une action…",
    "palette.commands-only": "Chercher une commande…",
    "palette.stage": "étape",
    "palette.key": "touche : {key}",
}
