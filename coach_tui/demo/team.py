"""The demo's team: two juniors, an agency, who can do what alone, and what they decide."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from coach_tui.demo.recorder import Recorder
from coach_tui.engagement.team.absence import log_drill
from coach_tui.engagement.team.levels import rate
from coach_tui.engagement.team.people import add_person
from coach_tui.engagement.team.plan import delegate, set_goal
from coach_tui.engagement.team.skills import amend_skill, keep_skill, log_use

PEOPLE: Final = (
    ("lea", "Léa", "internal"),
    ("tom", "Tom", "internal"),
    ("ann", "Ann Roche", "cmo"),
    ("studio", "Studio Sud", "agency"),
)
# skill: weight, critical, then the levels of Léa and Tom on day 45 and now
SKILLS: Final = {
    "da-reporting": (3, True, (1, 2), (2, 3)),
    "dg-campaigns": (3, True, (1, 1), (3, 2)),
    "cr-ops": (3, True, (0, 1), (1, 2)),
    "st-positioning": (3, True, (1, 0), (2, 1)),
    "ct-editorial": (2, False, (2, 1), (3, 1)),
    "ct-writing": (2, False, (2, 1), (3, 2)),
    "ac-seo": (2, False, (1, 1), (2, 3)),
    "ac-paid": (2, False, (0, 1), (1, 2)),
    "ct-social": (1, False, (2, 1), (3, 1)),
    "ac-events": (1, False, (1, 0), (2, 0)),
    "dg-conversion": (2, False, (0, 1), (1, 2)),
    "mg-vendors": (2, False, (0, 0), (1, 1)),
}
BOARD: Final = (
    ("publish", "lea", 6, 6),
    ("campaign-launch", "lea", 4, 5),
    ("event", "lea", 3, 5),
    ("website", "tom", 5, 6),
    ("tool-purchase", "tom", 3, 4),
    ("lead-criteria", "tom", 3, 5),
    ("channel-stop", "", 2, 4),
    ("budget-shift", "", 2, 4),
    ("agency", "", 2, 4),
    ("positioning", "", 1, 3),
)


def tell_team(story: Recorder) -> None:
    """Rated twice, by the CMO and by themselves; methods written; a first week alone planned."""
    story.on(story.day(30))
    for identity, name, kind in PEOPLE:
        story.do(add_person(identity, name, kind, story.say(f"role-{identity}")))
    for skill, (weight, critical, _, _) in SKILLS.items():
        story.do(keep_skill(skill, weight, critical))
    for day, column in ((45, 2), (100, 3)):
        for skill, row in SKILLS.items():
            for person, level in zip(("lea", "tom"), row[column], strict=True):  # type: ignore[arg-type]
                _rate(story, person, skill, level, "cmo", day)
    for skill, level in (("dg-campaigns", 2), ("cr-ops", 3), ("da-reporting", 3)):
        _rate(story, "tom", skill, level, "member", 102)
    _tell_methods(story)
    for decision, person, now, wanted in BOARD:
        story.do(delegate(story.engagement, story.new_id(), decision, person, now, wanted))
    goal = story.day(150)
    case = story.say("goal")
    story.do(set_goal(story.engagement, story.new_id(), "tom", "cr-ops", 3, goal, case))


def _rate(story: Recorder, person: str, skill: str, level: int, side: str, number: int) -> None:
    day = min(story.day(number), story.today)
    story.on(day)
    proof = {"evidence": story.say("evidence"), "verified_by": "Marc"} if level >= 3 else {}
    decision = rate(
        story.engagement,
        story.new_id(),
        person=person,
        skill=skill,
        level=level,
        side=side,
        day=day,
        today=story.today,
        **proof,
    )
    story.do(decision, f"team/{person}" if side == "member" else "cmo/Ann")


def _tell_methods(story: Recorder) -> None:
    story.on(story.day(70))
    methods = (("da-reporting", "tom", "lea"), ("ct-editorial", "lea", ""))
    for skill, author, user in methods:
        fields = {"method": story.say(f"method-{skill}"), "author": author}
        story.do(amend_skill(story.engagement, skill, **fields), f"team/{author}")
        if user:
            used = story.day(88)
            decision = log_use(story.engagement, story.new_id(), skill, user, used, story.today)
            story.do(decision, f"team/{user}")
    start = story.today + timedelta(days=14)
    end = start + timedelta(days=4)
    drill = log_drill(story.engagement, story.new_id(), "cmo", start, end, "planned", story.today)
    story.do(drill)
