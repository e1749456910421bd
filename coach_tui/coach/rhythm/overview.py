"""The rhythm, looked at: what comes next, what it weighs, what to put on the agenda."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.rhythm.days import (
    LOAD_LIMIT,
    contracted_hours,
    hours_a_month,
    ritual_load,
)
from coach_tui.engagement.rhythm.decisions import decisions_of, promises_of
from coach_tui.engagement.rhythm.occurrences import Health, health_of, occurrences_of
from coach_tui.engagement.rhythm.rituals import Ritual, rituals_of
from coach_tui.engagement.rhythm.slots import next_slot
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.levels import gaps_of
from coach_tui.engagement.transition.record import ended_on

_NEGLIGIBLE: Final = 1e-9


class RitualLine(NamedTuple):
    """A ritual as it stands: its next day (None where nothing is planned) and its health."""

    ritual: Ritual
    next: date | None
    health: Health


class Load(NamedTuple):
    """Recurring hours a month against contracted ones. `share` is None where none is known; `over`
    says that the mission is."""

    hours: float
    contracted: float | None
    share: float | None
    over: bool = False

    @property
    def too_much(self) -> bool:
        """Above a quarter of contracted time: advised against."""
        return self.share is not None and self.share > LOAD_LIMIT + _NEGLIGIBLE


class AgendaLine(NamedTuple):
    """Something to bring to the next meeting: a word key `rhythm.agenda.<key>`, and about what.

    For a gap, `what` is the skill's id and `who` the person's; otherwise people's own words.
    """

    key: str
    what: str
    who: str = ""
    days: int = 0


def ritual_lines(engagement: Engagement, today: date) -> tuple[RitualLine, ...]:
    """The rituals that run, the soonest first; those without a day last."""
    lines = [
        RitualLine(ritual, _next(engagement, ritual, today), health_of(engagement, ritual, today))
        for ritual in rituals_of(engagement).values()
        if ritual.runs(today)
    ]
    return tuple(sorted(lines, key=lambda line: (line.next or date.max, line.ritual.id)))


def stopped_line(engagement: Engagement, ritual_id: str, today: date) -> tuple[RitualLine, ...]:
    """The ritual with this id where it runs no more; nothing where it runs, or was never there."""
    ritual = rituals_of(engagement).get(ritual_id)
    if ritual is None or ritual.runs(today):
        return ()
    return (RitualLine(ritual, None, health_of(engagement, ritual, today)),)


def load_of(engagement: Engagement, today: date) -> Load:
    """What the CMO's recurring meetings weigh, of the hours contracted for that day's month; none
    weighs any more once the CMO has left."""
    if ended_on(engagement, today):
        return Load(0.0, None, None, over=True)
    hours = hours_a_month(rituals_of(engagement).values(), today)
    contracted = contracted_hours(engagement, today)
    if contracted is None:
        return Load(hours, None, None)
    return Load(hours, contracted, ritual_load(hours, contracted))


def agenda_of(engagement: Engagement, today: date) -> tuple[AgendaLine, ...]:
    """What waits for a meeting: decisions, late promises, reviews, ratings two levels apart.

    Nothing once the mission has ended: it has no meeting to come.
    """
    if ended_on(engagement, today):
        return ()
    lines = []
    for each in decisions_of(engagement).values():
        if each.open:
            age = (today - each.opened).days
            lines.append(AgendaLine("stale" if each.stale(today) else "open", each.title, "", age))
        elif each.to_review(today):
            lines.append(AgendaLine("review", each.title))
    for promise in promises_of(engagement).values():
        if promise.kept is None and promise.due and promise.due < today:
            late = (today - promise.due).days
            lines.append(AgendaLine("promise", promise.what, promise.by, late))
    lines += [AgendaLine("gap", gap.skill, gap.person) for gap in gaps_of(engagement, today)]
    return tuple(lines)


def _next(engagement: Engagement, ritual: Ritual, today: date) -> date | None:
    """Today's own occurrence until it is logged, then the one after; none once all has ended."""
    if ended_on(engagement, today):
        return None
    logged = {each.slot for each in occurrences_of(engagement).get(ritual.id, ())}
    day = next_slot(ritual, today)
    while day and day in logged:
        day = next_slot(ritual, day + timedelta(days=1))
    return day
