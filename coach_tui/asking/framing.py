"""Framing, as questions: the fields of each line, and the decision its answers make."""

from collections.abc import Mapping
from datetime import date

from coach_tui.asking.answers import (
    YES_NO,
    choice_field,
    day_field,
    days_in,
    number_text,
    numbers_in,
    yes_no_field,
)
from coach_tui.asking.field import Field
from coach_tui.asking.form import Form
from coach_tui.engagement.change import Decision
from coach_tui.engagement.framing.contract import (
    COLOURS,
    STATES,
    contract_of,
    report_contract,
)
from coach_tui.engagement.framing.need import GATES, answer_of_need, need_of
from coach_tui.engagement.framing.record import (
    MODELS,
    QUESTIONS,
    SECTORS,
    SITUATIONS,
    answer_framing,
    framing_of,
)
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.catalogue_words import Catalogues, said
from coach_tui.language import Refusal, Words


def need_form(engagement: Engagement, catalogues: Catalogues, words: Words, own: str) -> Form:
    """Answer one question or gate, or write the conclusion."""
    if own == "conclusion":
        asked = words("frame.need.conclusion")
        field = Field("conclusion", asked, framing_of(engagement).conclusion, "text")
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
        return answer_framing(engagement, {**figures, "sector": answers["sector"]})

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
        day_field("deadline", words("frame.situation.deadline"), framing.deadline, "ahead"),
    )

    def decide(answers: Mapping[str, str]) -> Decision:
        days = days_in(answers, ("deadline",), words, today)
        if isinstance(days, Refusal):
            return days
        return answer_framing(engagement, {"situation": answers["situation"], **days})

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
        asked = {name: YES_NO[answers[name]] for name in QUESTIONS}
        return answer_framing(engagement, {**figures, **asked})

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
        lambda answers: report_contract(engagement, own, answers),
    )


def _models(words: Words) -> tuple[tuple[str, str], ...]:
    named = ((each, words(f"frame.model.{each}")) for each in MODELS)
    return (("", words("frame.model.none")), *named)
