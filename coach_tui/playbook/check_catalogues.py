"""Whether the catalogues are written as they should be and name what exists."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from string import Formatter
from typing import Final

from coach_tui.playbook.catalogue import parse_catalogue
from coach_tui.playbook.catalogue_specs import SPECS
from coach_tui.playbook.check_advice import acts_first
from coach_tui.playbook.check_prose import ENTRY_WORDS_MAX, count_words, typography
from coach_tui.playbook.entry import Entry
from coach_tui.playbook.model import Problem

HUNDRED: Final = ("candidate-criteria", "permanent-criteria")  # their points make 100


def check_catalogue(
    name: str, text: str, path: str, steps: Collection[str], sources: Collection[str]
) -> tuple[tuple[Entry, ...], list[Problem]]:
    """The entries of one file of this catalogue, and what is wrong in it."""
    entries, problems = parse_catalogue(text, path, SPECS[name])
    for entry in entries:
        problems += _prose(entry, path)
        problems += _names(entry, path, steps, sources)
        if name == "advice":
            problems += _blanks(entry, path)
            problems += acts_first(entry, path)
    if name in HUNDRED and entries:
        total = sum(entry.fields["points"] for entry in entries)
        if total != 100:
            problems.append(Problem(path, 1, "playbook.points", {"n": total}))
    return entries, problems


def ids_once(found: Iterable[tuple[str, Entry]]) -> Iterator[Problem]:
    """Entries of a catalogue in several files whose id another file has already."""
    seen: dict[str, str] = {}
    for path, entry in found:
        if seen.setdefault(entry.id, path) != path:
            yield Problem(path, entry.line, "playbook.entry-twice", {"id": entry.id})


def _prose(entry: Entry, path: str) -> Iterator[Problem]:
    for language, text in _texts(entry):
        for problem in typography(text, path, language):
            yield problem._replace(line=entry.line)
        if (count := count_words(text)) > ENTRY_WORDS_MAX:
            values = {"id": entry.id, "n": count, "high": ENTRY_WORDS_MAX}
            yield Problem(path, entry.line, "playbook.entry-long", values)


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    for language, words in entry.words.items():
        for name, value in words.items():
            if not entry.borrows(language, name):
                yield from ((language, text) for text in _lines(value))
        for definition in entry.fields.get("definitions", ()):
            if definition["fr"] != definition["en"]:  # the same where one was lent to the other
                yield language, definition[language]


def _lines(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _names(
    entry: Entry, path: str, steps: Collection[str], sources: Collection[str]
) -> Iterator[Problem]:
    fields: Mapping[str, str] = entry.fields
    for field in ("source", "benchmark_source"):
        for source in filter(None, map(str.strip, fields.get(field, "").split(","))):
            if source not in sources:
                values = {"id": entry.id, "field": field, "value": source}
                yield Problem(path, entry.line, "playbook.entry-names", values)
    opened = fields.get("opens")
    if opened is not None and opened not in steps:
        values = {"id": entry.id, "field": "opens", "value": opened}
        yield Problem(path, entry.line, "playbook.entry-names", values)


def _blanks(entry: Entry, path: str) -> Iterator[Problem]:
    """Blanks used and not declared, or declared and not used."""
    declared = set(entry.fields["placeholders"])
    for language, words in entry.words.items():
        said = (words["words"], words["fact"], words["reason"])
        used = {blank for text in said for blank in blanks_of(text)}
        others = {blank for text in words.get("others", ()) for blank in blanks_of(text)}
        if not others <= used:
            used |= others
        for blank in sorted(used ^ declared):
            values = {"id": entry.id, "language": language, "blank": blank}
            yield Problem(path, entry.line, "playbook.blank", values)


def blanks_of(text: str) -> set[str]:
    """The names between braces; the text itself where the braces don't close."""
    try:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {text[:40]}
