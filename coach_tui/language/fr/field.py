"""Pourquoi un champ ne peut pas être ce qui est écrit : les mêmes mots pour tout ce qui s’enregistre."""

WORDS = {
    "refusal.field.long": "{field} : cela fait {length} caractères, et {limit} au plus tiennent. Raccourcissez.",
    "refusal.field.choice": "{field} : « {value} » n’est pas un de ceux-ci : {values}.",
    "refusal.field.yes-no": "{field} : « {value} » n’est ni oui ni non.",
    "refusal.field.count": "{field} : « {value} » n’est pas un nombre entier. Écrivez-en un de 0 à {limit}, par exemple 2.",
    "refusal.field.number": "{field} : {value} est impossible. Écrivez un nombre de 0 à {limit}.",
    "refusal.field.money": "{field} : {value} est impossible. Écrivez un montant de 0 ou plus.",
    "refusal.field.far-day": "{field} : {day}, c’est trop loin. Vérifiez l’année.",
    "refusal.field.future": "{field} : le {day} n’est pas encore venu. Écrivez le jour où c’est arrivé.",
    "refusal.field.unknown": "Il n’y a pas de champ « {name} ». Choisissez parmi : {fields}.",
    "refusal.field.unset": "« {text} » ne règle rien. Écrivez CHAMP=VALEUR, par exemple owner=Zoé.",
    "refusal.field.bytes": "« {text} » contient des octets qui ne sont pas du texte (UTF-8). Rien n’a été enregistré : écrivez-le de nouveau.",
}
