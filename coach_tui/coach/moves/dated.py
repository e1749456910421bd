"""The day of an open step: its move's, on its own page and in lists as on the card.

What lay before the file was begun is dated anew there, and what stands before another's step is
asked by that one's day.
"""

from collections.abc import Mapping
from datetime import date

from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.moves.looked_at import round_of
from coach_tui.coach.moves.steps import step_moves
from coach_tui.coach.plan import Planned
from coach_tui.engagement.state import Engagement
from coach_tui.playbook.model import Playbook


def dated(
    planned: Planned, playbook: Playbook, engagement: Engagement, today: date, viewer: str
) -> Planned:
    """The step with the day it is asked for by; `viewer` is the role that looks."""
    if not planned.open or planned.over:
        return planned
    due = engagement.view(_days, playbook, today, viewer).get(planned.step.id)
    if due is None or due == planned.due:
        return planned
    return planned._replace(due=due, late=due < today)


def _days(
    engagement: Engagement, playbook: Playbook, today: date, viewer: str
) -> Mapping[str, date | None]:
    r = round_of(Situation(playbook, engagement, today, {}), viewer)
    return {step_id: move.due for step_id, move in step_moves(r).items()}
