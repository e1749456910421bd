"""Readings out of a spreadsheet's export: what each cell would add, or why it can't be read.

Nothing is recorded here; the whole is, or nothing (`importing.py`).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from coach_tui.engagement.kpi.derived import is_computed
from coach_tui.engagement.kpi.new_reading import refuse_reading, refuse_unit
from coach_tui.engagement.kpi.readings import Heard, refuse_note
from coach_tui.engagement.kpi.record import Kpi, kpis_of
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.csv_days import FRENCH, order_meant, read_day
from coach_tui.exports.csv_header import DAY_NAMES, LeftOut, bare_name, total_of
from coach_tui.exports.csv_reader import CsvRow, CsvTable
from coach_tui.exports.csv_rows import is_nothing, open_quote
from coach_tui.exports.kpi.columns import ON, UNIT_NAMES, Meanings, unit_beside
from coach_tui.language.clean import one_line
from coach_tui.language.fold import folded
from coach_tui.language.numbers import Amount, has_decimal_comma, read_amount
from coach_tui.language.refusal import Refusal


class FoundReading(NamedTuple):
    """A reading that would be added, and the line it stands on. `bare`: no unit is beside it."""

    line: int
    heard: Heard
    bare: bool = False


class CellNotRead(NamedTuple):
    """A cell, or a line, that would not be, and why."""

    line: int
    text: str
    refusal: Refusal


Cell = FoundReading | CellNotRead | LeftOut


class Way(NamedTuple):
    """How a table is to be read: what its columns mean, and how its figures are written.

    numbers  the language of its numbers; order  of its days: dmy, mdy, or as its column has it.
    short    what `Sept 26` is in it: a month, a day, or as its column has it.
    """

    meanings: Meanings
    numbers: str
    today: date
    order: str = ""
    short: str = ""


class Book(NamedTuple):
    """What the cells are read against: the KPIs, every name they go by, what was read of them."""

    engagement: Engagement
    kpis: Mapping[str, Kpi]
    names: Mapping[str, str]
    computed: frozenset[str]


def book_of(engagement: Engagement, names: Mapping[str, str]) -> Book:
    """The KPIs followed, by every name they go by."""
    kpis = kpis_of(engagement)
    computed = frozenset(kpi.id for kpi in kpis.values() if is_computed(engagement, kpi))
    return Book(engagement, kpis, names, computed)


def order_in(table: CsvTable, way: Way) -> str | Refusal:
    """In which order the table writes its days: as said, or as its column has it all along.

    A refusal where the whole of it can be read two ways, or where neither fits: to be asked.
    """
    is_french = (way.numbers, table.separator) == FRENCH
    return order_meant(days_said(table, way), way.order, is_french=is_french)


def days_said(table: CsvTable, way: Way) -> list[str]:
    """What stands where the table writes its days."""
    if "date" in way.meanings:
        place = way.meanings.index("date")
        return [_cell(row.cells, place) for row in table.rows() if isinstance(row, CsvRow)]
    return [name for name, means in zip(table.header, way.meanings, strict=True) if means == ON]


def read_rows(table: CsvTable, way: Way, book: Book) -> Iterator[Cell]:
    """What each cell of values says. `way.order` is known by now (`order_in`)."""
    reader = _Reader(table, way, book)
    for row in table.rows():
        if isinstance(row, Refusal):
            yield CellNotRead(row.values["line"], "", row)
        else:
            yield from reader.read(row)


class _Reader:
    """One table being read; a day or a number written a thousand times is read once."""

    def __init__(self, table: CsvTable, way: Way, book: Book) -> None:
        self._way, self._book, self._header = way, book, table.header
        self._separator = table.separator
        self._currency = profile_of(book.engagement).currency
        self._places = {means: place for place, means in enumerate(way.meanings)}
        self._wide = [
            (place, means.removeprefix("kpi:"))
            for place, means in enumerate(way.meanings)
            if means.startswith("kpi:")
        ]
        self._valued = [
            place
            for place, means in enumerate(way.meanings)
            if means in ("value", ON) or means.startswith("kpi:")
        ]
        self._on = [place for place, means in enumerate(way.meanings) if means == ON]
        self._decimal_comma = way.numbers == "en" and self._has_decimal_comma(table)
        self._days: dict[str, date | Refusal] = {}
        self._units = [unit_beside(name) for name in table.header]
        self._unit_of_row = next(
            (place for place, name in enumerate(table.header) if bare_name(name) in UNIT_NAMES
             and way.meanings[place] in ("", "ignore")), None,
        )  # fmt: skip
        self._another_began = False
        self._amounts: dict[tuple[str, str], Amount | Refusal] = {}

    def read(self, row: CsvRow) -> Iterator[Cell]:
        """Every cell of values of this row."""
        day = None if self._on else self._day(self._said(row, "date"))
        if self._another_began or tuple(row.cells[: len(self._header)]) == self._header:
            return  # the header once more, as of tables put end to end, is no row
        if self._names_a_day(row):
            self._another_began = True
            values = {"line": row.line}
            yield CellNotRead(row.line, "", Refusal("refusal.table.another-begins", values))
        elif not isinstance(day, date) and (label := total_of(row.cells)):
            yield LeftOut(row.line, label)
        elif (width := _width(row)) > len(self._header):
            values = {"cells": width, "columns": len(self._header)}
            yield CellNotRead(row.line, self._label(row), Refusal("refusal.table.too-long", values))
        elif (line := self._swallowed(row)) is not None:
            yield CellNotRead(line, self._label(row), open_quote(line))
        elif isinstance(day, Refusal):
            if not all(is_nothing(_cell(row.cells, place)) for place in self._valued):
                yield CellNotRead(row.line, self._said(row, "date"), day)
        else:
            for place, kpi_id, on in self._values(row, day):
                yield from self._value(row, place, kpi_id, on)

    def _names_a_day(self, row: CsvRow) -> bool:
        """Whether this row names the column of the day, as a header does, and others beside it."""
        said = bare_name(self._said(row, "date"))
        return said in DAY_NAMES and sum(bool(cell.strip()) for cell in row.cells) > 1

    def _values(self, row: CsvRow, day: date | None) -> Iterator[tuple[int, str, date | Refusal]]:
        """The cells of values: where each stands, of which KPI and day it is."""
        said = self._said(row, "kpi")
        named = self._book.names.get(folded(said), said)
        for place in self._on:
            yield place, named, self._day(self._header[place])
        if day is not None:
            yield from ((place, kpi_id, day) for place, kpi_id in self._wide)
            if "value" in self._places:
                yield self._places["value"], named, day

    def _value(self, row: CsvRow, place: int, kpi_id: str, day: date | Refusal) -> Iterator[Cell]:
        text = _cell(row.cells, place)
        if is_nothing(text):
            return
        read = day if isinstance(day, Refusal) else self._heard(row, place, kpi_id, day)
        yield CellNotRead(row.line_of(place), text, read) if isinstance(read, Refusal) else read

    def _heard(self, row: CsvRow, place: int, kpi_id: str, day: date) -> FoundReading | Refusal:
        if kpi_id in self._book.computed:
            return Refusal("refusal.kpi.computed-one", {"kpi": kpi_id})
        kpi = self._book.kpis.get(kpi_id)
        if kpi is None:
            return Refusal("refusal.kpi.unknown", {"kpi": one_line(kpi_id, 40) or "—"})
        text = _cell(row.cells, place)
        bare = self._amount(text)
        beside = self._units[place] or unit_beside(f"({_cell(row.cells, self._unit_of_row)})")
        unit = beside if _has_no_unit(bare) else ""
        amount = self._amount(text, unit) if unit else bare
        if isinstance(amount, Refusal):
            return amount
        note = self._said(row, "note")
        note = "" if is_nothing(note) else note
        refusal = refuse_unit(kpi.unit, amount.unit, f"{text} {unit}".strip())
        refusal = refusal or refuse_reading(kpi, day, amount.value, self._way.today)
        refusal = refusal or (refuse_note(note) if note else None)
        return refusal or FoundReading(
            row.line, Heard(kpi.id, day, amount.value, note), bare=_has_no_unit(bare)
        )

    def _amount(self, text: str, unit: str = "") -> Amount | Refusal:
        """What a cell says, as if this unit of its column were written in it."""
        if (text, unit) not in self._amounts:
            self._amounts[text, unit] = read_amount(
                f"{text} {unit}", self._way.numbers, self._currency,
                decimal_comma=self._decimal_comma,
            )  # fmt: skip
        return self._amounts[text, unit]

    def _has_decimal_comma(self, table: CsvTable) -> bool:
        """Whether any value of the table has one: what writes one so, writes all of them so."""
        rows = (row.cells for row in table.rows() if isinstance(row, CsvRow))
        values = (_cell(cells, place) for cells in rows for place in self._valued)
        return any(has_decimal_comma(text) for text in values if "," in text)

    def _swallowed(self, row: CsvRow) -> int | None:
        """The line of a quotation mark that is closed rows later, by another's: None as a rule.

        A cell of several lines is no such thing, unless one of its lines reads as a row would.
        """
        for place, cell in enumerate(row.cells):
            for line in cell.splitlines()[1:] if "\n" in cell or "\r" in cell else ():
                parts = line.split(self._separator)
                day = _cell(parts, self._places.get("date", 0))
                if len(parts) >= min(len(self._header), 2) and isinstance(self._day(day), date):
                    return row.line_of(place)
        return None

    def _day(self, text: str) -> date | Refusal:
        if text not in self._days:
            self._days[text] = read_day(text, self._way.order, self._way.today, self._way.short)
        return self._days[text]

    def _said(self, row: CsvRow, means: str) -> str:
        return _cell(row.cells, self._places.get(means))

    def _label(self, row: CsvRow) -> str:
        """What the row is called in a message: its first words."""
        return next((cell for cell in row.cells if cell.strip() and not is_nothing(cell)), "")


def _has_no_unit(amount: Amount | Refusal) -> bool:
    return isinstance(amount, Amount) and not amount.unit


def _width(row: CsvRow) -> int:
    return max((place for place, cell in enumerate(row.cells, 1) if cell.strip()), default=0)


def _cell(cells: Sequence[str], place: int | None) -> str:
    return cells[place] if place is not None and place < len(cells) else ""
