"""La palette de commandes."""

WORDS = {
    "palette.placeholder": "Chercher une commande, une étape, une action…",
    "palette.stage": "étape",
    "palette.key": "touche : {key}",
}
