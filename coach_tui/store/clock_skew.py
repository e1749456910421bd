"""Changes dated ahead of this machine's clock: flagged, or held back until the user agrees.

An id says when its author's clock stood, and whoever sees it moves past it: one clock years ahead
would date everybody's work years ahead, and win over all that is done until then. So what comes
from elsewhere and is dated more than two days ahead is kept and carried, and not counted until the
user agrees: by an order, which puts it in its place (see `engagement.order`). It then waits no
longer, wherever that order is known. What waits goes on waiting when its day has come. What this
machine has once counted stays counted, whatever its clock says later.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from coach_tui.engagement.change import Change
from coach_tui.engagement.clock import milliseconds_of
from coach_tui.engagement.order import HELD_MS

# Our rules of thumb: clocks set by a network agree within seconds; no mission lasts ten years.
FLAGGED_MS: Final = 10 * 60 * 1000
_A_MISSION_MS: Final = 10 * 365 * 24 * 3600 * 1000


def limit(now_ms: float, latest: str, first: str) -> float:
    """The moment, in milliseconds since 1970, after which what comes from elsewhere has to wait.

    Two days from now, or from the latest place that counts already. Where nothing does and even
    the `first` of what comes is after that, the clock that is wrong is this machine's: then
    nothing that a mission can last is held back.
    """
    if latest:
        return max(now_ms, milliseconds_of(latest)) + HELD_MS
    if is_before_it_all(now_ms, first):
        return milliseconds_of(first) + _A_MISSION_MS
    return now_ms + HELD_MS


def is_before_it_all(now_ms: float, first: str) -> bool:
    """Whether even the first of all places is too far ahead: then it is “now” that is wrong."""
    return milliseconds_of(first) > now_ms + HELD_MS


def dated_after(limit_ms: float, changes: Sequence[Change]) -> bool:
    """Whether the last of these, in id order, is dated after this moment."""
    return bool(changes) and milliseconds_of(changes[-1].id) > limit_ms


def day_of(change: Change) -> str:
    """The day its author's clock stood at, 2026-01-31, in UTC."""
    return datetime.fromtimestamp(milliseconds_of(change.id) / 1000, UTC).date().isoformat()
