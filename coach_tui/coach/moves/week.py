"""What a role did this week, in the steps of the playbook: how many, and the minutes they took."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from coach_tui.coach.moves.looked_at import DAY, monday
from coach_tui.coach.moves.move import Week, week_of
from coach_tui.coach.plan import Planned, plan
from coach_tui.engagement.actor import role_of
from coach_tui.engagement.change import Change
from coach_tui.engagement.state import Engagement
from coach_tui.playbook.model import Playbook


class Done(NamedTuple):
    """Steps finished since Monday, and the minutes that answering them took here."""

    steps: int = 0
    minutes: int = 0
    work: int = 0


def done_this_week(
    playbook: Playbook,
    planned: Sequence[Planned],
    changes: Sequence[Change],
    role: str,
    today: date,
) -> Done:
    """The steps that are finished now and were not on Monday, where this role recorded anything.

    A step that follows from a record has no tick to date it by: what was known on Monday tells.
    """
    first = monday(today)
    # No clock is two days from another: what is older by its first letters needs no second look.
    floor = (first - 2 * DAY).isoformat()
    since = {each.id for each in changes if each.at >= floor and _day(each) >= first}
    if not any(role_of(each.actor) == role for each in changes if each.id in since):
        return Done()
    before = Engagement().after(each for each in changes if each.id not in since)
    were = {each.step.id for each in plan(playbook, before, first) if each.finished}
    new = [each.step for each in planned if each.finished and each.step.id not in were]
    minutes = sum(step.act.minutes for step in new)
    return Done(len(new), minutes, sum(step.effort for step in new))


def left_of(done: Done, role: str) -> Week:
    """What is left of this role's week."""
    week = week_of(role)
    return Week(max(week.minutes - done.minutes, 0), max(week.work - done.work, 0))


def _day(change: Change) -> date:
    try:
        return datetime.fromisoformat(change.at).astimezone().date()
    except (ValueError, OverflowError):
        return date.min
