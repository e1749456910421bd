"""The end of the engagement with gates unmet: a reason is asked for and kept, and it stays flagged.

That the CMO left is a fact: it is recorded whether a reason is given or not.
"""

from datetime import date
from itertools import chain
from typing import NamedTuple

from coach_tui.coach.transition.handover import readiness_of
from coach_tui.engagement.order import place_of, places
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.record import ENTITY, ID, transition_of


class Unready(NamedTuple):
    """The CMO left on `day` with these gates unmet, by id; `why` is empty where nobody said."""

    day: date
    gates: tuple[str, ...]
    why: str


def unready(engagement: Engagement, today: date) -> Unready | None:
    """What the end was recorded against, while it is still so. A gate that was met then and is not
    today (a rehearsal since found something missing, the successor left) is no fault of the end."""
    known = transition_of(engagement)
    if known.ended is None or not (still := readiness_of(engagement, today).failed):
        return None
    then = set(readiness_of(_as_it_was_recorded(engagement), known.ended).failed)
    gates = tuple(gate for gate in still if gate in then)
    return Unready(known.ended, gates, known.ended_why) if gates else None


def _as_it_was_recorded(engagement: Engagement) -> Engagement:
    """The engagement as it was known when its end was recorded."""
    changes = list(chain.from_iterable(engagement.known))
    there = places(changes)
    end = place_of(engagement.record(ENTITY, ID)["ended"].change, there)
    return engagement.before([one for one in changes if place_of(one, there) > end], changes)
