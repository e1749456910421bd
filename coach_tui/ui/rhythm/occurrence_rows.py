"""One planned day of a ritual as a line: held, skipped and why, or said by nobody yet."""

from textual.content import Content

from coach_tui.asking.occurrence import Slot, logged_at
from coach_tui.engagement.rhythm.occurrences import Occurrence
from coach_tui.language.dates import long_date
from coach_tui.ui.plain import line
from coach_tui.ui.widgets.row import Row
from coach_tui.view_state import Shown

MARKS = {"held": "●", "skipped": "○"}


def slot_row(shown: Shown, slot: Slot) -> Row:
    """The slot, under its ritual."""
    made = logged_at(shown, slot)
    mark = MARKS[made.result] if made else "·"
    day = long_date(slot.day, shown.words.language)
    said = f"{mark} {day} · {_said(shown, made)}"
    return Row(slot.row, Content("  → ") + line(said))


def slot_detail(shown: Shown, slot: Slot, name: str) -> Content:
    """The ritual, the day, and what was said of it."""
    made = logged_at(shown, slot)
    title = line(f"{name} · {long_date(slot.day, shown.words.language)}", "bold")
    told = [title, line(_said(shown, made))]
    told += [line(made.note)] if made and made.note else []
    return Content("\n").join(told)


def _said(shown: Shown, made: Occurrence | None) -> str:
    words = shown.words
    if made is None:
        return words("rhythm.unlogged")
    parts = [words(f"rhythm.{made.result}"), words(f"rhythm.short-run-by.{made.run_by}")]
    return " · ".join([*parts, made.reason] if made.reason else parts)
