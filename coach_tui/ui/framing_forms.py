"""Framing, as questions: the fields of each line, and the decision its answers make."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.framing import (
    MODELS,
    QUESTIONS,
    SECTORS,
    SITUATIONS,
    frame,
    framing_of,
    keep_model,
)
from coach_tui.engagement.framing_budget import dose_of, full_time_of, plan_cost
from coach_tui.engagement.framing_contract import (
    COLOURS,
    STATES,
    contract_of,
    set_clause,
    set_indicator,
)
from coach_tui.engagement.framing_cost import Cost, Dose, FullTime, Phase, cost
from coach_tui.engagement.framing_need import GATES, answer_gate, answer_need, need_of
from coach_tui.engagement.profile import amend, profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.catalogue_words import Catalogues, said
from coach_tui.exports.figures import money, number
from coach_tui.exports.framing_cost import saving_words
from coach_tui.language import Refusal, Words
from coach_tui.ui.answers import (
    YES_NO,
    choice_field,
    day_text,
    days_in,
    number_text,
    numbers_in,
    yes_no_field,
)
from coach_tui.ui.dialogs.fields import Field

COST_FIGURES = ("day_rate", "days_per_month", "months", "billed_weeks", "gross", "factor",
                "bonus", "search")  # fmt: skip


class Form(NamedTuple):
    """A title, the questions, and what their answers decide."""

    title: str
    fields: tuple[Field, ...]
    decide: Callable[[Mapping[str, str]], Decision]


def need_form(engagement: Engagement, catalogues: Catalogues, words: Words, own: str) -> Form:
    """Answer one question or gate, or write the conclusion."""
    if own == "conclusion":
        asked = words("frame.need.conclusion")
        field = Field("conclusion", asked, framing_of(engagement).conclusion, "text")
        return Form(asked, (field,), lambda answers: frame({"conclusion": answers["conclusion"]}))
    gate = own in GATES
    catalogue, name = ("need-gates", "gate") if gate else ("need-questions", "question")
    answer = (need_of(engagement).gates if gate else need_of(engagement).answers)[own]
    fields = (
        yes_no_field("yes", words("frame.answer"), answer.yes, words),
        Field(
            "words", words("frame.need.why" if gate else "frame.need.fact"), answer.words, "text"
        ),
    )
    decide = answer_gate if gate else answer_need
    return Form(
        said(catalogues, catalogue, own, name, words.language),
        fields,
        lambda answers: decide(own, YES_NO[answers["yes"]], answers["words"]),
    )


def fit_form(engagement: Engagement, words: Words) -> Form:
    """The four traits of the company."""
    profile, names = profile_of(engagement), ("headcount", "revenue", "marketing_budget")
    fields = tuple(
        Field(name, words(f"profile.{name}"), number_text(getattr(profile, name), words))
        for name in names
    )
    sector = choice_field("sector", words("frame.sector"), framing_of(engagement).sector,
                          ("", *SECTORS), "frame.sector.", words)  # fmt: skip

    def decide(answers: Mapping[str, str]) -> Decision:
        figures = numbers_in(answers, names, words)
        if isinstance(figures, Refusal):
            return figures
        return both(amend(engagement, figures), frame({"sector": answers["sector"]}))

    return Form(words("frame.fit"), (*fields, sector), decide)


def situation_form(
    engagement: Engagement, catalogues: Catalogues, words: Words, today: date
) -> Form:
    """The one situation, and the date that cannot move."""
    framing = framing_of(engagement)
    names = tuple(
        (each, said(catalogues, "situations", each, "name", words.language)) for each in SITUATIONS
    )
    choices = (("", words("frame.unanswered")), *names)
    fields = (
        Field("situation", words("frame.situation"), framing.situation, "choice", choices),
        Field("deadline", words("frame.situation.deadline"), day_text(framing.deadline)),
    )

    def decide(answers: Mapping[str, str]) -> Decision:
        days = days_in(answers, ("deadline",), words, today)
        if isinstance(days, Refusal):
            return days
        return frame({"situation": answers["situation"], **days})

    return Form(words("frame.situation"), fields, decide)


def model_form(engagement: Engagement, words: Words) -> Form:
    """What the six rules ask."""
    profile, framing = profile_of(engagement), framing_of(engagement)
    names = ("headcount", "leadership_budget")
    fields = [
        Field(name, words(f"profile.{name}"), number_text(getattr(profile, name), words))
        for name in names
    ]
    fields.append(Field("team", words("frame.ask.team"), number_text(framing.team, words)))
    fields += [
        yes_no_field(name, words(f"frame.ask.{name}"), getattr(framing, name), words)
        for name in QUESTIONS
    ]

    def decide(answers: Mapping[str, str]) -> Decision:
        figures = numbers_in(answers, (*names, "team"), words)
        if isinstance(figures, Refusal):
            return figures
        asked: dict[str, object] = {name: YES_NO[answers[name]] for name in QUESTIONS}
        asked["team"] = figures.pop("team")
        return both(amend(engagement, figures), frame(asked))

    return Form(words("frame.model.answers"), tuple(fields), decide)


def keep_form(engagement: Engagement, words: Words) -> Form:
    """The model kept, why, and the one put aside."""
    framing = framing_of(engagement)
    kept, rejected = (
        Field(name, words(f"frame.model.{name}.label"), value, "choice", _models(words))
        for name, value in (("kept", framing.kept), ("rejected", framing.rejected))
    )
    reason = Field("reason", words("frame.model.reason.label"), framing.reason, "text")
    return Form(
        words("frame.model.kept.label"),
        (kept, reason, rejected),
        lambda answers: keep_model(answers["kept"], answers["reason"], answers["rejected"]),
    )


def cost_form(engagement: Engagement, words: Words) -> Form:
    """The dose and the full time beside it."""
    dose, full_time = dose_of(engagement), full_time_of(engagement)
    values = {**dose._asdict(), **full_time._asdict()}
    phases = ", ".join(
        f"{number_text(each.days_per_week, words)}x{number_text(each.weeks, words)}"
        for each in dose.phases
    )
    fields = [
        Field(name, words(f"frame.cost.{name}"), number_text(values[name] or None, words))
        for name in COST_FIGURES
    ]
    fields.insert(3, Field("phases", words("frame.cost.phases"), phases))

    def decide(answers: Mapping[str, str]) -> Decision:
        found = read_cost(answers, words)
        return found if isinstance(found, Refusal) else plan_cost(*found)

    return Form(words("frame.cost"), tuple(fields), decide)


def read_cost(answers: Mapping[str, str], words: Words) -> tuple[Dose, FullTime] | Refusal:
    """The dose and the full time of these answers; phases win where both are given."""
    figures = numbers_in(answers, COST_FIGURES, words)
    if isinstance(figures, Refusal):
        return figures
    phases = read_phases(answers["phases"], words)
    if isinstance(phases, Refusal):
        return phases
    ours = Dose()
    dose = Dose(
        ours.day_rate if figures["day_rate"] is None else figures["day_rate"],
        figures["days_per_month"],
        figures["months"],
        phases,
        ours.billed_weeks if figures["billed_weeks"] is None else figures["billed_weeks"],
    )
    factor = figures["factor"]
    full_time = FullTime(
        figures["gross"],
        FullTime().factor if factor is None else factor,
        figures["bonus"] or 0.0,
        figures["search"] or 0.0,
    )
    return dose, full_time


def read_phases(text: str, words: Words) -> tuple[Phase, ...] | Refusal:
    """`3x13, 1x31`: days a week × weeks, parted by a comma and a space, a semicolon or `+`."""
    phases = []
    for part in text.replace(";", ", ").replace("+", ", ").split(", "):
        if not part.strip():
            continue
        days, _, weeks = part.lower().replace("×", "x").partition("x")
        found = numbers_in({"days": days, "weeks": weeks}, ("days", "weeks"), words)
        if isinstance(found, Refusal) or not (found["days"] and found["weeks"]):
            return Refusal("refusal.frame.phase", {"text": part.strip()[:40]})
        phases.append(Phase(found["days"], found["weeks"]))
    return tuple(phases)


def cost_told(answers: Mapping[str, str], words: Words) -> str:
    """What the answers so far come to, in four lines; why they don't, where they can't."""
    found = read_cost(answers, words)
    worked_out = cost(*found) if not isinstance(found, Refusal) else found
    if not isinstance(worked_out, Cost):
        return words.refusal(worked_out)
    headline = words(
        "frame.cost.headline",
        days=number(worked_out.days, words),
        fee=money(worked_out.fee, words),
        month=money(worked_out.per_month, words),
    )
    savings = " · ".join(
        f"{money(against.year, words)} → {saving_words(against, words)}"
        for against in worked_out.against
    )
    meet = number(worked_out.against[0].break_even, words, 1)
    days, full = number(worked_out.days, words), number(worked_out.full_time_days, words, 0)
    lines = [f"{headline} · {words('frame.cost.break-even', days=meet)}", savings]
    if worked_out.other_effort:
        lines.append(words("frame.cost.other-effort", days=days, full=full))
    return "\n".join(lines)


def contract_form(engagement: Engagement, catalogues: Catalogues, words: Words, own: str) -> Form:
    """Where a clause stands and who has it; or the colour of an indicator."""
    contract = contract_of(engagement)
    if own.startswith("grid."):
        name = own.removeprefix("grid.")
        field = choice_field("colour", words("frame.contract.state"), contract.grid[name],
                             COLOURS, "frame.contract.colour.", words)  # fmt: skip
        title = said(catalogues, "independence", name, "name", words.language)
        return Form(title, (field,), lambda answers: set_indicator(name, answers["colour"]))
    clause = contract.clauses[own]
    fields = (
        choice_field("state", words("frame.contract.state"), clause.state, STATES,
                     "frame.contract.state.", words),
        Field("holder", words("frame.contract.holder"), clause.holder),
        Field("words", words("frame.contract.words"), clause.words, "text"),
    )  # fmt: skip
    title = said(catalogues, "contract-clauses", own, "name", words.language)
    return Form(
        title,
        fields,
        lambda answers: set_clause(own, answers["state"], answers["holder"], answers["words"]),
    )


def both(*decisions: Decision) -> Decision:
    """These decisions as one gesture; the first refusal where there is one."""
    drafts: list[Draft] = []
    for decision in decisions:
        if isinstance(decision, Refusal):
            return decision
        drafts += decision
    return drafts


def _models(words: Words) -> tuple[tuple[str, str], ...]:
    named = ((each, words(f"frame.model.{each}")) for each in MODELS)
    return (("", words("frame.model.none")), *named)
