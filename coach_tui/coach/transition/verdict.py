"""What to do about the handover today, in words: before, during and after the overlap.

FORMULAS.md, "Transition": gates come first whatever the score, a need nobody reviewed twice is
unknown, and once the successor is there nobody is told what to do before recruiting.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.coach.readiness import READY, Proof, Readiness, advise
from coach_tui.coach.transition.handover import leaving, readiness_of
from coach_tui.coach.transition.leaving import Unready, unready
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.record import ended_on
from coach_tui.engagement.transition.signals import Signals, signals_of
from coach_tui.engagement.transition.taker import successor_gone

_UNKNOWN: Final[Mapping[bool, str]] = {True: "ready-unknown", False: "unknown"}


class TransitionVerdict(NamedTuple):
    """`advice` is the end of the word key `transition.advice.<advice>`; empty where meeting the
    gates is all there is to do.

    gates  those to meet first, by id; none once the CMO has left.
    need   signals that count, of four; None where two monthly reviews did not tell yet.
    seen   signals seen at the only review there is: they do not count yet.
    left   the end recorded with gates unmet.
    shut   whether the CMO has left and each access is verified removed, or kept with a reason.
    """

    advice: str
    gates: tuple[str, ...]
    need: int | None
    seen: int
    score: float
    left: Unready | None = None
    shut: bool = False

    @property
    def key(self) -> str:
        """The advice in one word, for programs: the gates come first."""
        return self.advice or "gates"


def verdict_of(engagement: Engagement, today: date) -> TransitionVerdict:
    """The verdict by what is recorded, on this day."""
    ready, signals = readiness_of(engagement, today), signals_of(engagement)
    moment = moment_of(engagement, today)
    if moment == "before":
        advice, gates = _before(ready, signals), ready.failed
    else:
        advice, gates = moment, ready.failed if moment == "overlap" else ()
    seen = 0 if signals.confirmed else len(signals.seen)
    after = moment == "after-exit"
    left = unready(engagement, today) if after else None
    shut = after and not leaving(engagement).residual
    return TransitionVerdict(advice, gates, signals.level, seen, ready.score, left, shut)


def earns_most(verdict: TransitionVerdict, ready: Readiness) -> Proof | None:
    """What to begin with: the one thing that would earn most; nothing once the CMO has left."""
    return None if verdict.advice == "after-exit" else ready.best


def moment_of(engagement: Engagement, today: date) -> str:
    """before, overlap (the successor is there) or after-exit (the CMO has left).

    Where the one named left, nobody is there: it is before the next one's first day.
    """
    if ended_on(engagement, today):
        return "after-exit"
    t0 = profile_of(engagement).successor_first_day
    there = t0 is not None and t0 <= today and successor_gone(engagement, today) is None
    return "overlap" if there else "before"


def _before(ready: Readiness, signals: Signals) -> str:
    """The quadrant; where the score alone would say more than the gates allow, nothing."""
    if ready.failed and ready.score >= READY:
        return ""
    if signals.level is None:
        return _UNKNOWN[ready.ready]
    return advise(signals.level, ready.ready)
