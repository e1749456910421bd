"""What is dated too far ahead to count: it waits until an order puts it in its place.

What ever had to wait on this machine is remembered beside (`<engagement>.held`), so that it still
waits when its day has come. See `clock_skew` for how far is too far, `engagement.order` for orders.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from contextlib import suppress
from operator import itemgetter
from pathlib import Path
from typing import Any

from coach_tui.engagement.change import Change
from coach_tui.engagement.clock import milliseconds_of
from coach_tui.engagement.order import ENTITY as ORDER
from coach_tui.engagement.order import Places, far_ahead, place_of, places
from coach_tui.store import clock_skew
from coach_tui.store.event_set import KnownEvents
from coach_tui.store.looking import seen
from coach_tui.store.notice import Tell
from coach_tui.store.private_files import Replica


class Waiting:
    """Decides which of the known changes wait. `lines`: those that ever had to, on this machine."""

    def __init__(
        self,
        known: KnownEvents,
        replica: Replica,
        held: Path,
        tell: Tell,
        clock: Callable[[], float],
    ) -> None:
        self._known = known
        self._replica = replica
        self._held = Replica(held)
        self._tell = tell
        self._clock = clock
        self._lines: set[bytes] | None = None
        self._is_behind_told = False

    @property
    def lines(self) -> set[bytes]:
        """Read when first asked for: most machines never had anything to wait for."""
        if self._lines is None:
            self._lines = set()
            if seen(self._held.path) is not None:
                self.recall()
        return self._lines

    def recall(self) -> Mapping[bytes, Any]:
        """What had to wait here, read again. Never fails."""
        lines = self.lines
        with suppress(OSError):
            found = self._held.read()
            lines.update(found)
            return found
        return {}

    def keep(self, meta: Mapping[str, Any], file: Path) -> None:
        """Remember them with what is needed to bring them back. Raises OSError."""
        self._held.keep(meta, file, [line for line in self._known if line in self.lines])

    def is_doubtful(self, fresh: Sequence[Change]) -> bool:
        """Whether any of these, or of what is known, may have to wait. Cheap where none may."""
        flag = self._now_ms() + clock_skew.FLAGGED_MS
        return bool(clock_skew.dated_after(flag, fresh) or self._known.places or self.lines)

    def judge(self, before: Sequence[Change], fresh: Sequence[Change]) -> list[Change]:
        """Decide which changes wait, now that these are known too. Those that have come to count.

        Never one that this machine has in its own record; always one that waits already, until an
        order puts it in its place.
        """
        waited, now = self._known.held, self._now_ms()
        trusted: Container[bytes] = ()
        with suppress(OSError):
            trusted = self._replica.read(self._known)
        doubtful = self._doubtful(before, fresh, trusted)
        sure = [one for one in (*before, *fresh) if one.id not in doubtful]
        orders = (one for one in doubtful.values() if self._is_sane_order(one, now))
        there = places((*sure, *orders))
        latest = max((place_of(one, there) for one in sure), default="")
        first = min((place_of(one, there) for one in fresh), default=latest)
        limit = clock_skew.limit(now, latest, first)
        waiting = {one.id for one in doubtful.values() if self._waits(one, there, limit)}
        self._known.settle(waiting)
        if len(self._known.held) > len(waited):
            self._keep_apart()
        counted = [one for one in (*fresh, *waited) if one.id not in waiting]
        if not before and first and clock_skew.is_before_it_all(now, first):
            self._tell_behind()
        else:
            flag = now + clock_skew.FLAGGED_MS
            flagged = [one for one in counted if milliseconds_of(place_of(one, there)) > flag]
            if flagged:
                self._tell("store.ahead", n=len(flagged))
        return sorted(counted, key=itemgetter(0))

    def _doubtful(
        self, before: Sequence[Change], fresh: Sequence[Change], trusted: Container[bytes]
    ) -> dict[str, Change]:
        """What has to be judged: what is new, what waits, and what had to wait once."""
        line, apart = self._known.line, self.lines
        asked = [one for one in before if line(one) in apart]
        found = (*asked, *self._known.held, *fresh)
        return {one.id: one for one in found if line(one) not in trusted}

    def _is_sane_order(self, one: Change, now_ms: float) -> bool:
        known_here = self._known.line(one) not in self.lines
        return one.entity == ORDER and known_here and not far_ahead([one], {}, now_ms)

    def _waits(self, one: Change, there: Places, limit_ms: float) -> bool:
        if one.id not in there and self._known.line(one) in self.lines:
            return True
        return milliseconds_of(place_of(one, there)) > limit_ms

    def _keep_apart(self) -> None:
        """Remember what waits, so that it still does when its day has come; and say so."""
        held, apart = self._known.held, self.lines
        fresh = [line for one in held if (line := self._known.line(one)) not in apart]
        apart.update(fresh)
        with suppress(OSError):
            self._held.add(fresh)
        self._tell("store.held", n=len(held), day=clock_skew.day_of(held[-1]))

    def _tell_behind(self) -> None:
        if not self._is_behind_told:
            self._is_behind_told = True
            self._tell("store.behind")

    def _now_ms(self) -> float:
        return self._clock() * 1000
