"""The KPIs of a monthly report, a row each."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from coach_tui.coach.kpi.month import KpiMove, MonthRow
from coach_tui.coach.named import Named, called
from coach_tui.engagement.kpi.readings import Reading
from coach_tui.exports.markdown import escaped
from coach_tui.language import Words
from coach_tui.language.dates import plain_date
from coach_tui.language.units import write_value

_ARROWS: Final = {1: "↗", 0: "→", -1: "↘"}
_UNREAD: Final = "·"


def month_cells(row: MonthRow, named: Named, words: Words) -> Sequence[str]:
    """Its name, what was read in the month and in the one before, the target, the trend."""
    kpi = row.kpi
    name = called(kpi.id, kpi.name, named.kpis)
    before = _value(row.before.value if row.before else None, kpi.unit, words)
    target = _value(row.target, kpi.unit, words)
    cells = (name, _read(row, words), before, target, _trend(row, words))
    return tuple(escaped(cell) for cell in cells)


def _read(row: MonthRow, words: Words) -> str:
    """The month's value; a dash where it was not read, and when it last was."""
    said = _value(row.reading.value if row.reading else None, row.kpi.unit, words)
    return words("report.last-read", day=_day(row.last, words)) if row.last else said


def _day(reading: Reading, words: Words) -> str:
    return plain_date(reading.day, words.language)


def _trend(row: MonthRow, words: Words) -> str:
    """`↘ better, ↗ worse`: an arrow alone does not say whether it is good. Noise is neither; a
    signal is told as one, though nothing was read the month before."""
    if row.signals:
        told = ", ".join(words(f"kpi.signal.{rule}") for rule in row.signals)
        moves = ", ".join(_move(move, words) for move in row.trend) if any(row.trend) else "—"
        return words("report.signal", moves=moves, what=told)
    if not any(row.trend):
        return "—"
    if row.noise:
        bare = (each._replace(good=None) if each else None for each in row.trend)
        return words("report.noise", moves=", ".join(_move(move, words) for move in bare))
    return ", ".join(_move(move, words) for move in row.trend)


def _move(move: KpiMove | None, words: Words) -> str:
    if move is None:
        return _UNREAD
    arrow = _ARROWS[move.way]
    if move.good is None:
        return arrow
    return f"{arrow} {words('report.better' if move.good else 'report.worse')}"


def _value(value: Decimal | None, unit: str, words: Words) -> str:
    return "—" if value is None else write_value(value, unit, words)
