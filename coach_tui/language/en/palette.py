"""The command palette."""

WORDS = {
    "palette.nothing": "Nothing of that name. Other words may find it.",
    "palette.placeholder": "Search commands, stages, steps…",
    "palette.stage": "stage",
    "palette.key": "key: {key}",
}
