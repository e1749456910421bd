"""Words as they are compared and searched: without case, without accents."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """`text` without case or accents, to compare and to search."""
    if text.isascii():
        return text.casefold()
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(part for part in decomposed if not unicodedata.combining(part))


def folded_with_places(text: str) -> tuple[str, list[int]]:
    """The same, and for each of its characters the place in `text` it came from."""
    parts = [folded(character) for character in text]
    places = [place for place, part in enumerate(parts) for _ in part]
    return "".join(parts), places
