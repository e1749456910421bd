"""Readings as a table: out to a spreadsheet, in the shape `readings_in` takes back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from coach_tui.coach.kpi.overview import Followed
from coach_tui.exports.csv_writer import Figure, table
from coach_tui.exports.people import actor_words
from coach_tui.language import Words
from coach_tui.language.units import bare_value

COLUMNS: Final = ("day", "kpi", "name", "value", "unit", "author", "note")


def readings_table(followed: Sequence[Followed], words: Words, *, notes: bool = False) -> str:
    """Every reading, a line each, the KPIs in order; days ISO 8601, numbers as the language
    writes them. What was noted is left out unless asked for."""
    columns = COLUMNS if notes else COLUMNS[:-1]
    header = [words(f"kpi.column.{name}") for name in columns]
    return table(header, _rows(followed, words, notes=notes), words.language)


def _rows(followed: Sequence[Followed], words: Words, *, notes: bool) -> Iterator[list[str]]:
    for each in followed:
        if each.computed:  # it follows from its inputs, which are here
            continue
        unit = words(f"kpi.unit.{each.kpi.unit}")
        for reading in each.readings:
            row = [
                reading.day.isoformat(),
                each.kpi.id,
                each.name,
                Figure(bare_value(reading.value, words)),
                unit,
                actor_words(reading.actor, words),
            ]
            yield [*row, reading.note] if notes else row
