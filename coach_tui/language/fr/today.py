"""L’écran et la commande d’aujourd’hui."""

WORDS = {
    "today.late": {"one": "{n} en retard", "other": "{n} en retard"},
    "today.undated": "Aucune action n’est datée : il manque le premier jour. Touche 0, puis c.",
    "today.no-playbook": "Il n’y a pas de playbook à montrer. `coach doctor` dit pourquoi.",
}
