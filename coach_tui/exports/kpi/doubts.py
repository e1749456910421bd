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

from coach_tui.engagement.kpi.readings import one_a_day, readings_of
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


class Settled(NamedTuple):
    """What comes of a file: the readings to add, the doubts nothing was said about, how many are
    recorded already (`known`), how many say again what another row says (`repeated`)."""

    found: tuple[FoundReading, ...]
    doubts: tuple[Doubt, ...]
    known: int
    repeated: int


class _Past:
    """What was read of each KPI until a day; failing that first after it, or where it started."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._read = readings_in_force(book.engagement)
        self._days = {kpi: [each.day for each in read] for kpi, read in self._read.items()}
        self.recorded = {
            (kpi, each.day): each.value
            for kpi, read in readings_of(book.engagement).items()
            for each in one_a_day(read)
        }

    def says(self, each: FoundReading) -> bool:
        """Whether its day is read already, with its value: there is nothing to ask."""
        return self.recorded.get(each.heard[:2]) == each.heard.value

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


def settled(found: Sequence[FoundReading], book: Book, answers: Answers) -> Settled:
    """What comes of these readings of a file, in its order, the answers applied."""
    doubts: list[Doubt] = []
    past = _Past(book)
    kept, shares = _rates(found, book, past, answers.rates)
    if shares:
        doubts.append(Doubt("rates", shares))
    kept, far = _unlike(kept, past, answers.unlike)
    if far:
        doubts.append(Doubt("unlike", far))
    done = _same_day(kept, past, answers.same_day)
    return done._replace(doubts=(*doubts, *done.doubts))


def _rates(
    found: Sequence[FoundReading], book: Book, past: _Past, answer: str
) -> tuple[list[FoundReading], tuple[Case, ...]]:
    """Rates whose whole column reads as shares of one, in a KPI in points."""
    columns: dict[str, list[FoundReading]] = {}
    for each in found:
        percent = book.kpis[each.heard.kpi].unit == "percent"
        if percent and each.bare and each.heard.value and not past.says(each):
            columns.setdefault(each.heard.kpi, []).append(each)
    shares = {kpi for kpi, column in columns.items() if _are_shares(column, past)}

    def doubted(each: FoundReading) -> bool:
        return each.heard.kpi in shares and each.bare and not past.says(each)

    if answer == "shares":
        return [_times_100(each) if doubted(each) else each for each in found], ()
    if answer or not shares:
        return [*found], ()
    cases = [_case(each, past.known(*each.heard[:2])) for each in found if doubted(each)]
    return [each for each in found if not doubted(each)], tuple(cases)


def _are_shares(column: Sequence[FoundReading], past: _Past) -> bool:
    values = [abs(each.heard.value) for each in column]
    if max(values) > 1:
        return False
    usual = past.usual(column[0].heard.kpi)
    return not usual or median(values) * OFF <= abs(usual)


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
        if not past.says(each):
            columns.setdefault(each.heard.kpi, []).append(abs(each.heard.value))
    here = {kpi: median(values) for kpi, values in columns.items() if len(values) >= FEW}
    kept: list[FoundReading] = []
    cases: list[Case] = []
    for each in found:
        known = past.known(*each.heard[:2])
        usual = abs(here.get(each.heard.kpi, Decimal(0)) if known is None else known)
        if not past.says(each) and _is_far(abs(each.heard.value), usual):
            cases.append(_case(each, usual if known is None else known))
        else:
            kept.append(each)
    return kept, () if answer else tuple(cases)


def _is_far(value: Decimal, usual: Decimal) -> bool:
    if not value or not usual:
        return False
    return value >= usual * OFF or usual >= value * OFF


def _same_day(found: Sequence[FoundReading], past: _Past, answer: str) -> Settled:
    """What counts of each day: of several values the file's last, where that is said."""
    days: dict[tuple[str, date], list[FoundReading]] = {}
    for each in found:
        days.setdefault(each.heard[:2], []).append(each)
    added: list[FoundReading] = []
    cases: list[Case] = []
    known = repeated = 0
    for day, several in days.items():
        last, recorded = several[-1].heard.value, past.recorded.get(day)
        agreed = len({each.heard.value for each in several}) == 1
        if agreed and recorded is None:
            added.append(several[0])
            repeated += len(several) - 1
        elif agreed and recorded == last:
            known += len(several)
        elif answer == "replace" and recorded == last:
            known += 1
        elif answer == "replace":
            added.append(several[-1])
        elif not answer:
            lines = tuple(dict.fromkeys(each.line for each in several))
            cases.append(Case(lines, *day, tuple(each.heard.value for each in several), recorded))
    doubts = (Doubt("same_day", tuple(cases)),) if cases else ()
    added.sort(key=lambda each: each.line)
    return Settled(tuple(added), doubts, known, repeated)


def _case(each: FoundReading, known: Decimal | None) -> Case:
    heard = each.heard
    return Case((each.line,), heard.kpi, heard.day, (heard.value,), known)
