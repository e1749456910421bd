"""A step done elsewhere: one line of what shows it, where that is, and its day.

Where the step's own act is such a line, it is done by it; of any other step, it only declares.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import refuse_fields
from coach_tui.engagement.fields import Day, Declared, Text, decoded
from coach_tui.engagement.state import Engagement, flag_of, viewed
from coach_tui.engagement.text_checks import recorded

ENTITY: Final = "proof"


class Elsewhere(Declared, subject="record.proof"):
    """What shows that a step is done; `step` is its id."""

    step: str
    what: str = Text(needed="refusal.record.no-what")
    where: str = Text()
    day: date | None = Day()


@viewed
def elsewhere_of(engagement: Engagement) -> Mapping[str, Elsewhere]:
    """What was said to show each step done, by step."""
    found = {}
    for step_id, record in engagement.records(ENTITY).items():
        shown = decoded(Elsewhere, record, step_id)
        if shown.what and not flag_of(record, "_deleted"):
            found[step_id] = shown
    return found


def show_elsewhere(step_id: str, fields: Mapping[str, object], today: date) -> Decision:
    """Say what shows a step done: `what`, `where` it is, and its `day` (today unless said)."""
    said = {"day": today, **fields}
    if refusal := refuse_fields(Elsewhere, {"what": "", **said}, today):
        return refusal
    return [Draft(ENTITY, step_id, recorded(said))]
