"""Noise or signal: the natural limits of a series of readings, and what lies beyond them.

The XmR chart of Donald Wheeler (“Understanding Variation”): natural limits = mean ± 2.66 × the mean
moving range, a range limit at 3.268 × it. What stays inside is noise: the month proves nothing.
Four rules tell a signal; rules of other sets (Western Electric, Nelson) are not mixed in.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

PROVISIONAL: Final = 8  # readings from which limits are drawn
FIRM: Final = 15  # and from which they are relied on: our reading of “near 15 to 20”
WIDTH: Final = Decimal("2.66")  # 3 ÷ 1.128, of the mean range
RANGE: Final = Decimal("3.268")
# From the median range, which one reading far off does not move.
MEDIAN_WIDTH: Final = Decimal("3.145")
MEDIAN_RANGE: Final = Decimal("3.865")
RUN: Final = 8  # in a row on one side of the mean
OUTER: Final = 3  # nearer a limit than the mean, on one side,
OF: Final = 4  # of that many in a row
# A baseline whose mean range is that many times its median range holds a reading far off (ours).
FAR_OFF: Final = 5
OUTSIDE: Final = "outside"
RANGE_BEYOND: Final = "range"
ONE_SIDE: Final = "run"
NEAR_LIMIT: Final = "near-limit"
WEAK: Final = frozenset({ONE_SIDE, NEAR_LIMIT})  # alone, a rule that noise makes speak too


class Limits(NamedTuple):
    """What a KPI varies between as long as nothing changes, in its unit.

    mean, mean_range  of the baseline; where `robust`, its median and the median range: one reading
                      of it is far off, and would have made the limits too wide to tell.
    lower             None where the KPI can't be that low: no signal is told on that side.
    number            readings the limits are computed from.
    """

    mean: Decimal
    mean_range: Decimal
    lower: Decimal | None
    upper: Decimal
    range_limit: Decimal
    number: int
    robust: bool = False

    @property
    def centre(self) -> str:
        """What they stand around, by name: "mean", or "median" where robust."""
        return "median" if self.robust else "mean"

    @property
    def firm(self) -> bool:
        return self.number >= FIRM

    @property
    def flat(self) -> bool:
        """The readings never differ: there is no width to judge by."""
        return not self.mean_range


class Signal(NamedTuple):
    """A reading, by its place in the series, that a rule tells apart; `way` is 1 up, -1 down."""

    place: int
    rule: str
    way: int


def natural_limits(baseline: Sequence[Decimal], *, negative: bool = True) -> Limits | None:
    """The limits of these readings, in the order of their days; None where they are too few.

    `negative`: whether the KPI can be below zero. Where it can't, a lower limit there is none.
    """
    if len(baseline) < PROVISIONAL:
        return None
    from statistics import median  # noqa: PLC0415 (5 ms, for what few engagements have)

    ranges = [abs(after - before) for before, after in pairwise(baseline)]
    mean, usual = sum(baseline) / Decimal(len(baseline)), sum(ranges) / Decimal(len(ranges))
    middle = Decimal(median(ranges))
    robust = bool(middle) and usual >= FAR_OFF * middle
    if robust:
        mean, usual = Decimal(median(baseline)), middle
    width, top = (MEDIAN_WIDTH, MEDIAN_RANGE) if robust else (WIDTH, RANGE)
    lower = mean - width * usual
    return Limits(
        mean, usual, lower if negative or lower > 0 else None, mean + width * usual, top * usual,
        len(baseline), robust,
    )  # fmt: skip


def signals(values: Sequence[Decimal], limits: Limits) -> tuple[Signal, ...]:
    """What the four rules tell, in the order of the readings; nothing where nothing ever moved."""
    if limits.flat:
        return ()
    found = []
    for place in range(len(values)):
        lately = values[max(0, place + 1 - RUN) : place + 1]
        found += [Signal(place, rule, way) for rule, way in _rules(lately, limits)]
    return tuple(found)


def asking(told: Sequence[Signal]) -> tuple[Signal, ...]:
    """Those of these signals that a question is asked about: outside at once; a run, or three of
    four, once the other one told the same way within eight readings (ours: by noise alone either
    speaks in half the years of weekly readings). A range only says where to look.

    What noise alone still asks, and how soon a real shift is told, is measured in the tests.
    """
    return tuple(each for each in told if each.rule == OUTSIDE or _agreed(each, told))


def _agreed(signal: Signal, told: Sequence[Signal]) -> bool:
    lately = {
        each.rule
        for each in told
        if each.way == signal.way and 0 <= signal.place - each.place < RUN
    }
    return signal.rule in WEAK and lately >= WEAK


def _rules(values: Sequence[Decimal], limits: Limits) -> Iterator[tuple[str, int]]:
    """The rules that the last of these readings completes; none looks further back than a run."""
    value, side = values[-1], _side(values[-1], limits)
    if value > limits.upper or (limits.lower is not None and value < limits.lower):
        yield OUTSIDE, side
    if len(values) > 1 and abs(value - values[-2]) > limits.range_limit:
        yield RANGE_BEYOND, 1 if value > values[-2] else -1
    # A reading on the mean breaks the run.
    if len(values) == RUN and side and all(_side(each, limits) == side for each in values):
        yield ONE_SIDE, side
    outer = [_outer(each, limits) for each in values[-OF:]]
    if outer[-1] and outer.count(outer[-1]) >= OUTER:
        yield NEAR_LIMIT, outer[-1]


def _side(value: Decimal, limits: Limits) -> int:
    return (value > limits.mean) - (value < limits.mean)


def _outer(value: Decimal, limits: Limits) -> int:
    """1 or -1 where it is nearer that limit than the mean; 0 else, and where there is no limit."""
    if value > (limits.mean + limits.upper) / 2:
        return 1
    return -1 if limits.lower is not None and value < (limits.mean + limits.lower) / 2 else 0
