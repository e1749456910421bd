"""Readings as a table: out to a spreadsheet, in the shape `readings_in` takes back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from coach_tui.coach.kpi.overview import Entries, Followed, definition_of
from coach_tui.exports.csv_writer import Figure, table
from coach_tui.exports.kpi.limits import COLUMNS as LIMITS
from coach_tui.exports.kpi.limits import limit_cells
from coach_tui.exports.people import actor_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.units import bare_value

COLUMNS: Final = ("day", "kpi", "name", "value", "unit", "author", "company")


def readings_table(
    followed: Sequence[Followed],
    entries: Entries,
    words: Words,
    *,
    company: str,
    notes: bool = False,
) -> str:
    """Every reading that counts, a line each, the KPIs in order; days ISO 8601, numbers as the
    language writes them. What was noted is left out unless asked for; where a definition changed,
    each line says under which one it was read. Each names the company, for a table travels far."""
    redefined = any(each.earlier for each in followed)
    limited = any(each.behaviour and each.behaviour.limits for each in followed)
    columns = [*COLUMNS, *(LIMITS if limited else ()), *(["definition"] if redefined else [])]
    columns += ["note"] if notes else []
    header = [words(f"kpi.column.{name}") for name in columns]
    named = {"company": one_line(company)}
    rows = ({**row, **named} for row in _rows(followed, entries, words))
    kept = ([row[name] for name in columns] for row in rows)
    return table(header, kept, words.language)


def _rows(
    followed: Sequence[Followed], entries: Entries, words: Words
) -> Iterator[Mapping[str, str]]:
    for each in followed:
        past = [(series.kpi, series.readings, each._replace(behaviour=None))
                for series in each.earlier]  # fmt: skip
        # What is computed follows from its inputs, which are here.
        now = [] if each.computed else [(each.kpi, each.readings, each)]
        for kpi, readings, judged in (*past, *now):
            definition = definition_of(kpi, entries, words)
            for reading in readings:
                yield {
                    "day": reading.day.isoformat(),
                    "kpi": kpi.id,
                    "name": each.name,
                    "value": Figure(bare_value(reading.value, words)),
                    "unit": words(f"kpi.unit.{kpi.unit}"),
                    "author": actor_words(reading.actor, words),
                    "definition": definition,
                    "note": reading.note,
                    **limit_cells(judged, reading, words),
                }
