"""What stands behind the demo's ticks: meetings, and what was said of the engagement."""

from __future__ import annotations

from typing import Final

from coach_tui.demo.framing import FOUNDER
from coach_tui.demo.recorder import CMO, Recorder
from coach_tui.engagement.context import tell
from coach_tui.engagement.kpi.objectives import set_objective
from coach_tui.engagement.profile import amend
from coach_tui.engagement.rhythm.meetings import log_meeting

# Kind, with whom, month, day; what was learned is the demo's own words, by the last part.
MEETINGS: Final = (
    ("references", "Claire Noiret", (12, 16, 2024), "reference-1"),
    ("references", "Étienne Lasalle", (12, 17, 2024), "reference-2"),
    ("kickoff", "Hélène, Julien, Inès, Lucas, Aurélie", (1, 7, 2025), "kickoff"),
    ("interviews-internal", "Hélène Castaing", (1, 9, 2025), "helene"),
    ("interviews-internal", "Inès Taleb", (1, 9, 2025), "ines"),
    ("interviews-internal", "Lucas Perrot", (1, 14, 2025), "lucas"),
    ("interviews-internal", "Damien Loiseau", (1, 14, 2025), "damien"),
    ("interviews-internal", "Fanny Duval", (1, 16, 2025), "fanny"),
    ("interviews-customers", "Résidences Valmorin", (1, 21, 2025), "valmorin"),
    ("interviews-customers", "Cliniques Ardenval", (1, 23, 2025), "ardenval"),
    ("interviews-customers", "Villages Lacanette", (1, 28, 2025), "lacanette"),
    ("day-30-review", "Hélène, Julien", (2, 6, 2025), "day-30"),
    ("health-check", "Hélène, Julien", (2, 13, 2025), "health-1"),
    ("workshop", "Inès, Lucas", (3, 4, 2025), "workshop"),
    ("training", "Lucas, Inès", (3, 18, 2025), "training"),
    ("quarterly-review", "Hélène, Julien, Inès, Lucas, Damien", (4, 3, 2025), "review-1"),
    ("ritual-audit", "Julien, Inès, Lucas", (4, 8, 2025), "audit"),
    ("health-check", "Hélène, Julien", (5, 15, 2025), "health-2"),
    ("quarterly-review", "Hélène, Julien, Inès, Lucas, Damien", (7, 3, 2025), "review-2"),
    ("ritual-audit", "Julien, Inès, Lucas", (7, 8, 2025), "audit-2"),
    ("health-check", "Hélène, Julien", (8, 28, 2025), "health-3"),
    ("quarterly-review", "Hélène, Julien, Inès, Lucas, Maud", (10, 2, 2025), "review-3"),
    ("preboarding", "Sonia, Hélène, Julien", (10, 16, 2025), "preboarding"),
    ("retro", "Sonia, Hélène, Julien, Inès, Lucas", (12, 18, 2025), "retro"),
)


def tell_acts(story: Recorder) -> None:
    """The people met, the objectives, the end as it is foreseen."""
    for kind, who, (month, day, year), learned in MEETINGS:
        _meet(story, kind, who, (month, day, year), learned)
    signed = story.day(1, 2)
    story.on(signed, lambda: tell({"certificate_on": signed}), FOUNDER)
    renewed = story.day(6, 26)
    story.on(renewed, lambda: tell({"certificate_on": renewed}), FOUNDER)
    split = {"strategy": 45.0, "managing": 35.0, "hands_on": 20.0}
    story.on(story.day(12, 2, 2024), lambda: tell(split), FOUNDER)
    slots = {"slots": story.say("slots"), "reply_time": story.say("reply")}
    story.on(story.day(1, 9), lambda: tell(slots))
    launched = story.day(2, 10)
    story.on(launched, lambda: tell({"campaign_launched": launched}))
    beginning = {"beginning": "looking"}
    story.on(story.day(11, 28, 2024), lambda: amend(story.engagement, beginning), FOUNDER)
    scenario = {"exit_scenario": "permanent", "finished": story.say("finished")}
    story.on(story.day(4, 10), lambda: amend(story.engagement, scenario), FOUNDER)
    _tell_objectives(story)


def _meet(story: Recorder, kind: str, who: str, on: tuple[int, int, int], learned: str) -> None:
    day = story.day(*on)
    told = {"kind": kind, "who": who, "learned": story.say(f"met-{learned}"), "day": day}
    before = on < (1, 1, 2025) or on[2] < 2025
    actor = FOUNDER if before else CMO
    story.on(day, lambda: log_meeting(story.new_id(), told, day), actor)


def _tell_objectives(story: Recorder) -> None:
    end = story.day(12, 31)
    for rank, (name, start, goal) in enumerate(
        (("arr", "3,1 M€", "3,9 M€"), ("pipeline", "134 K€", "280 K€")), 1
    ):
        _objective(story, name, {"start": start, "goal": goal, "by": end, "rank": rank})


def _objective(story: Recorder, name: str, fields: dict[str, object]) -> None:
    said = {"what": story.say(f"objective-{name}"), **fields}
    day = story.day(1, 28)
    story.on(day, lambda: set_objective(story.engagement, name, said, day), FOUNDER)
