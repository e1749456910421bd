"""The need, the fit and the situation, as Markdown. People's words are escaped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from coach_tui.engagement.framing.fit import Trait, fit_of
from coach_tui.engagement.framing.need import GATES, QUESTIONS, Need, NeedAnswer, need_of
from coach_tui.engagement.framing.record import framing_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.catalogue_words import Catalogues, said
from coach_tui.exports.figures import money, number, other_currency, pair
from coach_tui.exports.markdown import escaped
from coach_tui.language import Words
from coach_tui.language.dates import plain_date

UNKNOWN: Final = "○"  # not answered yet: an empty place, and no sign that reads as a judgement
SIGNS: Final[Mapping[bool | None, str]] = {True: "✓", False: "✗", None: UNKNOWN}


def need_summary(need: Need, words: Words) -> list[str]:
    """The gates first, then the score."""
    lines = []
    if need.failed:
        lines.append(words("frame.need.gate-failed", n=len(need.failed)))
    elif not need.gates_open:
        lines.append(words("frame.need.gates-met"))
    if need.gates_open:
        lines.append(words("frame.need.gates-open", n=len(need.gates_open)))
    if need.answered:
        band = words(f"frame.need.band.{need.band}")
        lines.append(words("frame.need.score", score=number(need.score, words), band=band))
    lines.append(words("frame.need.answered", n=need.answered))
    return lines


def need_lines(engagement: Engagement, catalogues: Catalogues, words: Words) -> list[str]:
    """The diagnostic in full."""
    need = need_of(engagement)
    lines = [f"- {line}" for line in need_summary(need, words)]
    lines += ["", f"**{words('frame.need.gates')}**", ""]
    for gate in GATES:
        asked = said(catalogues, "need-gates", gate, "gate", words.language)
        lines.append(answer_line(asked, need.gates[gate], words))
    lines += ["", f"**{words('frame.need.questions')}**", ""]
    for question in QUESTIONS:
        asked = said(catalogues, "need-questions", question, "question", words.language)
        answer = need.answers[question]
        lines.append(answer_line(asked, answer, words))
        if answer.yes and not answer.words:
            fact = said(catalogues, "need-questions", question, "fact", words.language)
            lines.append(f"  - {words('frame.need.expected', fact=fact)}")
    conclusion = framing_of(engagement).conclusion
    if conclusion:
        lines += ["", pair(words("frame.need.conclusion"), escaped(conclusion), words)]
    return [*lines, "", words("frame.need.rule")]


def fit_lines(engagement: Engagement, words: Words) -> list[str]:
    """The four traits of the guide's usual client."""
    fit = fit_of(engagement)
    head = words("frame.fit.count", n=fit.fitting)
    lines = [f"{head} · {words(f'frame.fit.{fit.verdict}')}", ""]
    lines += [_trait(trait, words) for trait in fit.traits]
    return [*lines, *other_currency(words)]


def situation_lines(
    engagement: Engagement, catalogues: Catalogues, words: Words, *, brief: bool = False
) -> list[str]:
    """The one situation chosen, and what it asks for first.

    Where `brief`, what the sign of our own stands for is left to whoever shows more around.
    """
    framing, language = framing_of(engagement), words.language
    if not framing.situation:
        return [words("frame.situation.none")]
    name = said(catalogues, "situations", framing.situation, "name", language)
    first = said(catalogues, "situations", framing.situation, "first_deliverable", language)
    lines = [f"**{name}**", "", f"- {words('frame.situation.first', what=first)}"]
    for entry in catalogues.get("situations", ()):
        if entry.id == framing.situation:
            low, high = (number(entry.fields[f"dose_{end}"], words) for end in ("low", "high"))
            lines.append(f"- {words('frame.situation.dose', low=low, high=high)}")
            lines.append(f"- {entry.words[language].get('note', '')}")
    if framing.deadline:
        day = plain_date(framing.deadline, language)
        lines.append("- " + pair(words("frame.situation.deadline"), day, words))
    return lines if brief else [*lines, "", words("advice.by-rule")]


def answer_words(answer: bool | None, words: Words) -> str:
    """yes, no, or not answered."""
    if answer is None:
        return words("frame.unanswered")
    return words("frame.yes" if answer else "frame.no")


def answer_line(asked: str, answer: NeedAnswer, words: Words) -> str:
    """The question, its answer and the fact behind it, on one line."""
    mark = SIGNS[answer.yes]
    line = f"- {mark} {escaped(asked)} **{answer_words(answer.yes, words)}**"
    return f"{line} · {escaped(answer.words)}" if answer.words else line


def _trait(trait: Trait, words: Words) -> str:
    mark = SIGNS[trait.fits]
    return f"- {mark} {pair(words(f'frame.fit.{trait.name}'), _value(trait, words), words)}"


def _value(trait: Trait, words: Words) -> str:
    if trait.value is None:
        return words("frame.unanswered")
    if isinstance(trait.value, str):
        return words(f"frame.sector.{trait.value}")
    if trait.name == "headcount":
        return number(trait.value, words)
    return money(trait.value, words)


def missing_of_need(need: Need, words: Words) -> Iterator[str]:
    """What the need still lacks."""
    if not need.complete:
        yield pair(words("frame.need"), words("frame.need.answered", n=need.answered), words)
    if need.gates_open:
        still = words("frame.need.gates-open", n=len(need.gates_open))
        yield pair(words("frame.need"), still, words)
