"""Les rôles."""

WORDS = {
    "role.founder": "dirigeant",
    "role.cmo": "CMO",
    "role.team": "équipe",
    "role.sales": "sales",
    "role.ops": "ops",
    "role.successor": "successeur",
}
