"""What is due beside steps: promises, readings of KPIs, meetings to hold or to log.

Once the mission has ended, the checks after the exit and the accesses that remain; nothing else.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.coach.advice.situation import Behind
from coach_tui.coach.transition.after_exit import after_exit
from coach_tui.engagement.kpi.derived import is_computed
from coach_tui.engagement.kpi.readings import latest
from coach_tui.engagement.kpi.record import followed
from coach_tui.engagement.kpi.series import readings_in_force
from coach_tui.engagement.kpi.status import is_due
from coach_tui.engagement.rhythm.decisions import promises_due
from coach_tui.engagement.rhythm.occurrences import occurrences_of
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.rhythm.slots import slots
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.record import ended_on

AHEAD: Final = timedelta(days=7)  # how long before its day a check after the exit is told
BEHIND: Final = timedelta(days=7)  # how long a meeting nobody logged is asked about


class Due(NamedTuple):
    """One thing. `kind` is "promise", "reading", "occurrence", "exit-check" or "access"; `id` the
    record's.

    name  as people call it; empty where the catalogue's entry `id` names it.
    """

    kind: str
    id: str
    name: str
    day: date | None
    late: bool = False
    catalogue: str = ""

    @property
    def record(self) -> Behind:
        """The record it is about: for a meeting, the day its ritual planned it."""
        if self.kind == "occurrence":
            return Behind("slot", f"{self.id}/{self.day}", self.name)
        return Behind("kpi" if self.kind == "reading" else self.kind, self.id, self.name)


def also_due(engagement: Engagement, today: date) -> tuple[Due, ...]:
    """Everything due today, late first, then by day; what has no day comes last."""
    if ended_on(engagement, today):
        return after_exit_due(engagement, today)
    found = [
        *_promises(engagement, today),
        *_readings(engagement, today),
        *_occurrences(engagement, today),
    ]
    return tuple(sorted(found, key=lambda due: (not due.late, due.day or date.max, due.kind)))


def after_exit_due(engagement: Engagement, today: date) -> tuple[Due, ...]:
    """What the exit still asks for, by day: from the day the CMO has left, a week ahead."""
    if not ended_on(engagement, today):
        return ()
    return tuple(
        Due(each.kind, each.id, each.name, each.day, each.day < today, each.id)
        for each in after_exit(engagement)
        if each.day <= today + AHEAD or each.kind == "access"
    )


def _promises(engagement: Engagement, today: date) -> Iterator[Due]:
    for each in promises_due(engagement, today):
        name = f"{each.what} → {each.to}" if each.to else each.what
        yield Due("promise", each.id, name, each.due, bool(each.due and each.due < today))


def _readings(engagement: Engagement, today: date) -> Iterator[Due]:
    """KPIs whose reading is a cadence old. One computed from others is never read."""
    for kpi in followed(engagement):
        last = latest(readings_in_force(engagement).get(kpi.id, ()), today)
        if is_due(kpi, last, today) and not is_computed(engagement, kpi):
            day = last.day + timedelta(days=kpi.cadence_days) if last else None
            late = bool(day and day < today)
            yield Due("reading", kpi.id, kpi.name, day, late, kpi.catalogue or kpi.id)


def _occurrences(engagement: Engagement, today: date) -> Iterator[Due]:
    """For each ritual, today's meeting, or the last one of the week that nobody logged."""
    for ritual in rituals_of(engagement).values():
        logged = {each.slot for each in occurrences_of(engagement).get(ritual.id, ())}
        planned = [day for day in slots(ritual, today - BEHIND, today) if day not in logged]
        if planned:
            day = planned[-1]
            yield Due("occurrence", ritual.id, ritual.name, day, day < today, ritual.id)
