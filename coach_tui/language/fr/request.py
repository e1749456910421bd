"""Les messages à ceux qu’on attend, et ce qui est dit quand on en fait un."""

WORDS = {
    "request.subject": {
        "one": "{company} : j’ai besoin de vous pour une chose",
        "other": "{company} : j’ai besoin de vous pour {n} choses",
    },
    "request.subject.by": "{what}, pour le {day}",
    "request.subject.first": "{what}, la première pour le {day}",
    "request.subject.again": {
        "one": "{company} : où en est ma demande ?",
        "other": "{company} : où en sont ces {n} demandes ?",
    },
    "request.hello": "Bonjour,",
    "request.hello-name": "Bonjour {who},",
    "request.about": {
        "one": "Pour la mission marketing chez {company}, j’ai besoin de vous pour une chose :",
        "other": "Pour la mission marketing chez {company}, j’ai besoin de vous pour {n} choses :",
    },
    "request.again": {
        "one": "Je reviens vers vous au sujet de ma demande du {day}. Pouvez-vous me dire où elle en est ?",
        "other": "Je reviens vers vous au sujet de ce que je vous ai demandé le {day}. Pouvez-vous me dire où en est chacun de ces {n} points ?",
    },
    "request.by": "pour le {day}",
    "request.soon": "dès que possible",
    "request.why": "Pourquoi : {why}",
    "request.before": "déjà demandé le {day}",
    "request.access": "{tool}",
    "request.access-role": "{tool} : {role}",
    "request.kpi": "Le chiffre attendu : {kpi}, avec la période qu’il couvre",
    "request.how": "Cochez ce qui est fait, [x] dans sa case, et renvoyez-moi ce message ; quelques mots de votre part conviennent aussi.",
    "request.how.again": "Si quelque chose bloque, dites-moi quoi : une ligne suffit. Ce qui est fait entre-temps peut être coché, [x] dans sa case, et renvoyé.",
    "request.thanks": "Merci,",
    "request.thanks.again": "Merci d’avance,",
    "request.noted": {
        "one": "Noté : une demande faite {to}.",
        "other": "Noté : {n} demandes faites {to}.",
    },
    "request.noted-again": {
        "one": "Noté : une relance {to}.",
        "other": "Noté : relance {to} pour {n} choses.",
    },
    "request.take": "Copier, et noter comme demandé",
    "request.sent": "Envoyé {to} ? Oui le note comme demandé aujourd’hui",
    "refusal.request.not-sent": "Rien n’est noté tant que la demande n’est pas partie : s passe à la suite.",
    "request.not-copied": (
        "Rien n’est copié, et rien n’est noté : ce terminal n’accepte pas de copie venue d’un "
        "programme. coach ask écrit le message et note qu’il a été demandé."
    ),
    "request.copied": "Copié, prêt à envoyer {to} ; noté comme demandé aujourd’hui. Certains terminaux refusent le presse-papiers : collez pour vérifier.",
    "request.copied-again": "Copié, une relance prête à envoyer {to} ; noté comme demandé de nouveau aujourd’hui. Certains terminaux refusent le presse-papiers : collez pour vérifier.",
    "request.row": {"one": "{who} : {n} chose", "other": "{who} : {n} choses"},
    "request.row-asked": {
        "one": "{who} : {n} chose, demandée le {day}",
        "other": "{who} : {n} choses, demandées le {day}",
    },
    "request.nobody": "On n’attend personne.",
    "refusal.request.nobody": "On n’attend rien de « {said} ». {names}",
    "request.names": "On peut demander à : {names}.",
}
