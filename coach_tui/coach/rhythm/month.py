"""What was recorded in one month: what a monthly report is drafted from."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.coach.kpi.month import MonthRow, month_rows
from coach_tui.coach.plan import plan
from coach_tui.coach.rhythm.done_on import done_on
from coach_tui.engagement.elsewhere import elsewhere_of
from coach_tui.engagement.proof import Saying, YearMonth
from coach_tui.engagement.rhythm.as_planned import as_planned
from coach_tui.engagement.rhythm.days import days_used_of
from coach_tui.engagement.rhythm.decisions import LoggedDecision, decisions_of, promises_of
from coach_tui.engagement.rhythm.planned import frame_of, planned_days
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import FINISHED, UNTOUCHED, steps_of
from coach_tui.engagement.team.cover import covers_of, index_on
from coach_tui.engagement.team.levels import level_at
from coach_tui.engagement.team.people import people_of
from coach_tui.engagement.team.plan import board_of
from coach_tui.engagement.team.skills import skills_of
from coach_tui.language import LANGUAGES, Words
from coach_tui.playbook.model import Playbook

PRIORITIES: Final = 3


class Moved(NamedTuple):
    """A level that changed in the month. People and skills by id."""

    person: str
    skill: str
    before: int
    after: int


class Todo(NamedTuple):
    """Something coming: people's or the playbook's words, who owns it, for when."""

    what: str
    owner: str
    due: date | None
    owner_is_role: bool = False


class Month(NamedTuple):
    """One month, from `first` to `last`, or to today where it is not over.

    done, stopped   titles of steps finished, by a tick or by what is recorded; set not applicable,
                    with their reason.
    ended           ids of the rituals that ended.
    taken, needed   decisions taken in the month; those still open.
    indexes         the autonomy index before the month and at its end, where there is one.
    """

    first: date
    last: date
    kpis: tuple[MonthRow, ...]
    done: tuple[str, ...]
    stopped: tuple[tuple[str, str], ...]
    ended: tuple[str, ...]
    taken: tuple[LoggedDecision, ...]
    needed: tuple[LoggedDecision, ...]
    priorities: tuple[Todo, ...]
    moved: tuple[Moved, ...]
    indexes: tuple[float | None, float | None]
    delegated: int
    days_used: float
    days_planned: float | None
    late_promises: tuple[Todo, ...]
    uncovered: tuple[str, ...]


def month_bounds(month: str) -> tuple[date, date]:
    """The first and the last day of "2026-03"."""
    year, number = (int(part) for part in month.split("-"))
    first = date(year, number, 1)
    following = date(year + number // 12, number % 12 + 1, 1)
    return first, following - timedelta(days=1)


def last_month(today: date, first_day: date | None) -> str:
    """The month to report on today: the one just over, unless the mission began in this one."""
    before = today.replace(day=1) - timedelta(days=1)
    if first_day and before < first_day <= today:
        before = today
    return f"{before.year:04}-{before.month:02}"


def period_of(
    playbook: Playbook, engagement: Engagement, first: date, last: date, today: date
) -> Month:
    """Everything recorded from the first day to the last, or to today where that is before."""
    last = max(first, min(last, today))
    before = first - timedelta(days=1)
    covers = covers_of(engagement, last)
    decisions = decisions_of(engagement).values()
    return Month(
        first=first,
        last=last,
        kpis=tuple(month_rows(engagement, first, last)),
        done=_done(playbook, engagement, first, last),
        stopped=tuple(_stopped(playbook, engagement, first, last)),
        ended=tuple(
            ritual.id
            for ritual in rituals_of(engagement).values()
            if any(first <= day <= last for day in ritual.ends)
        ),
        taken=tuple(each for each in decisions if each.decided and first <= each.decided <= last),
        needed=tuple(each for each in decisions if _open(each, last)),
        priorities=_priorities(playbook, engagement, today),
        moved=tuple(_moved(engagement, before, last)),
        indexes=(index_on(engagement, before), index_on(engagement, last)),
        delegated=sum(line.delegated for line in board_of(engagement).values()),
        days_used=sum(d.amount for d in days_used_of(engagement) if first <= d.day <= last),
        days_planned=_days_planned(engagement, first, last),
        late_promises=_late(engagement, last),
        uncovered=tuple(c.skill.id for c in covers if c.skill.critical and not c.autonomous),
    )


def _done(playbook: Playbook, engagement: Engagement, first: date, last: date) -> tuple[str, ...]:
    """What was ticked, and what is done by its own record, once each, in the month that it was.

    Not what was done before this file was opened, whatever month that was said in.
    """
    shown = elsewhere_of(engagement)
    # That this very report was kept is no news in it: its draft reads the same before and after.
    itself = Saying("proof.report", {"month": YearMonth(first)})
    return tuple(
        each.step.title
        for each in plan(playbook, engagement, last)
        if each.finished and _within(done_on(playbook, engagement, each, first, last), first, last)
        if each.step.id not in shown or shown[each.step.id].what not in _said_at("before")
        if each.record.status in FINISHED or each.evidence != itself
    )


def _stopped(
    playbook: Playbook, engagement: Engagement, first: date, last: date
) -> Iterator[tuple[str, str]]:
    """What somebody set aside; not what was never begun here: set aside when this file was opened,
    or about what does not exist."""
    said = steps_of(engagement)
    for each in plan(playbook, engagement, last):
        record = said.get(each.step.id, UNTOUCHED)
        begun = record.reason not in _said_at("without")
        if begun and record.status == "na" and _within(record.day, first, last):
            yield each.step.title, record.reason


def _said_at(opening: str) -> frozenset[str]:
    """What is said of a step settled when the file was opened, in every language."""
    return frozenset(Words(language)(f"act.settle.{opening}") for language in LANGUAGES)


def _priorities(playbook: Playbook, engagement: Engagement, today: date) -> tuple[Todo, ...]:
    steps = [
        Todo(each.step.title, each.step.owner, each.due, True)
        for each in plan(playbook, engagement, today)
        if each.open and each.step.essential and each.due and not _passed(each.due, today)
    ]
    promised = [
        Todo(each.what, each.by, each.due)
        for each in promises_of(engagement).values()
        if each.kept is None and each.due and each.due >= today
    ]
    return tuple(sorted([*promised, *steps], key=lambda each: each.due or date.max)[:PRIORITIES])


def _moved(engagement: Engagement, before: date, last: date) -> Iterator[Moved]:
    for person in people_of(engagement).values():
        for skill in skills_of(engagement):
            now = level_at(engagement, person.id, skill, last)
            then = level_at(engagement, person.id, skill, before)
            if now and then and now.level != then.level and person.kind == "internal":
                yield Moved(person.id, skill, then.level, now.level)


def _days_planned(engagement: Engagement, first: date, last: date) -> float | None:
    """By the phases of that month, as they were planned at its end."""
    engagement = as_planned(engagement, last)
    if frame_of(engagement) is None:
        return None
    return planned_days(engagement, first, last + timedelta(days=1))


def _late(engagement: Engagement, last: date) -> tuple[Todo, ...]:
    return tuple(
        Todo(each.what, each.by, each.due)
        for each in promises_of(engagement).values()
        if each.kept is None and each.due and each.due <= last
    )


def _open(decision: LoggedDecision, last: date) -> bool:
    return decision.opened <= last and (decision.decided is None or decision.decided > last)


def _within(day: date | None, first: date, last: date) -> bool:
    return day is not None and first <= day <= last


def _passed(due: date, today: date) -> bool:
    return due < today
