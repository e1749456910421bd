"""Rituals, their days and their weight; decisions, promises, days used, reports."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.engagement.change import Draft
from coach_tui.engagement.profile import begin
from coach_tui.engagement.rhythm.days import (
    HOURS,
    Allowance,
    agree_days,
    allowance_of,
    burn_today,
    days_used_of,
    hours_a_month,
    log_days,
    ritual_load,
)
from coach_tui.engagement.rhythm.decisions import (
    decisions_of,
    keep_promise,
    log_decision,
    promise,
    promises_due,
    promises_of,
)
from coach_tui.engagement.rhythm.occurrences import (
    health_of,
    log_occurrence,
    missed_in_a_row,
    occurrences_of,
    slot_to_log,
)
from coach_tui.engagement.rhythm.reports import keep_report, reports_of
from coach_tui.engagement.rhythm.rituals import (
    Ritual,
    Schedule,
    amend_ritual,
    hold,
    move,
    refuse_schedule,
    rituals_of,
    stop,
)
from coach_tui.engagement.rhythm.slots import next_slot, nth_working_day, slots
from coach_tui.engagement.state import Engagement

from .recorded import after, new_id

MONDAY = date(2026, 1, 5)
TODAY = date(2026, 3, 12)


def ritual(cadence="weekly", weekdays=(0,), since=MONDAY, **more):
    return Ritual("r", schedules=(Schedule(since, cadence, weekdays, **more),))


def held(engagement, slot, result="held", **more):
    reason = "holiday" if result == "skipped" else ""
    return after(engagement, log_occurrence(engagement, new_id(), "ceo", result, slot=slot,
                 day=slot, today=TODAY, reason=reason, **more))  # fmt: skip


@pytest.fixture
def weekly() -> Engagement:
    """A weekly CEO hour on Mondays since 5 January."""
    return after(Engagement(), hold("ceo", new_id(), Schedule(MONDAY), minutes=60))


# The worked example


def test_the_load_of_the_worked_example():
    contracted = 4 * HOURS
    ceo = ritual()._replace(minutes=60)
    standup = ritual(weekdays=(1,))._replace(minutes=30)
    one = ritual_load(hours_a_month([ceo, standup], TODAY), contracted)
    two = ritual_load(
        hours_a_month([ceo, ritual("twice-weekly", (1, 3))._replace(minutes=30)], TODAY), contracted
    )
    assert f"{one:.1%}" == "20.3%"
    assert f"{two:.1%}" == "27.1%"
    assert one <= 0.25 < two


def test_the_burn_of_the_worked_example():
    day = MONDAY + timedelta(weeks=18)
    known = after(Engagement(), begin("Acme", MONDAY, 2, "cmo"), agree_days(52, 26, None))
    burn = burn_today(
        after(known, log_days("a", MONDAY, 20.5, day), log_days("b", day, 20.5, day)), day
    )
    assert burn.planned == 36
    assert f"{burn.burn:.0%}" == "114%"
    assert f"{burn.exhausted:.1f}" == "22.8"


# When a ritual falls


@pytest.mark.parametrize(
    ("cadence", "weekdays", "days"),
    [
        ("weekly", (0,), ["01-05", "01-12", "01-19", "01-26", "02-02"]),
        ("twice-weekly", (0, 3), ["01-05", "01-08", "01-12", "01-15", "01-19", "01-22", "01-26",
                                  "01-29", "02-02"]),
        ("fortnightly", (2,), ["01-07", "01-21", "02-04"]),
        ("monthly", (0,), ["01-07"]),
    ],
)  # fmt: skip
def test_each_cadence_falls_where_people_expect_it(cadence, weekdays, days):
    found = list(slots(ritual(cadence, weekdays), MONDAY, date(2026, 2, 4)))
    assert [f"{day:%m-%d}" for day in found] == days


def test_a_quarterly_ritual_keeps_its_working_day():
    found = list(slots(ritual("quarterly", nth=3), MONDAY, date(2026, 12, 31)))
    assert found == [date(2026, 1, 5), date(2026, 4, 3), date(2026, 7, 3), date(2026, 10, 5)]
    late = list(slots(ritual("monthly", since=date(2026, 1, 20)), MONDAY, date(2026, 3, 1)))
    assert late == [date(2026, 2, 6)]
    assert nth_working_day(2026, 2, 20) == date(2026, 2, 27)


def test_a_fortnight_is_counted_from_its_first_day_wherever_one_looks_from():
    fortnightly = ritual("fortnightly", (4,))
    whole = list(slots(fortnightly, MONDAY, date(2027, 1, 31)))
    for start in (date(2026, 1, 13), date(2026, 6, 12), date(2026, 12, 18)):
        assert list(slots(fortnightly, start, date(2027, 1, 31))) == [
            day for day in whole if day >= start
        ]


def test_a_ritual_moved_keeps_its_past_and_a_stopped_one_plans_no_more(weekly):
    moved = after(weekly, move(weekly, "ceo", new_id(), Schedule(date(2026, 3, 9), weekdays=(3,))))
    days = list(slots(rituals_of(moved)["ceo"], date(2026, 2, 23), date(2026, 3, 20)))
    assert days == [date(2026, 2, 23), date(2026, 3, 2), date(2026, 3, 12), date(2026, 3, 19)]
    stopped = after(moved, stop(moved, "ceo", date(2026, 3, 15)))
    assert next_slot(rituals_of(stopped)["ceo"], date(2026, 3, 13)) is None


def test_a_ritual_taken_up_again_plans_nothing_in_between(weekly):
    """Each taking up again, from which day: what is planned then, and when it ends."""
    stopped = after(weekly, stop(weekly, "ceo", date(2026, 3, 9)))
    fridays = [date(2026, 3, day) for day in (13, 20, 27)]
    cases = (
        (date(2026, 3, 30), [date(2026, 3, 2), date(2026, 4, 3)], None),
        (date(2026, 3, 9), [date(2026, 3, 2), *fridays, date(2026, 4, 3)], None),
        (date(2026, 3, 6), [date(2026, 3, 2), date(2026, 3, 6)], date(2026, 3, 9)),
    )
    for since, planned, ends in cases:
        again = after(stopped, move(stopped, "ceo", new_id(), Schedule(since, weekdays=(4,))))
        ceo = rituals_of(again)["ceo"]
        assert list(slots(ceo, date(2026, 3, 1), date(2026, 4, 9))) == planned, since
        assert ceo.stopped == ends, since
        assert ceo.schedule == Schedule(since, weekdays=(4,), time=""), since
    paused = rituals_of(after(stopped, move(stopped, "ceo", "x", Schedule(date(2026, 3, 30)))))
    assert paused["ceo"].ends == (date(2026, 3, 9),)
    assert refuse_schedule(Schedule(MONDAY, "pause")) is not None  # never said by people


@given(
    st.sampled_from(["weekly", "fortnightly", "monthly", "quarterly", "half-yearly"]),
    st.integers(0, 6),
    st.integers(0, 700),
    st.integers(0, 700),
)
def test_days_are_in_order_once_each_and_the_same_however_they_are_asked(
    cadence, weekday, start, length
):
    planned = ritual(cadence, (weekday,))
    first = MONDAY + timedelta(days=start)
    last = first + timedelta(days=length)
    found = list(slots(planned, first, last))
    assert found == sorted(set(found))
    assert all(first <= day <= last for day in found)
    assert found == [day for day in slots(planned, date.min, last) if day >= first]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"cadence": "daily"}, "refusal.rhythm.cadence"),
        ({"weekdays": (0, 2)}, "refusal.rhythm.weekday-count"),
        ({"cadence": "twice-weekly"}, "refusal.rhythm.weekday-count"),
        ({"weekdays": (7,)}, "refusal.rhythm.weekday"),
        ({"weekdays": ()}, "refusal.rhythm.weekday"),
        ({"time": "25:00"}, "refusal.rhythm.time"),
        ({"time": "9h30"}, "refusal.rhythm.time"),
        ({"nth": 0}, "refusal.rhythm.nth"),
    ],
)
def test_a_schedule_that_cannot_be_says_why(change, reason):
    assert hold("r", "s", Schedule(MONDAY)._replace(**change), minutes=30).reason == reason


def test_a_ritual_is_amended_and_what_cannot_be_is_refused(weekly):
    known = after(
        weekly, amend_ritual(weekly, "ceo", minutes=45, run_by="team", owner="Léa", name="Cap")
    )
    ceo = rituals_of(known)["ceo"]
    assert (ceo.minutes, ceo.run_by, ceo.owner, ceo.name) == (45, "team", "Léa", "Cap")
    assert hours_a_month([ceo], TODAY) == 0  # the team runs it: it costs the CMO nothing
    refusals = [
        amend_ritual(weekly, "ceo", minutes=0, run_by="cmo"),
        amend_ritual(weekly, "ceo", minutes=30, run_by="robot"),
        amend_ritual(weekly, "x", minutes=30, run_by="cmo"),
        amend_ritual(weekly, "ceo", minutes=30, run_by="cmo", agenda="password: hunter22!"),
    ]
    assert [refusal.reason for refusal in refusals] == [
        "refusal.rhythm.minutes",
        "refusal.rhythm.run-by",
        "refusal.rhythm.unknown-ritual",
        "refusal.secret.password",
    ]


# What became of it


def test_health_is_held_of_the_last_eight_and_what_nobody_logged_was_not_held(weekly):
    for week in range(9):  # nine Mondays from 5 January to 2 March; 9 March is not logged
        slot = MONDAY + timedelta(weeks=week)
        weekly = held(weekly, slot, "skipped" if week == 8 else "held",
                      run_by="team" if week >= 6 else "cmo")  # fmt: skip
    health = health_of(weekly, rituals_of(weekly)["ceo"], TODAY)
    assert (health.held, health.planned, health.by_team) == (6, 8, 2)
    assert health.unlogged == (date(2026, 3, 9),)
    assert health.share == 0.75
    assert missed_in_a_row(weekly, "ceo") == 1


def test_today_does_not_count_against_a_ritual_before_it_is_logged(weekly):
    ceo = rituals_of(weekly)["ceo"]
    assert health_of(weekly, ceo, MONDAY).share is None
    assert health_of(weekly, ceo, MONDAY + timedelta(days=1)).unlogged == (MONDAY,)


def test_the_slot_to_log_is_the_latest_one_nobody_logged(weekly):
    ceo = rituals_of(weekly)["ceo"]
    assert slot_to_log(weekly, ceo, TODAY) == date(2026, 3, 9)
    known = held(weekly, date(2026, 3, 9))
    assert slot_to_log(known, ceo, TODAY) == date(2026, 3, 2)
    assert slot_to_log(weekly, ceo, date(2026, 1, 2)) == date(2026, 1, 2)


def test_one_slot_logged_in_two_windows_counts_once(weekly):
    known = held(weekly, date(2026, 3, 9))
    known = held(known, date(2026, 3, 9), "skipped")
    assert [each.result for each in occurrences_of(known)["ceo"]] == ["skipped"]


def test_an_occurrence_that_cannot_be_says_why(weekly):
    def logged(result="held", ritual="ceo", slot=TODAY, **more):
        return log_occurrence(weekly, "o", ritual, result, slot=slot, day=slot, today=TODAY, **more)

    assert logged("skipped").reason == "refusal.rhythm.skip-needs"
    assert logged("maybe").reason == "refusal.rhythm.result"
    assert logged(ritual="x").reason == "refusal.rhythm.unknown-ritual"
    assert logged(slot=TODAY + timedelta(days=1)).reason == "refusal.rhythm.future"
    assert logged(run_by="robot").reason == "refusal.rhythm.run-by"
    # Known ahead: an occurrence that will not be held.
    after(weekly, logged("skipped", slot=TODAY + timedelta(days=4), reason="board day"))


# Days


def test_days_are_those_agreed_else_those_of_the_missions_dose():
    known = after(Engagement(), begin("Acme", MONDAY, 2, "cmo"))
    assert allowance_of(known) == Allowance(104, 52, MONDAY, agreed=False)
    agreed = after(known, agree_days(52, 26, None))
    assert allowance_of(agreed) == Allowance(52, 26, MONDAY)
    assert allowance_of(Engagement()) is None


def test_burn_today_counts_what_was_logged():
    known = after(Engagement(), begin("Acme", MONDAY, 2, "cmo"), agree_days(52, 26, None))
    day = MONDAY + timedelta(weeks=18)
    assert burn_today(known, MONDAY - timedelta(days=1)) is None
    assert burn_today(known, MONDAY).burn is None
    known = after(known, log_days("a", MONDAY, 20.5, day), log_days("b", day, 20.5, day))
    burn = burn_today(known, day)
    assert (burn.used, burn.week, f"{burn.burn:.0%}") == (41, 18, "114%")
    assert log_days("c", day, 0, day).reason == "refusal.rhythm.days"
    assert log_days("c", day, 32, day).reason == "refusal.rhythm.days"
    assert log_days("c", day + timedelta(days=1), 1, day).reason == "refusal.rhythm.future"
    assert agree_days(0, 26, None).reason == "refusal.rhythm.allowance"


# Decisions and promises


def logged(known, day=TODAY, *, waits=None, **fields):
    """The engagement once these fields of the decision `d` are logged that day."""
    return after(known, log_decision(known, "d", fields, day, waits=waits))


def test_an_open_decision_is_flagged_after_fourteen_days():
    known = logged(Engagement(), waits=True, title="Stop the show?", options="yes\nno")
    waiting = decisions_of(known)["d"]
    assert not waiting.stale(TODAY + timedelta(days=14))
    assert waiting.stale(TODAY + timedelta(days=15))
    known = logged(
        known, waits=False, title="Stop the show", why="1 lead", review=TODAY + timedelta(days=90)
    )
    decision = decisions_of(known)["d"]
    assert not decision.stale(TODAY + timedelta(days=99))
    assert decision.options == "yes\nno"  # nobody took them back
    assert decision.to_review(TODAY + timedelta(days=90))
    known = logged(known, outcome="12 leads by search")
    assert not decisions_of(known)["d"].to_review(TODAY + timedelta(days=90))


def test_a_decision_says_why_and_is_reviewed_afterwards():
    cases = {
        "no-why": {"title": "x", "why": " "},
        "no-title": {"title": " ", "why": "y"},
        "review-before": {"title": "x", "why": "y", "review": MONDAY},
    }
    for reason, fields in cases.items():
        refusal = log_decision(Engagement(), "d", fields, TODAY)
        assert refusal.reason == f"refusal.rhythm.{reason}", fields


def test_a_decision_waits_again_and_is_taken_again_without_losing_a_word():
    later = TODAY + timedelta(days=30)
    said = {"title": "Stop the show", "why": "1 lead", "review": later, "outcome": "none missed"}
    known = logged(Engagement(), waits=True, **said)
    waiting = decisions_of(known)["d"]
    assert (waiting.open, waiting.why, waiting.review, waiting.outcome) == (
        True, "1 lead", later, "none missed"
    )  # fmt: skip
    known = logged(known, TODAY + timedelta(days=2), waits=False)
    taken = decisions_of(known)["d"]
    assert taken == waiting._replace(decided=TODAY + timedelta(days=2))
    known = logged(known, TODAY + timedelta(days=4), waits=True)
    assert decisions_of(known)["d"] == waiting
    assert log_decision(known, "d", {**said, "opened": TODAY}, later, waits=True) == []


def test_promises_due_are_the_late_the_near_and_the_undated():
    week, month = TODAY + timedelta(days=7), TODAY + timedelta(days=30)
    known = after(
        Engagement(),
        promise("a", "Send the deck", TODAY, by="Ann", to="Paul", due=week),
        promise("b", "Choose the CRM", TODAY, due=month),
        promise("c", "Call the agency", TODAY),
        promise("d", "Pay the stand", TODAY, due=MONDAY),
    )
    assert [each.id for each in promises_due(known, TODAY)] == ["d", "a", "c"]
    known = after(known, keep_promise(known, "d", TODAY))
    assert [each.id for each in promises_due(known, TODAY)] == ["a", "c"]
    assert promises_of(known)["d"].kept == TODAY
    assert promise("e", " ", TODAY).reason == "refusal.rhythm.no-promise"
    assert keep_promise(known, "z", TODAY).reason == "refusal.rhythm.unknown-promise"


# Reports


def test_a_report_is_kept_word_for_word():
    text = "# Mars\n\n| a | b |\n\n> « été » [x]\n"
    known = after(Engagement(), keep_report("2026-03", text, "team", TODAY))
    assert reports_of(known)["2026-03"].text == text
    assert reports_of(known)["2026-03"].written_by == "team"
    long = after(known, keep_report("2026-04", "words " * 5_000, "cmo"))
    assert len(reports_of(long)["2026-04"].text) == 30_000


@pytest.mark.parametrize(
    ("month", "text", "reason"),
    [
        ("2026-13", "x", "refusal.rhythm.month"),
        ("../../x", "x", "refusal.rhythm.month"),
        ("2026-03", "  ", "refusal.rhythm.empty-report"),
        ("2026-03", "x" * 100_001, "refusal.step.long"),
        ("2026-03", "a " * 6_000 + "\npassword: hunter22!\n", "refusal.secret.password"),
    ],
)
def test_a_report_that_cannot_be_kept_says_why(month, text, reason):
    assert keep_report(month, text, "cmo").reason == reason


def test_records_of_another_shape_are_left_aside():
    known = after(
        Engagement(),
        [Draft("ritual", "r", {"minutes": "long", "run_by": "robot"})],
        [Draft("ritual-schedule", "s", {"ritual": "r", "since": "soon", "cadence": "weekly"})],
        [Draft("occurrence", "o", {"ritual": "r", "slot": "2026-03-09", "result": "maybe"})],
        [Draft("decision", "d", {"title": "x"})],
        [Draft("promise", "p", {"what": 3})],
        [Draft("day-used", "u", {"day": "2026-03-09", "amount": -1})],
        [Draft("report", "March", {"text": "x"})],
        [Draft("allowance", "allowance", {"days": 0, "weeks": 26})],
    )
    left = rituals_of(known)["r"]
    assert (left.minutes, left.run_by, left.schedule) == (30, "cmo", None)
    assert hours_a_month([left], TODAY) == 0
    assert health_of(known, left, TODAY).share is None
    decoded = (occurrences_of, decisions_of, promises_of, days_used_of, reports_of, allowance_of)
    assert not any(decode(known) for decode in decoded)
