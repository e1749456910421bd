"""Le portefeuille : plusieurs clients d’un coup d’œil."""

WORDS = {
    "portfolio.advice": {"one": "{n} conseil", "other": "{n} conseils"},
    "portfolio.autonomy": "autonomie {share}",
    "portfolio.burn": "jours consommés {share}",
    "portfolio.next": "prochaine réunion {day}",
    "portfolio.week": "Cette semaine, pour vous",
    "portfolio.clients": "Clients",
    "portfolio.overload": "{days} jours par semaine sont promis : plus qu’une semaine n’en compte. Réduisez des jours ou confiez quelque chose.",
    "portfolio.sold": {
        "one": "{n} jour par semaine promis en tout",
        "other": "{n} jours par semaine promis en tout",
    },
    "portfolio.gone": "Les fichiers de vos clients ne sont plus là. Appuyez sur 0 : c’est de là qu’on les fait revenir.",
    "portfolio.empty": "Vos clients côte à côte : ce qui est dû cette semaine, les jours promis.",
    "portfolio.empty-begin": "Aucun client pour l’instant : créez une première mission.",
    "portfolio.nothing": "Rien ne vous attend cette semaine.",
}
