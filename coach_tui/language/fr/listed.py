"""Plusieurs noms dans une phrase, en français."""

from typing import Final

WORDS: Final[dict[str, str | dict[str, str]]] = {
    "listed.more": {"one": "{names} et {n} autre", "other": "{names} et {n} autres"},
}
