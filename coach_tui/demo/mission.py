"""The demo's story, from the first doubt to the middle of the fourth month."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from coach_tui.demo.acts import tell_acts
from coach_tui.demo.framing import tell_framing
from coach_tui.demo.leaving import tell_leaving
from coach_tui.demo.ledgers import tell_accesses, tell_kpis
from coach_tui.demo.recorder import Recorder
from coach_tui.demo.rhythm import tell_rhythm
from coach_tui.demo.team import tell_team
from coach_tui.engagement.profile import amend, begin
from coach_tui.engagement.step import UNTOUCHED, StepRecord, add_note, set_status, steps_of
from coach_tui.language import Words
from coach_tui.places import Home

COMPANY: Final = "Lumen"
FOUNDER: Final = "founder/Marc"
DONE: Final[dict[str, tuple[str, int]]] = {
    # step: by whom, on which day of the mission
    "situation": (FOUNDER, -38),
    "success-kpis": (FOUNDER, -30),
    "exit-horizon": (FOUNDER, -30),
    "execution-layer": (FOUNDER, -30),
    "quarterly-review": (FOUNDER, 92),
    "sourcing": (FOUNDER, -25),
    "references": (FOUNDER, -14),
    "test-mission": (FOUNDER, -3),
    "compliance-file": ("ops/Ines", -6),
    "announce": (FOUNDER, -5),
    "brief-company": (FOUNDER, 2),
    "kickoff": (FOUNDER, 0),
    "scope-raci": ("cmo/Ann", 4),
    "interviews-internal": ("cmo/Ann", 14),
    "interviews-customers": ("cmo/Ann", 24),
    "data-performance": ("team/Tom", 6),
    "data-budget": ("ops/Ines", 8),
    "audit-funnel": ("cmo/Ann", 20),
    "first-recommendations": ("cmo/Ann", 28),
    "close-gate": (FOUNDER, 31),
    "business-objectives": (FOUNDER, 21),
    "funnel-definitions": ("cmo/Ann", 30),
    "plan-90": ("cmo/Ann", 44),
    "quick-wins-3m": ("cmo/Ann", 60),
    "budget-marketing": (FOUNDER, 45),
    "availability-slots": ("cmo/Ann", 4),
    "async-charter": ("cmo/Ann", 12),
    "workshops": ("cmo/Ann", 50),
    "coaching-11": ("cmo/Ann", 40),
}
WAITING: Final = ("plan-90", "workshops")  # done, and not confirmed yet
# Steps that records show done, and who confirmed them on which day.
SHOWN_DONE: Final = {
    "contract": ("cmo/Ann", -8),
    "access-list": (FOUNDER, -2),
    "access-crm": ("cmo/Ann", 4),
    "access-analytics": ("cmo/Ann", 4),
    "access-automation": ("cmo/Ann", 7),
    "access-reporting": ("cmo/Ann", 4),
    "weekly-ceo": ("cmo/Ann", 15),
    "decision-log": (FOUNDER, 40),
    "time-tracking": (FOUNDER, 40),
    "baselines": ("cmo/Ann", 38),
    "kpi-shortlist": (FOUNDER, 40),
    "targets-3-6-12": (FOUNDER, 40),
    "monthly-report": (FOUNDER, 45),
}


def make_demo(home: Home, words: Words, today: date) -> Path:
    """Write the demo into this home; its engagement file. Words are the demo's own, translated."""
    story = Recorder(words, today)
    story.on(story.day(-45))
    story.do(begin(COMPANY, story.first_day, 2.0, "founder"), FOUNDER)
    story.do(
        amend(
            story.engagement,
            {
                "sector": "SaaS",
                "headcount": 30.0,
                "revenue": 3_200_000.0,
                "marketing_budget": 260_000.0,
                "activation_budget": 140_000.0,
                "leadership_budget": 95_000.0,
                "day_rate": 1_100.0,
                "planned_end": story.day(330),
            },
        ),
        FOUNDER,
    )
    tell_framing(story)
    _tell_steps(story)
    tell_acts(story)
    tell_accesses(story)
    tell_kpis(story)
    tell_rhythm(story)
    tell_team(story)
    tell_leaving(story)
    return story.write(home, COMPANY)


def _tell_steps(story: Recorder) -> None:
    for step, (actor, number) in sorted(DONE.items(), key=lambda each: each[1][1]):
        story.on(story.day(number))
        _set(story, step, "done", actor)
        if step not in WAITING:
            other = FOUNDER if not actor.startswith("founder") else "cmo/Ann"
            story.on(story.day(number + 2))
            _set(story, step, "confirmed", other)
    for step, (actor, number) in SHOWN_DONE.items():
        story.on(story.day(number))
        shown = StepRecord("done", actor="records")
        story.do(set_status(step, "confirmed", current=shown, actor=actor), actor)
    story.on(story.day(96))
    _set(story, "dashboard-v1", "doing", "team/Tom")
    _set(story, "sales-sla", "blocked", "cmo/Ann", story.say("blocked-by"), story.say("blocked"))
    _set(story, "fundraise-pack", "na", FOUNDER, "", story.say("na"))
    for step, key in (("audit-funnel", "note-funnel"), ("coaching-11", "note-coaching")):
        private = key == "note-coaching"
        story.do(add_note(story.new_id(), step, story.say(key), private=private))


def _set(
    story: Recorder, step: str, status: str, actor: str, by: str = "", reason: str = ""
) -> None:
    current = steps_of(story.engagement).get(step, UNTOUCHED)
    decision = set_status(step, status, current=current, actor=actor, by=by, reason=reason)
    story.do(decision, actor)
