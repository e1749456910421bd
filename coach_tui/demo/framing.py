"""The demo before the mission: need, model, cost, candidates, contract."""

from __future__ import annotations

from typing import Final

from coach_tui.demo.recorder import Recorder
from coach_tui.engagement.context import tell
from coach_tui.engagement.framing import need as framing_need
from coach_tui.engagement.framing import record as framing
from coach_tui.engagement.framing.budget import plan_cost
from coach_tui.engagement.framing.candidates import RATERS, add_candidate, amend_candidate, mark
from coach_tui.engagement.framing.contract import BASE, set_clause, set_indicator
from coach_tui.engagement.framing.cost import Dose, FullTime, Phase

FOUNDER: Final = "founder/Marc"
CRITERIA: Final = (
    *("track-record", "sector", "fit", "availability", "alignment", "vision", "results", "board"),
    *("acquisition", "measurement", "stack", "levers", "develop", "delegate", "communication"),
    *("adaptation", "transmission", "network", "curiosity"),
)
WITH_FACT: Final = ("direction", "stall", "process", "coach")


def tell_framing(story: Recorder) -> None:
    """What the founder answered, and who was chosen."""
    story.on(story.day(-40))
    for question in framing_need.QUESTIONS:
        fact = story.say(f"need-{question}") if question in WITH_FACT else ""
        answer = question in (*WITH_FACT, "speed")
        story.do(framing_need.answer_need(question, answer, fact), FOUNDER)
    for gate in framing_need.GATES:
        story.do(framing_need.answer_gate(gate, True), FOUNDER)
    answers = {
        "sector": "saas",
        "situation": "no-lead",
        "daily": False,
        "employee": False,
        "marketer": True,
        "campaigns": False,
        "steering": True,
        "change": True,
        "team": 2.0,
    }
    story.do(framing.frame(answers), FOUNDER)
    story.do(framing.keep_model("fractional", story.say("model"), "full-time"), FOUNDER)
    dose = Dose(1_100.0, phases=(Phase(2.0, 26.0), Phase(1.0, 18.0)))
    story.do(plan_cost(dose, FullTime()), FOUNDER)
    story.do(tell({"execution_days": 8.0, "sales_cycle": 60.0}), FOUNDER)
    _tell_candidates(story)
    _tell_contract(story)


def _tell_candidates(story: Recorder) -> None:
    story.on(story.day(-18))
    for name, base in (("Ann Roche", 4), ("Paul Vidal", 3)):
        identity = story.new_id()
        story.do(add_candidate(identity, name), FOUNDER)
        known = {"clients": 2.0, "references": 2.0, "rater_1": "Marc", "rater_2": "Ines"}
        story.do(amend_candidate(identity, {**known, "chosen": base == 4}), FOUNDER)
        for rater in RATERS:
            for place, criterion in enumerate(CRITERIA):
                given = base + (1 if (place + int(rater)) % 5 == 0 else 0)
                story.do(mark(identity, rater, criterion, given), FOUNDER)


def _tell_contract(story: Recorder) -> None:
    story.on(story.day(-10))
    for clause in (*BASE, "confidentiality", "gdpr", "reversibility"):
        story.do(set_clause(clause, "agreed", "Marc"), FOUNDER)
    story.do(set_clause("advisory", "draft", "Ann Roche"), FOUNDER)
    for indicator in ("clients", "time", "method", "tools"):
        story.do(set_indicator(indicator, "green"), FOUNDER)
