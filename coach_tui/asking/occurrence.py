"""One planned day of a ritual: held, skipped and why, or said by nobody yet."""

from datetime import date
from typing import NamedTuple

from coach_tui.asking.desk import Desk
from coach_tui.engagement.rhythm.occurrences import (
    Occurrence,
    log_occurrence,
    occurrences_of,
    slot_to_log,
)
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.language import Refusal
from coach_tui.view_state import Shown


class Slot(NamedTuple):
    """The day for which a ritual was planned."""

    ritual: str
    day: date

    @property
    def row(self) -> str:
        """The id of its line."""
        return f"slot:{self.ritual}/{self.day}"


def slot_of(shown: Shown, kind: str, identity: str) -> Slot | None:
    """The slot this id names; for a ritual, the one that waits to be logged."""
    if kind == "ritual" and (ritual := rituals_of(shown.engagement).get(identity)):
        return Slot(identity, slot_to_log(shown.engagement, ritual, shown.today))
    if kind == "slot":
        ritual_id, _, day = identity.rpartition("/")
        return Slot(ritual_id, date.fromisoformat(day))
    if kind == "occurrence":
        logged = (each for made in occurrences_of(shown.engagement).values() for each in made)
        return next((Slot(each.ritual, each.slot) for each in logged if each.id == identity), None)
    return None


def logged_at(shown: Shown, slot: Slot) -> Occurrence | None:
    """What was said of this slot."""
    made = occurrences_of(shown.engagement).get(slot.ritual, ())
    return next((each for each in made if each.slot == slot.day), None)


def log_slot(
    coach: Desk, shown: Shown, slot: Slot, result: str, reason: str = ""
) -> Refusal | None:
    """Say that it was held, or skipped and why. The reason where that was not saved."""
    made = logged_at(shown, slot) or Occurrence(
        coach.new_id(), slot.ritual, slot.day, slot.day, "", ""
    )
    return coach.try_to_save(
        log_occurrence(
            shown.engagement,
            made.id,
            slot.ritual,
            result,
            slot=slot.day,
            day=made.day,
            today=shown.today,
            run_by=made.run_by,
            reason=reason,
            note=made.note,
        )
    )
