"""What does not exist here settles the step that opens it, by the register's own reason."""

from __future__ import annotations

from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.moves.found import moves_of
from coach_tui.coach.plan import Planned, plan, progress
from coach_tui.engagement.access.facts import ASKED_FOR
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.access.steps import set_aside, take_back_up
from tests.coach.story import CATALOGUES, PLAYBOOK, Story, d

WHY = "none in this company"
STEPS = {
    "access-crm": ("crm",), "access-analytics": ("analytics",),
    "access-automation": ("automation",), "access-reporting": ("reporting",),
    "access-ads-site": ("ads", "site"),
}  # fmt: skip
OF_ALL = ("access-hygiene", "ownership-transfer", "access-revoke")


def none(*categories: str) -> Story:
    story = Story(opened=d(-14))
    for each in categories:
        story.access(each, category=each, na_reason=WHY, requested_on=None)
    return story


def step(story: Story, step_id: str) -> Planned:
    every = plan(PLAYBOOK, story.engagement, d(40))
    return next(each for each in every if each.step.id == step_id)


def moves(story: Story) -> set[str]:
    found = moves_of(PLAYBOOK, story.engagement, d(40), CATALOGUES, "founder")
    return {each for move in found for each in move.about}


def test_none_here_settles_the_step_that_opens_it_and_taken_back_reopens_it() -> None:
    for step_id, categories in STEPS.items():
        story = none(*categories)
        settled = step(story, step_id)
        assert (settled.status, settled.late, settled.record.reason) == ("na", False, WHY), step_id
        assert settled.record.actor == "cmo"
        assert step_id not in moves(story), step_id
        situation = Situation(PLAYBOOK, story.engagement, d(40), CATALOGUES)
        assert situation.shown(step_id), "no rule asks for it"
        line = next(iter(accesses_of(story.engagement)))
        story.do(take_back_up(story.engagement, line, d(41)))
        assert step(story, step_id).status == "todo", step_id
        assert step_id in moves(story), step_id


def test_one_tool_of_the_kind_that_is_there_keeps_the_step_open() -> None:
    story = none("crm").access("HubSpot")
    assert step(story, "access-crm").status == "todo"
    assert step(none("ads"), "access-ads-site").open, "there is a website all the same"


def test_what_somebody_ticked_stays_as_they_said() -> None:
    story = none("analytics").tick("access-analytics")
    assert step(story, "access-analytics").status == "done"


def test_where_no_tool_exists_there_is_nothing_to_secure_to_transfer_or_to_revoke() -> None:
    story = none(*ASKED_FOR[:-1])
    assert all(step(story, each).open for each in OF_ALL), "one kind was not looked at"
    story = none(*ASKED_FOR)
    assert {step(story, each).status for each in OF_ALL} == {"na"}
    before = progress(plan(PLAYBOOK, Story(opened=d(-14)).engagement, d(40))).applicable
    after = progress(plan(PLAYBOOK, story.engagement, d(40))).applicable
    assert before - after == len(OF_ALL) + len(ASKED_FOR)


def test_a_tool_set_aside_later_settles_it_too() -> None:
    story = Story(opened=d(-14)).access("GA4", category="analytics")
    line = next(iter(accesses_of(story.engagement)))
    story.do(set_aside(story.engagement, line, "the site has none", d(3)), d(3))
    settled = step(story, "access-analytics")
    assert (settled.record.reason, settled.record.day) == ("the site has none", d(3))
