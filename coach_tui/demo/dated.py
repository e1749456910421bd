"""The examples' dates, brought to where the demo is: they were written for 2025.

A day slides as the story does, by whole weeks, and keeps its weekday. A month is the one that is
told in its place, so is a year; a quarter is the calendar's, with its middle month in it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from coach_tui.language import Language
from coach_tui.language.dates import MONTHS

KICKOFF: Final = date(2025, 1, 7)  # a Tuesday: the first day, in the story as it was written
_SHORT: Final = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "fr": "janv. févr. mars avr. mai juin juill. août sept. oct. nov. déc.",
}
_QUARTER: Final = {"en": "Q", "fr": "T"}
_RANGE: Final = {"en": "to", "fr": "au"}
_VOWELS: Final = "ao"  # of French months, after which "de" is elided


class Dates:
    """The dates of a story told in this language, that slid by so much, in whole weeks."""

    def __init__(self, language: Language, slide: timedelta) -> None:
        self._slide = slide
        self._language = language
        self._french = language == "fr"
        long, short = MONTHS[language].split(), _SHORT[language].split()
        self._names = {name: (number, long) for number, name in enumerate(long, 1)}
        for number, name in enumerate(short, 1):
            self._names.setdefault(name, (number, short))
        if self._french:
            self._names |= {name.capitalize(): found for name, found in self._names.items()}
        names = "|".join(re.escape(name) for name in sorted(self._names, key=len, reverse=True))
        self._date = re.compile(
            rf"(?P<until>(?P<first>\d{{1,2}})(?:er)? {_RANGE[language]} )?"
            rf"(?P<day>\d{{1,2}})(?:er)? (?P<of>{names})(?: (?P<year>\d{{4}}))?(?!\w)"
            rf"|(?P<before>\bd’|\bde )?\b(?P<month>{names})(?: (?P<in>\d{{4}}))?(?!\w)"
            rf"|\b{_QUARTER[language]}(?P<quarter>[1-4])(?: (?P<within>\d{{4}}))?(?!\w)"
            r"|(?<![\d,.])(?P<alone>20(?:1[7-9]|2[0-6]))(?!\d)"
        )

    def moved(self, text: str) -> str:
        """`text`, its days, months and years where the demo has them."""
        return self._date.sub(self._one, text)

    def month(self, number: int) -> date:
        """The first day of the month that is told as the engagement's first, second…

        The one that begins it is the calendar's month with most of the story's January in it.
        """
        january = date(2025, 1, 15) + self._slide
        years, month = divmod(january.month - 1 + number - 1, 12)
        return date(january.year + years, month + 1, 1)

    def _one(self, found: re.Match[str]) -> str:
        if found["day"]:
            return self._day(found)
        if found["month"]:
            return self._month(found)
        if found["quarter"]:
            return self._quarter(found)
        return str(int(found["alone"]) + self._years)

    @property
    def _years(self) -> int:
        """A year that is told alone is the one with most of the story's in it."""
        return (date(KICKOFF.year, 7, 1) + self._slide).year - KICKOFF.year

    def _day(self, found: re.Match[str]) -> str:
        number, called = self._names[found["of"]]
        year = int(found["year"] or KICKOFF.year)
        day = date(year, number, int(found["day"])) + self._slide
        said = self._said(day, called)
        if found["until"]:
            first = date(year, number, int(found["first"])) + self._slide
            same = first.month == day.month
            start = self._number(first) if same else self._said(first, called)
            said = f"{start} {_RANGE[self._language]} {said}"
        return f"{said} {day.year}" if found["year"] else said

    def _said(self, day: date, called: list[str]) -> str:
        return f"{self._number(day)} {called[day.month - 1]}"

    def _number(self, day: date) -> str:
        return "1er" if self._french and day.day == 1 else str(day.day)

    def _month(self, found: re.Match[str]) -> str:
        number, called = self._names[found["month"]]
        year = int(found["in"] or KICKOFF.year)
        month = self.month((year - KICKOFF.year) * 12 + number)
        name = called[month.month - 1]
        name = name.capitalize() if found["month"][0].isupper() else name
        before = ""
        if found["before"]:
            before = "d’" if name[0].lower() in _VOWELS else "de "
        return f"{before}{name} {month.year}" if found["in"] else f"{before}{name}"

    def _quarter(self, found: re.Match[str]) -> str:
        years = int(found["within"] or KICKOFF.year) - KICKOFF.year
        middle = self.month(years * 12 + 3 * int(found["quarter"]) - 1)
        said = f"{_QUARTER[self._language]}{(middle.month + 2) // 3}"
        return f"{said} {middle.year}" if found["within"] else said
