"""The command palette."""

WORDS = {
    "palette.placeholder": "Search commands, stages, steps…",
    "palette.stage": "stage",
    "palette.key": "key: {key}",
}
