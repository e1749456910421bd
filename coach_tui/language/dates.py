"""Dates as people write them in French and English, and as we write them back."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

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
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_FIGURES: Final = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})")
_DAY_MONTH: Final = re.compile(r"(\d{1,2})[/.\-](\d{1,2})")
_NAMED: Final = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th)?\s+([^\W\d_]{3,})\.?,?\s+(\d{4})")
_NAMED_FIRST: Final = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
# The accents of French months, composed or not: many type "fevrier".
_BARE: Final = {ord("é"): "e", ord("û"): "u", 0x0301: None, 0x0302: None}
_WORDS: Final = {
    "today": 0, "tomorrow": 1, "yesterday": -1,
    "aujourd’hui": 0, "aujourd'hui": 0, "demain": 1, "hier": -1,
}  # fmt: skip


def long_date(day: date, language: str) -> str:
    """lundi 5 janvier 2026 · Monday 5 January 2026 (the first of a French month is 1er)."""
    return f"{DAYS[language].split()[day.weekday()]} {plain_date(day, language)}"


def plain_date(day: date, language: str) -> str:
    """5 janvier 2026 · 5 January 2026."""
    return f"{_day_number(day, language)} {MONTHS[language].split()[day.month - 1]} {day.year}"


def short_date(day: date, language: str) -> str:
    """5 janv. 2026 · 5 Jan 2026."""
    month = SHORT_MONTHS[language].split()[day.month - 1]
    return f"{_day_number(day, language)} {month} {day.year}"


def day_and_month(day: date, language: str) -> str:
    """5 janv. · 5 Jan: for a column where the year goes without saying."""
    month = SHORT_MONTHS[language].split()[day.month - 1]
    return f"{_day_number(day, language)} {month}"


def month_and_year(day: date, language: str) -> str:
    """janvier 2026 · January 2026."""
    return f"{MONTHS[language].split()[day.month - 1]} {day.year}"


def read_date(text: str, language: str, today: date) -> date | Refusal:
    """The day meant by `text`, or why it can't be told.

    31/12/2026 is day first in both languages. In English, figures that also make sense month
    first (03/04/2026) are refused with both readings: a wrong first day moves every due date.
    """
    said = " ".join(text.lower().translate(_BARE).split())
    if not said:
        return Refusal("refusal.dates.empty")
    if said in _WORDS:
        return today + timedelta(days=_WORDS[said])
    if match := _ISO.fullmatch(said):
        return _made(text, int(match[1]), int(match[2]), int(match[3]))
    if match := _FIGURES.fullmatch(said):
        year = int(match[3]) if len(match[3]) == 4 else 2000 + int(match[3])
        return _day_first(text, int(match[1]), int(match[2]), year, language)
    if match := _DAY_MONTH.fullmatch(said):
        return _day_first(text, int(match[1]), int(match[2]), today.year, language)
    if match := _NAMED.fullmatch(said):
        return _named(text, match[1], match[2], match[3])
    if match := _NAMED_FIRST.fullmatch(said):
        return _named(text, match[2], match[1], match[3])
    return Refusal("refusal.dates.unread", {"text": text.strip()[:40]})


def _day_number(day: date, language: str) -> str:
    return "1er" if language == "fr" and day.day == 1 else str(day.day)


def _day_first(text: str, day: int, month: int, year: int, language: str) -> date | Refusal:
    if language == "en" and day != month and day <= 12 and month <= 12:
        readings = {"first": f"{year}-{month:02}-{day:02}", "second": f"{year}-{day:02}-{month:02}"}
        return Refusal("refusal.dates.two-readings", {"text": text.strip(), **readings})
    if month > 12 and day <= 12 and language == "en":
        day, month = month, day
    return _made(text, year, month, day)


def _named(text: str, day: str, month: str, year: str) -> date | Refusal:
    for names in (*MONTHS.values(), *SHORT_MONTHS.values()):
        for number, name in enumerate(_bare(names), 1):
            if month == name or (len(month) >= 3 and name.startswith(month) and month != "jui"):
                return _made(text, int(year), number, int(day))
    return Refusal("refusal.dates.no-month", {"month": month})


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
