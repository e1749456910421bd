"""Text taken apart into rows of cells, each with the line of the file it begins on.

As RFC 4180 has it: a row ends with CR, LF or CRLF, unless that stands between quotation marks. The
`csv` module does the work; what it can't take apart is refused, named by its line.
"""

import csv
import io
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from coach_tui.exports.csv_writer import as_meant
from coach_tui.language.refusal import Refusal

CELL_LIMIT: Final = 20_000  # characters
NOTHING: Final = frozenset({
    "n/a", "na", "n.a.", "n.a", "n/d", "nd", "n.d.", "n.c.", "nc", "null", "none", "nan",
})  # fmt: skip
_DASHES: Final = "-–—−‒―‐‑"
_WORD: Final = re.compile(r"[^\W_]")
_LINE_ENDS: Final = re.compile(r"\r\n|\r|\n")


class CsvRow(NamedTuple):
    """The cells of a row, and the line it begins on, counted from 1 as editors do."""

    line: int
    cells: list[str]

    @property
    def blank(self) -> bool:
        """Whether no letter and no figure is in it: separators, dashes, nothing."""
        return not any(map(_WORD.search, self.cells))

    def line_of(self, place: int) -> int:
        """The line on which this cell begins."""
        return self.line + sum(line_ends(cell) for cell in self.cells[:place])


def line_ends(text: str) -> int:
    """How many lines end in this text."""
    return len(_LINE_ENDS.findall(text))


def start_of(text: str, line: int) -> int:
    """Where this line begins in the text."""
    start = 0
    for _ in range(line - 1):
        end = _LINE_ENDS.search(text, start)
        start = end.end() if end else len(text)
    return start


def rows_of(text: str, separator: str, first: int = 1) -> Iterator[CsvRow | Refusal]:
    """Every row but the empty lines, the first on line `first` of the file; where one can't be
    taken apart a refusal, and nothing after it."""
    csv.field_size_limit(CELL_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    done = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error:
            yield _unread(text[start_of(text, done + 1) :], separator, first + done)
            return
        if cells is None:
            return
        if cells:
            yield CsvRow(first + done, [as_meant(cell) for cell in cells])
        done = reader.line_num


def first_rows(text: str, separator: str, limit: int) -> list[CsvRow]:
    """The first rows with a word in them, read leniently: to see what kind of table it is."""
    csv.field_size_limit(CELL_LIMIT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    found: list[CsvRow] = []
    line = 1
    if not text.strip():  # millions of empty lines are none
        return found
    try:
        for cells in reader:
            row = CsvRow(line, [as_meant(cell) for cell in cells]) if cells else None
            line = reader.line_num + 1
            if row and not row.blank:
                found.append(row)
            if len(found) == limit:
                break
    except csv.Error:
        pass
    return found


def is_nothing(text: str) -> bool:
    """Whether a cell is empty, or says so: a dash or `n/a` stands for nothing, and never for 0."""
    said = text.strip()
    return not said.strip(_DASHES) or said.lower() in NOTHING


def open_quote(line: int) -> Refusal:
    """A quotation mark opened on this line is not closed: what follows can't be told apart."""
    return Refusal("refusal.table.open-quote", {"line": line})


def _unread(text: str, separator: str, line: int) -> Refusal:
    """Why the row that begins here, on this line of the file, can't be taken apart."""
    mark = re.escape(separator)
    cell = re.compile(rf'(?:"(?:[^"]++|"")*+"|[^"{mark}\r\n][^{mark}\r\n]*+)?({mark}|\r\n|\r|\n|$)')
    place = 0
    while (found := cell.match(text, place)) and found.end() > place:
        if found.end() - place > CELL_LIMIT:
            break
        place = found.end()
    if found and not line_ends(found[0].rstrip()):
        return Refusal("refusal.table.long-cell", {"line": line, "limit": CELL_LIMIT})
    return open_quote(line + line_ends(text[:place]))
