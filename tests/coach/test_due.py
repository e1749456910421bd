"""When a step is due: worked examples, to the day. Monday 7 September 2026 is the first day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.bundled import load_playbook
from coach_tui.coach.due import (
    Calendar,
    add_working_days,
    calendar_of,
    due_date,
    next_working_day,
    onboarding_days,
)
from coach_tui.engagement.profile import Profile
from coach_tui.language import LANGUAGES, Language
from coach_tui.playbook.model import Step
from tests.coach.steps import playbook, step

MONDAY = date(2026, 9, 7)
days = st.dates(date(2000, 1, 1), date(2100, 12, 31))
EVE = Calendar(MONDAY, 3.0, date(2027, 3, 1))


def due(each: Step, calendar: Calendar = EVE) -> date | None:
    return due_date(each, calendar, playbook(each))


@pytest.mark.parametrize(
    ("days_per_week", "length"),
    [(3, 30), (2, 32), (1, 63), (0.92, 68), (5, 30), (0.5, 75), (0.1, 75), (None, 30), (0, 30)],
)
def test_the_onboarding_takes_the_time_the_dose_allows(
    days_per_week: float | None, length: int
) -> None:
    """Nine days of the CMO: 9 ÷ days a week × 7, never under 30 nor over 75 (our rule of thumb)."""
    assert onboarding_days(days_per_week) == length


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("D0", date(2026, 9, 7)),
        ("D+1", date(2026, 9, 8)),
        ("D-10", date(2026, 8, 28)),
        ("D+4", date(2026, 9, 11)),
        ("D+5", date(2026, 9, 14)),  # Saturday 12
        ("D+6", date(2026, 9, 14)),  # Sunday 13
        ("D-1", date(2026, 9, 7)),  # Sunday 6: the Monday after
        ("W1", date(2026, 9, 11)),
        ("W3", date(2026, 9, 25)),
        ("M1", date(2026, 10, 7)),
        ("M6", date(2027, 3, 8)),  # Saturday 6
        ("T0", date(2027, 3, 1)),
        ("T-4w", date(2027, 2, 1)),
        ("T+8w", date(2027, 4, 26)),
    ],
)
def test_dates_are_counted_from_the_first_days_and_fall_on_working_days(
    written: str, day: date
) -> None:
    assert due(step("a", written)) == day


@pytest.mark.parametrize(
    ("days_per_week", "written", "day"),
    [
        (3, "D+30", MONDAY + timedelta(days=30)),
        (2, "D+30", date(2026, 10, 9)),  # day 32
        (1, "D+30", date(2026, 11, 9)),  # day 63
        (0.92, "D+30", date(2026, 11, 16)),  # day 68 is a Saturday
        (1, "D+5", date(2026, 9, 14)),  # doors are others' time: they do not wait for the CMO
        (1, "D-5", date(2026, 9, 2)),
        (1, "D+15", date(2026, 10, 5)),  # 5 + 10 × 58 ÷ 25 = 28
        (3, "D+15", date(2026, 9, 22)),
    ],
)
def test_a_small_dose_stretches_the_onboarding_only(
    days_per_week: float, written: str, day: date
) -> None:
    calendar = Calendar(MONDAY, days_per_week)
    assert due(step("a", written, "onboarding"), calendar) == day
    elsewhere = due(step("a", written, "framing"), calendar)
    assert elsewhere == due(step("a", written, "framing"), Calendar(MONDAY, 3))


def test_a_step_after_another_follows_it_by_working_days() -> None:
    first = step("first", "D+4")  # Friday 11
    second = step("second", "after:first+1")
    third = step("third", "after:second+5")
    book = playbook(first, second, third)
    assert due_date(second, EVE, book) == date(2026, 9, 14)
    assert due_date(third, EVE, book) == date(2026, 9, 21)


def test_a_step_after_one_that_moved_moves_too() -> None:
    first, second = step("first", "D+30", "onboarding"), step("second", "after:first+3")
    book = playbook(first, second)
    moved = [due_date(second, Calendar(MONDAY, dose), book) for dose in (3, 1)]
    assert moved == [date(2026, 10, 12), date(2026, 11, 12)]


def test_no_date_where_there_is_nothing_to_count_from() -> None:
    assert due(step("a")) is None
    assert due(step("a", "D+5"), Calendar(None)) is None
    assert due(step("a", "T-4w"), Calendar(MONDAY)) is None
    assert due(step("a", "after:nowhere+3")) is None
    assert due(step("a", "M99"), Calendar(date.max)) is None


def test_dates_that_wait_for_each_other_are_no_dates() -> None:
    one, two = step("one", "after:two+1"), step("two", "after:one+1")
    assert due_date(one, EVE, playbook(one, two)) is None
    assert due(step("self", "after:self+1")) is None


@given(days, st.integers(0, 300))
def test_working_days_are_never_a_weekend(day: date, count: int) -> None:
    later = add_working_days(day, count)
    assert later.weekday() < 5
    assert later >= day
    between = (day + timedelta(days=number) for number in range(1, (later - day).days + 1))
    if next_working_day(day) == day or count:
        assert sum(each.weekday() < 5 for each in between) == count


@given(days, st.floats(0.1, 5), st.sampled_from(LANGUAGES))
def test_every_step_of_ours_has_its_day(day: date, dose: float, language: Language) -> None:
    book, _ = load_playbook(language)
    calendar = calendar_of(
        Profile(first_day=day, days_per_week=dose, successor_first_day=day + timedelta(days=180))
    )
    for each in book.steps:
        when = due_date(each, calendar, book)
        assert when is not None, each.id
        assert when.weekday() < 5
