"""Advice in words: the writer's sentences with their numbers and names filled in."""

from collections.abc import Mapping
from typing import NamedTuple

from coach_tui.coach.advice.blanks import NAME_LIMIT, WHOLE, entry_of, filled, word_of
from coach_tui.coach.advice.ranked import Advice
from coach_tui.coach.advice.record_words import record_line
from coach_tui.coach.advice.situation import Catalogues, Situation
from coach_tui.engagement.advice import Aside, until_of
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date


class Said(NamedTuple):
    """What is said, why, where it comes from. What is not in the reader's language says so."""

    words: str
    reason: str
    source: str


def spoken(advice: Advice, words: Words, catalogues: Catalogues, *, whole: bool = False) -> Said:
    """This advice in the reader's language, or in the other one where it is not written in it.

    Its names are cut to a row's length, but where it is read `whole`.
    """
    limit = WHOLE if whole else NAME_LIMIT
    entry = entry_of(catalogues, "advice", advice.id)
    if entry is None:
        return Said(words("advice.unwritten", id=advice.id), "", "")
    written = entry.words[words.language]
    blanks = {
        name: filled(value, words, catalogues, limit) for name, value in advice.values.items()
    }
    said = {name: _fill(str(written[name]), blanks) for name in ("words", "reason")}
    for name in said:
        if entry.borrows(words.language, name):
            # Before the words: a narrow row cuts their end.
            said[name] = f"{words('advice.fallback')} {said[name]}"
    return Said(source=source_names(advice.source, words, catalogues), **said)


def explained(
    advice: Advice, words: Words, situation: Situation, aside: Aside | None = None
) -> str:
    """Why am I seeing this: the advice whole, its reason, records, source, step and rule."""
    told = spoken(advice, words, situation.catalogues, whole=True)
    step = situation.playbook.step(advice.opens)
    records = [f"- {record_line(advice, each, situation, words)}" for each in advice.records]
    entry = entry_of(situation.catalogues, "advice", advice.id)
    number = entry.fields.get("number") if entry else ""
    parts = [
        told.words,
        _until(aside, words) if aside else "",
        _titled(words("advice.why.reason"), told.reason),
        _titled(words("advice.why.records"), "\n".join(records) or words("advice.why.no-record")),
        _titled(words("advice.why.source"), told.source),
        _titled(words("advice.why.opens"), step.title if step else ""),
        _titled(words("advice.why.rule"), f"{advice.id} ({number})" if number else advice.id),
    ]
    return "\n\n".join(part for part in parts if part)


def source_names(source: str, words: Words, catalogues: Catalogues) -> str:
    """Who says so, each by its name in content/sources.toml."""
    ids = [part.strip() for part in source.split(",") if part.strip()]
    return " · ".join(
        word_of(entry_of(catalogues, "sources", each), "name", words.language) or each
        for each in ids
    )


def _fill(sentence: str, blanks: Mapping[str, str]) -> str:
    """Filled by replacement: people's words may hold braces, and nothing here may raise."""
    for name, said in blanks.items():
        # A brace of theirs must not become a blank of ours for the next name.
        sentence = sentence.replace(f"{{{name}}}", said.replace("{", "\ue000"))
    return sentence.replace("\ue000", "{")


def _until(aside: Aside, words: Words) -> str:
    """Until when it was set aside, and why."""
    key = "advice.why.quiet" if aside.reason else "advice.why.quiet-week"
    day = plain_date(until_of(aside), words.language)
    return words(key, day=day, reason=one_line(aside.reason))


def _titled(title: str, text: str) -> str:
    return f"{title}\n{text}" if text else ""
