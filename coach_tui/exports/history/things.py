"""What a change is about, in words: a step by its title, a person by name, a day by its date."""

from __future__ import annotations

from typing import Final

from coach_tui.engagement.change import Change, Value
from coach_tui.exports.history.fields import TOLD
from coach_tui.exports.history.reader import Reader
from coach_tui.exports.history.values import value_words
from coach_tui.language.clean import one_line

SHORT: Final = 60  # characters of one name or value in a list


def thing_words(change: Change, reader: Reader, *, whole: bool = False) -> str:
    """Its kind, its name, its day."""
    words = reader.words
    if change.entity not in TOLD:
        return words("history.unknown-thing", name=one_line(change.entity, SHORT))
    kind = words(f"history.entity.{change.entity}", n=1)
    name, day = name_words(change, reader)
    limit = 0 if whole else SHORT
    said = words("history.named", kind=kind, name=one_line(name, limit)) if name else kind
    return f"{said}, {day}" if day else said


def name_words(change: Change, reader: Reader) -> tuple[str, str]:
    """What the thing was called when the change was made, and the day it stands for."""
    names: list[str] = []
    days: list[str] = []
    for field, kind in TOLD[change.entity].named.items():
        value = _named_by(change, field, reader)
        if value not in (None, ""):
            said = value_words(kind, value, change, reader)
            (days if kind in ("day", "month") else names).append(said)
    return " · ".join(names), ", ".join(days)


def _named_by(change: Change, field: str, reader: Reader) -> Value:
    """Its old name where it is renamed; a name this change gives; else the last one it had."""
    if not field:
        return change.entity_id
    named = reader.seen(change, field) or change.changes.get(field)
    return named or reader.known(change.entity, change.entity_id, field, change.id)
