"""Every change this machine has seen of one engagement: a set that only grows.

Bringing in another copy of the file, a conflict copy, a second window's work or the private replica
is the same thing each time: a union. Nothing that was once in is ever left out.
"""

from __future__ import annotations

import gc
from collections.abc import Container, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from operator import itemgetter
from typing import Any, Final

from coach_tui.engagement.change import Change, from_record
from coach_tui.engagement.clock import is_change_id
from coach_tui.engagement.order import ENTITY as ORDER
from coach_tui.engagement.order import Places, in_order, places

_DEEPEST: Final = 64
_FLAT: Final = frozenset({str, bool, int, float, type(None)})


class KnownEvents:
    """The events known, by their lines on disk, and the changes among them.

    changes   in id order. Of two events with one id, the greater line counts, on every machine.
    held      changes dated so far ahead that they wait (`clock_skew`): kept, carried, not folded.
    places    where those of the changes count that were put elsewhere (`engagement.order`).
    odd       events that are no changes we understand: kept, carried, never folded.
    doubled   ids that came with two contents.
    """

    def __init__(self) -> None:
        self.changes: tuple[Change, ...] = ()
        self.held: tuple[Change, ...] = ()
        self.places: Places = {}
        self.odd = 0
        self.doubled = 0
        self._events: dict[bytes, Change | None] = {}
        self._lines: dict[str, bytes] = {}
        self._there: Mapping[bytes, object] = {}
        self._found = 0  # of the events, the first so many are all there
        self._ordered: tuple[Change, ...] = ()
        self._ordered_of: tuple[Change, ...] | None = None

    def __contains__(self, line: object) -> bool:
        return line in self._events

    def __len__(self) -> int:
        return len(self._events)

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._events)

    def lacking(self, there: Mapping[bytes, object]) -> list[bytes]:
        """The events that are not there, in the order they became known.

        `there` only grows: what was found in it is not looked for again, at every save.
        """
        if there is not self._there:
            self._there, self._found = there, 0
        fresh = islice(reversed(self._events), len(self._events) - self._found)
        missing = [line for line in fresh if line not in there]
        if not missing:
            self._found = len(self._events)
        return missing[::-1]

    def line(self, change: Change) -> bytes:
        """The line that this known change is on."""
        return self._lines[change.id]

    def change(self, line: bytes) -> Change | None:
        """The change on this line; None where it is none, or isn't known."""
        return self._events.get(line)

    def contradicts(self, line: bytes, record: Mapping[str, Any]) -> bool:
        """Whether this line has other words for an id that is known."""
        identity = record.get("id")
        return isinstance(identity, str) and self._lines.get(identity, line) != line

    def take(self, events: Mapping[bytes, Mapping[str, Any] | Change | None]) -> list[Change]:
        """Take these in. What is new among them, in id order."""
        if not self._events and (first := _without_fault(events)) is not None:
            return self._begin(*first)
        fresh: dict[str, Change] = {}
        for line, record in events.items():
            if record is None or line in self._events:
                continue
            change = record if isinstance(record, Change) else _change(record)
            self._events[line] = change
            if change is None:
                self.odd += 1
                continue
            rival = self._lines.get(change.id)
            if rival is not None:
                self.doubled += 1
                if line < rival:
                    continue
            self._lines[change.id] = line
            fresh[change.id] = change
        if fresh:
            kept = self.changes
            if self.doubled:
                kept = tuple(change for change in kept if change.id not in fresh)
            news = sorted(fresh.values(), key=itemgetter(0))
            if kept and news[0].id < kept[-1].id:
                self.changes = tuple(sorted((*kept, *news), key=itemgetter(0)))
            else:  # what is recorded now comes last
                self.changes = (*kept, *news)
            if self.places or any(change.entity == ORDER for change in fresh.values()):
                self.places = places(self.changes)
        return sorted(fresh.values(), key=itemgetter(0))

    def settle(self, waiting: Container[str]) -> None:
        """Have just the changes with these ids wait; all others count."""
        everything = sorted(
            {one.id: one for one in (*self.held, *self.changes)}.values(), key=itemgetter(0)
        )
        self.changes = tuple(one for one in everything if one.id not in waiting)
        self.held = tuple(one for one in everything if one.id in waiting)
        self.places = places(self.changes)

    @property
    def ordered(self) -> tuple[Change, ...]:
        """The changes that count, in the order in which they do."""
        if not self.places:
            return self.changes
        if self._ordered_of is not self.changes:
            self._ordered_of = self.changes
            self._ordered = tuple(in_order(self.changes, self.places))
        return self._ordered

    def _begin(self, changes: dict[bytes, Any], lines: dict[str, bytes]) -> list[Change]:
        """Take in the whole history at once, where nothing in it is odd or doubled."""
        self._events, self._lines = changes, lines
        self.changes = tuple(sorted(changes.values(), key=itemgetter(0)))
        self.places = places(self.changes)
        return list(self.changes)


def _without_fault(
    events: Mapping[bytes, Mapping[str, Any] | Change | None],
) -> tuple[dict[bytes, Any], dict[str, bytes]] | None:
    """The changes by line, and the lines by id; None where any is odd, doubled or known already."""
    found: dict[bytes, Any] = {}
    for line, record in events.items():
        change = record if isinstance(record, Change) else record and _change(record)
        if not change:
            return None
        found[line] = change
    lines = {change[0]: line for line, change in found.items()}
    return (found, lines) if len(lines) == len(found) else None


def _change(record: Mapping[str, Any]) -> Change | None:
    change = from_record(record)
    if change is None or not is_change_id(change.id):
        return None
    nested = not _FLAT.issuperset(map(type, change.changes.values()))
    return None if nested and _is_deeper(change.changes, _DEEPEST) else change


def _is_deeper(value: Any, limit: int) -> bool:
    """Whether lists and mappings go deeper than this: whoever reads them would not come back."""
    inside = value.values() if isinstance(value, dict) else value
    for part in inside:
        if isinstance(part, dict | list) and (limit == 0 or _is_deeper(part, limit - 1)):
            return True
    return False


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the cyclic collector, for making very many small mappings at once.

    It would walk all of them again and again and find no cycle: a fifth of the time of opening.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
