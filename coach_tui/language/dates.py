"""Dates as people write them in French and English, and as we write them back."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, Literal

from coach_tui.language.refusal import Refusal

MONTHS: Final = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en": "January February March April May June July August September October November December",
}
DAYS: Final = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
SHORT_MONTHS: Final = {
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}
# Compiled by `re` at the first date that is read: the first screen reads none.
_ISO: Final = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_FIGURES: Final = r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})"
_DAY_MONTH: Final = r"(\d{1,2})[/.\-](\d{1,2})"
_YEAR: Final = r"(?:,?\s+(\d{4}|\d{2}))?"
_NAMED: Final = rf"(\d{{1,2}})(?:er|st|nd|rd|th)?\s+([^\W\d_]{{3,}})\.?{_YEAR}"
_NAMED_FIRST: Final = rf"([^\W\d_]{{3,}})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?{_YEAR}"
_WEEKDAY: Final = r"(?:le |the )?(?:([a-z]+day|[a-z]+di|dimanche),? (?=.*\d))?(.*)"
# The accents of French months, composed or not: many type "fevrier".
_BARE: Final = {ord("é"): "e", ord("û"): "u", 0x0301: None, 0x0302: None}
_WORDS: Final = {
    "today": 0, "tomorrow": 1, "yesterday": -1,
    "aujourd’hui": 0, "aujourd'hui": 0, "demain": 1, "hier": -1,
}  # fmt: skip

# What a day is about tells which year is meant where none is written.
Sense = Literal["past", "near", "ahead"]
YEARS: Final = (2000, 2100)  # a day outside is a slip of the finger, or how others say "no end"
HALF_A_YEAR: Final = 182  # days; the nearest 5 March is the one meant within it (rule of ours)
_DAYS_BACK: Final[dict[Sense, int]] = {"past": 364 - 7, "near": HALF_A_YEAR, "ahead": 30}


class Weekday(int):
    """A day of the week, 0 a Monday: `Words` writes its name in the language of whoever reads."""

    __slots__ = ()


def weekday_name(weekday: int, language: str) -> str:
    """lundi · Monday."""
    return DAYS[language].split()[weekday]


def long_date(day: date, language: str) -> str:
    """lundi 5 janvier 2026 · Monday 5 January 2026 (the first of a French month is 1er)."""
    return f"{_day_name(day, language)} {plain_date(day, language)}"


def plain_date(day: date, language: str) -> str:
    """5 janvier 2026 · 5 January 2026."""
    return f"{day_of_month(day, language)} {day.year}"


def day_of_month(day: date, language: str) -> str:
    """5 janvier · 5 January: in a sentence, where the year goes without saying."""
    return f"{_day_number(day, language)} {MONTHS[language].split()[day.month - 1]}"


def short_date(day: date, language: str) -> str:
    """5 janv. 2026 · 5 Jan 2026."""
    month = SHORT_MONTHS[language].split()[day.month - 1]
    return f"{_day_number(day, language)} {month} {day.year}"


def day_and_month(day: date, language: str) -> str:
    """5 janv. · 5 Jan: for a column where the year goes without saying."""
    month = SHORT_MONTHS[language].split()[day.month - 1]
    return f"{_day_number(day, language)} {month}"


def near_date(day: date, language: str, today: date) -> str:
    """5 janv. · 5 Jan; further than half a year away 01/2028, where the day would mislead."""
    if abs((day - today).days) > HALF_A_YEAR:
        return f"{day:%m}/{day.year}"
    return day_and_month(day, language)


def month_and_year(day: date, language: str) -> str:
    """janvier 2026 · January 2026."""
    return f"{MONTHS[language].split()[day.month - 1]} {day.year}"


def typed_date(day: date, language: str) -> str:
    """31/12/2026 · 31 December 2026: as a form shows it, to be typed over and read back.

    English names the month: its figures would be read two ways.
    """
    return f"{day:%d/%m/%Y}" if language == "fr" else plain_date(day, language)


def read_date(text: str, language: str, today: date, sense: Sense = "near") -> date | Refusal:
    """The day meant by `text`, or why it can't be told.

    31/12/2026 is day first in both languages. In English, figures that also make sense month
    first (03/04/2026) are refused with both readings: a wrong first day moves every due date.

    Without a year (5 mars, March 5, 5/3), the first such day counted from some way back, a rule
    of ours that depends on what the day is about:
    - `ahead`, a due date: the next one, unless it was at most 30 days ago. What has just slipped
      is more often meant than what is due in eleven months.
    - `past`, something that happened: the last one, but at most 7 days ahead rather than a year
      ago, so that a slip is refused as not yet there instead of recorded a year back.
    - `near`, either: the nearest one.
    Whoever asks says the whole date back. A day outside `YEARS` is refused, whatever it is for.
    """
    weekday, said = _parted(" ".join(text.lower().translate(_BARE).split()))
    if not said:
        return Refusal("refusal.dates.empty")
    if said in _WORDS:
        return today + timedelta(days=_WORDS[said])
    meant = _read(text, said, language, today - timedelta(days=_DAYS_BACK[sense]))
    if weekday and isinstance(meant, date) and not _falls_on(meant, weekday):
        values = {"text": text.strip()[:40], "day": meant, "falls": Weekday(meant.weekday())}
        return Refusal("refusal.dates.other-weekday", values)
    if isinstance(meant, date) and not in_sight(meant):
        return Refusal("refusal.dates.far", {"day": meant})
    return meant


def in_sight(day: date) -> bool:
    """Whether a mission may have to do with this day at all."""
    return YEARS[0] <= day.year <= YEARS[1]


def month_named(name: str) -> int:
    """The month of this name, short or whole, in either language; 0 where it is none's."""
    said = name.lower().translate(_BARE).replace(".", "")
    for names in (*MONTHS.values(), *SHORT_MONTHS.values()):
        for number, month in enumerate(_bare(names), 1):
            if said == month or (len(said) >= 3 and month.startswith(said) and said != "jui"):
                return number
    return 0


def _read(text: str, said: str, language: str, since: date) -> date | Refusal:
    if match := re.fullmatch(_ISO, said):
        return _made(text, int(match[1]), int(match[2]), int(match[3]))
    if match := re.fullmatch(_FIGURES, said):
        return _day_first(text, int(match[1]), int(match[2]), match[3], language, since)
    if match := re.fullmatch(_DAY_MONTH, said):
        return _day_first(text, int(match[1]), int(match[2]), "", language, since)
    if match := re.fullmatch(_NAMED, said):
        return _named(text, match[1], match[2], match[3] or "", since)
    if match := re.fullmatch(_NAMED_FIRST, said):
        return _named(text, match[2], match[1], match[3] or "", since)
    return Refusal("refusal.dates.unread", {"text": text.strip()[:40]})


def _parted(said: str) -> tuple[str, str]:
    """The weekday named before a date, if one is, and the rest."""
    found = re.fullmatch(_WEEKDAY, said)
    known = {name.lower() for names in DAYS.values() for name in names.split()}
    if found is None or (found[1] and found[1] not in known):
        return "", said
    return found[1] or "", found[2]


def _falls_on(day: date, weekday: str) -> bool:
    return any(_day_name(day, language).lower() == weekday for language in DAYS)


def _day_name(day: date, language: str) -> str:
    return weekday_name(day.weekday(), language)


def _day_number(day: date, language: str) -> str:
    return "1er" if language == "fr" and day.day == 1 else str(day.day)


def _day_first(
    text: str, day: int, month: int, year: str, language: str, since: date
) -> date | Refusal:
    if language == "en" and day != month and 1 <= day <= 12 and 1 <= month <= 12:
        first = f"{_year(year, month, day, since):04}-{month:02}-{day:02}"
        second = f"{_year(year, day, month, since):04}-{day:02}-{month:02}"
        readings = {"first": first, "second": second}
        return Refusal("refusal.dates.two-readings", {"text": text.strip(), **readings})
    if month > 12 and day <= 12 and language == "en":
        day, month = month, day
    return _made(text, _year(year, month, day, since), month, day)


def _named(text: str, day: str, month: str, year: str, since: date) -> date | Refusal:
    if number := month_named(month):
        return _made(text, _year(year, number, int(day), since), number, int(day))
    return Refusal("refusal.dates.no-month", {"month": month})


def _year(written: str, month: int, day: int, since: date) -> int:
    """The year written, in two figures or four; else that of the first such day since `since`."""
    if written:
        return int(written) if len(written) == 4 else 2000 + int(written)
    return since.year if (month, day) >= (since.month, since.day) else since.year + 1


def _bare(names: str) -> list[str]:
    return names.lower().translate(_BARE).replace(".", "").split()


def _made(text: str, year: int, month: int, day: int) -> date | Refusal:
    try:
        return date(year, month, day)
    except ValueError:
        values = {"text": text.strip()[:40], "day": day, "month": month, "year": year}
        if not 1 <= month <= 12:
            return Refusal("refusal.dates.no-such-month", values)
        if not year:
            return Refusal("refusal.dates.unread", values)
        last = date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)
        return Refusal("refusal.dates.no-such-day", {**values, "last": last})
