"""The demo before the engagement, and the search for the permanent CMO: need, cost, candidates."""

from __future__ import annotations

from typing import Final

from coach_tui.demo.recorder import Recorder
from coach_tui.engagement.change import Decision
from coach_tui.engagement.context import tell
from coach_tui.engagement.framing import need as framing_need
from coach_tui.engagement.framing import record as framing
from coach_tui.engagement.framing.budget import plan_cost
from coach_tui.engagement.framing.candidates import RATERS, add_candidate, amend_candidate, judge
from coach_tui.engagement.framing.contract import BASE, set_clause, set_indicator
from coach_tui.engagement.framing.cost import Dose, FullTime, Phase
from coach_tui.engagement.gesture import together

FOUNDER: Final = "founder/Hélène"
CRITERIA: Final = (
    *("track-record", "sector", "fit", "availability", "alignment", "vision", "results", "board"),
    *("acquisition", "measurement", "stack", "levers", "develop", "delegate", "communication"),
    *("adaptation", "transmission", "network", "curiosity"),
)
# Six yes of eight, four of them with the fact behind.
YES: Final = ("direction", "stall", "test", "process", "coach", "budget")
WITH_FACT: Final = ("direction", "stall", "process", "coach")
PERMANENT: Final = ("Sonia Wibaux", "Karim Haddad", "Élodie Garnier", "Thomas Perrin")


def tell_framing(story: Recorder) -> None:
    """What the founder answered, and who was chosen: once for some days a week, once for good."""
    story.on(story.day(11, 28, 2024), _need, FOUNDER)
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
    said = story.day(11, 29, 2024)
    story.on(said, lambda: framing.frame(answers), FOUNDER)
    for question in WITH_FACT:
        _fact(story, question)
    kept = story.day(12, 2, 2024)
    model = story.say("model")
    story.on(kept, lambda: framing.keep_model("fractional", model, "full-time"), FOUNDER)
    dose = Dose(1_100.0, phases=(Phase(2.0, 38.0), Phase(1.0, 12.0)))
    story.on(kept, lambda: plan_cost(dose, FullTime()), FOUNDER)
    context = {"execution_days": 7.0, "sales_cycle": 74.0}
    story.on(kept, lambda: tell(context), FOUNDER)
    _tell_candidates(story)
    _tell_contract(story)
    _tell_search(story)


def _need() -> Decision:
    answered = [
        framing_need.answer_need(question, question in YES, "")
        for question in framing_need.QUESTIONS
    ]
    return together(
        *answered, *(framing_need.answer_gate(gate, True) for gate in framing_need.GATES)
    )


def _fact(story: Recorder, question: str) -> None:
    fact = story.say(f"need-{question}")
    day = story.day(11, 29, 2024)
    story.on(day, lambda: framing_need.answer_need(question, True, fact), FOUNDER)


def _tell_candidates(story: Recorder) -> None:
    met = story.day(12, 6, 2024)
    for name, base in (("Julien Astruc", 4), ("Paul Vidal", 3), ("Claire Morin", 2)):
        _tell_candidate(story, name, base, met.toordinal(), "fractional")


def _tell_candidate(story: Recorder, name: str, base: int, met: int, post: str) -> None:
    day = story.today.fromordinal(met)
    identity = f"{post}-{name.partition(' ')[0].lower()}"
    story.on(day, lambda: add_candidate(identity, name, post), FOUNDER)
    known = {
        "clients": 2.0,
        "references": 2.0,
        "rater_1": "Hélène",
        "rater_2": "Damien",
        "chosen": base == 4,
        "interviewed_on": day,
    }
    story.on(day, lambda: amend_candidate(identity, known), FOUNDER)
    for rater in RATERS if base > 2 else ():
        _mark(story, identity, rater, base, met)


def _mark(story: Recorder, identity: str, rater: str, base: int, met: int) -> None:
    marks: dict[str, int | None] = {
        criterion: base + ((place + int(rater)) % 5 == 0)
        for place, criterion in enumerate(CRITERIA)
    }
    day = story.today.fromordinal(met)
    story.on(day, lambda: judge(story.engagement, identity, rater, marks), FOUNDER)


def _tell_contract(story: Recorder) -> None:
    signed = story.day(12, 24, 2024)
    clauses = [
        set_clause(clause, "agreed", "Hélène")
        for clause in (*BASE, "deliverables", "confidentiality", "gdpr", "reversibility")
    ]
    clauses.append(set_clause("advisory", "draft", "Julien Astruc"))
    story.on(signed, lambda: together(*clauses), FOUNDER)
    colours = [set_indicator(each, "green") for each in ("clients", "time", "method", "tools")]
    story.on(signed, lambda: together(*colours), FOUNDER)


def _tell_search(story: Recorder) -> None:
    """Four on the list in June; one chosen in July."""
    for name in PERMANENT[1:]:
        listed = story.day(6, 20).toordinal()
        _tell_candidate(story, name, 3 if name == PERMANENT[1] else 2, listed, "permanent")
    _tell_candidate(story, PERMANENT[0], 4, story.day(7, 17).toordinal(), "permanent")
