"""Framing, the need: eight questions with the fact behind each yes, and six gates.

Score and bands are our rule of thumb (FORMULAS.md, "Need"); the questions are the guide's boxes.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.framing.record import answer_framing, answer_of
from coach_tui.engagement.gesture import together
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement, text_of, viewed
from coach_tui.engagement.text_checks import recorded, refuse_words
from coach_tui.language.refusal import Refusal

ANSWER: Final = "need-answer"
GATE: Final = "need-gate"
QUESTIONS: Final = (
    "direction", "budget", "speed", "stall", "raise-scale", "test", "process", "coach",
)  # fmt: skip
GATES: Final = ("hands", "hour", "data", "money", "authority", "offer")
_A_NEED: Final = 2.0  # from here on there is one
BANDS: Final = (("strong", 6.0), ("clear", 4.0), ("test", _A_NEED), ("none", 0.0))


class NeedAnswer(NamedTuple):
    """`yes` is None while nobody answered; `words`, the fact behind a yes or why a gate fails."""

    yes: bool | None = None
    words: str = ""
    at: str = ""


class Need(NamedTuple):
    """Where the diagnostic stands. `score` is out of 8, in halves; `band` is "open" while too few
    answered to say that there is no need."""

    answers: Mapping[str, NeedAnswer]
    gates: Mapping[str, NeedAnswer]
    score: float
    band: str

    @property
    def answered(self) -> int:
        return sum(answer.yes is not None for answer in self.answers.values())

    @property
    def complete(self) -> bool:
        return self.answered == len(QUESTIONS)

    @property
    def failed(self) -> tuple[str, ...]:
        """The gates answered by a no: said first, whatever the score."""
        return tuple(gate for gate, answer in self.gates.items() if answer.yes is False)

    @property
    def gates_open(self) -> tuple[str, ...]:
        """The gates nobody has answered."""
        return tuple(gate for gate, answer in self.gates.items() if answer.yes is None)


@viewed
def need_of(engagement: Engagement) -> Need:
    """The diagnostic as answered so far."""
    answers = {name: _answer(engagement, ANSWER, name) for name in QUESTIONS}
    gates = {name: _answer(engagement, GATE, name) for name in GATES}
    score, left = need_score(answers), sum(each.yes is None for each in answers.values())
    return Need(answers, gates, score, band_of(score, left))


def need_score(answers: Mapping[str, NeedAnswer]) -> float:
    """One for a yes backed by a fact, a half for a yes without one (our rule of thumb)."""
    said_yes = [answer for answer in answers.values() if answer.yes]
    return sum(1.0 if answer.words.strip() else 0.5 for answer in said_yes)


def band_of(score: float, left: int = 0) -> str:
    """0-1.5 none, 2-3.5 worth a test mission, 4-5.5 clear, 6-8 strong (our rule of thumb).

    "open" while the `left` questions nobody answered could still turn none into a need.
    """
    if score < _A_NEED <= score + left:
        return "open"
    return next(name for name, low in BANDS if score >= low)


def answer_need(question: str, yes: bool | None, fact: str = "") -> Decision:
    """Answer one of the eight. A yes may wait for its fact: it then counts for a half."""
    if question not in QUESTIONS:
        values = {"value": question, "choices": ", ".join(QUESTIONS)}
        return Refusal("refusal.frame.choice", values)
    return refuse_words(fact) or [Draft(ANSWER, question, recorded({"yes": yes, "words": fact}))]


def answer_gate(gate: str, yes: bool | None, why: str = "") -> Decision:
    """Say whether one of the six conditions is met."""
    if gate not in GATES:
        return Refusal("refusal.frame.choice", {"value": gate, "choices": ", ".join(GATES)})
    return refuse_words(why) or [Draft(GATE, gate, recorded({"yes": yes, "words": why}))]


def answer_of_need(
    engagement: Engagement,
    asked: str = "",
    yes: bool | None = None,
    words: str = "",
    *,
    conclusion: str | None = None,
) -> Decision:
    """Answer a question or a gate, write the conclusion, or both at once.

    Refused where neither yes nor no is said, but to take an answer back: a fact alone is none.
    """
    answer = answer_gate if asked in GATES else answer_need
    if asked and yes is None and not _answered(engagement, asked):
        return Refusal("refusal.frame.yes-or-no").of("yes")
    return together(
        answer(asked, yes, words) if asked else [],
        [] if conclusion is None else answer_framing(engagement, {"conclusion": conclusion}),
    )


def _answered(engagement: Engagement, asked: str) -> bool:
    need = need_of(engagement)
    known = {**need.answers, **need.gates}.get(asked)
    return known is None or known.yes is not None


def need_recorded(engagement: Engagement) -> Proof:
    """The score and the day of the last answer, once all fourteen are given; else nothing.

    A gate answered by a no is an answer too: what it forbids is said by the diagnostic itself.
    """
    need = need_of(engagement)
    if not need.complete or need.gates_open:
        return ""
    day = engagement.day(
        max(answer.at for answer in [*need.answers.values(), *need.gates.values()])
    )
    score = Saying("proof.score", {"score": need.score})
    return Saying("proof.need", {"score": score, "day": day}) if day else score


def _answer(engagement: Engagement, entity: str, name: str) -> NeedAnswer:
    record = engagement.record(entity, name)
    at = record["yes"].change.at if "yes" in record else ""
    return NeedAnswer(answer_of(record, "yes"), text_of(record, "words"), at)
