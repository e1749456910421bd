"""The chart with its axis, its days and its signs: only what means something stands on the axis."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from rich.cells import cell_len
from textual.content import Content

from coach_tui.coach.kpi.overview import Followed
from coach_tui.language import Words
from coach_tui.language.dates import day_and_month, short_date
from coach_tui.language.units import write_value
from coach_tui.ui.kpi.chart import (
    LIMIT,
    MEAN,
    PATH,
    READING,
    SIGNAL,
    TARGET,
    ChartSpan,
    chart,
    column_of,
    natural_limits,
    natural_mean,
    row_of,
)

INK: Final = {READING: "bold $focus", SIGNAL: "bold $warning", TARGET: "bold $foreground"}
BAND: Final = "on $band"  # what the readings vary within by themselves
LEAST: Final = 5  # rows of a chart
FREE: Final = f" {PATH}{MEAN}"  # what a reading's value may be written over


class Mark(NamedTuple):
    """A value that the axis bears, and how it is said there."""

    value: Decimal
    said: str
    style: str = "$quiet"


def drawn_chart(
    each: Followed, words: Words, today: date, width: int, height: int
) -> list[Content]:
    """The chart in this room, an empty line above it; nothing where nothing can be compared."""
    marks = list(_marks(each, words))
    axis = max((cell_len(mark.said) for mark in marks), default=0)
    across, high = max(20, width - axis - 2), max(height, LEAST)
    rows, frame = chart(each.kpi, each.readings, today, across, high, each.behaviour)
    if frame is None:
        return []
    written = _write_last(rows, each, words, frame)
    marks = marks[:-1] if written else marks
    named = {row_of(mark.value, frame, high): mark for mark in reversed(marks)}
    band = _band(each, frame, across, high)
    lines = [Content("")]
    for y, text in enumerate(rows):
        mark = named.get(y, Mark(Decimal(0), ""))
        said = Content.styled(" " * (axis - cell_len(mark.said)) + mark.said, mark.style)
        ink = _inked(text)
        if y in band[0]:
            ink = ink.stylize(BAND, band[1])
        if written and written[0] == y:
            ink = ink.stylize("bold $foreground", *written[1:])
        lines.append(said + Content.styled(" │", "$line") + ink)
    return [*lines, *_under(each, words, frame, axis, across)]


def _marks(each: Followed, words: Words) -> Iterator[Mark]:
    """What is aimed at, the natural limits, the start, the mean, the last reading: a row bears its
    first."""
    kpi, stands = each.kpi, each.standing
    say = f"{words('kpi.target').lower()} "
    if kpi.stays and kpi.limit is not None:
        yield Mark(kpi.limit, say + write_value(kpi.limit, kpi.unit, words), "bold")
    for target in () if kpi.stays else reversed(kpi.targets):
        value = write_value(target.value, kpi.unit, words)
        now = stands.target is not None and target.day == stands.target.day
        yield Mark(target.value, say + value if now else value, "bold" if now else "$quiet")
    last = stands.current.value if stands.current else None
    natural, mean = natural_limits(each.behaviour), natural_mean(each.behaviour)
    for known in (*natural, kpi.baseline, *mean, last):
        if known is not None:
            yield Mark(known, write_value(known, kpi.unit, words))


def _write_last(
    rows: list[str], each: Followed, words: Words, frame: ChartSpan
) -> tuple[int, int, int] | None:
    """Write the last reading's value beside it: its row and columns; None without room."""
    current = each.standing.current
    if current is None:
        return None
    y = row_of(current.value, frame, len(rows))
    x = column_of(current.day, frame, len(rows[y]))
    said = f" {write_value(current.value, each.kpi.unit, words)} "
    for start in (x + 1, x - len(said)):
        end = start + len(said)
        if start >= 0 and end <= len(rows[y]) and not set(rows[y][start:end]) - set(FREE):
            rows[y] = rows[y][:start] + said + rows[y][end:]
            return y, start, end
    return None


def _band(each: Followed, frame: ChartSpan, width: int, height: int) -> tuple[range, int]:
    """The rows between the natural limits, and the column from which these hold."""
    natural, behaves = natural_limits(each.behaviour), each.behaviour
    if not natural or behaves is None or behaves.first is None:
        return range(0), 0
    low, high = (row_of(value, frame, height) for value in natural)
    return range(high, low + 1), column_of(behaves.first, frame, width)


def _under(
    each: Followed, words: Words, frame: ChartSpan, axis: int, across: int
) -> Iterator[Content]:
    """The days at both ends, and what the signs are."""
    say = day_and_month if frame.first.year == frame.last.year else short_date
    first, last = (say(day, words.language) for day in (frame.first, frame.last))
    yield Content.styled(f"{'':>{axis}} └{'─' * across}", "$line")
    ends = [f"{first}{last:>{across - len(first)}}"]
    if len(first) + len(last) >= across:
        ends = [first, f"{last:>{across}}"]
    yield from (Content.styled(f"{'':>{axis}}  {end}", "$quiet") for end in ends)
    kpi = each.kpi
    signs = [f"{READING} {words('kpi.readings').lower()}"]
    if not kpi.stays and kpi.targets:
        signs.append(f"{PATH} {words('kpi.trajectory')}   {TARGET} {words('kpi.target').lower()}")
    if each.behaviour and each.behaviour.limits and natural_limits(each.behaviour):
        centre = each.behaviour.limits.centre
        natural = f"{LIMIT} {words('kpi.limits').lower()}   {MEAN} {words(f'kpi.chart.{centre}')}"
        signs.append(f"{SIGNAL} {words('kpi.chart.signal')}   {natural}")
    yield from _folded(signs, axis, across)


def _folded(signs: Sequence[str], axis: int, across: int) -> Iterator[Content]:
    """These side by side, on another line where one has no more room."""
    told = signs[0]
    for sign in signs[1:]:
        if cell_len(told) + 3 + cell_len(sign) > across:
            yield Content.styled(f"{'':>{axis}}  {told}", "$quiet")
            told = sign
        else:
            told = f"{told}   {sign}"
    yield Content.styled(f"{'':>{axis}}  {told}", "$quiet")


def _inked(drawn: str) -> Content:
    """The drawing, its readings before the rest; the signs tell them apart without that."""
    said = Content(drawn).stylize("$quiet")
    for sign, style in INK.items():
        for place, each in enumerate(drawn):
            if each == sign:
                said = said.stylize(style, place, place + 1)
    return said
