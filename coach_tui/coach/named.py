"""What catalogue entries are called: names by id, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coach_tui.playbook.catalogue import Entry


Names = Mapping[str, str]


def names_of(entries: Iterable[Entry], language: str, field: str = "name") -> Names:
    """The name of each entry in this language, by id."""
    return {entry.id: str(entry.words[language][field]) for entry in entries}


def called(identity: str, own: str, names: Names) -> str:
    """What people call it: their own name for it, else the catalogue's, else its id in words."""
    return own or names.get(identity) or identity.replace("-", " ")
