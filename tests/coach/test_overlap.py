"""The overlap: who decides what from which date, in a long one and in a short one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.bundled import load_catalogue
from coach_tui.coach.transition.overlap import overlap, this_week, who_decides
from coach_tui.engagement.transition.plan import switch_week
from coach_tui.language import LANGUAGES, Language

T0 = date(2026, 9, 7)
ENTRIES = load_catalogue("overlap-weeks")[0]


def test_the_first_week_starts_on_the_successors_first_day() -> None:
    weeks = overlap(ENTRIES, T0, 8)
    assert [week.start for week in weeks] == [T0 + timedelta(weeks=n) for n in range(8)]
    assert [week.entries[0].id for week in weeks] == [
        "week-1", "week-2", "week-3", "week-4", "weeks-5-6", "weeks-5-6", "weeks-7-8", "weeks-7-8",
    ]  # fmt: skip


def test_four_weeks_merge_the_first_two_and_the_next_two_and_switch_in_the_third() -> None:
    weeks = overlap(ENTRIES, T0, 4)
    assert [[entry.id for entry in week.entries] for week in weeks] == [
        ["week-1", "week-2"], ["week-1", "week-2"], ["week-3", "week-4"], ["week-3", "week-4"],
    ]  # fmt: skip
    assert "team and campaigns" in who_decides(weeks[2], "en", "Ada", "Max")


@pytest.mark.parametrize("weeks", [5, 8])
def test_from_the_switch_on_the_new_cmo_decides_on_the_team(weeks: int) -> None:
    switched = overlap(ENTRIES, T0, weeks)[switch_week(weeks) - 1]
    assert "the new CMO (Ada) decides on team" in who_decides(switched, "en", "Ada", "Max")


def test_one_sentence_names_the_two_people_where_they_are_known() -> None:
    first, third = overlap(ENTRIES, T0, 8)[0], overlap(ENTRIES, T0, 8)[2]
    assert who_decides(first, "fr", "Ada", "Max").startswith(
        "Cette semaine, le fractional CMO (Max) décide"
    )
    said = who_decides(third, "fr", "Ada", "Max")
    assert "nouveau CMO (Ada)" in said
    assert "fractional CMO (Max)" in said
    assert "(" not in who_decides(third, "en", "", "")


def test_the_week_we_are_in() -> None:
    weeks = overlap(ENTRIES, T0, 8)
    assert this_week(weeks, T0 - timedelta(days=1)) is None
    assert this_week(weeks, T0 + timedelta(days=6)) == weeks[0]
    assert this_week(weeks, T0 + timedelta(days=7)) == weeks[1]
    assert this_week(weeks, T0 + timedelta(weeks=8)) is None


@given(weeks=st.integers(1, 26), language=st.sampled_from(LANGUAGES))
def test_at_any_length_every_week_says_who_decides_and_the_dose_never_rises(
    weeks: int, language: Language
) -> None:
    found = overlap(ENTRIES, T0, weeks)
    assert len(found) == weeks
    assert all(who_decides(week, language, "Ada", "Max") for week in found)
    doses = [week.dose[1] for week in found]
    assert doses == sorted(doses, reverse=True)


def test_a_catalogue_without_weeks_gives_none() -> None:
    assert overlap((), T0, 8) == ()
