"""Tables of GFM whose cells hold people's words: as many cells in each row as there are heads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coach_tui.exports.markdown import escaped


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table; every cell is escaped, and an empty one shows a dash."""
    lines = [_row(heads), _row(["---"] * len(heads), raw=True)]
    return lines + [_row(row) for row in rows]


def raw_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """The same of cells that are Markdown already, each on one line."""
    lines = [_row(heads, raw=True), _row(["---"] * len(heads), raw=True)]
    return lines + [_row([cell or "—" for cell in row], raw=True) for row in rows]


def _row(cells: Sequence[str], *, raw: bool = False) -> str:
    return "| " + " | ".join(cell if raw else escaped(cell) or "—" for cell in cells) + " |"
