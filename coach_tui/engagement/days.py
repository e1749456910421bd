"""Days as they are recorded: ISO 8601 text."""

from __future__ import annotations

from datetime import date

from coach_tui.engagement.state import Record, text_of


def day_of(record: Record, name: str) -> date | None:
    """The day in this field, or None where it is empty or not a day."""
    try:
        return date.fromisoformat(text_of(record, name))
    except ValueError:
        return None
