"""Natural limits: published data sets to the cent, the four rules, and readings gone wrong."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random
from statistics import median

from coach_tui.engagement.kpi.limits import FIRM, Limits, Signal, asking, natural_limits, signals

# Wheeler, “Making Sense of Data”, p. 382: given to verify programs with.
WHEELER = "5045 4350 4350 3975 4290 4430 4485 4285 3980 3925 3645 3760 3300 3685 3463 5200"
# SAS/QC, “Jets”: no signal.
JETS = (
    "78.4 80.1 84.4 79.1 80.4 83.5 73.8 83.5 75.0 76.8 70.5 80.3 82.4 79.4 86.4 90.5 77.7 82.5 "
    "79.9 83.2"
)
SHIFTED = "10 12 11 9 10 11 10 9 13 13 14 13 13 14 13 13"


def values(text: str) -> list[Decimal]:
    return [Decimal(each) for each in text.split()]


def limits_of(text: str, *, negative: bool = True) -> Limits:
    found = natural_limits(values(text), negative=negative)
    assert found
    return found


def told(text: str, limits: Limits | None = None) -> list[tuple[int, str, int]]:
    """The signals, readings counted from 1 as the books do."""
    found = signals(values(text), limits or limits_of(text))
    return [(place + 1, rule, way) for place, rule, way in found]


def test_the_published_limits_are_found_to_the_cent() -> None:
    cases = {
        WHEELER: ("4135.50", "355.93", "3188.72", "5082.28", "1163.19"),
        JETS: ("80.39", "5.33", "66.22", "94.56", "17.41"),
        SHIFTED: ("11.75", "1.13", "8.74", "14.76", "3.70"),
    }
    for text, published in cases.items():
        found = limits_of(text)
        assert found.lower is not None
        computed = (found.mean, found.mean_range, found.lower, found.upper, found.range_limit)
        assert tuple(f"{each:.2f}" for each in computed) == published
        assert found.firm
        assert not found.robust


def test_the_rules_tell_what_the_books_tell() -> None:
    assert told(WHEELER) == [(16, "outside", 1), (16, "range", 1)]
    assert told(JETS) == []
    assert told(SHIFTED) == [
        (7, "near-limit", -1), (8, "near-limit", -1), (9, "range", 1), (16, "run", 1),
    ]  # fmt: skip


def test_limits_begin_at_eight_and_are_firm_at_fifteen() -> None:
    read = values(WHEELER)
    assert natural_limits(read[:7]) is None
    eight, fifteen = natural_limits(read[:8]), natural_limits(read[:15])
    assert eight
    assert not eight.firm
    assert fifteen
    assert fifteen.firm


def test_a_reading_on_the_mean_breaks_a_run() -> None:
    limits = Limits(Decimal(10), Decimal(1), Decimal("7.34"), Decimal("12.66"), Decimal(3), 15)
    assert told("11 11 11 11 11 11 11 11", limits) == [(8, "run", 1)]
    assert told("11 11 11 11 10 11 11 11 11", limits) == []


def test_eight_equal_readings_have_no_width_and_tell_nothing() -> None:
    limits = limits_of("40 40 40 40 40 40 40 40")
    assert limits.flat
    assert limits.lower == limits.upper == 40
    assert told("40 40 40 40 40 40 40 40 41", limits) == []


def test_what_cannot_be_below_zero_has_no_lower_limit_there() -> None:
    text = "0 3 1 4 0 2 5 1 0 3"
    assert limits_of(text).lower
    counted = limits_of(text, negative=False)
    assert counted.lower is None
    assert told("0 0 0 0", counted) == []


def test_losses_and_shares_below_zero_have_limits_like_any_other() -> None:
    limits = limits_of("-4 -2 -5 -3 -4 -2 -3 -5")
    assert limits.upper < 3
    assert told("-4 -3 -20", limits) == [(3, "outside", -1), (3, "range", -1)]


def test_a_reading_a_thousand_times_off_does_not_blind_the_limits() -> None:
    limits = limits_of("41 44 39 43 40 42000 45 41 42 44 40 43 41 45 42")
    assert limits.robust
    assert 20 < limits.mean < 60
    assert limits.upper < 60
    found = told("41 44 39 43 40 42000 45 41 42 44 40 43 41 45 42 70", limits)
    assert {place for place, rule, _ in found if rule == "outside"} == {6, 16}


def drawn(seed: int, readings: int, within: float, shift: float = 0) -> Iterator[Decimal]:
    """Readings about a hundred with a standard deviation of fifteen, none further off than `within`
    of these; shifted, by as many, once the fifteen of the baseline are past."""
    chance, found = Random(seed), 0
    while found < readings:
        away = chance.gauss(0, 1)
        if abs(away) <= within:
            yield Decimal(round(100 + 15 * (away + (shift if found >= FIRM else 0))))
            found += 1


def asked(seed: int, after: int, within: float, shift: float = 0) -> list[int]:
    """The readings after the baseline, from 1, at which a question is asked."""
    values = list(drawn(seed, FIRM + after, within, shift))
    limits = natural_limits(values[:FIRM], negative=False)
    assert limits
    places = {each.place - FIRM + 1 for each in asking(signals(values, limits))}
    return sorted(place for place in places if place > 0)


def begun(places: list[int]) -> int:
    """How many questions these are: at readings in a row, one that waits for its answer."""
    return sum(place - 1 not in places for place in places)


def test_what_noise_alone_asks_in_a_year_over_two_hundred_series() -> None:
    """The method’s own rate, and no more: limits drawn from fifteen readings are sometimes narrow.

    Known limits would let 1 reading in 370 out, one in seven years of weekly readings; drawn from
    fifteen, they let out six times as many. The text of the advice says how often that is.
    """
    cases = {
        # readings a year, standard deviations: years with a question, questions a year, at most
        (52, 2.0): (0.2, 0.53),
        (52, 9.0): (0.4, 0.95),
        (12, 9.0): (0.20, 0.25),
    }
    for (after, within), (years, questions) in cases.items():
        told = [asked(seed, after, within) for seed in range(200)]
        assert 0 < sum(map(bool, told)) / 200 <= years, (after, within)
        assert sum(map(begun, told)) / 200 <= questions, (after, within)


def test_a_shift_of_two_deviations_is_asked_about_within_weeks_over_two_hundred_series() -> None:
    for within in (2.0, 9.0):
        told = [asked(seed, 52, within, shift=-2) for seed in range(200)]
        assert sum(map(bool, told)) >= 198
        first = [places[0] if places else 53 for places in told]
        assert median(first) <= 5
        assert sorted(first)[180] <= 15


def test_two_weak_signals_the_other_way_from_each_other_do_not_agree() -> None:
    up, down = Signal(9, "run", 1), Signal(12, "near-limit", -1)
    assert asking((up, down)) == ()
    same = Signal(12, "near-limit", 1)
    assert asking((up, same)) == (same,)
    assert asking((up, same._replace(place=17))) == ()
    assert asking((Signal(3, "range", 1), Signal(4, "outside", -1))) == (Signal(4, "outside", -1),)
