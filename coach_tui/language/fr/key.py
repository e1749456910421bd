"""Les touches, telles qu’elles sont gravées."""

WORDS = {
    "key.space": "espace",
    "key.enter": "entrée",
    "key.left": "←",
    "key.right": "→",
    "key.question_mark": "?",
    "key.slash": "/",
    "key.delete": "suppr",
    "key.escape": "échap",
}
