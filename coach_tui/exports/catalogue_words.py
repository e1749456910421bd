"""What a catalogue says of one of its entries, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Catalogues = Mapping[str, Sequence[Any]]


def said(catalogues: Catalogues, name: str, entry_id: str, field: str, language: str) -> str:
    """This entry's words; its id where the catalogue has it no more."""
    for entry in catalogues.get(name, ()):
        if entry.id == entry_id:
            found = entry.words.get(language, {}).get(field, "")
            return found if isinstance(found, str) else ", ".join(found)
    return entry_id


def points_of(catalogues: Catalogues, name: str) -> dict[str, float]:
    """The points of a scorecard's criteria, by id."""
    return {entry.id: float(entry.fields.get("points", 0)) for entry in catalogues.get(name, ())}
