"""Runs of eight words of a text, and their hashes: so that a text can be compared and not kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Final

from coach_tui.language.fold import folded

LENGTH: Final = 8  # words
KNOWN: Final = Path(__file__).with_name("guide-runs.txt")  # of the guide: made by `hashes`


def words_of(text: str) -> list[str]:
    """The words as they are compared: without case, accents or marks."""
    return re.findall(r"[a-z0-9]+", folded(text).replace("œ", "oe"))


def hashes(text: str) -> Iterator[tuple[str, str]]:
    """Each run of eight words of the text, with the hash it is known by."""
    words = words_of(text)
    for place in range(len(words) - LENGTH + 1):
        run = " ".join(words[place : place + LENGTH])
        yield run, blake2b(run.encode(), digest_size=5).hexdigest()


def known() -> frozenset[str]:
    """The hashes of the guide's runs. Its text is nobody's to keep here."""
    return frozenset(KNOWN.read_text(encoding="ascii").split())
