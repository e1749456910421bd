"""Le premier écran."""

WORDS = {
    "welcome.title": "Bienvenue. Quelle mission préparons-nous ?",
    "welcome.about": (
        "Quelques réponses, toutes modifiables ensuite. Elles restent sur cette machine. "
        "Ctrl+L: English"
    ),
    "welcome.invited": "On vous a donné une invitation ? Ctrl+R : rejoindre la mission",
    "welcome.join.key": "rejoindre",
    "welcome.first-day.proposed": "proposé : lundi prochain",
    "welcome.person": "Mon nom",
    "welcome.optional": "facultatif",
    "welcome.begin": "Commencer",
    "welcome.begin.key": "commencer",
    "welcome.where": "Où en êtes-vous ?",
    "welcome.where.thinking": "vous y réfléchissez",
    "welcome.where.looking": "vous cherchez le CMO",
    "welcome.where.signed": "c’est signé, pas commencé",
    "welcome.where.begun": "c’est commencé",
    "welcome.where.successor": "vous prenez la suite",
}
