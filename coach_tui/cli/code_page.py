"""Consoles and files that can't write every letter: Windows' code pages, and plain ASCII.

Each letter has a nearest one; a sign that stands for something (minus, at most, done) never becomes
another's. Where there is none it is a question mark, and whoever reads is told.
"""

from __future__ import annotations

import codecs
import sys
from typing import Final

HANDLER: Final = "nearest"
_NEAREST: Final = str.maketrans(
    {
        "’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "‹": "<", "›": ">",
        "…": "...", "–": "-", "—": "-", "‑": "-", "‒": "-", "―": "-", "−": "-", "·": "-",
        "•": "*", "×": "x", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~", "±": "+/-",
        "→": "->", "←": "<-", "↔": "<->", "↳": "->", "↑": "^", "↓": "v", "↗": "^", "↘": "v",
        "✓": "v", "✗": "x", "☑": "[x]", "☐": "[ ]", "●": "*", "○": "o", "■": "#", "★": "*",
        "□": "[ ]", "▸": ">", "▶": ">", "▾": "v", "▼": "v", "▲": "^",
        "█": "#", "▓": "#", "▒": "+", "░": ".", "─": "-", "│": "|", "└": "`", "├": "|",
        "€": "EUR", "£": "GBP", "°": "deg", "§": "par.", "Σ": "sum",
        "\u00a0": " ", "\u202f": " ", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss",
        "\u200b": "", "\u2060": "",
    }
)  # fmt: skip


class CodePage:
    """What the standard streams are given instead of letters they can't write.

    `lost`: some letter had nothing near it and stands as a question mark.
    """

    def __init__(self) -> None:
        self.lost = False

    def take_over(self) -> None:
        """From now on stdout and stderr write whatever they are given."""
        codecs.register_error(HANDLER, self.nearest)
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure:
                reconfigure(errors=HANDLER)

    def nearest(self, error: UnicodeError) -> tuple[str, int]:
        """What can be written instead: the sign's own, a letter without accents, or “?”."""
        if not isinstance(error, UnicodeEncodeError):
            raise error
        said = "".join(map(self._near, error.object[error.start : error.end]))
        return said, error.end

    def _near(self, letter: str) -> str:
        near = letter.translate(_NEAREST)
        if near.isascii():
            return near
        import unicodedata

        parts = unicodedata.normalize("NFKD", near)
        plain = "".join(part for part in parts if not unicodedata.combining(part))
        if plain.isascii():
            return plain
        self.lost = True
        return "?"
