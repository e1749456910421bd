"""Why words that look like a secret are not recorded."""

_WHERE = "Nothing was saved. Keep it in a password manager and write only where to find it."

WORDS = {
    "refusal.secret.password": f"This looks like a password. {_WHERE}",
    "refusal.secret.key": f"This looks like an access key. {_WHERE}",
    "refusal.secret.token": f"This looks like an access token. {_WHERE}",
    "refusal.secret.invitation": "This is an invitation to an engagement, and opens it: nothing keeps it. coach join takes it in (in the app: palette, or Ctrl+R on the first screen).",
    "refusal.secret.card": f"This looks like a card number. {_WHERE}",
    "refusal.secret.iban": f"This looks like a bank account number (IBAN). {_WHERE}",
}
