"""Everything that falls due on a day: steps, promises, decisions to look at again."""

from datetime import date
from typing import NamedTuple

from coach_tui.coach.plan import plan, shown
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.rhythm.decisions import decisions_of, promises_of
from coach_tui.engagement.state import Engagement
from coach_tui.playbook.model import Playbook


class Due(NamedTuple):
    """`kind` is "step", "promise" or "review"; `id` is the entity's own."""

    kind: str
    id: str
    day: date
    name: str


def due_days(playbook: Playbook, engagement: Engagement, today: date) -> tuple[Due, ...]:
    """What is still open, by day: the steps of the chosen depth, promises, reviews."""
    steps = [
        Due("step", each.step.id, each.due, each.step.title)
        for each in shown(plan(playbook, engagement, today), profile_of(engagement).depth)
        if each.open and each.due
    ]
    promises = [
        Due("promise", each.id, each.due, each.what)
        for each in promises_of(engagement).values()
        if each.kept is None and each.due
    ]
    reviews = [
        Due("review", each.id, each.review, each.title)
        for each in decisions_of(engagement).values()
        if each.review and not each.outcome
    ]
    return tuple(sorted([*steps, *promises, *reviews], key=lambda each: (each.day, each.id)))
