"""What to do next: every move of one engagement today, each once; `move.order` says what first.

Nothing is recorded about what was shown. Three facts that people record anyway are enough: what
was put off (`advice` set aside, by the move's id), what was asked of somebody (a step in progress
that another role owns), and the weeks in which a role recorded something.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from coach_tui.coach.advice.situation import Catalogues, Situation
from coach_tui.coach.moves.advised import Advised, advised
from coach_tui.coach.moves.looked_at import MONTH, Round, round_of
from coach_tui.coach.moves.mending import mending
from coach_tui.coach.moves.move import STUCK, Move, order
from coach_tui.coach.moves.own_part import own_part
from coach_tui.coach.moves.returning import (
    after_exit,
    beginning,
    confirm,
    idle,
    questions,
    routine,
)
from coach_tui.coach.moves.steps import step_moves
from coach_tui.coach.moves.taking_over import taking_over
from coach_tui.engagement.actor import read_actor
from coach_tui.engagement.advice import Aside, asides_of, until_of
from coach_tui.engagement.rhythm.dose import dose_on
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import LEADS
from coach_tui.engagement.transition.record import end_of, ended_on, transition_of
from coach_tui.playbook.model import Playbook


def moves_of(
    playbook: Playbook,
    engagement: Engagement,
    today: date,
    catalogues: Catalogues,
    viewer: str = "",
) -> tuple[Move, ...]:
    """Everything anybody could do, each thing once.

    `viewer` opens the coach now, "ROLE" or "ROLE/NAME": that role is here, whatever it recorded
    before.
    """
    who = read_actor(viewer)
    r = round_of(Situation(playbook, engagement, today, catalogues), who.role)
    end, left = end_of(engagement), transition_of(engagement).ended
    if r.profile.archived or dose_on(engagement, today) == 0:  # put away, or paused
        return ()
    found = [*questions(r, end, left)]
    if ended_on(engagement, today):
        found += after_exit(r, left or end or today)
    else:
        found += [*_underway(r), *own_part(r, who), *mending(r)]
    found += taking_over(r)
    asides = asides_of(engagement)
    awake = [move for move in found if not _put_off(asides.get(move.id), today)]
    return (*awake, *_stuck(r, awake))


def _underway(r: Round) -> list[Move]:
    """What there is to do while the mission lasts, or before it begins."""
    settled: Advised = advised(r, step_moves(r))
    refused = frozenset(step_id for step_id, each in settled.steps.items() if each.passed >= STUCK)
    if any(settled.steps[step_id].opens for step_id in refused):
        settled = advised(r, step_moves(r, refused))
    offered = [
        move
        if step_id in r.wanted or move.why or move.asked or move.kind == "settle"
        else move._replace(kind="full")
        for step_id, move in settled.steps.items()
    ]
    returning = [*routine(r)]
    offered, returning = _told_before_tried(offered, returning)
    found = [
        *beginning(r), *_asked_at_once(r, offered), *settled.alone, *returning, *confirm(r),
    ]  # fmt: skip
    return [*found, *idle(r, found)]


def _told_before_tried(offered: list[Move], returning: list[Move]) -> tuple[list[Move], list[Move]]:
    """An absence that is over is told before another is tried: one line, with all its reasons."""
    tried = [move for move in offered if move.act == "drill"]
    over = next((move for move in returning if move.act == "drill"), None)
    if over is None or not tried:
        return offered, returning
    reasons = tuple(dict.fromkeys(rule for move in tried for rule in move.why))
    gravity = min(over.gravity, *(move.gravity for move in tried))
    told = over._replace(why=reasons, gravity=gravity)
    return (
        [move for move in offered if move not in tried],
        [told if move is over else move for move in returning],
    )


def _asked_at_once(r: Round, moves: Iterable[Move]) -> Iterable[Move]:
    """One message a person: what is to be asked now of one owner is one move."""
    asks: dict[tuple[str, str], list[Move]] = {}
    for move in moves:
        if move.kind == "ask" and move.start <= r.today:
            asks.setdefault((move.role, r.planned[move.about[0]].step.owner), []).append(move)
        else:
            yield move
    for (role, owner), each in asks.items():
        first = min(each, key=order)
        yield first._replace(
            id=f"ask:{owner}", act=f"ask:{owner}", about=tuple(move.about[0] for move in each),
            days=tuple(move.due for move in each), minutes=1 + len(each) // 4,
            why=tuple(dict.fromkeys(rule for move in each for rule in move.why)),
            passed=r.weeks(role, first.start) // 2,
        )  # fmt: skip


def _put_off(aside: Aside | None, today: date) -> bool:
    return aside is not None and aside.day <= today < until_of(aside)


def _stuck(r: Round, awake: Iterable[Move]) -> Iterable[Move]:
    """What was passed over four times, in one line a month: do it, give it away, or drop it."""
    asides = asides_of(r.engagement)
    for role in LEADS:
        ids = tuple(move.id for move in awake if move.passed >= STUCK and move.concerns(role))
        looked = asides.get(f"stuck:{role}")
        if ids and not (looked and timedelta() <= r.today - looked.day < MONTH):
            minutes = 2 + len(ids) // 2
            yield Move(f"stuck:{role}", "review", role, "review", ids, minutes, due=r.today)
