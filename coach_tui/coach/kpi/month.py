"""A KPI in one month's report: what was read in that month, beside the month before."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from coach_tui.engagement.kpi.behaviour import behaviour
from coach_tui.engagement.kpi.derived import counted_readings
from coach_tui.engagement.kpi.readings import Reading, latest
from coach_tui.engagement.kpi.record import Kpi, followed
from coach_tui.engagement.kpi.series import series_on
from coach_tui.engagement.kpi.status import judged_target
from coach_tui.engagement.state import Engagement

MONTHS: Final = 3  # of the trend, this one included
BETTER: Final = {"increase": 1, "above": 1, "decrease": -1, "below": -1}


class KpiMove(NamedTuple):
    """From one month to the next: up (1), down (-1) or level (0), and whether that is good."""

    way: int
    good: bool | None = None


class MonthRow(NamedTuple):
    """A KPI in a month, under the definition in force at its end.

    reading  the month's last one; None where nothing was read in the month.
    last     the last one before, whatever its month, where there is none in the month.
    before   the last one of the month before.
    target   the value it is held to.
    trend    the moves of the last three months; None between two where one was not read.
    noise    whether the month's reading stays inside its natural limits and tells no signal: how it
             moved is then neither better nor worse.
    signals  the rules that tell the month's reading apart, by limits that can be relied on.
    """

    kpi: Kpi
    reading: Reading | None
    last: Reading | None
    before: Reading | None
    target: Decimal | None
    trend: tuple[KpiMove | None, ...]
    noise: bool = False
    signals: tuple[str, ...] = ()


def month_rows(engagement: Engagement, first: date, last: date) -> Iterator[MonthRow]:
    """Each KPI followed, in the month from `first` to `last` (its end, or today)."""
    for kpi in followed(engagement):
        past = series_on(engagement, kpi.id, last)
        if past:
            yield month_row(past.kpi, past.readings, first, last)
        else:
            row = month_row(kpi, counted_readings(engagement, kpi), first, last)
            found = behaviour(engagement, kpi, last)
            told = found.now if found.firm and row.reading else ()
            yield row._replace(noise=found.noise, signals=tuple(each.rule for each in told))


def month_row(kpi: Kpi, readings: Sequence[Reading], first: date, last: date) -> MonthRow:
    """This KPI in this month."""
    months = [(first, last)]
    while len(months) < MONTHS:
        end = months[-1][0] - timedelta(days=1)
        months.append((end.replace(day=1), end))
    read = [_within(readings, *month) for month in months]
    target = judged_target(kpi, last)
    return MonthRow(
        kpi,
        read[0],
        None if read[0] else latest(readings, last),
        read[1],
        target.value if target and not kpi.stays else kpi.limit,
        tuple(_move(kpi, *pair) for pair in pairwise(reversed(read))),
    )


def _within(readings: Sequence[Reading], first: date, last: date) -> Reading | None:
    found = latest(readings, last)
    return found if found and found.day >= first else None


def _move(kpi: Kpi, before: Reading | None, after: Reading | None) -> KpiMove | None:
    if before is None or after is None:
        return None
    way = (after.value > before.value) - (after.value < before.value)
    better = BETTER.get(kpi.kind)
    return KpiMove(way, way == better if way and better else None)
