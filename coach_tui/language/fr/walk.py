"""The walk in a terminal: plain lines, one question at a time."""

WORDS = {
    "walk.keys": "Une ligne vide le fait, ou garde la réponse entre crochets. ? explique · s plus tard · b retour · e fait ailleurs · q quitte",
    "walk.now": "Maintenant : {what}",
    "walk.takes": "Durée : {facts}",
    "walk.why": "Pourquoi : {why}",
    "walk.do": "Le faire",
    "walk.colon": " : ",
    "walk.saved": "Enregistré.",
    "walk.later": "Remis à plus tard.",
    "walk.left": "Quitté. Tout ce qui a été répondu est enregistré.",
    "walk.unanswered": "L’entrée s’est arrêtée à cette question : {question}. Ce qui a été répondu avant est enregistré.",
    "walk.place": "Cela se fait dans l’application, à « {place} » : `coach` l’ouvre. Ici, vous pouvez dire ce qui le montre.",
    "walk.explain": "Il n’est rien demandé de plus que la question. Une ligne vide garde la réponse entre crochets.",
    "walk.several-lines": "Plusieurs lignes sont prises ; un point seul sur une ligne les termine.",
    "walk.more": {
        "one": "{n} de plus : tapez quelques lettres",
        "other": "{n} de plus : tapez quelques lettres",
    },
    "walk.which": "Lequel",
    "walk.which-several": "Lesquels (des numéros ; un numéro déjà coché se décoche)",
    "walk.waiting": {
        "one": "On attend : {who}, {n} action",
        "other": "On attend : {who}, {n} actions",
    },
    "refusal.walk.choice": "« {text} » n’est pas dans la liste. Tapez un numéro, ou quelques lettres.",
}
