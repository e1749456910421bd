"""Advice in words: the writer's sentences with their numbers and names filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, Final, NamedTuple

from coach_tui.coach.advice import DISMISSED_DAYS, QUIET_DAYS, Advice
from coach_tui.coach.situation import Behind, Blank, Catalogues, Euros, Key, Names
from coach_tui.engagement.advice import Aside
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date
from coach_tui.language.numbers import write_money, write_number
from coach_tui.playbook.model import Playbook

AT_MOST: Final = 3  # names in a sentence; the others are counted
NAME_LIMIT: Final = 60


class Said(NamedTuple):
    """What is said, why, where it comes from. What is not in the reader's language says so."""

    words: str
    reason: str
    source: str


def spoken(advice: Advice, words: Words, catalogues: Catalogues) -> Said:
    """This advice in the reader's language, or in the other one where it is not written in it."""
    entry = _entry(catalogues, "advice", advice.id)
    if entry is None:
        return Said(words("advice.unwritten", id=advice.id), "", "")
    written = entry.words[words.language]
    blanks = {name: _filled(value, words, catalogues) for name, value in advice.values.items()}
    said = {name: _fill(str(written[name]), blanks) for name in ("words", "reason")}
    for name in said:
        if entry.borrows(words.language, name):
            # Before the words: a narrow row cuts their end.
            said[name] = f"{words('advice.fallback')} {said[name]}"
    return Said(source=source_names(advice.source, words, catalogues), **said)


def explained(
    advice: Advice,
    words: Words,
    catalogues: Catalogues,
    playbook: Playbook,
    aside: Aside | None = None,
) -> str:
    """Why am I seeing this: the advice whole, its reason, records, source, step and rule."""
    told = spoken(advice, words, catalogues)
    step = playbook.step(advice.opens)
    records = [f"- {record_name(each, words, catalogues)}" for each in advice.records]
    entry = _entry(catalogues, "advice", advice.id)
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
        _word(_entry(catalogues, "sources", each), "name", words.language) or each for each in ids
    )


def record_name(record: Behind, words: Words, catalogues: Catalogues) -> str:
    """A record behind an advice: what kind it is and what people, or the catalogue, call it."""
    kind = f"advice.record.{record.entity}"
    said = words(kind)
    name = record.name or _named_by(record, words, catalogues)
    if said == kind:
        return one_line(name or record.id, NAME_LIMIT)
    if not name:
        return said
    return words("advice.record-named", kind=said, name=one_line(name, NAME_LIMIT))


_CATALOGUE_OF: Final[Mapping[str, tuple[str, str]]] = {
    "need-gate": ("need-gates", "gate"),
    "clause": ("contract-clauses", "name"),
    "independence": ("independence", "name"),
    "skill": ("skills", "name"),
    "kpi": ("kpis", "name"),
    "ritual": ("rituals", "name"),
}


def _named_by(record: Behind, words: Words, catalogues: Catalogues) -> str:
    if record.entity in ("engagement", "context", "transition"):
        key = f"{'profile' if record.entity == 'engagement' else record.entity}.{record.id}"
        said = words(key)
        return "" if said == key else said
    catalogue, field = _CATALOGUE_OF.get(record.entity, ("", ""))
    entry = _entry(catalogues, catalogue, record.id) if catalogue else None
    return _word(entry, field, words.language) if entry else ""


def _filled(value: Blank, words: Words, catalogues: Catalogues) -> str:
    match value:
        case Euros(amount):
            return write_money(round(amount), words.language)
        case Key(key):
            return words(key)
        case Names(catalogue, ids, field):
            found = [
                _word(_entry(catalogues, catalogue, each), field, words.language) or each
                for each in ids
            ]
            return listed(found, words)
        case tuple():
            return listed([_filled(part, words, catalogues) for part in value], words)
        case int() | float():
            return write_number(value, words.language, None)
        case _:
            return one_line(value, NAME_LIMIT)


def listed(names: Sequence[str], words: Words) -> str:
    """The first three, and how many more there are."""
    names = list(dict.fromkeys(names))
    if len(names) <= AT_MOST:
        return ", ".join(names)
    return words("advice.and-more", names=", ".join(names[:AT_MOST]), n=len(names) - AT_MOST)


def _fill(sentence: str, blanks: Mapping[str, str]) -> str:
    """Filled by replacement: people's words may hold braces, and nothing here may raise."""
    for name, said in blanks.items():
        # A brace of theirs must not become a blank of ours for the next name.
        sentence = sentence.replace(f"{{{name}}}", said.replace("{", "\ue000"))
    return sentence.replace("\ue000", "{")


def _until(aside: Aside, words: Words) -> str:
    """Until when it was set aside, and why."""
    until = aside.day + timedelta(days=DISMISSED_DAYS if aside.reason else QUIET_DAYS)
    key = "advice.why.quiet" if aside.reason else "advice.why.quiet-week"
    return words(key, day=plain_date(until, words.language), reason=aside.reason)


def _titled(title: str, text: str) -> str:
    return f"{title}\n{text}" if text else ""


def entry_name(catalogues: Catalogues, catalogue: str, entry_id: str, language: str) -> str:
    """What the catalogue calls this entry; nothing where it has it no more."""
    return _word(_entry(catalogues, catalogue, entry_id), "name", language)


def _entry(catalogues: Catalogues, name: str, entry_id: str) -> Any:
    return next((each for each in catalogues.get(name, ()) if each.id == entry_id), None)


def _word(entry: Any, field: str, language: str) -> str:
    return str(entry.words[language].get(field, "")) if entry else ""
