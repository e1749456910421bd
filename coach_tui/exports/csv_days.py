"""The days of a table's column: stamps, months, figures whose order the whole column decides.

`03/04/2026` is April in Paris and March in Boston. One row can't tell; its column often can, since
no month is the 13th. Where nothing in it does, whoever brings the file in is asked.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from coach_tui.language.dates import month_named, read_date
from coach_tui.language.refusal import Refusal

ORDERS: Final = ("dmy", "mdy")
FRENCH: Final = ("fr", ";")  # what a French spreadsheet writes: there the day comes first
OLDEST: Final = 15  # years; a year of two figures further back is another part of the date (ours)
_HOUR: Final = re.compile(
    r"(?:(?:T|,? |,? (?:à|at) )\d{1,2}(?:[:h]\d{2}){1,2}"  # 14:30, 14h30, 14:30:00.000
    r"|(?<=\d)T\d{2}(?:\d{2}){0,2})(?:[.,]\d+)?"  # T14, T1430, T143000
    r"(?: ?[ap]\.?m\.?)?(?: ?(?:Z|[A-Z]{3,4}|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?))?",
    re.IGNORECASE,
)
_COMPACT: Final = re.compile(r"(20\d\d)(\d\d)(\d\d)(?:[01]\d|2[0-3])?")  # GA4: 20260901, 2026090114
_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_YEAR_MONTH: Final = re.compile(r"(\d{4})(?:[-/.]|M)(\d{1,2})|(20\d\d)(\d\d)")
_MONTH_YEAR: Final = re.compile(r"(\d{1,2})[-/.](\d{4})")
_NAMED_MONTH: Final = re.compile(r"([^\W\d_]{3,})\.?(?: ?-? ?(\d{4})|(?:-| ['’])(\d\d))")
_NAME_AND_FIGURES: Final = re.compile(r"([^\W\d_]{3,})\.? (\d{1,2})")
_FIGURES: Final = re.compile(r"(\d{1,2})([/.\- ])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
_BESIDE_A_NAME: Final = re.compile(r"(?<=\d)[-/.](?=[^\W\d_])|(?<=[^\W\d_])\.?[-/](?=\d)")
_SHORT_WEEKDAY: Final = re.compile(r"[^\W\d_]{2,4}\.?,? (?=.*\d.*)(?=.*[^\W\d_]{3})", re.IGNORECASE)


def order_of(cells: Iterable[str]) -> str:
    """In which order the figures of this column stand: "dmy", "mdy"; "both" where all of it can be
    read either way, "mixed" where neither fits all; empty where it has no such figures."""
    found = set()
    for cell in set(cells):
        if figures := _FIGURES.fullmatch(without_hour(cell)):
            first, second = int(figures[1]), int(figures[3])
            if first != second:
                found.add("dmy" if first > 12 else "mdy" if second > 12 else "both")
    told = found & {*ORDERS}
    return "mixed" if len(told) > 1 else next(iter(told or found), "")


def order_meant(cells: Sequence[str], said: str, *, is_french: bool) -> str | Refusal:
    """In which order this column writes its days: as `said`, or as it has it all along.

    A refusal where the whole of it can be read two ways, or where neither fits: to be asked.
    """
    order = said or order_of(cells)
    if order == "both" and is_french:
        return "dmy"
    if order not in ("both", "mixed"):
        return order
    return Refusal(f"refusal.table.order-{order}", {"text": _two_ways(cells)})


def _two_ways(cells: Sequence[str]) -> str:
    """A day of this column that has two readings."""
    for cell in cells:
        if order_of([cell]) == "both":
            return cell.strip()
    return next((cell.strip() for cell in cells if order_of([cell])), "")


def short_of(cells: Iterable[str], today: date) -> str:
    """What `Sept 26` is in this column, "day" or "month": a day where one of its figures can be no
    year, a month where each month has the same figures; empty where it can be read two ways."""
    found = {(month_named(name[1]), name[2]) for cell in set(cells) if (name := _short(cell))}
    years = {figures for _, figures in found}
    if any(len(figures) == 1 or not _is_year(figures, today) for figures in years):
        return "day"
    return "month" if len(found) > 1 and len(years) == 1 else ""


def read_day(text: str, order: str, today: date, short: str = "") -> date | Refusal:
    """The day a cell says, its figures read in this order. A month is its last day, or today while
    it runs; the hour of a stamp is left as it was written, in no other time zone. `Sept 26` is
    what `short` says."""
    said = without_hour(text)
    if not said:
        return Refusal("refusal.dates.empty")
    if found := _COMPACT.fullmatch(said) or _YEAR_FIRST.fullmatch(said):
        return _typed(text, f"{found[1]}-{found[2]}-{found[3]}", today)
    if month := _month(said):
        return _end_of(text, *month, today)
    if found := _FIGURES.fullmatch(said):
        if len(found[4] or "") == 2 and not _is_year(found[4], today):
            return Refusal("refusal.dates.unread", {"text": text.strip()[:40]})
        return _typed(text, day_first(said, order), today)
    if short != "day" and (found := _short(said)) and _is_year(found[2], today):
        year, named = int(f"20{found[2]}"), month_named(found[1])
        if short == "month":
            return _end_of(text, year, named, today)
        values = {"text": said[:40], "first": f"{year}-{named:02}"}
        day = _typed(text, said, today)
        return Refusal("refusal.dates.two-readings", {**values, "second": str(day)})
    return _typed(text, _BESIDE_A_NAME.sub(" ", said), today)


def day_first(text: str, order: str) -> str:
    """What a cell says, figures that stand in this order written day first; without its hour."""
    said = without_hour(text)
    if found := _FIGURES.fullmatch(said):
        first, second = (found[3], found[1]) if order == "mdy" else (found[1], found[3])
        return f"{first}/{second}" + (f"/{found[4]}" if found[4] else "")
    return said


def is_day(text: str) -> bool:
    """Whether this says a day or a month, in whichever order."""
    if not any(letter.isdigit() for letter in text) or len(text) > 60:
        return False
    someday = date(2026, 12, 31)
    return any(isinstance(read_day(text, order, someday, "day"), date) for order in ORDERS)


def _typed(text: str, said: str, today: date) -> date | Refusal:
    """As people type a day; French figures have one order, and this one was decided already."""
    day = read_date(said, "fr", today, "past")
    if isinstance(day, Refusal):
        if rest := _SHORT_WEEKDAY.match(said):
            return _typed(text, said[rest.end() :], today)
        return Refusal(day.reason, {**day.values, "text": text.strip()[:40]})
    return day


def without_hour(text: str) -> str:
    """The day of a stamp, as it was written."""
    said = " ".join(text.split())
    if found := _HOUR.search(said):
        return said[: found.start()] if found.end() == len(said) else said
    return said


def _short(said: str) -> re.Match[str] | None:
    """A month's name and two figures, of a day or of a year."""
    found = _NAME_AND_FIGURES.fullmatch(without_hour(said))
    return found if found and month_named(found[1]) else None


def _is_year(figures: str, today: date) -> bool:
    """Whether these figures may end a year in which something was read."""
    return len(figures) == 2 and 0 <= today.year - 2000 - int(figures) <= OLDEST


def _month(said: str) -> tuple[int, int] | None:
    """The year and the month, where nothing more is said."""
    if found := _YEAR_MONTH.fullmatch(said):
        return int(found[1] or found[3]), int(found[2] or found[4])
    if found := _MONTH_YEAR.fullmatch(said):
        return int(found[2]), int(found[1])
    if (found := _NAMED_MONTH.fullmatch(said)) and (month := month_named(found[1])):
        return int(found[2] or f"20{found[3]}"), month
    return None


def _end_of(text: str, year: int, month: int, today: date) -> date | Refusal:
    if not 1 <= month <= 12:
        return Refusal("refusal.dates.unread", {"text": text.strip()[:40]})
    first = _typed(text, f"{year:04}-{month:02}-01", today)
    if isinstance(first, Refusal):
        return first
    last = first.replace(day=monthrange(year, month)[1])
    return today if (year, month) == (today.year, today.month) else last
