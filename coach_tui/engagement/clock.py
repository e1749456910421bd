"""Ids that are identity, order and cursor in one: UUIDv7 laid out as a hybrid logical clock.

48 bits of milliseconds, 12 of a counter, 62 random (RFC 9562 §5.7 with §6.2's method 1). Observing
another writer's id moves the clock past it, so an edit always sorts after all that its author had
seen, whatever the wall clocks say. Why not a library: none takes an observed id.
"""

from __future__ import annotations

import re
from typing import Final

# Beginning with 0, before the year 2527: a clock that has seen the last moment there is could not
# issue a later one.
_UUID7: Final = re.compile(r"0[0-9a-f]{7}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_COUNTER_LIMIT: Final = 1 << 12
_VARIANT: Final = 0b10 << 62


def is_change_id(text: str) -> bool:
    """Whether this is an id such as `HybridClock.stamp` writes."""
    return _UUID7.fullmatch(text) is not None


def milliseconds_of(change_id: str) -> int:
    """The time inside the id, in milliseconds since 1970 (its author's clock)."""
    return int(change_id[:8] + change_id[9:13], 16)


class HybridClock:
    """The last moment this writer has issued or seen. The one object of the core that changes."""

    def __init__(self) -> None:
        self._milliseconds = 0
        self._counter = 0

    def observe(self, change_id: str) -> None:
        """Move past an id seen elsewhere."""
        seen = milliseconds_of(change_id), int(change_id[15:18], 16)
        self._milliseconds, self._counter = max((self._milliseconds, self._counter), seen)

    def stamp(self, now_ms: int, noise: int) -> str:
        """A new id, later than any issued or seen. `noise` is 62 random bits."""
        if now_ms > self._milliseconds:
            self._milliseconds, self._counter = now_ms, 0
        else:
            self._counter += 1
        if self._counter >= _COUNTER_LIMIT:
            self._milliseconds, self._counter = self._milliseconds + 1, 0
        figures = (
            f"{self._milliseconds:012x}7{self._counter:03x}{_VARIANT | noise & (1 << 62) - 1:016x}"
        )
        return "-".join((figures[:8], figures[8:12], figures[12:16], figures[16:20], figures[20:]))
