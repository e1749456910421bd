"""Everything that falls due on a day: steps, promises, decisions to look at again."""

from datetime import date
from typing import NamedTuple

from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.moves.looked_at import round_of
from coach_tui.coach.moves.steps import step_moves
from coach_tui.coach.transition.after_exit import after_exit
from coach_tui.engagement.rhythm.decisions import decisions_of, promises_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.expiry import expiries_of
from coach_tui.engagement.transition.record import ended_on
from coach_tui.playbook.model import Playbook


class DatedThing(NamedTuple):
    """`kind` is "step", "promise", "review", "expiry", "exit-check" or "access"; `id`, its own.

    name  as people call it; empty for an exit check, which the catalogue names.
    """

    kind: str
    id: str
    day: date
    name: str


def due_days(playbook: Playbook, engagement: Engagement, today: date) -> tuple[DatedThing, ...]:
    """What is still open, by day: steps of the chosen depth, promises, reviews, last days to act
    on what expires, exit checks.

    A step's day is that of its move: what lies before the file was begun is dated anew.
    Once the mission has ended, the exit checks and the accesses that remain; nothing else.
    """
    over = ended_on(engagement, today)
    exits = [
        DatedThing(each.kind, each.id, each.day, each.name)
        for each in after_exit(engagement)
        if over or each.kind == "exit-check"
    ]
    if over:
        return tuple(exits)
    r = round_of(Situation(playbook, engagement, today, {}))
    steps = [
        DatedThing("step", step_id, move.due, r.planned[step_id].step.title)
        for step_id, move in step_moves(r).items()
        if move.due and step_id in r.wanted
    ]
    promises = [
        DatedThing("promise", each.id, each.due, each.what)
        for each in promises_of(engagement).values()
        if each.kept is None and each.due
    ]
    reviews = [
        DatedThing("review", each.id, each.review, each.title)
        for each in decisions_of(engagement).values()
        if each.review and not each.outcome
    ]
    expiries = [
        DatedThing("expiry", each.id, each.act_by, each.what)
        for each in expiries_of(engagement).values()
        if each.act_by and not each.ends
    ]
    return tuple(
        sorted(
            [*steps, *promises, *reviews, *expiries, *exits], key=lambda each: (each.day, each.id)
        )
    )
