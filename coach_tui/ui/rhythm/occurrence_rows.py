"""One planned day of a ritual as a line: held, skipped and why, or said by nobody yet."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from coach_tui.engagement.rhythm.occurrences import (
    Occurrence,
    log_occurrence,
    occurrences_of,
    slot_to_log,
)
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.language import Refusal
from coach_tui.language.dates import long_date
from coach_tui.ui.plain import line
from coach_tui.ui.widgets.step_list import Row
from coach_tui.view_state import Shown

if TYPE_CHECKING:
    from coach_tui.ui.app import CoachApp

MARKS = {"held": "●", "skipped": "○"}


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


def slot_row(shown: Shown, slot: Slot) -> Row:
    """The slot, under its ritual."""
    made = logged_at(shown, slot)
    mark = MARKS[made.result] if made else "·"
    day = long_date(slot.day, shown.words.language)
    said = f"{mark} {day} · {_said(shown, made)}"
    return Row(slot.row, Content("  ↳ ") + line(said))


def slot_detail(shown: Shown, slot: Slot, name: str) -> Content:
    """The ritual, the day, and what was said of it."""
    made = logged_at(shown, slot)
    title = line(f"{name} · {long_date(slot.day, shown.words.language)}", "bold")
    told = [title, line(_said(shown, made))]
    told += [line(made.note)] if made and made.note else []
    return Content("\n").join(told)


def logged_at(shown: Shown, slot: Slot) -> Occurrence | None:
    """What was said of this slot."""
    made = occurrences_of(shown.engagement).get(slot.ritual, ())
    return next((each for each in made if each.slot == slot.day), None)


def log_slot(
    coach: "CoachApp", shown: Shown, slot: Slot, result: str, reason: str = ""
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


def _said(shown: Shown, made: Occurrence | None) -> str:
    words = shown.words
    if made is None:
        return words("rhythm.unlogged")
    parts = [words(f"rhythm.{made.result}"), words(f"rhythm.short-run-by.{made.run_by}")]
    return " · ".join([*parts, made.reason] if made.reason else parts)
