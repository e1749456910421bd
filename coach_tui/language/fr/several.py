"""Choosing several of many."""

WORDS = {
    "several.keys": "Espace coche · Entrée garde · Échap quitte",
    "several.count": {"one": "{n} ligne cochée", "other": "{n} lignes cochées"},
}
