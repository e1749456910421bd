"""The app in a browser: who may come in, and the page around it."""

WORDS: dict[str, str | dict[str, str]] = {
    "serve.open": "Open this link in a browser of this computer. It works once:",
    "serve.stop": "Ctrl+C stops it. What you do there is saved as you do it.",
    "serve.is-exposed": (
        "Careful: other computers can reach this, unencrypted. Whoever reads the link can open "
        "your engagements. Put a proxy with TLS and your sign-on before it."
    ),
    "serve.no-token": (
        "403: the link that “coach serve” printed is missing here, or is not whole. Copy all of it."
    ),
    "serve.used": (
        "403: the link was used already, in another browser. Stop “coach serve” and start it again "
        "for a new one."
    ),
    "serve.wrong-host": "421: this address is not the one “coach serve” printed. Use that one.",
    "serve.wrong-origin": "403: another site’s page asked for this, and does not get it.",
    "serve.page.starting": "Opening the coach…",
    "serve.page.ended": "The coach is closed here. What you saved is saved.",
    "serve.page.again": "Open it again",
    "serve.page.script": "It needs JavaScript; “coach walk”, in a terminal, does not.",
    "refusal.serve.no-extra": (
        "Showing the coach in a browser needs one more library. Install it with: {command}"
    ),
    "refusal.serve.exposed": (
        "{host} can be reached from other computers, and nothing here is encrypted: not opened. "
        "Leave --host out to stay on this computer; --exposed opens it all the same, behind a "
        "proxy with TLS and a sign-on."
    ),
    "refusal.serve.public": "{said} is no address. Write it whole: https://coach.example.org",
    "refusal.serve.port": "Port {port} of {host} can’t be opened: {why}. Choose another with --port.",
}
