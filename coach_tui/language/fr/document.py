"""Les documents : ce qu’on en dit, et pourquoi l’un d’eux n’est pas gardé."""

WORDS = {
    "refusal.document.crossed": {
        "one": "Quelqu’un a changé le même passage entre-temps ({n}). Rien n’est gardé. Lisez le sien, puis gardez le vôtre, le sien ou les deux.",
        "other": "Quelqu’un a changé les mêmes passages entre-temps ({n}). Rien n’est gardé. Lisez les siens, puis gardez les vôtres, les siens ou les deux.",
    },
    "refusal.document.standing": "Il n’est pas fini : il reste à répondre à {blanks}. Remplissez-le avant qu’on le relise.",
    "refusal.document.long": "Cela fait {length} caractères, et un document en a {limit} au plus. Gardez-le ailleurs, et écrivez ici où il est : `coach document link`.",
    "refusal.document.link": "Ce n’est pas une adresse. Écrivez-en une comme https://…, ou le chemin d’un fichier.",
}
