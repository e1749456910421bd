"""Days as they are recorded: ISO 8601 text."""

from __future__ import annotations

from datetime import date

from coach_tui.engagement.state import Record, text_of
from coach_tui.language.dates import in_sight


def day_of(record: Record, name: str) -> date | None:
    """The day in this field, or None where it is empty or not a day a mission can have."""
    return day_in(text_of(record, name))


def day_in(text: str) -> date | None:
    """The day this text says as it is recorded; None where it says none.

    31 December 9999 is how other programs write "no end": no day either. Counting from it would
    leave the calendar.
    """
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if in_sight(day) else None
