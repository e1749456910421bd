"""Choosing several of many."""

WORDS = {
    "several.keys": "Espace coche · a coche tout · Entrée garde · Échap quitte",
    "several.count": {"one": "{n} ligne cochée", "other": "{n} lignes cochées"},
}
