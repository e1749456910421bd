"""A table of readings brought in: read, its doubts settled, then added whole or not at all.

Both doors work through this: the command says on one line what the app asks in a form.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.kpi.readings import record_batch, record_reading
from coach_tui.engagement.profile import profile_of
from coach_tui.exports.company_said import CompanySaid, company_in, refuse_another, refuse_naming
from coach_tui.exports.csv_days import short_of
from coach_tui.exports.csv_header import LeftOut
from coach_tui.exports.csv_reader import CsvRow, CsvTable
from coach_tui.exports.kpi.columns import not_read, remember
from coach_tui.exports.kpi.doubts import Answers, Doubt, settled
from coach_tui.exports.kpi.readings_in import (
    Book,
    Cell,
    CellNotRead,
    FoundReading,
    Way,
    days_said,
    order_in,
    read_rows,
)
from coach_tui.language.refusal import Refusal

ONE_BY_ONE: Final = 200  # readings; beyond, a hundred thousand changes would slow every opening


class Outcome(NamedTuple):
    """What an import would do.

    found     what would be added; refused, what can't be read; known, how many are recorded.
    repeated  how many say again what another row says; read, how many readings the file holds.
    left_out  rows that sum up others; unread, columns of which nobody knows what they hold.
    doubts    what is to be said before anything is added.
    """

    found: tuple[FoundReading, ...]
    refused: tuple[CellNotRead, ...]
    known: int
    repeated: int
    read: int
    left_out: tuple[LeftOut, ...]
    unread: tuple[str, ...]
    doubts: tuple[Doubt, ...]

    @property
    def asks(self) -> bool:
        """Whether something has to be said before it can be added as it is."""
        return bool(self.doubts or self.refused)

    @property
    def useless(self) -> bool:
        """Whether nothing of the file could be read."""
        return not self.read


class ReadingsImport:
    """One table being brought in. Nothing is recorded before `decide`, and nothing by itself."""

    def __init__(self, table: CsvTable, way: Way, book: Book) -> None:
        self.table, self.way, self.book = table, way, book
        self._found: list[FoundReading] = []
        self._refused: list[CellNotRead] = []
        self._left_out: list[LeftOut] = []

    def read(self) -> Iterator[int]:
        """Read every row; how far it is, as the line of the file."""
        for cell in read_rows(self.table, self.way, self.book):
            self._take(cell)
            yield cell.line

    def outcome(self, answers: Answers) -> Outcome:
        """What it would do with these answers."""
        done = settled(self._found, self.book, answers)
        unread = not_read(self.table.header, self.way.meanings)
        refused, left_out = tuple(self._refused), tuple(self._left_out)
        read = len(self._found)
        return Outcome(
            done.found, refused, done.known, done.repeated, read, left_out, unread, done.doubts
        )

    def decide(self, outcome: Outcome, ids: Iterator[str], *, partly: bool) -> Decision:
        """The changes of the whole import, as one gesture: the readings, and what columns mean.

        Refused while something is in doubt; and where a cell can't be read, unless `partly`.
        """
        if outcome.doubts:
            n = sum(len(doubt.cases) for doubt in outcome.doubts)
            return Refusal("refusal.table.in-doubt", {"n": n})
        if outcome.refused and not partly:
            return Refusal("refusal.table.all-or-nothing", {"n": len(outcome.refused)})
        engagement = self.book.engagement
        drafts = [*remember(self.table.header, self.way.meanings, engagement)]
        return [*drafts, *_recorded(outcome.found, ids)]

    def _take(self, cell: Cell) -> None:
        if isinstance(cell, FoundReading):
            self._found.append(cell)
        elif isinstance(cell, CellNotRead):
            self._refused.append(cell)
        else:
            self._left_out.append(cell)


def begin_import(
    table: CsvTable, way: Way, book: Book, others: Iterable[str] = ()
) -> ReadingsImport | Refusal:
    """The import of this table; refused where it can't be taken apart, where it is another
    client's (`others`, the companies of this home beside ours), or in what order its days are
    written can't be told."""
    if refusal := table.refuse() or _of_another(table, way, book, others):
        return refusal
    order = order_in(table, way)
    if isinstance(order, Refusal):
        return order
    short = short_of(days_said(table, way), way.today)
    return ReadingsImport(table, way._replace(order=order, short=short), book)


def _of_another(table: CsvTable, way: Way, book: Book, others: Iterable[str]) -> Refusal | None:
    """Why this table is not this mission's: a line above it or a row names another company."""
    ours = profile_of(book.engagement).company
    if other := refuse_another(table.company, ours, "refusal.table.other-client-above"):
        return other
    if other := refuse_naming(table.top, ours, others):
        return other
    if "company" not in way.meanings or not ours:
        return None
    place = way.meanings.index("company")
    for row in (each for each in table.rows() if isinstance(each, CsvRow)):
        said = CompanySaid(company_in(row.cells[place]) if place < len(row.cells) else "", row.line)
        if other := refuse_another(said, ours, "refusal.table.other-client", table.header[place]):
            return other
    return None


def _recorded(found: Sequence[FoundReading], ids: Iterator[str]) -> list[Draft]:
    if len(found) > ONE_BY_ONE:
        return [record_batch(next(ids), [each.heard for each in found])]
    return [record_reading(next(ids), each.heard) for each in found]
