"""What falls due by itself while the mission lasts: promises, readings of KPIs, meetings to log."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

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

BEHIND: Final = timedelta(days=7)  # how long a meeting nobody logged is asked about


class FallingDue(NamedTuple):
    """One thing. `kind` is "promise", "reading" or "occurrence"; `id` the record's: of a meeting,
    its ritual's."""

    kind: str
    id: str
    day: date | None


def falling_due(engagement: Engagement, today: date) -> tuple[FallingDue, ...]:
    """Everything due today, by day; what has no day comes last."""
    found = [
        *(FallingDue("promise", each.id, each.due) for each in promises_due(engagement, today)),
        *_readings(engagement, today),
        *_occurrences(engagement, today),
    ]
    return tuple(sorted(found, key=lambda due: (due.day or date.max, due.kind)))


def _readings(engagement: Engagement, today: date) -> Iterator[FallingDue]:
    """KPIs whose reading is a cadence old. One computed from others is never read."""
    for kpi in followed(engagement):
        last = latest(readings_in_force(engagement).get(kpi.id, ()), today)
        if is_due(kpi, last, today) and not is_computed(engagement, kpi):
            day = last.day + timedelta(days=kpi.cadence_days) if last else None
            yield FallingDue("reading", kpi.id, day)


def _occurrences(engagement: Engagement, today: date) -> Iterator[FallingDue]:
    """For each ritual, today's meeting, or the last one of the week that nobody logged."""
    for ritual in rituals_of(engagement).values():
        logged = {each.slot for each in occurrences_of(engagement).get(ritual.id, ())}
        planned = [day for day in slots(ritual, today - BEHIND, today) if day not in logged]
        if planned:
            yield FallingDue("occurrence", ritual.id, planned[-1])
