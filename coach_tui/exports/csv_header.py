"""Where a table's header is, and what parts its cells.

Advertising platforms, analytics and banks write titles, dates and empty lines above it. It is the
row under whose column of the day a day stands; failing that, the first that reads like names.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from coach_tui.exports.csv_days import is_day
from coach_tui.exports.csv_rows import CsvRow, first_rows
from coach_tui.language.fold import folded

SCANNED: Final = 60  # rows with a word in them; nobody writes more above a header
BEST: Final = 5
BELOW: Final = 3  # rows under a header that are looked at
SEPARATORS: Final = ";\t,|"
DAY_NAMES: Final = frozenset({
    "date", "jour", "day", "le", "periode", "period", "mois", "month", "semaine", "week",
    "start date", "date de debut", "timestamp", "horodatage", "datetime", "heure", "time",
})  # fmt: skip
_HINT: Final = re.compile(r"sep=(.)(?:\r\n|\r|\n)", re.IGNORECASE)  # Excel's own
_PARENTHESES: Final = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_NUMBER: Final = re.compile(
    r"[-+−(]?\s*[€$£]?\s*\d[\d .,'’\u00a0\u202f]*\)?\s*(?:%|[kKmM]?€|[kKmM]|EUR|\$|£)?"
)
_TOTAL: Final = re.compile(
    r"(?:(?:grand|sous|sub)[- ]?)?tota(?:ls?|ux|les?)\b|somme\b|sum\b|moyenne\b|average\b"
    r"|mean\b|cumul\b"
)
_TOTAL_ALONE: Final = re.compile(
    r"(?:(?:grand|sous|sub)[- ]?)?tota(?:ls?|ux)(?: (?:general|generaux|global))?"
)


class LeftOut(NamedTuple):
    """A row that sums up others: it is no reading."""

    line: int
    text: str


class Sight(NamedTuple):
    """A row seen as a header: how well it fits (`rank`, the best highest), how many of the rows
    below are as wide, how wide it is. `place` counts the rows with words above it."""

    rank: int
    alike: int
    width: int
    separator: str
    row: CsvRow
    place: int


def hinted(text: str) -> str:
    """The separator that Excel's own first line names; empty where it names none."""
    found = _HINT.match(text)
    return found[1] if found else ""


def find_header(text: str, line: int = 0) -> Sight | None:
    """The header, or what stands on this `line` of the file; None where there is no such row."""
    hint = hinted(text)
    sights: list[Sight] = []
    for separator in hint or SEPARATORS:
        rows = first_rows(text, separator, line + BELOW if line else SCANNED)
        rows = [row for row in rows if not (hint and row.line == 1)]
        for place, row in enumerate(rows):
            if not line or row.line == line:
                sights.append(_sight(rows, place, separator))
                if sights[-1].rank == BEST:
                    break
    return max(
        sights, key=lambda each: (each.rank, each.alike, each.width, -each.place), default=None
    )


def lines_naming(text: str, is_named: Callable[[str], bool]) -> list[int]:
    """The first lines that would be a header with a column so named, whatever parts its cells."""
    text = text.removeprefix("\ufeff")
    return sorted(
        {
            row.line
            for separator in hinted(text) or SEPARATORS
            for row in first_rows(text, separator, SCANNED)
            if any(map(is_named, row.cells))
        }
    )


def bare_name(name: str) -> str:
    """A column's name as names are compared: `Start Date (in UTC)` is “start date”."""
    return folded(_PARENTHESES.sub("", name).strip())


def total_of(cells: Sequence[str]) -> str:
    """The cell that says that this row sums up others; empty where none does."""
    return next((cell for cell in cells if _TOTAL.match(folded(cell.strip(" :*-—–")))), "")


def is_total(cell: str) -> bool:
    """Whether a cell says this and nothing more: “Total Expert” is the name of a tool."""
    return _TOTAL_ALONE.fullmatch(folded(cell.strip(" :*-—–"))) is not None


def _sight(rows: Sequence[CsvRow], place: int, separator: str) -> Sight:
    row, below = rows[place], rows[place + 1 : place + 1 + BELOW]
    width = _width(row)
    alike = sum(_width(other) == width for other in rows[place + 1 :])
    return Sight(_rank(row.cells, below), alike, width, separator, row, place)


def _rank(cells: Sequence[str], below: Sequence[CsvRow]) -> int:
    said = [cell.strip() for cell in cells]
    if sum(map(bool, said)) < 2:
        return 0
    if is_day(said[0]) or any(_NUMBER.fullmatch(cell) and not is_day(cell) for cell in said):
        return 1
    if days := [place for place, cell in enumerate(said) if is_day(cell)]:
        return 4 if _has_figures_under(days, below) else 1
    named = [place for place, cell in enumerate(said) if bare_name(cell) in DAY_NAMES]
    if any(_is_day_under(place, below) for place in named):
        return BEST
    if any(_is_day_under(place, below) for place in range(len(said))):
        return 4
    return 3 if named else 2


def _is_day_under(place: int, below: Sequence[CsvRow]) -> bool:
    return any(place < len(row.cells) and is_day(row.cells[place]) for row in below)


def _has_figures_under(days: Sequence[int], below: Sequence[CsvRow]) -> bool:
    """Whether words begin the next row and a figure stands under a month: KPIs as rows."""
    if not below or not below[0].cells[0].strip() or is_day(below[0].cells[0]):
        return False
    cells = below[0].cells
    return any(place < len(cells) and _NUMBER.fullmatch(cells[place].strip()) for place in days)


def _width(row: CsvRow) -> int:
    return max((place for place, cell in enumerate(row.cells, 1) if cell.strip()), default=0)
