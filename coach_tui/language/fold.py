"""Words as they are compared and searched: without case, without accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

from coach_tui.language.clean import one_line

_BEYOND_ASCII: Final = re.compile("[^\\x00-\\x7f]+")


def folded(text: str) -> str:
    """`text` without case or accents, to compare and to search."""
    if text.isascii():
        return text.casefold()
    return _BEYOND_ASCII.sub(_without_accents, unicodedata.normalize("NFD", text.casefold()))


def folded_name(text: str) -> str:
    """A name as it is compared: as it is shown, without case or accents."""
    return folded(one_line(text))


def spelled_once(names: Iterable[str]) -> tuple[str, ...]:
    """Each person once, as they are first spelled: case, accents and double spaces aside."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(folded(" ".join(name.split())), name)
    return tuple(found.values())


def folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """The same, and for each of its characters the place in `text` it came from."""
    if text.isascii():
        return text.casefold(), range(len(text))
    parts = [folded(character) for character in text]
    places = [place for place, part in enumerate(parts) for _ in part]
    return "".join(parts), places


def _without_accents(found: re.Match[str]) -> str:
    return "".join(part for part in found[0] if not unicodedata.combining(part))
