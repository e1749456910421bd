"""Les réponses de quelqu’un, en ses mots, gardées avec ce qu’elles règlent."""

WORDS = {
    "answer.settled": {
        "one": "Gardé, et déclaré fait d’après {who} : {what}",
        "other": "Gardé, et {n} actions déclarées faites d’après {who} : {what}",
    },
    "answer.kept": {
        "one": "Gardé ; l’action concernée reste ouverte : {what}",
        "other": "Gardé ; les {n} actions concernées restent ouvertes : {what}",
    },
    "refusal.answer.no-who": "Personne n’est nommé. Dites qui a répondu : --from NOM.",
    "refusal.answer.empty": "La réponse est vide. Donnez son texte dans un fichier, ou par un tube.",
    "refusal.answer.no-step": "Rien ne dit sur quoi porte la réponse. Nommez l’action : --step ID.",
    "refusal.answer.which": "Impossible de savoir à quoi répond {who}. Nommez l’action : --step ID. On attend de cette personne : {steps}.",
}
