"""The decision note: one page for whoever has to say yes, and what is missing said in its place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coach_tui.engagement.framing.budget import cost_of
from coach_tui.engagement.framing.candidates import candidates_of
from coach_tui.engagement.framing.contract import BASE, contract_of
from coach_tui.engagement.framing.fit import fit_of
from coach_tui.engagement.framing.model import routing_of
from coach_tui.engagement.framing.need import need_of
from coach_tui.engagement.framing.record import QUESTIONS, Framing, framing_of
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.catalogue_words import Catalogues, said
from coach_tui.exports.figures import days_said, money, number, pair
from coach_tui.exports.framing.cost import comparison_lines, effort_lines, over_budget_lines
from coach_tui.exports.framing.model import both_costed, kept_lines, suggestion_lines
from coach_tui.exports.framing.need import (
    SIGNS,
    answer_line,
    answer_words,
    fit_lines,
    missing_of_need,
    need_summary,
    situation_lines,
)
from coach_tui.exports.framing.people import candidate_lines, contract_lines
from coach_tui.exports.markdown import escaped
from coach_tui.language import Words
from coach_tui.language.dates import plain_date


def decision_note(
    engagement: Engagement,
    catalogues: Catalogues,
    words: Words,
    today: date,
    *,
    ratings: bool = False,
) -> str:
    """The note, in the language of `words`. Valid and useful with nothing recorded at all."""
    company = escaped(profile_of(engagement).company) or words("frame.note.unknown")
    day = plain_date(today, words.language)
    parts = [
        [f"# {words('frame.note.title')}", "", words("frame.note.head", company=company, day=day)],
        _part("frame.note.decision", _decision(engagement, words), words),
        _part("frame.need", _need(engagement, catalogues, words), words),
        _part("frame.note.company", _company(engagement, catalogues, words), words),
        _part("frame.cost", _cost(engagement, words), words),
        _part(
            "frame.candidates",
            candidate_lines(engagement, catalogues, words, ratings=ratings),
            words,
        ),
        _part("frame.contract", contract_lines(engagement, catalogues, words, brief=True), words),
        _part("frame.note.missing", _missing(engagement, words), words),
        [words("frame.note.labels"), ""],
    ]
    return "\n\n".join("\n".join(part) for part in parts)


def _part(key: str, lines: list[str], words: Words) -> list[str]:
    return [f"## {words(key)}", "", *lines]


def _decision(engagement: Engagement, words: Words) -> list[str]:
    framing, routing = framing_of(engagement), routing_of(engagement)
    kept = kept_lines(framing, words) if framing.kept else [words("frame.note.undecided")]
    suggested = suggestion_lines(routing, words)
    lines = [*kept, "", words("frame.note.suggested", model=suggested[0]), *suggested[1:]]
    if not routing.model:
        lines = [*kept, *suggested[1:]]
    if routing.model == "grey-zone":
        lines += ["", *both_costed(engagement, words)]
    if framing.conclusion:
        lines += ["", escaped(framing.conclusion)]
    return lines


def _need(engagement: Engagement, catalogues: Catalogues, words: Words) -> list[str]:
    need = need_of(engagement)
    lines = [f"- {line}" for line in need_summary(need, words)]
    for gate in need.failed:
        asked = said(catalogues, "need-gates", gate, "gate", words.language)
        lines.append(f"  {answer_line(asked, need.gates[gate], words)}")
    for question, answer in need.answers.items():
        if answer.yes is None:
            continue
        asked = said(catalogues, "need-questions", question, "question", words.language)
        if answer.yes and not answer.words:
            lines.append(f"  - {SIGNS[True]} {escaped(asked)} **{words('frame.need.no-fact')}**")
        else:
            lines.append(f"  {answer_line(asked, answer, words)}")
    return lines


def _company(engagement: Engagement, catalogues: Catalogues, words: Words) -> list[str]:
    framing = framing_of(engagement)
    lines = [*fit_lines(engagement, words), ""]
    lines += situation_lines(engagement, catalogues, words, brief=True)
    return [*lines, *_answered(framing, words)]


def _answered(framing: Framing, words: Words) -> list[str]:
    """What was answered to choose a model, each answer beside its question."""
    lines = [
        f"- {words(f'frame.ask.{name}')} **{answer_words(answer, words)}**"
        for name in QUESTIONS
        if (answer := getattr(framing, name)) is not None
    ]
    if framing.team is not None:
        lines.append("- " + pair(words("frame.ask.team"), number(framing.team, words), words))
    return ["", *lines] if lines else []


def _cost(engagement: Engagement, words: Words) -> list[str]:
    worked_out = cost_of(engagement)
    if worked_out is None:
        return [words("frame.cost.none"), "", words("frame.cost.guide-fee")]
    headline = words(
        "frame.cost.headline",
        days=days_said(worked_out.days, words),
        fee=f"**{money(worked_out.fee, words)}**",
        month=money(worked_out.per_month, words),
    )
    over = over_budget_lines(engagement, words)
    lines = [headline, "", *over, *comparison_lines(worked_out, words), ""]
    lines += effort_lines(worked_out, words)
    return [*lines, "", words("frame.cost.vat")]


def _missing(engagement: Engagement, words: Words) -> list[str]:
    lines = [f"- {line}" for line in missing(engagement, words)]
    return lines or [words("frame.note.complete")]


def missing(engagement: Engagement, words: Words) -> Iterator[str]:
    """What the framing still lacks, part by part."""
    framing, contract = framing_of(engagement), contract_of(engagement)
    yield from missing_of_need(need_of(engagement), words)
    unknown = [trait.name for trait in fit_of(engagement).traits if trait.fits is None]
    if unknown:
        what = ", ".join(words(f"frame.ask.{name}") for name in unknown)
        yield pair(words("frame.fit"), what, words)
    if not framing.situation:
        yield pair(words("frame.situation"), words("frame.situation.none"), words)
    if not framing.kept:
        yield pair(words("frame.model"), words("frame.note.undecided"), words)
    if cost_of(engagement) is None:
        yield pair(words("frame.cost"), words("frame.cost.none"), words)
    if not any(each.post == "fractional" for each in candidates_of(engagement)):
        yield pair(words("frame.candidates"), words("frame.nothing"), words)
    if contract.base_agreed < len(BASE):
        base = words("frame.contract.base", n=contract.base_agreed)
        yield pair(words("frame.contract"), base, words)
    elif contract.missing:
        undrafted = words("frame.contract.undrafted", n=len(contract.missing))
        yield pair(words("frame.contract"), undrafted, words)
