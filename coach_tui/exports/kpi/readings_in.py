"""Readings out of a spreadsheet's export: what each column means, what each line would add.

Two shapes are read, and may be mixed: a column of values for each KPI, or a column that names the
KPI beside one of values. Nothing is recorded here; the whole is, or nothing.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from coach_tui.engagement.change import Draft
from coach_tui.engagement.kpi.derived import is_computed
from coach_tui.engagement.kpi.new_reading import refuse_reading, refuse_unit
from coach_tui.engagement.kpi.readings import (
    Heard,
    readings_of,
    record_batch,
    record_reading,
    refuse_note,
)
from coach_tui.engagement.kpi.record import Kpi
from coach_tui.engagement.state import Engagement, text_of, viewed
from coach_tui.exports.csv_reader import Table
from coach_tui.language.clean import one_line
from coach_tui.language.dates import read_date
from coach_tui.language.fold import folded
from coach_tui.language.numbers import read_amount
from coach_tui.language.refusal import Refusal

COLUMN: Final = "csv-column"  # what a header name means, remembered in the engagement
ONE_BY_ONE: Final = 200  # readings; beyond, a hundred thousand changes would slow every opening
MEANINGS: Final = ("date", "kpi", "value", "note", "ignore")
NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "date": ("date", "jour", "day", "le", "periode", "period"),
    "kpi": ("kpi", "indicateur", "indicator", "metric", "id"),
    "value": ("valeur", "value", "montant", "amount"),
    "note": ("note", "notes", "commentaire", "comment"),
    "ignore": ("nom", "name", "unite", "unit", "par", "by", "definition"),
}


class Found(NamedTuple):
    """A reading that would be added, with the line it stands on."""

    line: int
    heard: Heard


class NotRead(NamedTuple):
    """A cell, or a line, that would not be, and why."""

    line: int
    text: str
    refusal: Refusal


class Known(NamedTuple):
    """A reading that is recorded already, with the same day and value."""

    line: int


class Preview(NamedTuple):
    """What an import would do. Nothing of it is recorded until `record_all` is."""

    found: tuple[Found, ...] = ()
    refused: tuple[NotRead, ...] = ()
    known: int = 0


Meanings = Mapping[str, str]  # header name → "date", "kpi", "value", "note", "ignore", "kpi:<id>"


def meanings_of(
    header: Sequence[str], engagement: Engagement, names: Mapping[str, str]
) -> dict[str, str]:
    """What each column means as far as it can be told: as said before, by its name, or nothing.

    `names` gives the KPI of a name (its id and what people call it, folded).
    """
    remembered = remembered_columns(engagement)
    usual = {name: meaning for meaning, called in NAMES.items() for name in called}
    found: dict[str, str] = {}
    for name in header:
        said = folded(name)
        kpi = names.get(said)
        found[name] = remembered.get(said) or usual.get(said) or (f"kpi:{kpi}" if kpi else "")
    return found


def refuse_meanings(meanings: Meanings) -> Refusal | None:
    """Why a table can't be read with these meanings."""
    said = list(meanings.values())
    if said.count("date") != 1:
        return Refusal("refusal.table.one-date", {"columns": ", ".join(meanings) or "—"})
    if "value" in said and "kpi" not in said:
        return Refusal("refusal.table.value-of-what")
    if "value" not in said and not any(meaning.startswith("kpi:") for meaning in said):
        return Refusal("refusal.table.no-values", {"columns": ", ".join(meanings)})
    return None


def read_rows(
    table: Table,
    meanings: Meanings,
    engagement: Engagement,
    kpis: Mapping[str, Kpi],
    names: Mapping[str, str],
    *,
    language: str,
    today: date,
) -> Iterator[Found | NotRead | Known]:
    """What each cell of values says, in the language its numbers and days are written in."""
    places = {meanings.get(name, ""): place for place, name in enumerate(table.header)}
    wide = [
        (place, meaning.removeprefix("kpi:"))
        for place, name in enumerate(table.header)
        if (meaning := meanings.get(name, "")).startswith("kpi:")
    ]
    recorded = {
        (reading.kpi, reading.day, reading.value)
        for readings in readings_of(engagement).values()
        for reading in readings
    }
    computed = {kpi.id for kpi in kpis.values() if is_computed(engagement, kpi)}
    try:
        for line, row in table.rows():
            day = read_date(_cell(row, places["date"]), language, today, "past")
            note = _cell(row, places.get("note"))
            if isinstance(day, Refusal):
                yield NotRead(line, _cell(row, places["date"]), day)
                continue
            cells = [(_cell(row, place), kpi_id) for place, kpi_id in wide]
            if "value" in places:
                said = _cell(row, places.get("kpi"))
                cells.append((_cell(row, places["value"]), names.get(folded(said), said)))
            for text, kpi_id in cells:
                if text.strip() and kpi_id in computed:
                    yield NotRead(line, text, Refusal("refusal.kpi.computed-one", {"kpi": kpi_id}))
                elif text.strip():
                    yield _read_cell(line, text, kpi_id, day, note, kpis, recorded, language, today)
    except csv.Error:
        yield NotRead(line=0, text="", refusal=Refusal("refusal.table.unread"))


def record_all(
    found: Sequence[Found], ids: Iterator[str], meanings: Meanings, engagement: Engagement
) -> list[Draft]:
    """The changes of the whole import, as one gesture: the readings, and what columns mean."""
    remembered = remembered_columns(engagement)
    drafts = [
        Draft(COLUMN, folded(name), {"means": meaning})
        for name, meaning in meanings.items()
        if meaning and remembered.get(folded(name)) != meaning
    ]
    if len(found) > ONE_BY_ONE:
        return [*drafts, record_batch(next(ids), [each.heard for each in found])]
    return [*drafts, *(record_reading(next(ids), each.heard) for each in found)]


@viewed
def remembered_columns(engagement: Engagement) -> Mapping[str, str]:
    """What columns of these (folded) names were said to mean before."""
    return {
        name: meaning
        for name, record in engagement.records(COLUMN).items()
        if (meaning := text_of(record, "means"))
    }


def _read_cell(
    line: int,
    text: str,
    kpi_id: str,
    day: date,
    note: str,
    kpis: Mapping[str, Kpi],
    recorded: set[tuple[str, date, Decimal]],
    language: str,
    today: date,
) -> Found | NotRead | Known:
    kpi = kpis.get(kpi_id)
    if kpi is None:
        unknown = Refusal("refusal.kpi.unknown", {"kpi": one_line(kpi_id, 40)})
        return NotRead(line, text, unknown)
    amount = read_amount(text, language)
    if isinstance(amount, Refusal):
        return NotRead(line, text, amount)
    refusal = refuse_unit(kpi.unit, amount.unit, text)
    refusal = refusal or refuse_reading(kpi, day, amount.value, today) or refuse_note(note)
    if refusal:
        return NotRead(line, text, refusal)
    if (kpi.id, day, amount.value) in recorded:
        return Known(line)
    recorded.add((kpi.id, day, amount.value))  # the same line twice in the file is one reading
    return Found(line, Heard(kpi.id, day, amount.value, note))


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""
