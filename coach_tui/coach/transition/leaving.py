"""The end of the engagement with gates unmet: a reason is asked for and kept, and it stays flagged.

That the CMO left is a fact: it is recorded whether a reason is given or not.
"""

from datetime import date
from typing import NamedTuple

from coach_tui.coach.transition.handover import readiness_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.record import transition_of


class Unready(NamedTuple):
    """The CMO left on `day` with these gates unmet, by id; `why` is empty where nobody said."""

    day: date
    gates: tuple[str, ...]
    why: str


def unready(engagement: Engagement, today: date) -> Unready | None:
    """What the end was recorded against, while it is still so."""
    known = transition_of(engagement)
    gates = readiness_of(engagement, today).failed if known.ended else ()
    return Unready(known.ended, gates, known.ended_why) if known.ended and gates else None
