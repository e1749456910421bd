"""Framing, what the company is and wants: the answers that choose a model, and what was decided.

The figures of the company itself (headcount, revenue, budgets) are the engagement's own
(`profile`); what is asked only to frame the mission is kept here.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach_tui.engagement import profile as profiles
from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import refuse_fields
from coach_tui.engagement.fields import LONG, Answer, Choice, Day, Declared, Number, Text, decoded
from coach_tui.engagement.gesture import only_news, together
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement, Record, viewed
from coach_tui.engagement.text_checks import recorded
from coach_tui.language.refusal import Refusal

ENTITY: Final = "framing"
ID: Final = "framing"
SITUATIONS: Final = ("no-lead", "launch", "raise", "interim", "zero-to-one")
MODELS: Final = ("fractional", "part-time", "as-a-service", "full-time")
FIGURES: Final = ("headcount", "revenue", "marketing_budget", "leadership_budget")
CHOICE: Final = ("kept", "reason", "rejected")
SECTORS: Final = ("saas", "tech", "b2b-services", "industry", "other")
QUESTIONS: Final = ("daily", "employee", "marketer", "campaigns", "steering", "change")


class Framing(Declared, subject="frame"):
    """What was answered. A yes-or-no that nobody answered is None.

    daily      a CMO is needed in the company every day.
    employee   an employee of the company's own is wanted, part of the week.
    marketer   somebody inside already does marketing.
    campaigns  only first campaigns are needed.
    steering   the company wants marketing to be led, not only done.
    change     structuring, repositioning or a transition is at stake.
    team       people the CMO would manage.
    kept, rejected  the models chosen and put aside; reason, why, in the founder's words.
    """

    sector: str = Choice(("", *SECTORS))
    situation: str = Choice(("", *SITUATIONS), told="entry:situations.name")
    deadline: date | None = Day("ahead", label="frame.situation.deadline")
    team: float | None = Number(100_000, label="frame.ask.team")
    daily: bool | None = Answer(label="frame.ask.daily")
    employee: bool | None = Answer(label="frame.ask.employee")
    marketer: bool | None = Answer(label="frame.ask.marketer")
    campaigns: bool | None = Answer(label="frame.ask.campaigns")
    steering: bool | None = Answer(label="frame.ask.steering")
    change: bool | None = Answer(label="frame.ask.change")
    kept: str = Choice(("", *MODELS), label="frame.model.kept.label", called="frame.model")
    rejected: str = Choice(("", *MODELS), label="frame.model.rejected.label", called="frame.model")
    reason: str = Text(LONG, lines=True, label="frame.model.reason.label")
    conclusion: str = Text(LONG, lines=True, label="frame.need.conclusion")


@viewed
def framing_of(engagement: Engagement) -> Framing:
    """What was answered, field by field."""
    return decoded(Framing, engagement.record(ENTITY, ID))


def frame(fields: Mapping[str, object]) -> Decision:
    """Answer some of the framing's questions. None takes an answer back."""
    # No day of it has to have come: whatever today is, it is refused alike.
    return refuse_fields(Framing, fields, date.max) or [Draft(ENTITY, ID, recorded(fields))]


def answer_framing(engagement: Engagement, answers: Mapping[str, object]) -> Decision:
    """Answer any of the framing's questions at once; what is not answered stays.

    The company's own figures go to the engagement's record. Another model (`kept`) asks for its
    own reason.
    """
    figures = {name: answers[name] for name in FIGURES if name in answers}
    choice = {name: str(answers[name] or "") for name in CHOICE if name in answers}
    asked = {name: answers[name] for name in answers if name not in (*FIGURES, *CHOICE)}
    return only_news(
        engagement,
        together(
            profiles.amend(engagement, figures) if figures else [],
            frame(asked) if asked else [],
            _choose(framing_of(engagement), choice) if choice else [],
        ),
    )


def _choose(known: Framing, said: Mapping[str, str]) -> Decision:
    kept = said.get("kept", known.kept)
    reason = said.get("reason", known.reason if kept == known.kept else "")
    return keep_model(kept, reason, said.get("rejected", known.rejected))


def keep_model(kept: str, reason: str, rejected: str = "") -> Decision:
    """Choose a model, saying why: the reason is asked for in writing (FORMULAS.md, "Model")."""
    if kept and not reason.strip():
        return Refusal("refusal.frame.model-reason").of("reason")
    if kept and kept == rejected:
        return Refusal("refusal.frame.kept-and-rejected").of("rejected")
    return frame({"kept": kept, "reason": reason, "rejected": rejected})


def answer_of(record: Record, name: str) -> bool | None:
    """Yes, no, or nobody said."""
    value = record[name].value if name in record else None
    return value if isinstance(value, bool) else None


def model_recorded(engagement: Engagement) -> Proof:
    """The model kept and its reason, where both are recorded; else nothing."""
    framing = framing_of(engagement)
    if not (framing.kept and framing.reason):
        return ""
    model = Saying(f"frame.model.{framing.kept}")
    return Saying("proof.model", {"model": model, "reason": framing.reason})


def situation_recorded(engagement: Engagement) -> Proof:
    """That the situation was chosen; which one, the framing says."""
    return Saying("proof.answered") if framing_of(engagement).situation else ""
