"""Framing, what the company is and wants: the answers that choose a model, and what was decided.

The figures of the company itself (headcount, revenue, budgets) are the engagement's own
(`profile`); what is asked only to frame the mission is kept here.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement import profile as profiles
from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.gesture import only_news, together
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement, Record, number_of, text_of, viewed
from coach_tui.engagement.text_checks import is_number, recorded, refuse_fields
from coach_tui.language.refusal import Refusal

ENTITY: Final = "framing"
ID: Final = "framing"
SITUATIONS: Final = ("no-lead", "launch", "raise", "interim", "zero-to-one")
MODELS: Final = ("fractional", "part-time", "as-a-service", "full-time")
FIGURES: Final = ("headcount", "revenue", "marketing_budget", "leadership_budget")
CHOICE: Final = ("kept", "reason", "rejected")
SECTORS: Final = ("saas", "tech", "b2b-services", "industry", "other")
QUESTIONS: Final = ("daily", "employee", "marketer", "campaigns", "steering", "change")


class Framing(NamedTuple):
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

    sector: str = ""
    situation: str = ""
    deadline: date | None = None
    daily: bool | None = None
    employee: bool | None = None
    marketer: bool | None = None
    campaigns: bool | None = None
    steering: bool | None = None
    change: bool | None = None
    team: float | None = None
    kept: str = ""
    reason: str = ""
    rejected: str = ""
    conclusion: str = ""


@viewed
def framing_of(engagement: Engagement) -> Framing:
    """What was answered, field by field."""
    record = engagement.record(ENTITY, ID)
    return Framing(
        sector=_one_of(record, "sector", SECTORS),
        situation=_one_of(record, "situation", SITUATIONS),
        deadline=day_of(record, "deadline"),
        **{name: answer_of(record, name) for name in QUESTIONS},
        team=number_of(record, "team"),
        kept=_one_of(record, "kept", MODELS),
        reason=text_of(record, "reason"),
        rejected=_one_of(record, "rejected", MODELS),
        conclusion=text_of(record, "conclusion"),
    )


def frame(fields: Mapping[str, object]) -> Decision:
    """Answer some of the framing's questions. None takes an answer back."""
    for name, value in fields.items():
        if refusal := _refuse(name, value):
            return refusal
    return refuse_fields(fields) or [Draft(ENTITY, ID, recorded(fields))]


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
    """Choose a model, saying why: DOMAIN.md asks for the reason in writing."""
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


def _refuse(name: str, value: object) -> Refusal | None:
    choices = {
        "sector": SECTORS,
        "situation": SITUATIONS,
        "kept": MODELS,
        "rejected": MODELS,
    }.get(name)
    if choices and value and value not in choices:
        values = {"value": value, "choices": ", ".join(choices)}
        return Refusal("refusal.frame.choice", values).of(name)
    if name in QUESTIONS and not (value is None or isinstance(value, bool)):
        return Refusal("refusal.frame.yes-no", {"value": value}).of(name)
    if name == "team" and not (value is None or _people(value)):
        return Refusal("refusal.frame.team", {"value": value}).of(name)
    return None


def _people(value: object) -> bool:
    return is_number(value) and 0 <= value <= 100_000  # type: ignore[operator]


def _one_of(record: Record, name: str, choices: tuple[str, ...]) -> str:
    value = text_of(record, name)
    return value if value in choices else ""
