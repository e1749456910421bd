"""Days planned follow the phases recorded, and the past keeps what it was lived under.

The mission begins on Monday 5 January 2026. Values are worked by hand: so many days a week times
whole weeks.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coach_tui.coach.rhythm.agreed import change_mission, decide_days
from coach_tui.coach.rhythm.month import month_bounds
from coach_tui.coach.rhythm.overview import load_of
from coach_tui.engagement.change import Draft
from coach_tui.engagement.framing.budget import plan_cost
from coach_tui.engagement.framing.cost import Dose, FullTime, Phase
from coach_tui.engagement.profile import amend, begin, profile_of
from coach_tui.engagement.rhythm.days import (
    agree_days,
    allowance_of,
    burn_today,
    contracted_hours,
    log_days,
)
from coach_tui.engagement.rhythm.dose import dose_on, set_dose
from coach_tui.engagement.rhythm.planned import phases_of, planned_days
from coach_tui.engagement.rhythm.rituals import Schedule, hold
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.record import set_transition
from coach_tui.exports.rhythm.words import burn_words
from coach_tui.language import Words
from tests.engagement.recording import after, refused

MONDAY = date(2026, 1, 5)


def week(number: float) -> date:
    """The Monday so many weeks after the first day."""
    return MONDAY + timedelta(days=round(number * 7))


def mission(days_per_week: float = 3.0, **fields: object) -> Engagement:
    known = after(Engagement(), begin("Acme", MONDAY, days_per_week, "cmo"))
    return after(known, amend(known, fields)) if fields else known


def used(known: Engagement, days: float, today: date) -> Engagement:
    while days > 0:
        known = after(known, log_days(f"used-{days}", today, min(days, 31), today))
        days -= 31
    return known


def tapered(known: Engagement) -> Engagement:
    """Three days a week for 13 weeks, then one."""
    return after(known, set_dose("d1", week(13), 1, "the team took over"))


def test_days_planned_by_the_phases() -> None:
    costed = plan_cost(Dose(1_100.0, phases=(Phase(3, 13), Phase(1, 31))), FullTime())
    agreed = after(mission(), agree_days(70, 44, None))
    cases = {
        "one dose, no end": (mission(), {0: 0, 13: 39, 22: 66, 52: 156, 60: 156}),
        "a taper decided": (tapered(mission()), {13: 39, 22: 48, 52: 78, 53: 78}),
        "phases planned with the cost": (after(mission(), costed), {13: 39, 22: 48, 44: 70}),
        "a total agreed, phases decided": (tapered(agreed), {13: 39, 22: 48, 44: 70, 50: 70}),
        "a total agreed, no phase": (agreed, {22: 35, 44: 70, 50: 70}),
        "changed back": (
            after(tapered(mission()), set_dose("d2", week(20), 3, "launch")), {20: 46, 22: 52},
        ),
        "a pause": (after(mission(), set_dose("d1", week(4), 0, "summer")), {4: 12, 10: 12}),
        "of one day": (mission(planned_end=MONDAY), {0: 0, 1: 3 / 7, 9: 3 / 7}),
    }  # fmt: skip
    for name, (known, expected) in cases.items():
        found = {number: planned_days(known, MONDAY, week(number)) for number in expected}
        assert found == pytest.approx(expected), name


def test_135_percent_of_a_flat_average_is_101_of_the_phases() -> None:
    """48.5 days in week 22: a flat 70 ÷ 44 planned 35 (139 %); 3 × 13 + 9 planned 48."""
    known = after(mission(), agree_days(70, 44, None))
    today = week(22)
    flat = burn_today(used(known, 48.5, today), today)
    phased = burn_today(used(tapered(known), 48.5, today), today)
    assert flat is not None
    assert phased is not None
    assert f"{flat.burn:.0%} {phased.burn:.0%}" == "139% 101%"
    assert (phased.left, phased.end, phased.sense) == (21.5, 44, "even")


def test_where_the_days_stand_is_said_in_words_of_its_own() -> None:
    """Two days a week over 26 weeks, in week 18: 36 planned of 52.

    22 used: 61 %, 52 × 36 ÷ 22 = 85.1 days of plan, 42.5 weeks. 50.5 used: 140 %, 37.1 days, 18.5.
    """
    known, today = mission(2, planned_end=week(26)), week(18)
    cases = {
        22: "Days: 22 used of 36 planned by now (61%): under the plan, in week 19 · 30 days left"
            " · pace so far: 1.2 days a week · at this pace they would last until week 43, after"
            " the end (week 26)",
        36: "Days: 36 used of 36 planned by now (100%): close to the plan, in week 19 · 16 days"
            " left · pace so far: 2 days a week · at this pace they run out in week 26 of 26",
        50.5: "Days: 50.5 used of 36 planned by now (140%): over the plan, in week 19 · 1.5 days"
              " left · pace so far: 2.8 days a week · at this pace they run out in week 19 of 26",
        55: "Days: 55 used of 36 planned by now (153%): over the plan, in week 19 · none left: 3"
            " days too many · pace so far: 3.1 days a week",
    }  # fmt: skip
    for days, expected in cases.items():
        assert burn_words(burn_today(used(known, days, today), today), Words("en")) == expected


def test_once_the_mission_is_over_the_days_run_out_no_more() -> None:
    """Two days a week over 26 weeks, looked at in week 31: 52 planned; 39 ÷ 26 = 1.5 a week."""
    known, today = mission(2, planned_end=week(26)), week(31)
    cases = {
        39: "Days: 39 used of 52 planned (75%); the engagement ended in week 26 · 13 days not used"
            " · pace so far: 1.5 days a week",
        55: "Days: 55 used of 52 planned (106%); the engagement ended in week 26 · none left: 3"
            " days too many · pace so far: 2.1 days a week",
    }  # fmt: skip
    for days, expected in cases.items():
        assert burn_words(burn_today(used(known, days, week(20)), today), Words("en")) == expected
    on_its_last_day = burn_today(used(known, 39, week(20)), week(26))
    assert on_its_last_day is not None
    assert not on_its_last_day.ended


def test_a_mission_is_over_on_its_own_last_day_whatever_days_were_agreed() -> None:
    """20 days over 12 weeks of 26 planned, in week 14: not over. Ended on the first day of week
    10: over from the next day on, in week 10."""
    known = after(mission(2, planned_end=week(26)), agree_days(20, 12, None))
    agreed_out = burn_today(known, week(14))
    assert agreed_out is not None
    assert not agreed_out.ended
    left = after(known, set_transition(known, {"ended": week(10) - timedelta(days=1)}))
    gone = burn_today(left, week(11))
    assert gone is not None
    assert gone.ended_in == 10


def test_a_first_week_has_no_pace_and_a_first_day_no_plan() -> None:
    """A day logged on the first day is told, though nothing was planned before it."""
    known = mission(2, planned_end=week(26))
    first, third = MONDAY, MONDAY + timedelta(days=2)
    cases = {
        first: "Days: 1 used; none was planned before today · 51 days left",
        third: "Days: 1 used of 0.6 planned by now (175%): over the plan, in week 1 · 51 days left",
    }  # fmt: skip
    for today, expected in cases.items():
        told = burn_words(burn_today(used(known, 1, first), today), Words("en"))
        assert told == expected
    told = burn_words(burn_today(used(known, 1, first), third), Words("fr"))
    assert "1 consommé sur" in told


def test_past_months_keep_the_days_a_week_they_were_lived_under() -> None:
    """From Monday 6 April (week 13), one day a week: March had 31 days at 3, May has 31 at 1."""
    known = mission()
    changed = change_mission(
        known, {"days_per_week": 1.0}, since=week(13), why="summer", today=week(13),
        new_id=lambda: "x",
    )  # fmt: skip
    known = after(known, changed)
    planned = {}
    for month in ("2026-03", "2026-04", "2026-05"):
        first, last = month_bounds(month)
        planned[month] = planned_days(known, first, last + timedelta(days=1))
    march, april, may = 31 * 3 / 7, (5 * 3 + 25) / 7, 31 / 7
    assert planned == pytest.approx({"2026-03": march, "2026-04": april, "2026-05": may})
    assert (dose_on(known, week(12)), dose_on(known, week(13))) == (3, 1)


def test_a_first_day_that_changes_from_a_day_on_leaves_the_past_its_own() -> None:
    """Four weeks were lived from 5 January; on 2 February the first day becomes 2 March."""
    known = mission()
    moved = change_mission(
        known, {"first_day": week(8)}, since=None, why="", today=week(4), new_id=lambda: "x"
    )
    known = after(known, moved)
    assert profile_of(known).first_day == week(8)
    planned = {number: planned_days(known, MONDAY, week(number)) for number in (4, 8, 10)}
    assert planned == pytest.approx({4: 12, 8: 12, 10: 18})
    again = change_mission(
        known, {"first_day": week(9)}, since=week(4), why="", today=week(6), new_id=lambda: "y"
    )
    assert planned_days(after(known, again), MONDAY, week(10)) == pytest.approx(12 + 3)
    corrected = change_mission(
        known, {"first_day": week(8)}, since=MONDAY, why="", today=week(4), new_id=lambda: "z"
    )
    assert planned_days(after(known, corrected), MONDAY, week(10)) == pytest.approx(6)


def test_days_left_of_a_month_are_those_of_the_plan_it_was_lived_under() -> None:
    """Three days a week over 38 weeks are 114; 81 were used by 31 July: 33 left.

    On 3 August one day a week is decided from 10 August (week 31) on: 100 days, of which July, told
    once more, would have 19 left. Decided on 1 June, July had known of it.
    """
    known = used(mission(3, planned_end=week(38)), 81, date(2026, 7, 30))
    july, august = date(2026, 7, 31), date(2026, 8, 31)
    taper = change_mission(
        known, {"days_per_week": 1.0}, since=week(31), why="the team took over",
        today=week(30), new_id=lambda: "x",
    )  # fmt: skip
    late = after(known, taper, at="2026-08-03T09:00:00+00:00")
    ahead = after(known, taper, at="2026-06-01T09:00:00+00:00")
    cases = {
        "before it was decided": (known, july, 33, 38),
        "decided in August, July told again": (late, july, 33, 38),
        "decided in August, told of August": (late, august, 19, 38),
        "decided in June, told of July": (ahead, july, 19, 38),
    }
    for name, (of, day, left, end) in cases.items():
        burn = burn_today(of, day)
        assert burn is not None
        assert (burn.left, burn.end) == pytest.approx((left, end)), name
    before, told_again = burn_today(known, july), burn_today(late, july)
    assert told_again == before, "the pace and the projection too"


def test_a_total_agreed_is_averaged_in_the_months_before_its_days_a_week_were_changed() -> None:
    """70 days over 44 weeks weigh 70 ÷ 44 × 52 ÷ 12 × 8 = 55.2 hours a month until a dose is
    decided; from then on its own, 1 × 52 ÷ 12 × 8 = 34.7."""
    agreed = after(mission(), agree_days(70, 44, None))
    known = after(agreed, set_dose("d1", week(30), 1), at="2026-08-03T09:00:00+00:00")
    hours = {number: contracted_hours(known, week(number)) for number in (20, 30)}
    assert hours == pytest.approx({20: 55.15, 30: 34.67}, abs=0.01)


def test_a_first_day_moved_leaves_the_plan_of_the_months_before() -> None:
    """26 weeks at 2 days from 5 January are 52; on 30 March the first day becomes 4 May (week 17).

    In March 12 were used: 40 left, of an end in week 26. Told again in May, the same.
    """
    known = used(after(mission(2), agree_days(52, 26, None)), 12, week(8))
    moved = after(known, change_mission(
        known, {"first_day": week(17)}, since=None, why="", today=week(12), new_id=lambda: "x"
    ), at="2026-03-30T09:00:00+00:00")  # fmt: skip
    march = week(12) - timedelta(days=1)
    told = burn_today(moved, march)
    assert told == burn_today(known, march)
    assert told is not None
    assert (told.left, told.end) == (40, 26)


def test_before_anything_was_lived_a_change_is_a_correction() -> None:
    known = mission()
    fields = {"first_day": week(2), "days_per_week": 2.0}
    early = MONDAY - timedelta(days=3)
    known = after(known, change_mission(known, fields, since=None, why="", today=early,
                                        new_id=lambda: "x"))  # fmt: skip
    assert phases_of(known)[0][:3] == (week(2), week(54), 2.0)


def test_ritual_load_is_on_the_days_a_week_of_that_month() -> None:
    """Four hours a week, 17.3 a month: of 3 d/w (104 h) 17 %, of 1 d/w (34.7 h) 50 %."""
    known = after(tapered(mission()), hold("r", "s", Schedule(MONDAY), minutes=240))
    assert f"{load_of(known, week(12)).share:.1%}" == "16.7%"
    assert f"{load_of(known, week(13)).share:.1%}" == "50.0%"


def test_what_cannot_be_is_refused_and_what_came_anyway_is_lived_with() -> None:
    known = mission(planned_end=week(26))
    late = decide_days(known, "x", week(27), 1, "", week(3))
    assert refused(late) == "refusal.rhythm.dose-after-end", "it would end before it begins"
    ended = after(known, set_transition(known, {"ended": week(2)}))
    first = change_mission(
        ended, {"first_day": week(3)}, since=None, why="", today=week(4), new_id=lambda: "x"
    )
    assert refused(first) == "refusal.transition.ended-before-start"
    ahead = change_mission(
        known, {"first_day": week(3)}, since=week(5), why="", today=week(4), new_id=lambda: "x"
    )
    assert refused(ahead) == "refusal.profile.since-ahead"
    forced = after(known, [Draft("engagement", "engagement", {"planned_end": "2025-12-01"})])
    assert allowance_of(forced) == (156, 52, MONDAY, False)
    after_end = after(known, set_dose("x", week(30), 1))
    assert planned_days(after_end, MONDAY, week(40)) == pytest.approx(78)
    far = after(known, [Draft("allowance", "allowance", {"days": 10, "weeks": 1e12})])
    assert burn_today(far, week(3)) is not None
