"""What is said of any table's columns (a few names, and how many more), and of its totals."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from coach_tui.language.clean import one_line
from coach_tui.language.listed import Listed

if TYPE_CHECKING:
    from coach_tui.exports.csv_header import LeftOut
    from coach_tui.language import Words


def columns_said(names: Iterable[str]) -> Listed:
    """These columns by their names; a dash for one that has none."""
    return Listed(one_line(name, 30) or "—" for name in names) or Listed("—")


def unread_words(unread: Sequence[str], words: "Words") -> str:
    """Columns of which nothing is known, and none of whose cells was read."""
    return words("table.columns-not-read", n=len(unread), columns=columns_said(unread))


def left_out_words(row: "LeftOut", words: "Words") -> str:
    """A row that sums up others, and is not read."""
    return words("table.total", line=row.line, text=one_line(row.text, 40))
