"""The demo's story, from the first doubt to the day the fractional CMO leaves."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Final

from coach_tui.demo.accesses import OPS, tell_accesses
from coach_tui.demo.acts import tell_acts
from coach_tui.demo.documents import tell_documents
from coach_tui.demo.framing import FOUNDER, tell_framing
from coach_tui.demo.kpis import tell_kpis
from coach_tui.demo.leaving import tell_leaving
from coach_tui.demo.recorder import CMO, Recorder
from coach_tui.demo.rhythm import tell_rhythm
from coach_tui.demo.team import tell_team
from coach_tui.engagement.elsewhere import show_elsewhere
from coach_tui.engagement.profile import amend, begin
from coach_tui.engagement.step import UNTOUCHED, StepRecord, add_note, set_status, steps_of
from coach_tui.language import Words
from coach_tui.places import Home

COMPANY: Final = "Sitavel"
LUCAS, INES, SONIA = "team/Lucas", "team/Inès", "successor/Sonia"
Day = tuple[int, int] | tuple[int, int, int]
DONE: Final[dict[str, tuple[str, Day]]] = {
    # step: by whom, on which day
    "support-type": (FOUNDER, (12, 2, 2024)),
    "start-context": (FOUNDER, (12, 2, 2024)),
    "execution-layer": (FOUNDER, (12, 2, 2024)),
    "exit-horizon": (FOUNDER, (12, 3, 2024)),
    "brief": (FOUNDER, (12, 3, 2024)),
    "cmo-availability": (FOUNDER, (12, 9, 2024)),
    "cmo-fit": (CMO, (12, 9, 2024)),
    "references": (FOUNDER, (12, 17, 2024)),
    "test-mission": (FOUNDER, (12, 18, 2024)),
    "compliance-file": (OPS, (1, 2)),
    "announce": (FOUNDER, (1, 2)),
    "kickoff": (FOUNDER, (1, 7)),
    "availability-slots": (CMO, (1, 9)),
    "brief-company": (FOUNDER, (1, 9)),
    "scope-raci": (CMO, (1, 14)),
    "mandate-decision-rights": (FOUNDER, (1, 14)),
    "deputy": (FOUNDER, (1, 14)),
    "data-performance": (LUCAS, (1, 14)),
    "data-budget": (OPS, (1, 14)),
    "data-resources": (CMO, (1, 16)),
    "data-roadmap": (FOUNDER, (1, 16)),
    "async-charter": (CMO, (1, 21)),
    "escalation-rule": (CMO, (1, 21)),
    "interviews-internal": (CMO, (1, 21)),
    "interviews-customers": (CMO, (1, 28)),
    "audit-funnel": (CMO, (1, 28)),
    "work-board": (LUCAS, (1, 28)),
    "first-recommendations": (CMO, (2, 4)),
    "close-gate": (FOUNDER, (2, 6)),
    "plan-90": (CMO, (2, 7)),
    "scale-12m": (FOUNDER, (2, 14)),
    "funnel-definitions": (CMO, (2, 18)),
    "budget-marketing": (FOUNDER, (2, 18)),
    "sales-sla": (CMO, (2, 20)),
    "signoff": (FOUNDER, (2, 21)),
    "decision-thresholds": (CMO, (2, 21)),
    "dashboard-v1": (LUCAS, (2, 25)),
    "workshops": (CMO, (3, 4)),
    "audit-stack": (CMO, (3, 18)),
    "mini-trainings": (LUCAS, (3, 18)),
    "attribution-choice": (CMO, (3, 20)),
    "quarterly-review": (FOUNDER, (4, 3)),
    "ritual-audit": (CMO, (4, 8)),
    "exit-scenario": (FOUNDER, (4, 10)),
    "fill-gaps": (FOUNDER, (4, 17)),
    "templates": (LUCAS, (5, 6)),
    "health-check": (FOUNDER, (5, 15)),
    "package": (FOUNDER, (5, 15)),
    "role-scorecard": (CMO, (5, 22)),
    "structure-6m": (CMO, (6, 30)),
    "doc-reporting": (LUCAS, (9, 9)),
    "doc-acquisition": (LUCAS, (10, 2)),
    "doc-campaign": (INES, (10, 14)),
    "preboarding": (FOUNDER, (10, 16)),
    "vendors-handover": (CMO, (11, 12)),
    "decision-rights-switch": (FOUNDER, (11, 24)),
    "advisory": (FOUNDER, (12, 17)),
    "retro": (FOUNDER, (12, 18)),
    "overlap-plan": (CMO, (12, 19)),
    "contract-close": (FOUNDER, (12, 19)),
}
# Steps their own line of proof shows: what shows it is the demo's words.
PROVED: Final = ("data-performance", "data-budget", "dashboard-v1", "work-board", "templates")
# Steps that records show done, and who confirmed them on which day.
SHOWN_DONE: Final[dict[str, tuple[str, Day]]] = {
    "need-diagnostic": (FOUNDER, (11, 29, 2024)),
    "situation": (FOUNDER, (11, 29, 2024)),
    "model-choice": (FOUNDER, (12, 2, 2024)),
    "budget-time": (FOUNDER, (12, 2, 2024)),
    "interviews": (FOUNDER, (12, 9, 2024)),
    "sourcing": (FOUNDER, (12, 9, 2024)),
    "contract": (CMO, (12, 26, 2024)),
    "access-list": (FOUNDER, (12, 30, 2024)),
    "access-crm": (CMO, (1, 9)),
    "access-reporting": (CMO, (1, 9)),
    "weekly-ceo": (CMO, (1, 16)),
    "standup": (CMO, (1, 16)),
    "access-analytics": (CMO, (1, 16)),
    "coaching-11": (CMO, (1, 21)),
    "business-objectives": (CMO, (1, 30)),
    "skill-map": (FOUNDER, (1, 30)),
    "baseline-autonomy": (FOUNDER, (1, 30)),
    "critical-skills": (FOUNDER, (1, 30)),
    "decision-log": (FOUNDER, (2, 11)),
    "monthly-report": (FOUNDER, (2, 11)),
    "dev-plans": (FOUNDER, (2, 13)),
    "access-automation": (CMO, (2, 25)),
    "baselines": (CMO, (2, 25)),
    "kpi-shortlist": (FOUNDER, (2, 25)),
    "success-kpis": (CMO, (2, 25)),
    "targets-3-6-12": (FOUNDER, (2, 25)),
    "time-tracking": (FOUNDER, (2, 25)),
    "quick-wins-3m": (FOUNDER, (3, 4)),
    "sales-sync": (CMO, (3, 6)),
    "access-ads-site": (CMO, (3, 18)),
    "signals": (FOUNDER, (4, 30)),
    "retroplanning": (FOUNDER, (5, 6)),
    "permanent-sourcing": (FOUNDER, (6, 24)),
    "evaluation": (FOUNDER, (7, 22)),
    "references-offer": (FOUNDER, (7, 24)),
    "absence-test": (FOUNDER, (8, 21)),
    "taper": (FOUNDER, (10, 7)),
    "introductions": (FOUNDER, (11, 25)),
    "open-loops": (SONIA, (11, 25)),
    "ownership-transfer": (CMO, (12, 4)),
}


def make_demo(home: Home, words: Words, today: date, day: int = 200) -> Path:
    """Write the demo into this home; its engagement file. Words are the demo's own, translated.

    Today is that day of the engagement, or one of the six that follow: the story keeps its
    weekdays.
    """
    story = Recorder(words, today, day)
    opened = story.day(11, 28, 2024)
    story.on(opened, lambda: begin(COMPANY, story.first_day, 2.0, "founder"), FOUNDER)
    frame = {
        "sector": "SaaS",
        "headcount": 34.0,
        "revenue": 3_100_000.0,
        "marketing_budget": 275_200.0,
        "activation_budget": 178_400.0,
        "leadership_budget": 96_800.0,
        "day_rate": 1_100.0,
        "planned_end": story.day(12, 19),
    }
    story.on(opened, lambda: amend(story.engagement, frame), FOUNDER)
    tell_framing(story)
    tell_accesses(story)
    tell_kpis(story)
    tell_rhythm(story)
    tell_team(story)
    tell_leaving(story)
    tell_documents(story)
    tell_acts(story)
    _tell_steps(story)
    return story.write(home, COMPANY)


def _tell_steps(story: Recorder) -> None:
    for step, (actor, day) in DONE.items():
        _finish(story, step, actor, story.day(*day))
    for step, (actor, day) in SHOWN_DONE.items():
        _confirm_shown(story, step, actor, story.day(*day))
    for step in PROVED:
        _show(story, step, story.day(*DONE[step][1]))
    for step, day in (("doc-reporting", (7, 8)), ("doc-campaign", (7, 22))):
        _status(story, step, "doing", LUCAS, story.day(*day))
    waiting = (story.say("blocked-by"), story.say("blocked"))
    _status(story, "doc-acquisition", "blocked", CMO, story.day(7, 4), *waiting)
    _status(story, "fundraise-pack", "na", FOUNDER, story.day(2, 21), "", story.say("na"))
    for step, key, day in (
        ("audit-funnel", "note-funnel", (1, 28)),
        ("coaching-11", "note-coaching", (7, 10)),
    ):
        _note(story, step, key, story.day(*day))


def _finish(story: Recorder, step: str, actor: str, day: date) -> None:
    """Done, and confirmed two days later by the other of the two who lead."""
    _status(story, step, "done", actor, day)
    other = CMO if actor.startswith("founder") else FOUNDER
    _status(story, step, "confirmed", other, day + timedelta(days=2))


def _status(
    story: Recorder, step: str, status: str, actor: str, day: date, by: str = "", reason: str = ""
) -> None:
    story.on(
        day,
        lambda: set_status(
            step,
            status,
            current=steps_of(story.engagement).get(step, UNTOUCHED),
            actor=actor,
            by=by,
            reason=reason,
        ),
        actor,
    )


def _confirm_shown(story: Recorder, step: str, actor: str, day: date) -> None:
    shown = StepRecord("done", actor="records")
    story.on(day, lambda: set_status(step, "confirmed", current=shown, actor=actor), actor)


def _show(story: Recorder, step: str, day: date) -> None:
    said = {"what": story.say(f"proof-{step}"), "where": "Drive"}
    story.on(day, lambda: show_elsewhere(step, said, day), LUCAS)


def _note(story: Recorder, step: str, key: str, day: date) -> None:
    text, private = story.say(key), key == "note-coaching"
    story.on(day, lambda: add_note(story.new_id(), step, text, private=private))
