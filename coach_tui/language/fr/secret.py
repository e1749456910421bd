"""Pourquoi des mots qui ressemblent à un secret ne sont pas enregistrés."""

_WHERE = (
    "Rien n’a été enregistré. Gardez-le dans un gestionnaire de mots de passe "
    "et n’écrivez que l’endroit où le trouver."
)

WORDS = {
    "refusal.secret.password": f"Cela ressemble à un mot de passe. {_WHERE}",
    "refusal.secret.key": f"Cela ressemble à une clé d’accès. {_WHERE}",
    "refusal.secret.token": f"Cela ressemble à un jeton d’accès. {_WHERE}",
    "refusal.secret.invitation": "C’est une invitation, qui ouvre une mission : elle n’est pas enregistrée ici. Fermez ce formulaire, puis rejoignez par la palette (ou coach join).",
    "refusal.secret.card": f"Cela ressemble à un numéro de carte. {_WHERE}",
    "refusal.secret.iban": f"Cela ressemble à un numéro de compte (IBAN). {_WHERE}",
}
