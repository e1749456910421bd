"""What a table of readings leaves in doubt: asked about, and never settled by the last line.

Three things: a day that is read already, or stands twice in the file; rates written as shares of
one where the KPI is in points; a value some hundred times off what was read until then.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from statistics import median
from typing import Final, NamedTuple

from coach_tui.engagement.kpi.series import readings_in_force
from coach_tui.exports.kpi.readings_in import Book, FoundReading

OFF: Final = 50  # times; what is further from what was read until then is asked about (ours)
ANSWERS: Final[Mapping[str, tuple[str, ...]]] = {
    "same_day": ("keep", "replace"), "rates": ("points", "shares"), "unlike": ("add", "skip"),
}  # fmt: skip
FEW: Final = 3  # values of a file by which one of them is judged where nothing was read before


class Answers(NamedTuple):
    """What was said of each kind of doubt; empty where nothing was.

    same_day  keep what is recorded and leave out what stands twice, or replace it by the file's.
    rates     in points, or shares of one to be multiplied by 100.
    unlike    add values far off, or skip them.
    """

    same_day: str = ""
    rates: str = ""
    unlike: str = ""


class Case(NamedTuple):
    """One reading in doubt: the lines it is on, what they say, and what is recorded, if any."""

    lines: tuple[int, ...]
    kpi: str
    day: date
    here: tuple[Decimal, ...]
    known: Decimal | None = None


class Doubt(NamedTuple):
    """Readings nobody can settle but whoever brings them in. `about` is a field of `Answers`."""

    about: str
    cases: tuple[Case, ...]


class _Past:
    """What was read of each KPI until a day; failing that first after it, or where it started."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._read = readings_in_force(book.engagement)
        self._days = {kpi: [each.day for each in read] for kpi, read in self._read.items()}

    def known(self, kpi: str, day: date) -> Decimal | None:
        """The value that counted on this day."""
        if not self._read.get(kpi):
            return self._book.kpis[kpi].baseline
        place = bisect_right(self._days[kpi], day)
        return self._read[kpi][max(place - 1, 0)].value

    def usual(self, kpi_id: str) -> Decimal | None:
        """What this KPI usually is: as it was read last, or where it started or should go."""
        if self._read.get(kpi_id):
            return self._read[kpi_id][-1].value
        kpi = self._book.kpis[kpi_id]
        aims = (kpi.baseline, kpi.limit, *(target.value for target in kpi.targets))
        return next((aim for aim in aims if aim), None)


def settled(
    found: Sequence[FoundReading], book: Book, answers: Answers
) -> tuple[tuple[FoundReading, ...], tuple[Doubt, ...]]:
    """The readings to add, the answers applied, and the doubts that nothing was said about."""
    doubts: list[Doubt] = []
    past = _Past(book)
    kept, shares = _rates(found, book, past, answers.rates)
    if shares:
        doubts.append(Doubt("rates", shares))
    kept, far = _unlike(kept, past, answers.unlike)
    if far:
        doubts.append(Doubt("unlike", far))
    kept, twice = _same_day(kept, book, answers.same_day)
    if twice:
        doubts.append(Doubt("same_day", twice))
    return tuple(kept), tuple(doubts)


def _rates(
    found: Sequence[FoundReading], book: Book, past: _Past, answer: str
) -> tuple[list[FoundReading], tuple[Case, ...]]:
    """Rates whose whole column reads as shares of one, in a KPI in points."""
    columns: dict[str, list[FoundReading]] = {}
    for each in found:
        if each.bare and each.heard.value and book.kpis[each.heard.kpi].unit == "percent":
            columns.setdefault(each.heard.kpi, []).append(each)
    shares = {kpi for kpi, column in columns.items() if _are_shares(column, past)}
    if answer == "shares":
        kept = [_times_100(each) if _in_doubt(each, shares) else each for each in found]
        return kept, ()
    if answer or not shares:
        return [*found], ()
    cases = [_case(each, past.known(*each.heard[:2])) for each in found if _in_doubt(each, shares)]
    return [each for each in found if not _in_doubt(each, shares)], tuple(cases)


def _are_shares(column: Sequence[FoundReading], past: _Past) -> bool:
    values = [abs(each.heard.value) for each in column]
    if max(values) > 1:
        return False
    usual = past.usual(column[0].heard.kpi)
    return not usual or median(values) * OFF <= abs(usual)


def _in_doubt(each: FoundReading, shares: set[str]) -> bool:
    return each.heard.kpi in shares and each.bare


def _times_100(each: FoundReading) -> FoundReading:
    return each._replace(heard=each.heard._replace(value=each.heard.value * 100))


def _unlike(
    found: Sequence[FoundReading], past: _Past, answer: str
) -> tuple[list[FoundReading], tuple[Case, ...]]:
    """Values far off what was read until then."""
    if answer == "add":
        return [*found], ()
    columns: dict[str, list[Decimal]] = {}
    for each in found:
        columns.setdefault(each.heard.kpi, []).append(abs(each.heard.value))
    here = {kpi: median(values) for kpi, values in columns.items() if len(values) >= FEW}
    kept: list[FoundReading] = []
    cases: list[Case] = []
    for each in found:
        known = past.known(*each.heard[:2])
        usual = abs(here.get(each.heard.kpi, Decimal(0)) if known is None else known)
        if _is_far(abs(each.heard.value), usual):
            cases.append(_case(each, usual if known is None else known))
        else:
            kept.append(each)
    return kept, () if answer else tuple(cases)


def _is_far(value: Decimal, usual: Decimal) -> bool:
    if not value or not usual:
        return False
    return value >= usual * OFF or usual >= value * OFF


def _same_day(
    found: Sequence[FoundReading], book: Book, answer: str
) -> tuple[list[FoundReading], tuple[Case, ...]]:
    """Days that are read already with another value, or stand more than once in the file."""
    recorded = {
        (kpi, reading.day): reading.value
        for kpi, readings in readings_in_force(book.engagement).items()
        for reading in readings
    }
    days: dict[tuple[str, date], list[FoundReading]] = {}
    for each in found:
        days.setdefault(each.heard[:2], []).append(each)
    doubtful = {day for day, several in days.items() if len(several) > 1 or day in recorded}
    if answer == "replace":
        last = {day: several[-1] for day, several in days.items()}
        return [each for each in found if last[each.heard[:2]] is each], ()
    kept = [each for each in found if each.heard[:2] not in doubtful]
    if answer:
        return kept, ()
    cases = [
        Case(
            tuple(each.line for each in days[day]), *day,
            tuple(each.heard.value for each in days[day]), recorded.get(day),
        )
        for day in days
        if day in doubtful
    ]  # fmt: skip
    return kept, tuple(cases)


def _case(each: FoundReading, known: Decimal | None) -> Case:
    heard = each.heard
    return Case((each.line,), heard.kpi, heard.day, (heard.value,), known)
