"""Choosing several of many."""

WORDS = {
    "several.keys": "Space marks · a marks all · Enter keeps · Esc leaves",
    "several.count": {"one": "{n} marked", "other": "{n} marked"},
}
