"""One line of a catalogue, read."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple


class Entry(NamedTuple):
    """One line of a catalogue: `entry.fields["unit"]`, `entry.words["fr"]["name"]`.

    A list is a tuple. `line` is where the entry begins in its file. `borrowed` names, by language,
    the words that are in the other language for want of this one's.
    """

    id: str
    fields: Mapping[str, Any]
    words: Mapping[str, Mapping[str, Any]]
    line: int = 1
    borrowed: Mapping[str, frozenset[str]] = MappingProxyType({})

    def borrows(self, language: str, name: str) -> bool:
        """Whether this word is not written in this language."""
        return name in self.borrowed.get(language, ())
