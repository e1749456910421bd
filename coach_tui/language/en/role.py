"""The roles."""

WORDS = {
    "role.founder": "founder",
    "role.cmo": "CMO",
    "role.team": "team",
    "role.sales": "sales",
    "role.ops": "ops",
    "role.successor": "successor",
}
