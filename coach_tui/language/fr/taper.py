"""Combien de jours de CMO restent nécessaires."""

WORDS = {
    "taper.title": "Les jours du CMO",
    "taper.unknown": "Pas encore de jours à proposer : il faut une carte des compétences, des niveaux et des jours par semaine.",
    "taper.suggest": "Indice {index} %, {current} aujourd’hui : {suggested} proposés.",
    "taper.stay": "Indice {index} % : rester à {suggested} pour l’instant.",
    "taper.left": "La fin de la mission, le {day}, est passée : plus aucun jour n’est prévu.",
    "taper.week": {"one": "{days} jour par semaine", "other": "{days} jours par semaine"},
    "taper.month": {"one": "{days} jour par mois", "other": "{days} jours par mois"},
    "taper.guard.uncovered": {
        "one": "Pas encore : personne en interne ne maîtrise seul une compétence critique : {names}.",
        "other": "Pas encore : personne en interne ne maîtrise seul ces compétences critiques : {names}.",
    },
    "taper.guard.watched": {
        "one": "Pas encore : personne n’a la confiance pour faire seul {names}, que quelqu’un maîtrise.",
        "other": "Pas encore : personne n’a la confiance pour faire seul ces compétences, que quelqu’un maîtrise : {names}.",
    },
    "taper.guard.off-track": "Pas encore : en retard sur la cible à deux relevés de suite : {names}.",
    "taper.guard.pace": "Pas encore : au plus {step} jour par semaine de moins par trimestre avant un test d’absence de deux semaines réussi.",
    "taper.held.pace": "le test d’absence de deux semaines n’est pas réussi",
    "taper.held.no-reason": "aucune",
    "taper.absent": "! Absence du {start} au {end} : {person}. Personne d’autre en interne ne tient : {what}. Motif indiqué : {why}",
    "taper.passed": "! Jours par semaine en baisse au {day} ; ce qui devrait les retenir : {what}. Motif indiqué : {why}",
    "taper.head.from": "À partir du",
    "taper.head.dose": "Jours par semaine",
    "taper.head.days": "Jours",
    "taper.head.cost": "Coût (HT)",
    "taper.rule": "Le guide donne 3 jours par semaine au lancement et 1 en croisière. ≈ règle de l’outil : les seuils entre les deux.",
    "taper.decide": "Décider des jours par semaine",
}
