"""Pourquoi une date n’a pas été lue."""

WORDS = {
    "refusal.dates.far": "{day}, c’est trop loin. Vérifiez l’année.",
    "refusal.dates.empty": "Il manque une date. Écrivez-la 31/12/2026 ou 2026-12-31.",
    "refusal.dates.unread": "« {text} » n’est pas une date. Écrivez-la 31/12/2026 ou 2026-12-31.",
    "refusal.dates.no-month": "« {month} » n’est pas un mois. Écrivez la date 31/12/2026.",
    "refusal.dates.no-such-month": "« {text} » : il n’y a pas de mois {month}. Écrivez le jour d’abord, par exemple 31/12/2026.",
    "refusal.dates.no-such-day": "« {text} » : ce mois va du 1er au {last}.",
    "refusal.dates.other-weekday": "« {text} » : le {day} est un {falls}. Corrigez l’un ou l’autre.",
    "refusal.dates.two-readings": (
        "« {text} » se lit de deux façons : {first} ou {second}. Écrivez celle que vous voulez."
    ),
}
