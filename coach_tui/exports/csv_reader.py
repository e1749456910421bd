"""A spreadsheet's export, taken apart: which bytes, which separator, which columns.

French Excel writes semicolons and, unless told otherwise, Windows-1252; others UTF-8 or UTF-16.
"""

import csv
from collections.abc import Iterator
from typing import Final, NamedTuple

from coach_tui.exports.csv_writer import as_meant
from coach_tui.language.clean import one_line
from coach_tui.language.refusal import Refusal

BYTES_LIMIT: Final = 64 * 1024 * 1024
COLUMNS_LIMIT: Final = 200
CELL_LIMIT: Final = 20_000
_SEPARATORS: Final = ";\t,"


class Table(NamedTuple):
    """A table as text, and how to read it. `lines` counts them, roughly, before they are read."""

    text: str
    separator: str
    header: tuple[str, ...]
    lines: int

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with the number of its line; rows without a word are passed over."""
        reader = csv.reader(self.text.splitlines(keepends=True), delimiter=self.separator)
        next(reader, None)
        for row in reader:
            if any(cell.strip() for cell in row):
                yield reader.line_num, [as_meant(cell) for cell in row]


def decoded(raw: bytes) -> str | Refusal:
    """The text of these bytes, whatever spreadsheet wrote them."""
    if len(raw) > BYTES_LIMIT:
        return Refusal("refusal.table.too-large", {"limit": BYTES_LIMIT // 1024 // 1024})
    try:
        if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return raw.decode("utf-16")
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if b"\0" in raw:
        return Refusal("refusal.table.not-text")
    return raw.decode("cp1252", "replace")


def read_table(text: str) -> Table | Refusal:
    """The table in this text, its first line the names of its columns."""
    csv.field_size_limit(CELL_LIMIT)
    text = text.lstrip("\ufeff")
    first = text.lstrip("\r\n").split("\n", 1)[0].rstrip("\r")
    said, _, rest = text.partition("\n")
    if said.strip().lower().startswith("sep=") and len(said.strip()) == 5:  # Excel's own hint
        text, first = rest, rest.split("\n", 1)[0].rstrip("\r")
    text = text.lstrip("\r\n")
    if not first.strip():
        return Refusal("refusal.table.empty")
    separator = max(_SEPARATORS, key=lambda mark: _outside_quotes(first, mark))
    try:
        header = next(csv.reader(text.splitlines(keepends=True), delimiter=separator))
    except csv.Error:
        return Refusal("refusal.table.unread")
    if len(header) > COLUMNS_LIMIT:
        return Refusal("refusal.table.too-wide", {"n": len(header), "limit": COLUMNS_LIMIT})
    names = tuple(one_line(as_meant(name), 80) for name in header)
    return Table(text, separator, names, text.count("\n") + (not text.endswith("\n")) - 1)


def _outside_quotes(line: str, mark: str) -> int:
    return sum(part.count(mark) for part in line.split('"')[::2])
