"""Readings against their trajectory, drawn in characters: no colour carries any meaning."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise, product
from typing import Final, NamedTuple

from coach_tui.engagement.kpi.behaviour import Behaviour
from coach_tui.engagement.kpi.readings import Reading, one_a_day
from coach_tui.engagement.kpi.record import Kpi

READING: Final = "●"
PATH: Final = "·"
TARGET: Final = "○"
LEVEL: Final = "─"
LIMIT: Final = "░"
MEAN: Final = "-"
SIGNAL: Final = "▲"


class ChartSpan(NamedTuple):
    """What the drawing spans: days across, values up."""

    first: date
    last: date
    low: Decimal
    high: Decimal


def chart(
    kpi: Kpi,
    readings: Sequence[Reading],
    today: date,
    width: int,
    height: int,
    behaviour: Behaviour | None = None,
) -> tuple[list[str], ChartSpan | None]:
    """The drawing, a text a row, the top one first; nothing where there is nothing to compare.

    Natural limits and the mean are drawn from the first reading they rest on, for a run is on one
    side of it; a signal has a sign of its own.
    """
    counted = one_a_day(readings)
    natural = natural_limits(behaviour)
    frame = _frame(kpi, counted, today, natural)
    if frame is None or width < 8 or height < 3:
        return [], None
    cells = [[" "] * width for _ in range(height)]
    if behaviour and behaviour.first:
        lines = [(mean, MEAN) for mean in natural_mean(behaviour)]
        lines += [(limit, LIMIT) for limit in natural]
        held = range(column_of(behaviour.first, frame, width), width)
        for (value, sign), place in product(lines, held):
            cells[row_of(value, frame, height)][place] = sign
    for place, value in _trajectory(kpi, frame, width):
        cells[row_of(value, frame, height)][place] = LEVEL if kpi.stays else PATH
    for target in () if kpi.stays else kpi.targets:
        cells[row_of(target.value, frame, height)][column_of(target.day, frame, width)] = TARGET
    told = {each.reading.day for each in behaviour.signals} if behaviour else set()
    for reading in sorted(counted, key=lambda each: each.day in told):  # no reading hides a signal
        sign = SIGNAL if reading.day in told else READING
        cells[row_of(reading.value, frame, height)][column_of(reading.day, frame, width)] = sign
    return ["".join(row) for row in cells], frame


def natural_limits(behaviour: Behaviour | None) -> tuple[Decimal, ...]:
    """The limits to draw: at zero where the KPI can't be lower; none where they have no width."""
    limits = behaviour.limits if behaviour else None
    if limits is None or limits.flat:
        return ()
    return (Decimal(0) if limits.lower is None else limits.lower, limits.upper)


def natural_mean(behaviour: Behaviour | None) -> tuple[Decimal, ...]:
    """What the readings vary about, where limits are drawn."""
    limits = behaviour.limits if behaviour else None
    return () if limits is None or limits.flat else (limits.mean,)


def _frame(
    kpi: Kpi, readings: Sequence[Reading], today: date, natural: Sequence[Decimal]
) -> ChartSpan | None:
    days = [reading.day for reading in readings]
    values = [reading.value for reading in readings] + [*natural]
    if kpi.stays and kpi.limit is not None:
        values.append(kpi.limit)
    if not kpi.stays:
        days += [target.day for target in kpi.targets]
        values += [target.value for target in kpi.targets]
    if kpi.baseline_on is not None and kpi.baseline is not None:
        days.append(kpi.baseline_on)
        values.append(kpi.baseline)
    days.append(today)
    if not readings or len(values) < 2 or min(days) == max(days):
        return None
    low, high = min(values), max(values)
    if low == high:
        low, high = low - 1, high + 1
    return ChartSpan(min(days), max(days), low, high)


def _trajectory(kpi: Kpi, frame: ChartSpan, width: int) -> Iterator[tuple[int, Decimal]]:
    """The value aimed at in each column: along the limit, or from the baseline target by target."""
    if kpi.stays:
        if kpi.limit is not None:
            yield from ((place, kpi.limit) for place in range(width))
        return
    if kpi.baseline is None or kpi.baseline_on is None:
        return
    points = [(kpi.baseline_on, kpi.baseline)]
    points += [(target.day, target.value) for target in kpi.targets]
    for (start, before), (end, after) in pairwise(points):
        left, right = column_of(start, frame, width), column_of(end, frame, width)
        for place in range(left, right + 1):
            share = Decimal(place - left) / max(1, right - left)
            yield place, before + (after - before) * share


def column_of(day: date, frame: ChartSpan, width: int) -> int:
    """Where this day stands in a drawing so wide."""
    return round((day - frame.first).days * (width - 1) / (frame.last - frame.first).days)


def row_of(value: Decimal, frame: ChartSpan, height: int) -> int:
    """Where this value stands in a drawing so high, the top row 0."""
    share = (value - frame.low) / (frame.high - frame.low)
    return height - 1 - int(share * (height - 1) + Decimal("0.5"))
