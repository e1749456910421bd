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


def add_months(day: date, months: int) -> date:
    """The same day `months` later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


def months_between(first: date, until: date) -> float:
    """Whole months from a day to the day before another, and what is left in parts of a month."""
    whole = (until.year - first.year) * 12 + until.month - first.month
    whole -= add_months(first, whole) > until
    begun = add_months(first, whole)
    return whole + (until - begun).days / (add_months(first, whole + 1) - begun).days
