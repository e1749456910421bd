"""Les rôles."""

WORDS = {
    "role.founder": "dirigeant",
    "role.cmo": "CMO",
    "role.team": "équipe",
    "role.sales": "équipe commerciale",
    "role.ops": "ops",
    "role.successor": "successeur",
    "role.leads": "dirigeant ou CMO",
    "role.by": "{who}, saisi par {by}",
    "refusal.role.long-name": "Nom : plus de {limit} caractères. Écrivez-en un plus court.",
}
