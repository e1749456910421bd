"""The fields of a change as its line has them: a long text is read from there once it is asked for.

Of a page written twenty times, one text is shown and nineteen are history: none of these is decoded
before somebody looks at it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Final

from coach_tui.engagement.change import Value

# Characters: a text as long as this is sooner found in its line than kept twice.
LONG: Final = 1_000
Places = dict[str, tuple[int, int]]  # of each long text, where its JSON begins and ends in the line


class SavedFields(Mapping[str, Value]):
    """What a change set. `said` has every name, in order, and the value of all that is not long."""

    __slots__ = ("_line", "_said", "places")

    def __init__(self, line: bytes, said: dict[str, Value], places: Places) -> None:
        self._line, self._said, self.places = line, said, places

    def __getitem__(self, name: str) -> Value:
        value = self._said[name]
        if value is None and name in self.places:
            value = self._said[name] = json.loads(self._line[slice(*self.places[name])])
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._said)

    def __len__(self) -> int:
        return len(self._said)

    def __repr__(self) -> str:
        return repr(dict(self))


def parted(line: bytes, fields: Mapping[str, Value]) -> tuple[dict[str, Value], Places]:
    """The fields without their long texts, and where those are in the line."""
    places = fields.places if isinstance(fields, SavedFields) else _found(line, fields)
    return {name: None if name in places else fields[name] for name in fields}, places


def _found(line: bytes, fields: Mapping[str, Value]) -> Places:
    places = {}
    for name, value in fields.items():
        if isinstance(value, str) and len(value) >= LONG:
            written = json.dumps(value, allow_nan=False).encode()
            start = line.find(written)
            if start >= 0:  # else another program spelled it its own way: it is kept here as well
                places[name] = (start, start + len(written))
    return places
