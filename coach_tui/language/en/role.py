"""The roles."""

WORDS = {
    "role.founder": "founder",
    "role.cmo": "CMO",
    "role.team": "team",
    "role.sales": "sales",
    "role.ops": "ops",
    "role.successor": "successor",
    "role.leads": "founder or CMO",
    "role.by": "{who}, recorded by {by}",
    "refusal.role.long-name": "Name: more than {limit} characters. Write a shorter one.",
}
