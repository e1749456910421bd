"""Ce qui a été enregistré, par qui ; et pourquoi un geste n’a pas été repris."""

WORDS = {
    "history.empty": "Rien n’a encore été enregistré.",
    "history.take-back": "Annuler ce geste",
    "history.entity.step": "action",
    "history.entity.note": "note",
    "history.entity.engagement": "mission",
    "history.undid": "annulé : {what}",
    "history.set": "{field} : {value}",
    "history.emptied": "{field} : vidé",
    "history.conflict": (
        "{field} de {what} : {kept_by} a écrit « {kept} » sans avoir vu « {other} » de {other_by}"
    ),
    "history.more": {"one": "et {n} autre", "other": "et {n} autres"},
    "history.field.status": "statut",
    "history.field.by": "par",
    "history.field.reason": "raison",
    "history.field.text": "texte",
    "refusal.history.nothing": "Il ne reste rien de vous à annuler.",
    "refusal.history.already-undone": "Ce geste a déjà été annulé.",
    "refusal.history.changed-since": (
        "Rien n’a été annulé : tout a été modifié depuis. Voyez l’historique."
    ),
}
