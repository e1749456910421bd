"""The cost: the guide's example to the euro, both its full-time figures, and what can't be."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coach_tui.engagement.framing.budget import cost_of, cost_recorded, dose_of, plan_cost
from coach_tui.engagement.framing.cost import (
    Cost,
    Dose,
    FullTime,
    Phase,
    break_even,
    cost,
    guide_dose,
)
from coach_tui.engagement.state import Engagement
from coach_tui.exports.proof_words import proof_words
from coach_tui.language import Words
from coach_tui.language.refusal import Refusal
from tests.engagement.recording import after, refused


def worked_out(dose: Dose, full_time: FullTime = FullTime()) -> Cost:  # noqa: B008
    found = cost(dose, full_time)
    assert isinstance(found, Cost), found
    return found


def test_the_guides_example_four_days_a_month_for_six_months() -> None:
    found = worked_out(Dose(1100, days_per_month=4, months=6))
    assert (found.days, found.per_month, found.fee) == (24, 4_400, 26_400)
    assert [f"{against.saving:.1%}" for against in found.against] == ["52.0%", "64.8%", "72.2%"]
    assert [against.same_time for against in found.against] == [55_000, 75_000, 95_000]
    assert found.other_effort, "24 days are not the effort of six months of full time"
    assert found.full_time_days == 110


def test_three_days_a_week_at_launch_then_one() -> None:
    found = worked_out(guide_dose())
    assert (found.days, found.fee, found.per_year) == (70, 77_000, pytest.approx(77_000))
    assert f"{found.days_per_week:.1f}" == "1.6"


def test_where_a_fee_meets_full_time() -> None:
    assert f"{break_even(110_000, 1100):.1f}" == "2.3"
    assert f"{break_even(150_000, 1100):.1f}" == "3.1"
    assert f"{break_even(190_000, 1100):.1f}" == "3.9"


def test_three_days_a_week_all_year_cost_more_than_the_guides_low_figure() -> None:
    found = worked_out(Dose(1100, phases=(Phase(3, 44),)))
    assert (found.fee, round(found.against[0].saving, 2)) == (145_200, -0.32)


def test_the_salary_this_company_would_pay_stands_beside_the_guides() -> None:
    own = FullTime(gross=85_000, bonus=5_000, search=15_000)
    found = worked_out(Dose(1100, 4, 12), own)
    assert [against.source for against in found.against] == ["guide", "guide", "guide", "own"]
    assert found.against[-1].year == pytest.approx(85_000 * 1.29 + 20_000)


@pytest.mark.parametrize(
    ("dose", "reason"),
    [
        (Dose(0, 4, 6), "day-rate"),
        (Dose(-1, 4, 6), "day-rate"),
        (Dose(math.nan, 4, 6), "day-rate"),
        (Dose(1100, 0, 6), "days-per-month"),
        (Dose(1100, 32, 6), "days-per-month"),
        (Dose(1100, 4, 0), "months"),
        (Dose(1100, 4), "no-dose"),
        (Dose(1100, phases=(Phase(8, 13),)), "days-per-week"),
        (Dose(1100, phases=(Phase(3, 0),)), "weeks"),
        (Dose(1100, 4, 6, billed_weeks=60), "billed-weeks"),
    ],
)
def test_what_cannot_be_is_refused_naming_the_figure(dose: Dose, reason: str) -> None:
    assert refused(cost(dose)) == f"refusal.frame.{reason}"
    assert refused(plan_cost(dose, FullTime())) == f"refusal.frame.{reason}"


def test_an_employer_factor_below_one_is_refused() -> None:
    assert refused(cost(Dose(1100, 4, 6), FullTime(85_000, factor=0.9))) == "refusal.frame.factor"
    assert refused(cost(Dose(1100, 4, 6), FullTime(-1))) == "refusal.frame.gross"
    assert refused(cost(Dose(1100, 4, 6), FullTime(1, search=-1))) == "refusal.frame.extra"


def test_a_bonus_or_a_search_that_would_count_for_nothing_is_refused() -> None:
    """Only a full time of one's own has them; the guide's figures hold theirs."""
    for full_time, field in ((FullTime(bonus=5_000), "bonus"), (FullTime(search=1), "search")):
        decision = plan_cost(Dose(1100, 4, 6), full_time)
        assert isinstance(decision, Refusal), field
        assert (decision.reason, decision.field) == ("refusal.frame.extra-unused", field)
    assert not isinstance(plan_cost(Dose(1100, 4, 6), FullTime(85_000, bonus=5_000)), Refusal)


def test_a_dose_recorded_by_phases_then_by_months_says_only_the_last() -> None:
    engagement = after(Engagement(), plan_cost(guide_dose(900), FullTime(90_000)))
    assert dose_of(engagement).phases == (Phase(3, 13), Phase(1, 31))
    engagement = after(engagement, plan_cost(Dose(1100, 4, 6), FullTime()))
    assert dose_of(engagement) == Dose(1100, 4, 6)
    assert proof_words(cost_recorded(engagement), Words("fr")) == ("24 jours à 1\u202f100\u00a0€")
    assert cost_of(Engagement()) is None
    assert cost_recorded(Engagement()) == ""


doses = st.builds(
    Dose,
    day_rate=st.floats(1, 5_000),
    days_per_month=st.floats(0.5, 23),
    months=st.floats(0.5, 36),
    phases=st.just(()),
    billed_weeks=st.just(44.0),
)


@given(doses)
def test_a_dearer_day_never_saves_more(dose: Dose) -> None:
    low, high = worked_out(dose), worked_out(dose._replace(day_rate=dose.day_rate * 1.5))
    assert high.fee > low.fee
    assert high.against
    assert all(h.saving < w.saving for h, w in zip(high.against, low.against, strict=True))


@given(doses)
def test_at_the_break_even_a_year_costs_what_full_time_does(dose: Dose) -> None:
    for against in worked_out(dose).against:
        assume(against.break_even <= 5)
        year = worked_out(Dose(dose.day_rate, phases=(Phase(against.break_even, 44),)))
        assert year.fee == pytest.approx(against.year)


@given(st.floats(allow_nan=True), st.floats(allow_nan=True), st.floats(allow_nan=True))
def test_no_figure_raises(rate: float, days: float, months: float) -> None:
    assert isinstance(cost(Dose(rate, days, months)), Cost | Refusal)
