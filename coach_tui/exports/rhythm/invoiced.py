"""The days worked for several clients as one sheet, for whoever writes the invoices.

It names all of them: it is the CMO's own, and no client's.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.rhythm.as_told import rate_on
from coach_tui.engagement.rhythm.days import days_used_of
from coach_tui.engagement.rhythm.reports import month_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.csv_writer import Figure, table
from coach_tui.language import Words
from coach_tui.language.clean import one_line

_COLUMNS: Final = ("date", "client", "days", "note", "rate", "amount", "currency")


class Billed(NamedTuple):
    """One line: a client, a day, and what it comes to at that day's rate, where one is recorded."""

    day: str
    client: str
    days: float
    note: str
    rate: float | None
    currency: str

    @property
    def amount(self) -> float | None:
        return None if self.rate is None else self.days * self.rate


def billed(engagements: Iterable[Engagement], month: str = "") -> list[Billed]:
    """Every day worked, oldest first; of this month alone where one is named ("2026-03")."""
    found = []
    for engagement in engagements:
        profile = profile_of(engagement)
        for used in days_used_of(engagement):
            if not month or month_of(used.day) == month:
                day, rate = used.day.isoformat(), rate_on(engagement, used.day)
                found.append(
                    Billed(day, profile.company, used.amount, used.note, rate, profile.currency)
                )
    return sorted(found, key=lambda each: (each.day, each.client))


def billed_table(lines: Iterable[Billed], words: Words) -> str:
    """As a table for spreadsheets: what a client wrote is never run as a formula."""
    rows = [
        (
            each.day,
            one_line(each.client),
            _figure(each.days, words),
            one_line(each.note),
            _figure(each.rate, words),
            _figure(each.amount, words),
            each.currency,
        )
        for each in lines
    ]
    return table([words(f"rhythm.billed.{name}") for name in _COLUMNS], rows, words.language)


def _figure(number: float | None, words: Words) -> str:
    """As a spreadsheet of this language reads a number: no sign between thousands."""
    if number is None:
        return ""
    said = f"{number:.2f}".rstrip("0").rstrip(".")
    return Figure(said.replace(".", ",") if words.language == "fr" else said)
