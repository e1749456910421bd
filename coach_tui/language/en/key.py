"""Keys, as engraved."""

WORDS = {
    "key.space": "space",
    "key.enter": "enter",
    "key.left": "←",
    "key.right": "→",
    "key.question_mark": "?",
    "key.slash": "/",
    "key.delete": "delete",
    "key.escape": "esc",
}
