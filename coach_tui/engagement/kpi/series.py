"""A KPI under one definition after another: each change of definition begins a new series.

Two definitions measure two things, so their readings are never joined: neither in a chart, nor in
a progress, nor in what is computed from them. What a KPI was under an earlier definition stays: its
frame is kept as it stood when the definition changed, beside the readings taken under it.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Draft, Value
from coach_tui.engagement.days import day_of
from coach_tui.engagement.kpi.readings import Reading, one_a_day, readings_of
from coach_tui.engagement.kpi.record import ENTITY, HORIZONS, Kpi, kpi_from
from coach_tui.engagement.state import Engagement, Record, text_of, viewed
from coach_tui.language.fold import folded

SERIES: Final = "kpi-series"
# What a KPI is measured from and held to: with another definition it begins anew.
MEASURES: Final = (
    "baseline", "baseline_on", "limit",
    *(f"target_{months}{part}" for months in HORIZONS for part in ("", "_on")),
)  # fmt: skip
FRAME: Final = ("definition", "formula", "kind", *MEASURES)


class Series(NamedTuple):
    """A KPI under one definition, with the readings that count, one a day.

    kpi    its frame, as it stood when the definition was changed.
    began  the day it became the definition; None where it was from the beginning.
    ended  the day another took its place; None for the one in force.
    """

    kpi: Kpi
    readings: tuple[Reading, ...]
    began: date | None = None
    ended: date | None = None


class _End(NamedTuple):
    """Where a series ends: on this day, after what this change had seen."""

    day: date
    order: str
    record: Record


@viewed
def readings_in_force(engagement: Engagement) -> Mapping[str, tuple[Reading, ...]]:
    """The readings of each KPI under the definition it has now, one a day, oldest first."""
    ends, found = _ends_of(engagement), {}
    for kpi_id, readings in readings_of(engagement).items():
        last = ends[kpi_id][-1] if kpi_id in ends else None
        kept = (each for each in readings if last is None or not _before(each, last))
        found[kpi_id] = one_a_day(kept)
    return found


def in_force_since(engagement: Engagement, kpi_id: str) -> date | None:
    """The day the KPI got the definition it has now; None where it never had another."""
    ends = _ends_of(engagement).get(kpi_id)
    return ends[-1].day if ends else None


def earlier_series(engagement: Engagement, kpi_id: str) -> tuple[Series, ...]:
    """The KPI under each of its earlier definitions, oldest first."""
    return tuple(_earlier(engagement, kpi_id))


def series_on(engagement: Engagement, kpi_id: str, day: date) -> Series | None:
    """The KPI under the definition it had at the end of that day; None where it still has it."""
    return next((each for each in _earlier(engagement, kpi_id) if _ends_after(each, day)), None)


def same_definition(one: str, other: str) -> bool:
    """Whether these are one definition: the same id, or the same words but for case and spaces."""
    return folded(one).split() == folded(other).split()


def end_series(engagement: Engagement, kpi: Kpi, today: date) -> Draft:
    """Keep what the KPI was until today, under the definition it leaves."""
    record = engagement.record(ENTITY, kpi.id)
    fields: dict[str, Value] = {
        name: record[name].value if name in record else None for name in FRAME
    }
    number = sum(each.day == today for each in _ends_of(engagement).get(kpi.id, ()))
    identity = f"{kpi.id}@{today.isoformat()}" + (f".{number}" if number else "")
    return Draft(SERIES, identity, {"kpi": kpi.id, "ended": today.isoformat(), **fields})


def _earlier(engagement: Engagement, kpi_id: str) -> Iterator[Series]:
    readings, began = readings_of(engagement).get(kpi_id, ()), None
    for end in _ends_of(engagement).get(kpi_id, ()):
        own = tuple(each for each in readings if _before(each, end))
        readings = readings[len(own) :]
        frame = kpi_from(kpi_id, {**engagement.record(ENTITY, kpi_id), **end.record})
        yield Series(frame, one_a_day(own), began, end.day)
        began = end.day


@viewed
def _ends_of(engagement: Engagement) -> Mapping[str, tuple[_End, ...]]:
    found: dict[str, list[_End]] = {}
    for record in engagement.records(SERIES).values():
        kpi_id, day = text_of(record, "kpi"), day_of(record, "ended")
        if kpi_id and day:
            found.setdefault(kpi_id, []).append(_End(day, record["ended"].place, record))
    return {kpi_id: tuple(sorted(ends, key=lambda end: end[:2])) for kpi_id, ends in found.items()}


def _ends_after(series: Series, day: date) -> bool:
    return series.ended is not None and series.ended > day


def _before(reading: Reading, end: _End) -> bool:
    """Whether it was read before the definition changed; of that day, recorded before it."""
    return (reading.day, reading.order) < (end.day, end.order)
