"""Le rythme : rituels, décisions, promesses, jours, rapports, et les refus motivés."""

WORDS = {
    "refusal.rhythm.unknown-ritual": "Il n’y a pas de rituel « {ritual} ». `coach rhythm list` les nomme.",
    "refusal.rhythm.unknown-decision": "Cette décision n’est pas au journal.",
    "refusal.rhythm.unknown-promise": "Cette promesse n’est pas enregistrée.",
    "refusal.rhythm.cadence": "« {cadence} » ne fait pas partie de : {cadences}.",
    "refusal.rhythm.weekday": "Un jour de la semaine s’écrit {days}.",
    "refusal.rhythm.weekday-count": {
        "one": "Cette cadence demande un jour de la semaine.",
        "other": "Cette cadence demande {n} jours différents de la semaine.",
    },
    "refusal.rhythm.time": "« {time} » n’est pas une heure. Écrivez-la comme 09:30, ou laissez vide.",
    "refusal.rhythm.nth": "Un jour ouvré du mois va de 1 à 20, pas {nth}.",
    "refusal.rhythm.minutes": "{minutes} minutes : impossible. Écrivez de 1 à {limit}.",
    "refusal.rhythm.run-by": "« {run_by} » n’est ni cmo ni team.",
    "refusal.rhythm.result": "« {result} » n’est ni held ni skipped.",
    "refusal.rhythm.skip-needs": "Sauté : dites pourquoi, en quelques mots.",
    "refusal.rhythm.future": "Le {day} n’est pas encore venu : écrivez un jour passé.",
    "refusal.rhythm.allowance": "Jours convenus : écrivez un nombre de jours et de semaines, tous deux au-dessus de zéro.",
    "refusal.rhythm.days": "{days} jours : impossible. Écrivez plus de 0 et 31 au plus.",
    "refusal.rhythm.dose": "{days} jours par semaine : impossible. Écrivez de 0 (une pause) à 5.",
    "refusal.rhythm.no-title": "La décision est vide. Dites ce qui est, ou reste, à décider.",
    "refusal.rhythm.no-why": "Dites pourquoi : une décision sans sa raison se rediscute trois mois plus tard.",
    "refusal.rhythm.review-before": "La revue, {review}, précède la décision, {decided}. Changez l’une des deux.",
    "refusal.rhythm.no-promise": "La promesse est vide. Dites ce qui a été promis.",
    "refusal.rhythm.month": "« {month} » n’est pas un mois. Écrivez-le comme 2026-03.",
    "refusal.rhythm.empty-report": "Le rapport est vide. Rien n’a été gardé.",
}
