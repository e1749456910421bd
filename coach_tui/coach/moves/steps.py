"""The steps of the playbook as moves: whose turn it is, from when, and what stands before them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from coach_tui.coach.access.granting import whom
from coach_tui.coach.acts import read_act
from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.due import next_working_day
from coach_tui.coach.moves.looked_at import DAY, WEEK, Round, applies, monday, weeks_of
from coach_tui.coach.moves.move import GRAVE, NEVER, Move
from coach_tui.coach.plan import OPEN, Planned
from coach_tui.engagement.access.record import Access, accesses_of
from coach_tui.engagement.actor import role_of
from coach_tui.engagement.profile import Profile
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.rhythm.slots import next_slot
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.absence import drills_of
from coach_tui.language.fold import spelled_once
from coach_tui.playbook.model import Step

ASKED_BY: Final = {"ops": "founder", "successor": "founder", "team": "cmo", "sales": "cmo"}
LONG: Final = 240  # minutes of work from which a step is offered a week earlier
REMIND: Final = 6 * DAY  # after asking: did it come?
UNSAID: Final = 3  # minutes of a step that does not say how long answering takes
FRAMING: Final = "framing"
_LOOKING: Final = ("need", "means", "mandate")
# Of the framing's sections, those that lie before each beginning.
BEFORE: Final[Mapping[str, tuple[str, ...]]] = {
    "thinking": (),
    "looking": _LOOKING,
    "signed": (*_LOOKING, "selection"),
    "begun": (*_LOOKING, "selection", "signature"),
    "successor": (*_LOOKING, "selection", "signature"),
}


def step_moves(r: Round, refused: frozenset[str] = frozenset()) -> dict[str, Move]:
    """Every open step that applies, by its id; what lies before the file is settled by stage.

    A step whose prerequisite is open is not offered. One `refused`, passed over again and again,
    holds nothing back: what needs it is decided without it, and says so.
    """
    found: dict[str, Move] = {}
    before: dict[str, list[str]] = {}
    again: dict[str, int] = {}
    for step_id, planned in r.planned.items():
        step = planned.step
        framing = step.stage == FRAMING
        if not planned.open or not applies(r.engagement, step):
            continue
        if not framing and not r.profile.first_day:
            continue
        due = r.dues[step_id]
        past = before_the_file(r.profile, r.opened, step, due)
        if past and _still_to_do(r, planned):
            due = next_working_day(r.opened + WEEK)
        elif past and step_id in r.wanted and step.act.passing:
            before.setdefault(step.stage, []).append(step_id)
            continue
        elif past:  # asked for, two a week: nobody is late with what nobody asked
            place = again[step.owner] = again.get(step.owner, -1) + 1
            due = next_working_day(r.opened + WEEK * (1 + place // 2))
        elif due and (due < r.opened or (due == r.opened and step.owner not in r.here)):
            due = _first_chance(r)  # nobody else is asked something for the very day
        without = tuple(each for each in step.act.needs if each in refused)
        found[step_id] = _step_move(r, planned, due)._replace(without=without)
    for stage, ids in before.items():
        what, due = f"settle:{stage}", r.opened + WEEK
        found[what] = Move(what, "settle", r.lead, what, tuple(ids), 1 + len(ids), due=due)
    return _unblocked(r, found)


def roots(r: Round, step_id: str, found: Mapping[str, Move]) -> tuple[str, ...]:
    """The open steps at the bottom of what this one needs."""
    return _roots(r, step_id, found, ())


def asked_of(situation: Situation, steps: Iterable[str]) -> tuple[str, ...]:
    """The people who can grant what these steps ask for, where the register names them."""
    playbook = situation.playbook
    found = [step for each in steps if (step := playbook.step(each))]
    lines = [line for step in found for line in lines_of(situation.engagement, step)]
    return spelled_once(name for line in lines if (name := whom(situation, line)))


def _roots(
    r: Round, step_id: str, found: Mapping[str, Move], above: tuple[str, ...]
) -> tuple[str, ...]:
    planned = r.planned.get(step_id)
    if planned is None or step_id in above:  # a playbook of somebody's own may go in circles
        return ()
    needed = _needed(r, planned, found)
    below = (_roots(r, each, found, (*above, step_id)) or (each,) for each in needed)
    return tuple(dict.fromkeys(root for each in below for root in each if root != step_id))


def _needed(r: Round, planned: Planned, found: Mapping[str, Move]) -> list[str]:
    """The open steps that this one needs, itself, but for those it is decided without."""
    needs, move = planned.step.act.needs, found.get(planned.step.id)
    refused = move.without if move else ()
    return [each for each in needs if each in found and each in r.wanted and each not in refused]


def before_the_file(profile: Profile, opened: date, step: Step, due: date | None) -> bool:
    """Whether its time had passed when the file was begun: it is settled by stage, at a glance."""
    if step.stage == FRAMING and profile.beginning:
        return step.section in BEFORE[profile.beginning]
    return due is not None and due < opened


def _still_to_do(r: Round, planned: Planned) -> bool:
    """Whether it was looked at and left to be done, while the CMO is still looked for."""
    record = planned.record
    return r.profile.beginning == "looking" and record.status == "todo" and bool(record.at)


def _first_chance(r: Round) -> date:
    """Until when something is asked whose day had passed before anybody could be told of it: a week
    after the file was begun, and by the first day where that comes before."""
    week = r.opened + WEEK
    return min(r.first_day, week) if r.first_day > r.opened else week


def _step_move(r: Round, planned: Planned, due: date | None) -> Move:
    step = planned.step
    lines = lines_of(r.engagement, step)
    role, kind, asked = _turn(r, planned, lines)
    ahead = WEEK * (1 + (step.effort > LONG) + (kind == "ask"))
    start = max(due - ahead, r.opened) if due else NEVER
    start = _announced(r, step) or start
    granted = [line.granted_on for line in lines if line.granted_on]
    moved = max(granted, default=asked and asked + REMIND)
    late = bool(r.profile.first_day and due and due + WEEK < r.today)
    return Move(
        id=f"step:{step.id}", kind=kind, role=step.owner if kind == "waits" else role,
        act=step.act.does or "proof", about=(step.id,),
        minutes=1 if kind == "ask" else step.act.minutes or UNSAID,
        work=step.effort if kind == "step" else 0, due=due, since=start,
        gravity=GRAVE - 1 if _empty(r, step) else GRAVE,
        passed=_passed(r, step, role, max(start, moved or start)),
        essential=step.essential, late=late, start=start, asked=asked,
    )  # fmt: skip


def _announced(r: Round, step: Step) -> date | None:
    """From when there is something to do again, where a day was set: that of an absence that was
    announced, or the next meeting of a ritual that runs."""
    act = read_act(step.act.does)
    if act.kind == "drill":
        announced = (each.end for each in drills_of(r.engagement) if each.result == "planned")
        return max(announced, default=None)
    ritual = rituals_of(r.engagement).get(act.what) if act.kind == "ritual" else None
    return next_slot(ritual, r.today + DAY) if ritual else None


def _turn(r: Round, planned: Planned, lines: list[Access]) -> tuple[str, str, date | None]:
    """Whose move it is, of which kind, and the day it was asked of its owner."""
    step = planned.step
    if step.owner in r.here:
        return step.owner, "step", None
    days = [line.requested_on for line in lines if line.requested_on]
    underway = planned.status in ("doing", "blocked")
    asked = planned.record.day if underway else max(days, default=None)
    asker = step.act.by or ASKED_BY.get(step.owner, r.lead)
    role = asker if asker in r.here else r.lead
    if lines and all(line.granted_on or line.state == "na" for line in lines):
        return ("cmo" if "cmo" in r.here else r.lead), "step", asked  # proved by a login
    if not asked:
        return role, "ask", None
    return role, ("waits" if r.today - asked < REMIND else "collect"), asked


def lines_of(engagement: Engagement, step: Step) -> list[Access]:
    """The lines of the register that this step opens."""
    category = step.act.does.removeprefix("access:")
    return [each for each in accesses_of(engagement).values() if each.category == category]


def _empty(r: Round, step: Step) -> bool:
    """Whether nothing at all is recorded of what should be there by now."""
    if step.act.grave is None or r.profile.first_day is None:
        return False
    since = max(r.profile.first_day, r.opened)
    kind = step.act.does.partition(":")[0]
    return (r.today - since).days >= step.act.grave and not r.engagement.records(kind)


def _passed(r: Round, step: Step, role: str, start: date) -> int:
    """Weeks in which this role was here and did something else.

    Nothing is recorded of what was shown: where a later step that asks as much or more was
    finished, this one fitted and stood before it; and where no earlier one was open any more, it
    stood first.
    """
    due = r.dues[step.id]
    weeks: set[date] = set()
    front, first = start, True
    for step_id, planned in r.planned.items() if due and step.id in r.wanted else ():
        other, later = r.dues[step_id], planned.step
        if not other or not due or other == due or (later.essential and not step.essential):
            continue
        if planned.status in OPEN:  # asked of each step about each other
            first = first and (other > due or later.owner != role or step_id not in r.wanted)
        elif (day := planned.record.day) and role_of(planned.record.actor) == role:
            longer = later.act.minutes >= step.act.minutes and later.effort >= step.effort
            if other < due:
                front = max(front, day)
            elif day > start and longer:
                weeks.add(monday(day))
    if first and step.essential:
        active = weeks_of(r.engagement).get(role, frozenset())
        weeks |= {week for week in active if week > monday(front)}
    return len(weeks - {monday(r.today)})


def _unblocked(r: Round, found: dict[str, Move]) -> dict[str, Move]:
    """A step whose prerequisite is open is not offered: the prerequisite is, as pressing as it."""
    for step_id, move in list(found.items()):
        below = roots(r, step_id, found)
        if step_id not in r.wanted or not below:
            continue
        found[step_id] = move._replace(start=NEVER, passed=0)
        for root in below:
            first = found[root]
            waited = first.role != move.role and move.start <= r.today
            found[root] = first._replace(
                due=min(filter(None, (first.due, move.due)), default=None),
                start=min(first.start, move.start),
                gravity=min(first.gravity, move.gravity), late=first.late or move.late,
                essential=first.essential or move.essential, opens=(*first.opens, step_id),
                waited=first.waited or waited,
            )  # fmt: skip
    return found
