"""Nobody prepares the absence of somebody who has left."""

from __future__ import annotations

from datetime import date

from coach_tui.coach.team.absence import plan_absence, refuse_absence
from coach_tui.engagement.team.people import leave
from coach_tui.engagement.transition.record import set_transition
from coach_tui.language import Refusal
from tests.coach.story import Story

LAST, NEXT = date(2026, 7, 31), date(2026, 8, 1)


def test_no_absence_of_a_cmo_who_left_nor_of_a_member_who_did() -> None:
    story = Story().person("Max", "cmo").person("Ada")
    story.do(set_transition(story.engagement, {"ended": LAST}), LAST)
    story.do(leave(story.engagement, "ada", NEXT), LAST)
    for person, name in (("cmo", "CMO"), ("max", "Max"), ("ada", "Ada")):
        assert refuse_absence(story.engagement, person, LAST) is None
        told = refuse_absence(story.engagement, person, NEXT)
        assert isinstance(told, Refusal)
        assert told.values["left"] == LAST
        assert told.values["name"] in (name, "Max")
        planned = plan_absence(story.engagement, "d", person, NEXT, NEXT, "planned", NEXT, "why")
        assert planned == told
