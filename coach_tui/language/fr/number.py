"""Pourquoi un nombre n’a pas été lu."""

WORDS = {
    "refusal.number.empty": "Il manque un nombre. Écrivez-le 1 234,56 ou 12 %.",
    "refusal.number.unread": "« {text} » n’est pas un nombre. Écrivez-le 1 234,56 ou 12 %.",
    "refusal.number.two-readings": (
        "« {text} » se lit de deux façons : {first} ou {second}. "
        "Écrivez {write_first} ou {write_second}."
    ),
    "refusal.number.currency": (
        "« {text} » : les montants de cette mission sont en {expected}, pas en {typed}. "
        "Convertissez-le d’abord : le coach ne convertit rien."
    ),
    "refusal.number.too-large": (
        "« {text} » est trop grand (mille milliards ou plus). Vérifiez les zéros et l’unité."
    ),
}
