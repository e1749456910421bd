"""What a role did this week, in the steps of the playbook: how many, and the minutes they took."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from coach_tui.coach.moves.looked_at import DAY, monday
from coach_tui.coach.moves.move import Week, week_of
from coach_tui.coach.moves.steps import before_the_file
from coach_tui.coach.plan import Planned, opened_on, plan
from coach_tui.engagement.actor import role_of
from coach_tui.engagement.change import Change
from coach_tui.engagement.elsewhere import elsewhere_of
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.playbook.model import Playbook

_TOLD: Final = 1  # minute, of a step of the past that is said to have been done


class Done(NamedTuple):
    """Steps finished since Monday, and the minutes that answering them took here."""

    steps: int = 0
    minutes: int = 0
    work: int = 0


def done_this_week(
    playbook: Playbook,
    engagement: Engagement,
    planned: Sequence[Planned],
    changes: Sequence[Change],
    role: str,
    today: date,
) -> Done:
    """The steps that are finished now and were not on Monday, where this role recorded anything.

    A step that follows from a record has no tick to date it by: what was known on Monday tells.
    One whose time had passed before this file was begun took no work this week where nothing shows
    it but a tick, or what lies elsewhere: it was told.
    """
    first = monday(today)
    # No clock is two days from another: what is older by its first letters needs no second look.
    floor = (first - 2 * DAY).isoformat()
    since = [each for each in changes if each.at >= floor and _day(each) >= first]
    if not any(role_of(each.actor) == role for each in since):
        return Done()
    before = engagement.before(since, changes)
    were = {each.step.id for each in plan(playbook, before, first) if each.finished}
    new = [each for each in planned if each.finished and each.step.id not in were]
    profile, opened = profile_of(engagement), opened_on(engagement) or today
    elsewhere = elsewhere_of(engagement)
    told = {
        each.step.id for each in new
        if before_the_file(profile, opened, each.step, each.due)
        and (each.declared or each.step.id in elsewhere)
    }  # fmt: skip
    did = [each.step for each in new if each.step.id not in told]
    minutes = sum(step.act.minutes for step in did) + _TOLD * len(told)
    return Done(len(new), minutes, sum(step.effort for step in did))


def left_of(done: Done, role: str) -> Week:
    """What is left of this role's week."""
    week = week_of(role)
    return Week(max(week.minutes - done.minutes, 0), max(week.work - done.work, 0))


def _day(change: Change) -> date:
    try:
        return datetime.fromisoformat(change.at).astimezone().date()
    except (ValueError, OverflowError):
        return date.min
