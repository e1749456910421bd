"""What a table brought in can't say of itself, as a form asks it."""

from __future__ import annotations

from coach_tui.asking.field import Field
from coach_tui.exports.csv_days import ORDERS
from coach_tui.language import Refusal, Words
from coach_tui.language.clean import one_line


def header_line_said(said: str) -> int | Refusal | None:
    """The line its header stands on; None where it is to be looked for."""
    line = said.strip()
    if line and not (line.isdecimal() and len(line) < 8):
        return Refusal("refusal.table.no-such-line", {"line": one_line(line, 20)}).of("header")
    return int(line) if line else None


def order_field(words: Words) -> Field:
    """In what order its days are written."""
    orders = tuple((each, words(f"table.answer.dates.{each}")) for each in ORDERS)
    return Field("order", words("table.answer.dates"), orders[0][0], "choice", orders)
