"""The command palette."""

WORDS = {
    "palette.nothing": "Nothing of that name. Other words may find it.",
    "palette.placeholder": "Search commands, stages, steps…",
    "palette.commands-only": "Search commands…",
    "palette.stage": "stage",
    "palette.key": "key: {key}",
}
