"""A spreadsheet's export as a table: the names of its columns, then its rows."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from coach_tui.exports.company_said import CompanySaid, company_above
from coach_tui.exports.csv_bytes import BYTES_LIMIT, decoded
from coach_tui.exports.csv_header import find_header
from coach_tui.exports.csv_rows import CsvRow, line_ends, rows_of, start_of
from coach_tui.language.clean import one_line
from coach_tui.language.refusal import Refusal

COLUMNS_LIMIT: Final = 1_000


class CsvTable(NamedTuple):
    """A table as text from its header on, and how to read it.

    header   the names of its columns, and `header_line` the line of the file they stand on.
    above    how many rows with words stand above the header: they are passed over; `top`, what
             they say.
    lines    how many lines there are, roughly, before they are read.
    company  whose a line above the header says that it is; None where none does.
    """

    text: str
    separator: str
    header: tuple[str, ...]
    header_line: int
    above: int
    lines: int
    company: CompanySaid | None
    top: str = ""

    def rows(self) -> Iterator[CsvRow | Refusal]:
        """Each row with a word in it; where one can't be taken apart a refusal, and no more."""
        for row in rows_of(self.text, self.separator, self.header_line):
            if isinstance(row, Refusal) or (row.line > self.header_line and not row.blank):
                yield row

    def refuse(self) -> Refusal | None:
        """Why the table can't be read to its end: it is then not read at all."""
        return next((row for row in self.rows() if isinstance(row, Refusal)), None)


def read_table(text: str, header_line: int | None = None) -> CsvTable | Refusal:
    """The table in this text. Its header is looked for, or taken from the line that is said."""
    text = text.removeprefix("\ufeff")
    sight = None if header_line == 0 else find_header(text, header_line or 0)
    if sight is None:
        if header_line is not None:
            return Refusal("refusal.table.no-such-line", {"line": header_line})
        return Refusal("refusal.table.empty")
    start = start_of(text, sight.row.line)
    above, below = text[:start], text[start:]
    row = next(rows_of(below, sight.separator, sight.row.line))
    if isinstance(row, Refusal):
        return row
    cells = row.cells
    while cells and not cells[-1].strip():
        cells = cells[:-1]
    if len(cells) > COLUMNS_LIMIT:
        return Refusal("refusal.table.too-wide", {"n": len(cells), "limit": COLUMNS_LIMIT})
    names = tuple(one_line(name, 80) for name in cells)
    whose = company_above(above)
    lines = line_ends(below)
    return CsvTable(below, sight.separator, names, row.line, sight.place, lines, whose, above)


__all__ = ["BYTES_LIMIT", "CsvRow", "CsvTable", "decoded", "read_table"]
