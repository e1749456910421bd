"""La semaine de quelqu’un qui n’ouvre jamais le coach, par e-mail."""

WORDS = {
    "remind.subject": {
        "one": "{company} : une chose pour vous cette semaine ({minutes} min)",
        "other": "{company} : {n} choses pour vous cette semaine ({minutes} min)",
    },
    "remind.about": {
        "one": "Cette semaine, pour la mission marketing chez {company} :",
        "other": "Cette semaine, pour la mission marketing chez {company}, le plus pressant d’abord :",
    },
    "remind.how": "Répondez à ce message : une coche, [x] dans sa case, pour ce qui est fait ; quelques mots pour le reste.",
    "refusal.remind.nothing": "Rien n’est demandé cette semaine ({role}) : aucun message n’a été écrit.",
}
