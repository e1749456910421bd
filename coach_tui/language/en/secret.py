"""Why words that look like a secret are not recorded."""

_WHERE = "Nothing was saved. Keep it in a password manager and write only where to find it."

WORDS = {
    "refusal.secret.password": f"This looks like a password. {_WHERE}",
    "refusal.secret.key": f"This looks like an access key. {_WHERE}",
    "refusal.secret.token": f"This looks like an access token. {_WHERE}",
    "refusal.secret.invitation": "This is an invitation, which opens an engagement: it isn’t recorded here. Close this form, then join from the palette (or coach join).",
    "refusal.secret.card": f"This looks like a card number. {_WHERE}",
    "refusal.secret.iban": f"This looks like a bank account number (IBAN). {_WHERE}",
}
