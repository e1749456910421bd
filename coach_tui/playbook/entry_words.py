"""The words of one catalogue entry in both languages; what one lacks, the other lends.

A word that is in no language at all leaves the entry out. One that is in a single language is told,
and shown as it is: an entry half translated is worth more to its reader than none.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from coach_tui.language import LANGUAGES
from coach_tui.language.clean import clean, one_line


class Fault(NamedTuple):
    """What is wrong in an entry; `fatal` where it cannot be shown so."""

    reason: str
    values: Mapping[str, Any]
    fatal: bool = True


class EntryWords(NamedTuple):
    """`words["fr"]["name"]` in every language, and the names each had to borrow."""

    words: Mapping[str, Mapping[str, Any]]
    borrowed: Mapping[str, frozenset[str]]


def read_words(
    table: Mapping[str, Any], names: tuple[str, ...], lists: tuple[str, ...], entry_id: str
) -> tuple[EntryWords, list[Fault]]:
    """These words of an entry's table, completed, and what is wrong in them."""
    faults: list[Fault] = []
    written: dict[str, dict[str, Any]] = {}
    for language in LANGUAGES:
        given = table.get(language)
        given = given if isinstance(given, dict) else {}
        found = {name: given[name] for name in names if is_text(given.get(name))}
        found |= {name: given[name] for name in lists if _is_list(given.get(name))}
        faults += _faults(given, language, names, lists, entry_id)
        written[language] = found
    for name in (*names, *lists):
        if not any(name in found for found in written.values()):
            faults = [_made_fatal(fault, name) for fault in faults]
    faults += _lengths(written, lists, entry_id)
    return _completed(written, (*names, *lists)), faults


def completed(definition: Mapping[str, Any]) -> dict[str, Any]:
    """An `{id, fr, en}` table, with the text of the other language where one has none."""
    lent = next((definition[each] for each in LANGUAGES if is_text(definition.get(each))), "")
    own = {name: each for name, each in definition.items() if is_text(each)}
    return dict.fromkeys(LANGUAGES, lent) | own


def is_text(value: Any) -> bool:
    """A text with something in it."""
    return isinstance(value, str) and bool(value.strip())


def texts(value: Any) -> bool:
    """A list of texts, none empty; the list itself may be."""
    return isinstance(value, list) and all(is_text(each) for each in value)


def unknown(entry_id: str, name: str) -> Fault:
    """A field no catalogue of this kind has: told, and nothing more."""
    values = {"id": entry_id, "field": one_line(name, 40)}
    return Fault("playbook.entry-unknown", values, fatal=False)


def frozen(value: Any) -> Any:
    """The value with nothing in it that can be edited, and nothing a terminal would obey."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return tuple(frozen(each) for each in value)
    if isinstance(value, dict):
        return MappingProxyType({name: frozen(each) for name, each in value.items()})
    return value


def _completed(written: Mapping[str, Mapping[str, Any]], names: tuple[str, ...]) -> EntryWords:
    words, borrowed = {}, {}
    for language, own in written.items():
        others = (found for other, found in written.items() if other != language)
        lent = {name: each for found in others for name, each in found.items() if name not in own}
        both = {**own, **lent}
        words[language] = frozen({name: both[name] for name in names if name in both})
        borrowed[language] = frozenset(lent)
    return EntryWords(MappingProxyType(words), MappingProxyType(borrowed))


def _faults(
    given: Mapping[str, Any],
    language: str,
    names: tuple[str, ...],
    lists: tuple[str, ...],
    entry_id: str,
) -> Iterator[Fault]:
    for name in (*names, *lists):
        value = given.get(name)
        values = {"id": entry_id, "field": f"{language}.{name}"}
        if value is None or value in ("", []) or (isinstance(value, str) and not value.strip()):
            yield Fault("playbook.entry-missing", values, fatal=False)
        elif name in lists and not texts(value):
            yield Fault("playbook.entry-not-texts", values, fatal=False)
        elif name in names and not isinstance(value, str):
            yield Fault("playbook.entry-not-text", values, fatal=False)
    for name in given:
        if name not in (*names, *lists):
            yield unknown(entry_id, f"{language}.{name}")


def _made_fatal(fault: Fault, name: str) -> Fault:
    told = {f"{language}.{name}" for language in LANGUAGES}
    return fault._replace(fatal=fault.fatal or fault.values["field"] in told)


def _lengths(
    written: Mapping[str, Mapping[str, Any]], lists: tuple[str, ...], entry_id: str
) -> Iterator[Fault]:
    french, english = written["fr"], written["en"]
    for name in lists:
        if name in french and name in english and len(french[name]) != len(english[name]):
            counts = {"french": len(french[name]), "english": len(english[name])}
            values = {"id": entry_id, "field": name, **counts}
            yield Fault("playbook.entry-lists", values, fatal=False)


def _is_list(value: Any) -> bool:
    return texts(value) and bool(value)
