"""When monthly reports went out, and when they should have."""

from __future__ import annotations

from datetime import date
from typing import Final

from coach_tui.engagement.rhythm.reports import reports_of
from coach_tui.engagement.rhythm.slots import nth_working_day
from coach_tui.engagement.state import Engagement

REPORT_DAY: Final = 5  # working day of the month after: our rule of thumb


def last_report(engagement: Engagement) -> date | None:
    """The day the last report went out; without it, the first day its month was over."""
    days = (each.sent or month_after(each.month) for each in reports_of(engagement).values())
    return max((day for day in days if day), default=None)


def month_after(month: str) -> date | None:
    """The first day after this month ("2026-03"); None beyond the calendar."""
    year, number = (int(part) for part in month.split("-"))
    try:
        return date(year + number // 12, number % 12 + 1, 1)
    except ValueError:
        return None


def in_time(month: str, sent: date | None) -> bool:
    """Whether the month's report went out by the fifth working day of the month after."""
    first = month_after(month)
    if first is None or sent is None:
        return False
    return sent <= nth_working_day(first.year, first.month, REPORT_DAY)
