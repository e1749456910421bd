"""Readings: what a KPI was on a day, who read it, and what they noted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from coach_tui.engagement.amounts import amount_of, recorded
from coach_tui.engagement.change import Draft, Value
from coach_tui.engagement.days import day_in, day_of
from coach_tui.engagement.secret import secret_in
from coach_tui.engagement.state import Engagement, flag_of, number_in, text_of, viewed
from coach_tui.language.refusal import Refusal

ENTITY: Final = "reading"
BATCH: Final = "readings"  # many at once, from a spreadsheet: one change, however many
NOTE_LIMIT: Final = 2_000


class Reading(NamedTuple):
    """One value of one KPI. Two on one day are both kept; the one recorded later counts.

    order  the change that recorded it: of two of one day, the one that sorts later counts.
    """

    id: str
    kpi: str
    day: date
    value: Decimal
    note: str = ""
    actor: str = ""
    at: str = ""
    order: str = ""


class Heard(NamedTuple):
    """A reading not yet recorded."""

    kpi: str
    day: date
    value: Decimal
    note: str = ""


@viewed
def readings_of(engagement: Engagement) -> Mapping[str, tuple[Reading, ...]]:
    """The readings of each KPI, by day, those of one day in the order they were recorded."""
    found: dict[str, list[tuple[date, str, int, Reading]]] = {}
    for place, order, reading in (*_single(engagement), *_brought_in(engagement)):
        found.setdefault(reading.kpi, []).append((reading.day, order, place, reading))
    return {
        kpi: tuple(reading for *_, reading in sorted(readings, key=lambda each: each[:3]))
        for kpi, readings in found.items()
    }


def _single(engagement: Engagement) -> Iterator[tuple[int, str, Reading]]:
    for reading_id, record in engagement.records(ENTITY).items():
        kpi, day, value = text_of(record, "kpi"), day_of(record, "on"), amount_of(record, "value")
        if not kpi or day is None or value is None or flag_of(record, "_deleted"):
            continue
        change, order = record["value"].change, record["value"].place
        note = text_of(record, "note")
        who, at = change.actor, change.at
        yield 0, order, Reading(reading_id, kpi, day, value, note, who, at, order)


def _brought_in(engagement: Engagement) -> Iterator[tuple[int, str, Reading]]:
    """The readings of whole tables: rows of KPI, day, value and note."""
    for batch_id, record in engagement.records(BATCH).items():
        rows = record["rows"].value if "rows" in record else None
        if not isinstance(rows, list) or flag_of(record, "_deleted"):
            continue
        change, order = record["rows"].change, record["rows"].place
        for place, row in enumerate(rows):
            if heard := _row(row):
                identity = f"{batch_id}:{place}"
                said = change.actor, change.at, order
                yield place, order, Reading(identity, *heard, *said)


def _row(row: Value) -> Heard | None:
    match row:
        case [str(kpi), str(on), value, *note]:
            day, number = day_in(on), number_in(value)
            if day is not None and number is not None:
                return Heard(kpi, day, Decimal(str(number)), str(note[0]) if note else "")
    return None


def latest(readings: Sequence[Reading], on: date | None = None) -> Reading | None:
    """The reading that counts on this day (or now): the last day's, the last recorded of it."""
    if on is None:
        return readings[-1] if readings else None
    return next((reading for reading in reversed(readings) if reading.day <= on), None)


def one_a_day(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """The readings that count, one for each day."""
    return tuple({reading.day: reading for reading in readings}.values())


def record_reading(reading_id: str, heard: Heard) -> Draft:
    """The change that records this reading (see `kpi_reading.read_kpi` for what is refused)."""
    changes: dict[str, Value] = {
        "kpi": heard.kpi,
        "on": heard.day.isoformat(),
        "value": recorded(heard.value),
    }
    if heard.note.strip():
        changes["note"] = heard.note.strip()
    return Draft(ENTITY, reading_id, changes)


def record_batch(batch_id: str, heard: Sequence[Heard]) -> Draft:
    """The one change that records all these readings: a long table stays quick to open and undo."""
    rows: list[Value] = [
        [each.kpi, each.day.isoformat(), recorded(each.value), *([each.note] if each.note else [])]
        for each in heard
    ]
    return Draft(BATCH, batch_id, {"rows": rows})


def refuse_note(note: str) -> Refusal | None:
    """Why a note beside a reading can't be kept."""
    if len(note) > NOTE_LIMIT:
        return Refusal("refusal.kpi.long", {"length": len(note), "limit": NOTE_LIMIT}).of("note")
    kind = secret_in(note)
    return Refusal(f"refusal.secret.{kind}").of("note") if kind else None
