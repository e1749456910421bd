"""Advice as moves: the reason of the step that settles it; a move of its own where none is open."""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from coach_tui.coach.advice.ranked import Advice, advise
from coach_tui.coach.advice.rules import RULES
from coach_tui.coach.moves.looked_at import WEEK, Round
from coach_tui.coach.moves.move import GRAVE, Move
from coach_tui.coach.moves.returning import IDLE
from coach_tui.coach.moves.settling import SETTLING, Settling
from coach_tui.coach.moves.steps import ASKED_BY, roots
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.kpi.readings import latest, readings_of
from coach_tui.engagement.rhythm.decisions import decisions_of
from coach_tui.engagement.state import Engagement, FieldNow
from coach_tui.engagement.step import LEADS
from coach_tui.engagement.team.absence import drills_of
from coach_tui.engagement.team.plan import goals_of

GRAVITY: Final = {"critical": 0, "alert": 1, "watch": 2, "info": 3}
BACK: Final = (1, 2, 4, 8, 16, 32)  # weeks looked back to find since when a rule speaks
MINUTES: Final = 3
_ELSEWHERE: Final = Settling("proof")  # a rule nobody said how to settle


class Advised(NamedTuple):
    """The moves of the steps, some with advice as their reason, and the advice that is alone."""

    steps: dict[str, Move]
    alone: tuple[Move, ...]


def advised(r: Round, steps: dict[str, Move]) -> Advised:
    """Every piece of advice of today, each in one place. What a plan has in hand says nothing."""
    said = advise(r.playbook, r.engagement, r.today, r.situation.catalogues)
    steps = dict(steps)
    alone = [move for each in said if (move := _settled(r, each, steps))]
    return Advised(steps, tuple(alone))


def _settled(r: Round, advice: Advice, steps: dict[str, Move]) -> Move | None:
    """The advice put on the step that settles it; on its own where that is finished."""
    rule = SETTLING.get(advice.id, _ELSEWHERE)
    since, back = _since(r, advice, rule)
    gravity = _gravity(r, advice)
    carriers = [each for each in _carriers(r, advice, rule, steps) if each in steps]
    for carrier in carriers:
        for root in roots(r, carrier, steps) or (carrier,):
            move = steps[root]
            if move.kind == "waits":
                continue  # asked of somebody: in hand until it is time to remind
            steps[root] = move._replace(
                gravity=min(move.gravity, gravity),
                why=tuple(dict.fromkeys((*move.why, advice.id))),
                start=min(move.start, since), since=since, essential=True,
                passed=r.weeks(move.role, since),
            )  # fmt: skip
    if carriers:
        return None
    step = r.playbook.step(advice.opens)
    owner = step.owner if step else r.lead
    role = rule.role or (owner if owner in LEADS else ASKED_BY.get(owner, r.lead))
    return Move(
        id=f"advice:{advice.id}", kind="advice", role=role, act=rule.act, focus=rule.focus,
        about=tuple(sorted(advice.concerns)), minutes=MINUTES,
        due=since + IDLE if gravity >= GRAVE else None, since=since, gravity=gravity,
        passed=r.weeks(role, since), why=(advice.id,), back=back,
    )  # fmt: skip


def _gravity(r: Round, advice: Advice) -> int:
    """How grave it is. What is empty because nobody was asked yet is no alarm in the first week."""
    gravity = GRAVITY[advice.severity]
    unasked = r.today < r.opened + WEEK and not any(_behind(r.engagement, advice))
    return max(gravity, GRAVE) if unasked else gravity


def _carriers(r: Round, advice: Advice, rule: Settling, steps: dict[str, Move]) -> tuple[str, ...]:
    """The steps that settle it; of accesses, those of the very tools it is about."""
    if rule.act == "access":
        lines = accesses_of(r.engagement)
        behind = [each.id for each in advice.records if each.entity == "access"]
        doors = {f"access:{lines[each].category}" for each in behind if each in lines}
        if named := [step_id for step_id, move in steps.items() if move.act in doors]:
            return tuple(named)
    return rule.steps


def _since(r: Round, advice: Advice, rule: Settling) -> tuple[date, bool]:
    """The day it could first be said, and whether a plan was made and did not mend it.

    Sought back with the records of today, no further than the last word on what it rests on:
    what changed there is news.
    """
    touched = [day for at in _behind(r.engagement, advice) if (day := r.engagement.day(at))]
    plans = [day for day in _planned_for(r.engagement) if rule.outcome and day < r.today]
    over = max(plans, default=date.min)
    floor, day = max([over, r.opened, *touched]), r.today
    for weeks in BACK:
        earlier = max(r.today - weeks * WEEK, floor)
        asked = RULES[advice.id](r.situation._replace(today=earlier)) if earlier < day else None
        if asked is None:
            break
        day = earlier
    return day, rule.outcome and over >= day - WEEK


def _behind(engagement: Engagement, advice: Advice) -> Iterator[str]:
    """When each field it rests on was last set."""
    for each in advice.records:
        if each.entity == "engagement":
            field: FieldNow | None = engagement.record(each.entity, each.entity).get(each.id)
            yield from [field.change.at] if field else []
        else:
            yield from (
                field.change.at for field in engagement.record(each.entity, each.id).values()
            )
        if each.entity == "kpi" and (read := latest(readings_of(engagement).get(each.id, ()))):
            yield read.at


def _planned_for(engagement: Engagement) -> Iterator[date]:
    """The days by which something was to have changed."""
    yield from (drill.end for drill in drills_of(engagement))
    yield from (goal.due for goal in goals_of(engagement) if goal.due)
    yield from (each.review for each in decisions_of(engagement).values() if each.review)
