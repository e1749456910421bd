"""A catalogue's TOML text, read into frozen entries and a list of problems.

A catalogue is a list of entries (`[[entry]]`): plain fields any language shares, and the same words
in French and in English. An entry with a fault is left out and told; the others still come out. One
whose words are missing in one language comes out too, with the other's words, and is told as well.
Nothing here raises, whatever the text.
"""

from collections.abc import Mapping
from math import isfinite
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from coach_tui.language import LANGUAGES
from coach_tui.language.clean import one_line
from coach_tui.playbook.catalogue_toml import tables_in
from coach_tui.playbook.entry import Entry
from coach_tui.playbook.entry_words import (
    Fault,
    completed,
    frozen,
    is_text,
    read_words,
    texts,
    unknown,
)
from coach_tui.playbook.metadata import ID, read_due
from coach_tui.playbook.model import Problem

SIZE_LIMIT: Final = 400_000  # characters; the longest catalogue of ours has 80,000


class PlainField(NamedTuple):
    """What a plain field may hold.

    kind      "text", "flag" (true or false), "whole" or "number" (between `low` and `high`),
              "texts" (a list), "names" (a table of texts by name), "due" (`T-4w`), "definitions"
              (tables of id, fr and en).
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
    fields  the plain fields; words, those in each language; lists, the words that are lists;
    optional, those of either that an entry may do without, in both languages.
    """

    file: str
    fields: Mapping[str, PlainField]
    words: tuple[str, ...]
    lists: tuple[str, ...] = ()
    table: str = "entry"
    optional: tuple[str, ...] = ()


def parse_catalogue(text: str, path: str, spec: Spec) -> tuple[tuple[Entry, ...], list[Problem]]:
    """The entries that have all that `spec` asks for, and every problem found."""
    if len(text) > SIZE_LIMIT:
        return (), [Problem(path, 1, "playbook.too-large", {"limit": SIZE_LIMIT})]
    problems: list[Problem] = []
    entries: dict[str, Entry] = {}
    found = list(tables_in(text.lstrip("\ufeff"), path, spec.table, problems))
    for line, table in found:
        entry, faults = _entry(table, line, spec)
        if entry.id in entries:
            faults.append(Fault("playbook.entry-twice", {"id": entry.id}))
        elif not any(fault.fatal for fault in faults):
            entries[entry.id] = entry
        problems += [Problem(path, line, fault.reason, fault.values) for fault in faults]
    if not found and not problems:
        problems.append(Problem(path, 1, "playbook.no-entries", {"table": spec.table}))
    return tuple(entries.values()), problems


def _entry(table: Mapping[str, Any], line: int, spec: Spec) -> tuple[Entry, list[Fault]]:
    entry_id = table.get("id")
    if not (isinstance(entry_id, str) and ID.fullmatch(entry_id)):
        values = {"found": one_line(str(entry_id or ""), 40)}
        return Entry("", {}, {}, line), [Fault("playbook.entry-no-id", values)]
    faults = [
        fault
        for name, field in spec.fields.items()
        if (fault := _plain_fault(table, name, field, entry_id))
    ]
    names, lists = (_wanted(table, each, spec) for each in (spec.words, spec.lists))
    (words, borrowed), wrong = read_words(table, names, lists, entry_id)
    known = {"id", *spec.fields, *LANGUAGES}
    faults += [*wrong, *(unknown(entry_id, name) for name in table if name not in known)]
    fields = {
        name: frozen(_completed(table[name]) if field.kind == "definitions" else table[name])
        for name, field in spec.fields.items()
        if name in table
    }
    return Entry(entry_id, MappingProxyType(fields), words, line, borrowed), faults


def _wanted(table: Mapping[str, Any], names: tuple[str, ...], spec: Spec) -> tuple[str, ...]:
    """Those this entry must have: one that may be absent counts where a language has it."""
    own = [given for each in LANGUAGES if isinstance(given := table.get(each), dict)]
    return tuple(
        name for name in names if name not in spec.optional or any(name in given for given in own)
    )


def _plain_fault(
    table: Mapping[str, Any], name: str, field: PlainField, entry_id: str
) -> Fault | None:
    if name not in table:
        missing = Fault("playbook.entry-missing", {"id": entry_id, "field": name})
        return missing if field.required else None
    value = table[name]
    values = {"id": entry_id, "field": name, "value": one_line(str(value), 40)}
    if field.choices and value not in field.choices:
        return Fault("playbook.entry-choice", {**values, "choices": ", ".join(field.choices)})
    if not _holds(value, field):
        bounds = {"low": float(field.low), "high": float(field.high)}
        half = field.kind == "definitions" and _holds(_completed(value), field)
        return Fault(f"playbook.entry-not-{field.kind}", {**values, **bounds}, fatal=not half)
    return None


def _holds(value: Any, field: PlainField) -> bool:
    match field.kind:
        case "flag":
            return isinstance(value, bool)
        case "whole":
            return type(value) is int and field.low <= value <= field.high
        case "number":
            number = type(value) in (int, float) and isfinite(value)
            return number and field.low <= value <= field.high
        case "texts":
            return texts(value)
        case "names":
            return isinstance(value, dict) and all(map(is_text, value.values()))
        case "due":
            return isinstance(value, str) and read_due(value) is not None
        case "definitions":
            return isinstance(value, list) and bool(value) and all(map(_definition, value))
        case _:
            return isinstance(value, str) and (field.blank or bool(value.strip()))


def _definition(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and set(value) == {"id", *LANGUAGES}
        and all(map(is_text, value.values()))
    )


def _completed(definitions: Any) -> Any:
    """Each definition in both languages, where it is written in one at least."""
    if not (isinstance(definitions, list) and all(isinstance(each, dict) for each in definitions)):
        return definitions
    return [completed(each) for each in definitions]
