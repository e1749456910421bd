"""Where each step stands: what is done, by whose word or which record, and what is late."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.bundled import load_playbook
from coach_tui.coach.done_when import NAMES
from coach_tui.coach.done_when_facts import FACTS
from coach_tui.coach.plan import (
    Planned,
    Progress,
    concerns,
    in_stage,
    mine,
    opened_on,
    plan,
    progress,
    retired,
    shown,
)
from coach_tui.engagement.profile import amend
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import STATUSES
from tests.coach.steps import playbook, step
from tests.coach.story import D0, Story

BOOK = playbook(
    step("one", "D+1", essential=True, confirmer="founder"),
    step("two", "D+10", owner="founder", essential=True),
    step("three", "D+30", "rhythm"),
    step("four", "", "rhythm", done_when="access:crm:verified"),
)


def planned(story: Story, today: date = D0) -> dict[str, Planned]:
    return {each.step.id: each for each in plan(BOOK, story.engagement, today)}


def test_a_fresh_mission_has_everything_to_do() -> None:
    steps = planned(Story())
    assert [each.status for each in steps.values()] == ["todo"] * 4
    assert [each.due for each in steps.values()] == [
        date(2026, 3, 3), date(2026, 3, 12), date(2026, 4, 1), None,
    ]  # fmt: skip
    assert not any(each.late or each.finished for each in steps.values())


def test_a_step_is_late_from_the_day_after_and_no_more_once_done() -> None:
    story = Story()
    assert not planned(story, date(2026, 3, 3))["one"].late
    assert planned(story, date(2026, 3, 4))["one"].late
    for status, late in {"doing": True, "done": False, "confirmed": False, "na": False}.items():
        ticked = Story().raw("step", "one", status=status, reason="x")
        assert planned(ticked, date(2026, 3, 4))["one"].late is late, status


def test_it_is_worked_out_once_for_each_book_and_day() -> None:
    known, other = Story().engagement, playbook(step("one", "D+1"))
    first = plan(BOOK, known, D0)
    assert plan(BOOK, known, D0) is first
    assert [each.step.id for each in plan(other, known, D0)] == ["one"]
    assert plan(BOOK, known, D0 + timedelta(days=60)) != first
    assert plan(BOOK, known, D0) is first


def test_what_was_due_before_anyone_opened_the_file_is_nobodys_lateness() -> None:
    story = Story(opened=date(2026, 3, 9))
    steps = planned(story, date(2026, 4, 15))
    assert not steps["one"].late, "due on 3 March, six days before"
    assert steps["two"].late
    assert opened_on(story.engagement) == date(2026, 3, 9)
    assert opened_on(Engagement()) is None


def test_renaming_the_company_forgives_nothing() -> None:
    story = Story()
    renamed = {"company": "Acme & fils", "days_per_week": 1.0}
    story.do(amend(story.engagement, renamed), on=date(2026, 4, 10))
    assert opened_on(story.engagement) == D0
    assert planned(story, date(2026, 4, 15))["one"].late


def test_a_recorded_fact_makes_a_step_done_and_says_which(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    facts = {**FACTS, "access:crm:verified": lambda _: "HubSpot, 4 March"}
    monkeypatch.setattr("coach_tui.coach.done_when_facts.FACTS", facts)
    story = Story().raw("access", "a", tool="HubSpot")
    four = planned(story)["four"]
    assert (four.status, four.evidence, four.finished) == ("done", "HubSpot, 4 March", True)
    declared = planned(story.raw("step", "four", status="na", reason="no CRM"))["four"]
    assert declared.status == "na", "a fact does not overrule what people said of the step"


def test_every_fact_a_step_may_name_is_known_to_the_app() -> None:
    assert set(FACTS) == set(NAMES)
    named = {each.done_when for each in load_playbook("en")[0].steps if each.done_when}
    assert named == set(NAMES)


def test_progress_counts_what_applies() -> None:
    story = Story().tick("one").tick("two", "na")
    steps = planned(story).values()
    assert progress(steps) == Progress(1, 3, declared=1)
    assert progress(steps).share == pytest.approx(1 / 3)
    assert progress(in_stage(steps, "rhythm")) == Progress(0, 2)


def test_nothing_of_nothing_is_not_a_hundred_percent() -> None:
    assert progress([]).share is None
    story = Story()
    for each in BOOK.steps:
        story.tick(each.id, "na")
    assert progress(planned(story).values()) == Progress(0, 0)
    assert progress(planned(story).values()).share is None


@given(st.lists(st.tuples(st.sampled_from(list(BOOK.steps)), st.sampled_from(STATUSES))))
def test_progress_is_a_share(ticks: list[tuple[object, str]]) -> None:
    story = Story()
    for each, status in ticks:
        story.raw("step", each.id, status=status)  # type: ignore[attr-defined]
    share = progress(planned(story).values()).share
    assert share is None or 0 <= share <= 1


def test_depth_hides_and_forgets_nothing() -> None:
    story = Story().tick("three")
    everything = plan(BOOK, story.engagement, D0)
    assert [each.step.id for each in shown(everything, "essential")] == ["one", "two"]
    assert shown(everything, "full") == everything
    assert everything[2].status == "done"


def test_mine_is_what_i_own_and_what_waits_for_my_word() -> None:
    story = Story()
    assert [each.step.id for each in mine(planned(story).values(), "founder")] == ["two"]
    story.tick("one")
    assert [each.step.id for each in mine(planned(story).values(), "founder")] == ["one", "two"]
    confirmed = Story().raw("step", "one", status="confirmed")
    assert not concerns(planned(confirmed)["one"], "founder")


def test_a_step_the_playbook_dropped_is_retired_not_lost() -> None:
    story = Story().tick("one").tick("gone").note("also-gone", "a note")
    assert set(retired(BOOK, story.engagement)) == {"gone", "also-gone"}


def test_a_mission_without_a_first_day_has_no_dates_and_nothing_late() -> None:
    story = Story().raw("engagement", "engagement", first_day=None)
    steps = planned(story, D0 + timedelta(days=900))
    assert {each.due for each in steps.values()} == {None}
    assert not any(each.late for each in steps.values())
