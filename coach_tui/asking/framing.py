"""Framing, as questions: the fields of each line, and the decision its answers make."""

from collections.abc import Mapping
from datetime import date

from coach_tui.asking.answers import YES_NO, Choices, choice_field, field_for, yes_no_field
from coach_tui.asking.field import Field
from coach_tui.asking.form import Form, form_from
from coach_tui.engagement.fields import fields_of
from coach_tui.engagement.framing.contract import (
    COLOURS,
    Clause,
    contract_of,
    report_contract,
)
from coach_tui.engagement.framing.need import GATES, answer_of_need, need_of
from coach_tui.engagement.framing.record import (
    MODELS,
    QUESTIONS,
    SITUATIONS,
    Framing,
    answer_framing,
    framing_of,
)
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.catalogue_words import Catalogues, said
from coach_tui.language import Words


def need_form(engagement: Engagement, catalogues: Catalogues, words: Words, own: str) -> Form:
    """Answer one question or gate, or write the conclusion."""
    if own == "conclusion":
        asked = words("frame.need.conclusion")
        known = framing_of(engagement).conclusion
        field = field_for(fields_of(Framing)["conclusion"], known, words)
        return Form(
            asked,
            (field,),
            lambda answers: answer_of_need(engagement, conclusion=answers["conclusion"]),
        )
    gate = own in GATES
    catalogue, name = ("need-gates", "gate") if gate else ("need-questions", "question")
    answer = (need_of(engagement).gates if gate else need_of(engagement).answers)[own]
    fields = (
        yes_no_field("yes", words("frame.answer"), answer.yes, words),
        Field(
            "words", words("frame.need.why" if gate else "frame.need.fact"), answer.words, "text"
        ),
    )
    return Form(
        said(catalogues, catalogue, own, name, words.language),
        fields,
        lambda answers: answer_of_need(engagement, own, YES_NO[answers["yes"]], answers["words"]),
    )


def fit_form(engagement: Engagement, words: Words, today: date) -> Form:
    """The four traits of the company."""
    return _form(
        words("frame.fit"), engagement, ("headcount", "revenue", "marketing_budget", "sector"),
        words, today,
    )  # fmt: skip


def situation_form(
    engagement: Engagement, catalogues: Catalogues, words: Words, today: date
) -> Form:
    """The one situation, and the date that cannot move."""
    names = tuple(
        (each, said(catalogues, "situations", each, "name", words.language)) for each in SITUATIONS
    )
    choices = (("", words("frame.unanswered")), *names)
    return _form(
        words("frame.situation"), engagement, ("situation", "deadline"), words, today,
        {"situation": choices},
    )  # fmt: skip


def model_form(engagement: Engagement, words: Words, today: date) -> Form:
    """What the six rules ask."""
    return _form(
        words("frame.model.answers"), engagement,
        ("headcount", "leadership_budget", "team", *QUESTIONS), words, today,
    )  # fmt: skip


def keep_form(engagement: Engagement, words: Words) -> Form:
    """The model kept, why, and the one put aside: all three are said again, each for the others."""
    framing, declared, models = framing_of(engagement), fields_of(Framing), _models(words)
    kept, rejected = (
        field_for(declared[name], getattr(framing, name), words, models)
        for name in ("kept", "rejected")
    )
    reason = field_for(declared["reason"], framing.reason, words)
    return Form(
        words("frame.model.kept.label"),
        (kept, reason, rejected),
        lambda answers: answer_framing(engagement, answers),
    )


def contract_form(engagement: Engagement, catalogues: Catalogues, words: Words, own: str) -> Form:
    """Where a clause stands and who has it; or the colour of an indicator."""
    contract = contract_of(engagement)
    if own.startswith("grid."):
        name = own.removeprefix("grid.")
        field = choice_field("colour", words("frame.contract.state"), contract.grid[name],
                             COLOURS, "frame.contract.colour.", words)  # fmt: skip
        title = said(catalogues, "independence", name, "name", words.language)
        return Form(
            title,
            (field,),
            lambda answers: report_contract(engagement, colours={name: answers["colour"]}),
        )
    clause = contract.clauses[own]
    declared = fields_of(Clause)
    fields = tuple(
        field_for(declared[name], getattr(clause, name), words)
        for name in ("state", "holder", "words")
    )
    title = said(catalogues, "contract-clauses", own, "name", words.language)
    return Form(
        title,
        fields,
        lambda answers: report_contract(engagement, own, answers),
    )


def _form(
    title: str,
    engagement: Engagement,
    names: tuple[str, ...],
    words: Words,
    today: date,
    named: Mapping[str, Choices] = {},
) -> Form:
    """Questions on the framing and on the company's own figures, answered as one."""
    known = (framing_of(engagement), profile_of(engagement))
    return form_from(
        title, known, names, words, today,
        lambda answers: answer_framing(engagement, answers), named,
    )  # fmt: skip


def _models(words: Words) -> tuple[tuple[str, str], ...]:
    named = ((each, words(f"frame.model.{each}")) for each in MODELS)
    return (("", words("frame.model.none")), *named)
