"""Tables for spreadsheets. What would be run as a formula is shown instead.

French spreadsheets part cells with semicolons, English ones with commas. The mark at the very
beginning makes Excel read accents. Lines end as RFC 4180 says.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Final

from coach_tui.engagement.fields import FieldSpec
from coach_tui.language import Words
from coach_tui.language.clean import clean

BOM: Final = "\ufeff"
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
SEPARATORS: Final = {"fr": ";", "en": ","}


def table(header: Sequence[str], rows: Iterable[Sequence[str]], language: str) -> str:
    """The table as text. Every cell is people's words unless it was written by `figure`."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=SEPARATORS[language], lineterminator="\r\n")
    writer.writerow([harmless(cell) for cell in header])
    for row in rows:
        writer.writerow([cell if isinstance(cell, Figure) else harmless(cell) for cell in row])
    return BOM + written.getvalue()


class Figure(str):
    """A number of ours: `-5` is a number, not the beginning of a formula."""

    __slots__ = ()


def cell_of(spec: FieldSpec, value: object, words: Words) -> str:
    """What a record says of a declared field, for a spreadsheet: days are ISO 8601."""
    if spec.kind == "flag":
        return words("form.yes" if value else "form.no")
    if spec.kind == "choice":
        return words(f"{spec.called}.{value}")
    if value is None:
        return ""
    return Figure(value) if spec.kind == "count" else str(value)


def harmless(text: str) -> str:
    """These words, with an apostrophe before what a spreadsheet would run as a formula."""
    said = clean(text).replace("\r", " ")
    return f"'{said}" if _would_run(said) else said


def as_meant(cell: str) -> str:
    """The words of a cell, without the apostrophe that made them harmless."""
    return cell[1:] if cell.startswith("'") and _would_run(cell[1:]) else cell


def _would_run(text: str) -> bool:
    return text.lstrip(" \u00a0\u202f\n").startswith(FORMULA)
