"""Changes dated ahead of this machine's clock: flagged, held back, or never let in.

An id says when its author's clock stood, and whoever sees it moves past it: one clock years ahead
would date everybody's work years ahead, and win over all that is done until then. So what comes
from elsewhere and is dated more than two days ahead is kept and carried, but not counted, until
the user agrees; beyond a year it can't be agreed to. What this machine has once counted stays
counted, whatever its clock says later.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from coach_tui.engagement.change import Change
from coach_tui.engagement.clock import milliseconds_of

# Our rules of thumb. Ten minutes: clocks set by a network agree within seconds. Two days: a wrong
# date, not a time zone. A year: no mission is planned further than it lasts.
FLAGGED_MS: Final = 10 * 60 * 1000
HELD_MS: Final = 48 * 3600 * 1000
REFUSED_MS: Final = 365 * 24 * 3600 * 1000
_A_MISSION_MS: Final = 10 * REFUSED_MS


def reference(now_ms: float, known: Sequence[Change], fresh: Sequence[Change]) -> float:
    """The moment that these fresh changes are judged from, in milliseconds since 1970.

    Now, or the latest change that counts already. Where the engagement began after “now”, the
    clock that is wrong is this machine's: then nothing that a mission can last is held back.
    Both sequences are in id order.
    """
    if known:
        return max(now_ms, milliseconds_of(known[-1].id))
    if is_before_it_all(now_ms, fresh):
        return milliseconds_of(fresh[0].id) + _A_MISSION_MS
    return now_ms


def is_before_it_all(now_ms: float, changes: Sequence[Change]) -> bool:
    """Whether even the first of these is dated too far ahead: then it is “now” that is wrong."""
    return bool(changes) and milliseconds_of(changes[0].id) > now_ms + HELD_MS


def dated_after(limit_ms: float, changes: Sequence[Change]) -> Sequence[Change]:
    """Those dated after this moment, of changes in id order. Costs what is found, no more."""
    place = len(changes)
    while place and milliseconds_of(changes[place - 1].id) > limit_ms:
        place -= 1
    return changes[place:]


def day_of(change: Change) -> str:
    """The day its author's clock stood at, 2026-01-31, in UTC."""
    return datetime.fromtimestamp(milliseconds_of(change.id) / 1000, UTC).date().isoformat()
