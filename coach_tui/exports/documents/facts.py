"""What a document is filled from, and the period it is about."""

from datetime import date, timedelta
from typing import NamedTuple

from coach_tui.coach.rhythm.month import Month, last_month, month_bounds, period_of
from coach_tui.engagement.documents.kinds import RETURNING, kind_of
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.catalogue_words import Catalogues
from coach_tui.language import Words
from coach_tui.language.dates import long_date, month_and_year, plain_date
from coach_tui.playbook.model import Playbook

WEEK = timedelta(days=7)


class Facts(NamedTuple):
    """Everything a filler may look at. `me` is who begins the document.

    alone  the blank to fill has its line to itself.
    """

    engagement: Engagement
    catalogues: Catalogues
    playbook: Playbook
    words: Words
    today: date
    document_id: str = ""
    me: str = ""
    levels: bool = False
    alone: bool = False

    @property
    def period(self) -> str:
        """What follows the document's kind; empty for one there is once."""
        return self.document_id.partition("/")[2]

    def day(self, day: date | None) -> str:
        """This day in words; empty where there is none."""
        return plain_date(day, self.words.language) if day else ""

    @property
    def bounds(self) -> tuple[date, date]:
        """The first and the last day it is about: a month, a quarter, the week before a day; the
        mission so far where it is about none."""
        return bounds_of(self.document_id, profile_of(self.engagement).first_day, self.today)

    @property
    def month(self) -> Month:
        """What was recorded in that period, as a month's report tells it."""
        first, last = self.bounds
        return period_of(self.playbook, self.engagement, first, last, self.today)


def bounds_of(document_id: str, first_day: date | None, today: date) -> tuple[date, date]:
    """The first and the last day that this document is about."""
    kind, _, period = document_id.partition("/")
    each = RETURNING.get(kind, "")
    if each == "month":
        return month_bounds(period)
    if each == "quarter" and period:
        year, quarter = int(period[:4]), int(period[-1])
        first, _ = month_bounds(f"{year:04}-{3 * quarter - 2:02}")
        return first, month_bounds(f"{year:04}-{3 * quarter:02}")[1]
    if each == "day" and period:
        day = date.fromisoformat(period)
        return day - WEEK, day
    return first_day or today, today


def usual_period(kind: str, first_day: date | None, today: date) -> str:
    """The period one begins now: today, the month that is over, this quarter."""
    each = RETURNING.get(kind, "")
    if each == "month":
        return last_month(today, first_day)
    if each == "quarter":
        return f"{today.year:04}-Q{(today.month + 2) // 3}"
    return today.isoformat() if each == "day" else ""


def period_words(document_id: str, words: Words) -> str:
    """The period in words: a day, a month, a quarter; empty where it is about none."""
    period = document_id.partition("/")[2]
    each = RETURNING.get(kind_of(document_id), "")
    try:
        if each == "month":
            return month_and_year(date.fromisoformat(f"{period}-01"), words.language)
        if each == "day":
            return long_date(date.fromisoformat(period), words.language)
    except ValueError:
        return period
    if each == "quarter" and "Q" in period:
        return words("document.quarter", n=int(period[-1]), year=period[:4])
    return "" if each == "decision" else period
