"""What was taken out of an engagement for others than its people: noted, for all of them."""

from __future__ import annotations

from datetime import date
from typing import Final

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import refuse_fields
from coach_tui.engagement.fields import Choice, Day, Declared, Flag
from coach_tui.engagement.text_checks import recorded

ENTITY: Final = "handed-out"
WHAT: Final = ("context",)


class HandedOut(Declared, subject="record.handed-out"):
    """One time something left; whether people were named, and their marks and levels told."""

    what: str = Choice(WHAT, called="handout.title")
    day: date | None = Day()
    names: bool = Flag()
    ratings: bool = Flag()


def hand_out(handing_id: str, what: str, day: date, *, names: bool, ratings: bool) -> Decision:
    """Note that this left today; `handing_id` is fresh."""
    fields = {"what": what, "day": day, "names": names, "ratings": ratings}
    if refusal := refuse_fields(HandedOut, fields, day):
        return refusal
    return [Draft(ENTITY, handing_id, recorded(fields))]
