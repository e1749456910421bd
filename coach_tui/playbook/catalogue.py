"""A catalogue's TOML text, read into frozen entries and a list of problems.

A catalogue is a list of entries (`[[entry]]`): plain fields any language shares, and the same words
in French and in English. An entry with a fault is left out and told; the others still come out.
Nothing here raises, whatever the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from coach_tui.language import LANGUAGES
from coach_tui.language.clean import clean, one_line
from coach_tui.playbook.catalogue_toml import tables_in
from coach_tui.playbook.metadata import ID, read_due
from coach_tui.playbook.model import Problem

SIZE_LIMIT: Final = 400_000  # characters; the longest catalogue of ours has 80,000


class Field(NamedTuple):
    """What a plain field may hold.

    kind      "text", "flag" (true or false), "whole" or "number" (between `low` and `high`),
              "texts" (a list), "due" (`T-4w`), "definitions" (tables of id, fr and en).
    choices   the only values allowed, where there are such.
    blank     whether an empty text is an answer; required, whether the field may be absent.
    """

    kind: str = "text"
    choices: tuple[str, ...] = ()
    low: float = 0
    high: float = 1_000_000
    blank: bool = False
    required: bool = True


class Spec(NamedTuple):
    """What an entry of one catalogue must have.

    file    its path under content/; table, the name between `[[ ]]`.
    fields  the plain fields; words, those in each language; lists, the words that are lists.
    """

    file: str
    fields: Mapping[str, Field]
    words: tuple[str, ...]
    lists: tuple[str, ...] = ()
    table: str = "entry"


class Entry(NamedTuple):
    """One line of a catalogue: `entry.fields["unit"]`, `entry.words["fr"]["name"]`.

    A list is a tuple. `line` is where the entry begins in its file.
    """

    id: str
    fields: Mapping[str, Any]
    words: Mapping[str, Mapping[str, Any]]
    line: int = 1


class _Fault(NamedTuple):
    reason: str
    values: Mapping[str, Any]


def parse_catalogue(text: str, path: str, spec: Spec) -> tuple[tuple[Entry, ...], list[Problem]]:
    """The entries that have all that `spec` asks for, and every problem found."""
    if len(text) > SIZE_LIMIT:
        return (), [Problem(path, 1, "playbook.too-large", {"limit": SIZE_LIMIT})]
    problems: list[Problem] = []
    entries: dict[str, Entry] = {}
    found = list(tables_in(text.lstrip("\ufeff"), path, spec.table, problems))
    for line, table in found:
        entry, faults = _entry(table, line, spec)
        if entry and entry.id in entries:
            faults.append(_Fault("playbook.entry-twice", {"id": entry.id}))
        elif entry and not faults:
            entries[entry.id] = entry
        problems += [Problem(path, line, fault.reason, fault.values) for fault in faults]
    if not found and not problems:
        problems.append(Problem(path, 1, "playbook.no-entries", {"table": spec.table}))
    return tuple(entries.values()), problems


def _entry(table: Mapping[str, Any], line: int, spec: Spec) -> tuple[Entry | None, list[_Fault]]:
    entry_id = table.get("id")
    if not (isinstance(entry_id, str) and ID.fullmatch(entry_id)):
        return None, [_Fault("playbook.entry-no-id", {"found": one_line(str(entry_id or ""), 40)})]
    faults = [
        fault
        for name, field in spec.fields.items()
        if (fault := _plain_fault(table, name, field, entry_id))
    ]
    for language in LANGUAGES:
        faults += _word_faults(table.get(language), language, spec, entry_id)
    known = {"id", *spec.fields, *LANGUAGES}
    faults += [_unknown(entry_id, name) for name in table if name not in known]
    if not faults:
        faults += _list_faults(table, spec, entry_id)
    if faults:
        return Entry(entry_id, {}, {}, line), faults
    fields = {name: _frozen(table[name]) for name in spec.fields if name in table}
    words: dict[str, Any] = {language: _frozen(table[language]) for language in LANGUAGES}
    return Entry(entry_id, MappingProxyType(fields), MappingProxyType(words), line), []


def _plain_fault(table: Mapping[str, Any], name: str, field: Field, entry_id: str) -> _Fault | None:
    if name not in table:
        missing = _Fault("playbook.entry-missing", {"id": entry_id, "field": name})
        return missing if field.required else None
    value = table[name]
    values = {"id": entry_id, "field": name, "value": one_line(str(value), 40)}
    if field.choices and value not in field.choices:
        return _Fault("playbook.entry-choice", {**values, "choices": ", ".join(field.choices)})
    if not _holds(value, field):
        bounds = {"low": f"{field.low:g}", "high": f"{field.high:g}"}
        return _Fault(f"playbook.entry-not-{field.kind}", {**values, **bounds})
    return None


def _holds(value: Any, field: Field) -> bool:
    match field.kind:
        case "flag":
            return isinstance(value, bool)
        case "whole":
            return type(value) is int and field.low <= value <= field.high
        case "number":
            number = type(value) in (int, float) and isfinite(value)
            return number and field.low <= value <= field.high
        case "texts":
            return _texts(value)
        case "due":
            return isinstance(value, str) and read_due(value) is not None
        case "definitions":
            return isinstance(value, list) and bool(value) and all(map(_definition, value))
        case _:
            return isinstance(value, str) and (field.blank or bool(value.strip()))


def _texts(value: Any) -> bool:
    """A list of texts, none empty; the list itself may be."""
    return isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)


def _definition(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and set(value) == {"id", *LANGUAGES}
        and all(isinstance(each, str) and each.strip() for each in value.values())
    )


def _word_faults(words: Any, language: str, spec: Spec, entry_id: str) -> Iterator[_Fault]:
    words = words if isinstance(words, dict) else {}
    for name in (*spec.words, *spec.lists):
        value = words.get(name)
        values = {"id": entry_id, "field": f"{language}.{name}"}
        if value is None or value in ("", []) or (isinstance(value, str) and not value.strip()):
            yield _Fault("playbook.entry-missing", values)
        elif name in spec.lists and not _texts(value):
            yield _Fault("playbook.entry-not-texts", values)
        elif name in spec.words and not isinstance(value, str):
            yield _Fault("playbook.entry-not-text", values)
    for name in words:
        if name not in (*spec.words, *spec.lists):
            yield _unknown(entry_id, f"{language}.{name}")


def _list_faults(table: Mapping[str, Any], spec: Spec, entry_id: str) -> Iterator[_Fault]:
    for name in spec.lists:
        french, english = (len(table[language][name]) for language in ("fr", "en"))
        if french != english:
            values = {"id": entry_id, "field": name, "french": french, "english": english}
            yield _Fault("playbook.entry-lists", values)


def _unknown(entry_id: str, name: str) -> _Fault:
    return _Fault("playbook.entry-unknown", {"id": entry_id, "field": one_line(name, 40)})


def _frozen(value: Any) -> Any:
    """The value with nothing in it that can be edited, and nothing a terminal would obey."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return tuple(_frozen(each) for each in value)
    if isinstance(value, dict):
        return MappingProxyType({name: _frozen(each) for name, each in value.items()})
    return value
