"""What was asked of somebody: which step, of whom, on which day. A second asking is a reminder.

A step that its owner never reports on is in progress from the day it was asked: that is how the
coach knows whom it waits for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import refuse_fields
from coach_tui.engagement.fields import NAME, Day, Declared, Text, decoded
from coach_tui.engagement.gesture import together
from coach_tui.engagement.state import Engagement, flag_of, viewed
from coach_tui.engagement.step import StepRecord, set_status
from coach_tui.engagement.text_checks import recorded
from coach_tui.language.fold import folded

ENTITY: Final = "asked"


class Asked(Declared, subject="record.asked"):
    """One asking. `of`: the person's name; a role by its id where nobody is named."""

    step: str = Text(NAME)
    of: str = Text(NAME)
    day: date | None = Day()


@viewed
def asked_by_step(engagement: Engagement) -> Mapping[str, tuple[Asked, ...]]:
    """What was asked about each step, the oldest first."""
    found: dict[str, list[Asked]] = {}
    for _, record in sorted(engagement.records(ENTITY).items()):
        asked = decoded(Asked, record)
        if asked.step and asked.day and not flag_of(record, "_deleted"):
            found.setdefault(asked.step, []).append(asked)
    return {step_id: tuple(several) for step_id, several in found.items()}


def last_asked(engagement: Engagement, step_id: str, who: str) -> date | None:
    """The last day this was asked of this person or role; None where it never was."""
    days = (
        each.day
        for each in asked_by_step(engagement).get(step_id, ())
        if each.day and folded(each.of) == folded(who)
    )
    return max(days, default=None)


def ask_for(
    asked: Mapping[str, str],
    who: str,
    today: date,
    waiting: Mapping[str, StepRecord],
    actor: str,
) -> Decision:
    """Say that this was asked of somebody today, in one gesture.

    asked    a fresh id for each step that was asked for.
    waiting  where those of these steps stand that nobody but whoever asks reports on: they are in
             progress from today. One that is blocked stays so: asking opens nothing.
    """
    said = [_asking(asked_id, step_id, who, today) for step_id, asked_id in asked.items()]
    return together(*said, *_in_progress(waiting, actor))


def _asking(asked_id: str, step_id: str, who: str, today: date) -> Decision:
    fields = {"step": step_id, "of": who, "day": today}
    if refusal := refuse_fields(Asked, fields, today):
        return refusal
    return [Draft(ENTITY, asked_id, recorded(fields))]


def _in_progress(waiting: Mapping[str, StepRecord], actor: str) -> Iterable[Decision]:
    for step_id, record in waiting.items():
        blocked = record.status == "blocked"
        yield set_status(
            step_id, record.status if blocked else "doing", current=record, actor=actor,
            by=record.by, reason=record.reason,
        )  # fmt: skip
