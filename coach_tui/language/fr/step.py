"""Les actions : leurs statuts, leurs responsables, et pourquoi l’une n’a pas changé."""

WORDS = {
    "step.todo": "à faire",
    "step.doing": "en cours",
    "step.blocked": "bloquée",
    "step.done": "faite",
    "step.confirmed": "confirmée",
    "step.na": "sans objet",
    "step.late": "en retard",
    "step.due": "pour le {day}",
    "step.no-date": "pas encore de date",
    "step.declared": "déclarée",
    "step.shown-by": "faite : {evidence}",
    "step.blocked-by": "bloquée par {by} : {reason}",
    "step.not-applicable-because": "sans objet : {reason}",
    "step.done-by": "par {actor}, le {day}",
    "step.waits": "À confirmer : {title}",
    "step.waits-done-by": "À confirmer (faite par {who}) : {title}",
    "step.to-confirm": "à confirmer par : {role}",
    "step.effort": "environ {effort}",
    "step.minutes": "{n} min",
    "step.hours": "{hours} h",
    "step.hours-minutes": "{hours} h {minutes:02}",
    "step.days": {"one": "{n} jour", "other": "{n} jours"},
    "step.source": "Source : {sources}",
    "step.notes": {"one": "{n} note", "other": "{n} notes"},
    "step.private": "privée",
    "step.retired": "n’est plus dans le playbook",
    "refusal.step.unknown": "Il n’y a pas d’action « {id} ». `coach today --all` les liste.",
    "refusal.step.close": "Il n’y a pas d’action « {id} ». Vouliez-vous dire « {close} » ?",
    "refusal.step.status": "« {status} » n’est pas un statut. Choisissez parmi : {statuses}.",
    "refusal.step.blocked-needs": (
        "Une action bloquée dit par qui et pourquoi : remplissez les deux, "
        "pour que quelqu’un puisse la débloquer."
    ),
    "refusal.step.na-needs": (
        "Une action sans objet demande sa raison : écrivez-la en quelques mots."
    ),
    "refusal.step.long": (
        "Ce texte dépasse {limit} caractères. Raccourcissez-le, ou renvoyez à un document."
    ),
    "refusal.step.empty-note": "La note est vide. Écrivez-la, ou quittez avec Échap.",
    "refusal.step.already-confirmed": "Cette action est déjà confirmée.",
    "refusal.step.confirm-not-done": (
        "Seule une action faite peut être confirmée. Marquez-la d’abord comme faite."
    ),
    "refusal.step.confirm-own": (
        "Le rôle qui a fait l’action ne peut pas la confirmer : c’est à l’autre de le dire."
    ),
    "refusal.step.confirmer": (
        "Cette action est confirmée par : {confirmer}. Changez de rôle pour la confirmer."
    ),
}
