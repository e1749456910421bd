"""L’écran et la commande d’aujourd’hui."""

WORDS = {
    "today.now": {"one": "{n} action à mener", "other": "{n} actions à mener"},
    "today.late": {"one": "{n} en retard", "other": "{n} en retard"},
    "today.earlier": {
        "one": "{n} datée d’avant votre arrivée ici",
        "other": "{n} datées d’avant votre arrivée ici",
    },
    "today.nothing-now": "Rien n’est attendu cette semaine. La suite est plus bas.",
    "today.nothing-at-all": "Rien ne vous attend. Appuyez sur 2 pour lire les étapes.",
    "today.undated": "Aucune action n’est datée : il manque le premier jour. Touche 0, puis c.",
    "today.next": "Ensuite",
    "today.no-playbook": "Il n’y a pas de playbook à montrer. `coach doctor` dit pourquoi.",
}
