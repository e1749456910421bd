"""What the month's report says is done: by a tick or by what is recorded, in its month, once."""

from __future__ import annotations

from datetime import date, timedelta

from coach_tui.coach.rhythm.month import month_bounds, period_of
from coach_tui.engagement.access import change as access_change
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.kpi.objectives import set_objective
from coach_tui.playbook.model import Act
from tests.coach.steps import playbook, step
from tests.coach.story import D0, Story

BOOK = playbook(
    step("ticked", "D+1"),
    step("crm", "D+5", done_when="access:crm:verified"),
    step("targets", "D+10", done_when="kpi:targets"),
    step("objective", "D+10", done_when="objective:first"),
    step("diagnosis", "D+20", act=Act("document:diagnosis:verified")),
    step("first-day", "D+1", act=Act("profile:first_day")),
)


def done(story: Story, month: str) -> set[str]:
    return {
        title.lower().replace(" ", "-")
        for title in period_of(BOOK, story.engagement, *month_bounds(month), date(2026, 8, 1)).done
    }


def verified(story: Story, day: date, told: date) -> Story:
    """HubSpot's access, opened and verified that day; told to the coach on another."""
    line = next(iter(accesses_of(story.engagement)))
    said = {"granted_role": "admin", "granted_on": day, "verified_on": day}
    return story.do(access_change.set_access(story.engagement, line, said, told), told)


def test_what_is_done_by_its_own_record_is_of_the_month_that_it_came_in() -> None:
    story = verified(Story().access(), date(2026, 3, 12), date(2026, 3, 12))
    story.tick("ticked", on=date(2026, 3, 20))
    day, goal = date(2026, 5, 6), {"what": "Demos", "start": "20", "goal": "40"}
    said = {**goal, "by": date(2026, 9, 1)}
    story.do(set_objective(story.engagement, "o1", said, day), day)
    story.raw("document", "diagnosis", date(2026, 4, 30), link="https://sitavel.example/d",
              author="Max", written_on="2026-04-28")  # fmt: skip
    story.raw("document", "diagnosis", date(2026, 5, 7), verified_by="Eva",
              verified_on="2026-05-07")  # fmt: skip
    story.raw("kpi", "cac", date(2026, 3, 30), name="CAC", baseline=900, baseline_on="2026-03-01")
    story.raw("kpi", "cac", date(2026, 5, 8), target_3=800, target_6=700, target_12=600)
    assert done(story, "2026-03") == {"crm", "ticked"}
    assert done(story, "2026-04") == set()
    assert done(story, "2026-05") == {"objective", "diagnosis", "targets"}
    assert done(story, "2026-06") == set()


def test_what_is_told_later_is_of_the_month_it_says() -> None:
    story = verified(Story().access(), date(2026, 3, 28), date(2026, 4, 2))
    assert (done(story, "2026-03"), done(story, "2026-04")) == ({"crm"}, set())


def test_what_is_both_shown_and_ticked_is_told_once() -> None:
    story = verified(Story().access(), date(2026, 3, 12), date(2026, 3, 12))
    story.tick("crm", on=date(2026, 4, 9))
    assert (done(story, "2026-03"), done(story, "2026-04")) == ({"crm"}, set())


def test_what_stood_before_the_file_was_opened_is_no_work_of_the_mission() -> None:
    opened = D0 + timedelta(days=14)
    story = Story(opened=opened).access()
    verified(story, D0, opened)
    assert done(story, "2026-03") == set()
