"""The value of a field in words, by its kind (see `fields`). Whatever it is, it is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from coach_tui.engagement.change import Change, Value
from coach_tui.engagement.documents.kinds import OTHER, RETURNING
from coach_tui.engagement.rhythm.rituals import schedule_from
from coach_tui.engagement.state import Engagement
from coach_tui.exports.documents.facts import period_words
from coach_tui.exports.history.reader import CRITERIA, VETOES, Reader
from coach_tui.exports.rhythm.words import schedule_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import MONTHS, plain_date
from coach_tui.language.numbers import write_money, write_number
from coach_tui.language.units import write_value

LARGEST: Final = 1e15  # what is beyond is nobody's figure, and is told as it is written
_SIGNED: Final = re.compile(r"(.*), (\d{4}-\d{2}-\d{2})", re.DOTALL)
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})")


def value_words(kind: str, value: Value, change: Change, reader: Reader) -> str:
    """`value` as a reader would say it; a value its kind does not know is told as it is."""
    name, _, detail = kind.partition(":")
    if name in ("word", "entry") and isinstance(value, str | int | float) and value is not True:
        key = f"{value:g}" if _is_number(value) else plain_words(value, reader.words)
        said = _word(detail, key, reader.words) if name == "word" else _entry(detail, key, reader)
        return said or one_line(key)
    tell = _TELLERS.get(name)
    said = tell(value, change, reader) if tell else ""
    return one_line(said) or plain_words(value, reader.words)


def plain_words(value: Value, words: Words) -> str:
    """A value of which nothing is known but its type."""
    match value:
        case bool():
            return words("form.yes" if value else "form.no")
        case int() | float():
            return _number(value, words)
        case str():
            return one_line(value)
        case list() if all(isinstance(part, str | int | float) for part in value):
            return ", ".join(plain_words(part, words) for part in value)
        case None:
            return words("history.nothing")
        case _:
            return words("history.unreadable")


def _word(prefix: str, value: str, words: Words) -> str:
    key = f"{prefix}.{value}"
    said = words(key)
    return "" if said == key else said


def _entry(detail: str, value: str, reader: Reader) -> str:
    catalogue, _, field = detail.partition(".")
    return reader.entry((catalogue,), value, field)


def _number(value: float, words: Words) -> str:
    return write_number(value, words.language) if abs(value) < LARGEST else str(value)


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < LARGEST


def _day(value: Value, change: Change, reader: Reader) -> str:
    try:
        return plain_date(date.fromisoformat(str(value)), reader.words.language)
    except ValueError:
        return ""


def _month(value: Value, change: Change, reader: Reader) -> str:
    found = _MONTH.fullmatch(str(value))
    if found is None or not 1 <= int(found[2]) <= 12:
        return ""
    return f"{MONTHS[reader.words.language].split()[int(found[2]) - 1]} {found[1]}"


def _money(value: Value, change: Change, reader: Reader) -> str:
    if not _is_number(value):
        return ""
    words = reader.words
    return write_money(value, words.language, currency=words.currency)  # type: ignore[arg-type]


def _of_kpi(value: Value, change: Change, reader: Reader) -> str:
    """A number in the unit of the KPI it belongs to."""
    if not _is_number(value):
        return ""
    kpi = change.entity_id if change.entity == "kpi" else _said(change, "kpi", reader)
    unit = str(change.changes.get("unit") or reader.unit(kpi))
    return write_value(Decimal(str(value)), unit, reader.words)


def _definition(value: Value, change: Change, reader: Reader) -> str:
    kpi = change.entity_id if change.entity == "kpi" else _said(change, "kpi", reader)
    return reader.definition(kpi, str(value))


def _level(value: Value, change: Change, reader: Reader) -> str:
    if not _is_number(value):  # True and False are no levels, though they equal 1 and 0
        return ""
    found = [
        entry.words[reader.words.language]["name"]
        for entry in reader.catalogues.get("skill-levels", ())
        if entry.fields.get("level") == value
    ]
    return f"{_number(value, reader.words)} · {found[0]}" if found else ""  # type: ignore[arg-type]


def _delegated(value: Value, change: Change, reader: Reader) -> str:
    name = reader.delegated(int(value)) if _is_number(value) else ""  # type: ignore[arg-type]
    return f"{_number(value, reader.words)} · {name}" if name else ""  # type: ignore[arg-type]


def _falls(value: Value, change: Change, reader: Reader) -> str:
    """When a ritual falls, from all that a schedule says at once."""
    schedule = schedule_from(Engagement().after([change]).record(change.entity, change.entity_id))
    return schedule_words(schedule, reader.words) if schedule else ""


def _rater(value: Value, change: Change, reader: Reader) -> str:
    """A rater by name, where one was given."""
    candidate = _said(change, "candidate", reader)
    return str(reader.known("candidate", candidate, f"rater_{value}") or "")


def _signature(value: Value, change: Change, reader: Reader) -> str:
    """`Ann, 2026-03-12`: who signed, and when."""
    found = _SIGNED.fullmatch(str(value))
    day = _day(found[2], change, reader) if found else ""
    return f"{found[1]}, {day}" if found and day else ""


def _counted(key: str) -> Callable[[Value, Change, Reader], str]:
    def tell(value: Value, change: Change, reader: Reader) -> str:
        if not _is_number(value):
            return ""
        return reader.words(key, n=value, value=_number(value, reader.words))  # type: ignore[arg-type]

    return tell


def _rows(value: Value, change: Change, reader: Reader) -> str:
    return reader.words("history.rows", n=len(value)) if isinstance(value, list) else ""


def _said(change: Change, field: str, reader: Reader) -> str:
    said = change.changes.get(field)
    return str(said or reader.known(change.entity, change.entity_id, field, change.id) or "")


def _document(value: Value, change: Change, reader: Reader) -> str:
    """A document by the name of its kind, and what it is about where it returns: a day, a month, a
    quarter, a decision. One of no kind by its own name, or its step's."""
    identity = str(value)
    if identity.startswith(OTHER):
        step = identity.removeprefix(OTHER)
        return str(reader.known("document", identity, "name") or reader.step(step))
    kind, _, rest = identity.partition("/")
    name = reader.entry(("documents",), kind) or _word("record.document", kind, reader.words)
    decided = RETURNING.get(kind) == "decision" and reader.known("decision", rest, "title")
    period = one_line(str(decided or "")) or period_words(identity, reader.words)
    return f"{name}, {period}" if name and period else name


def _about(value: Value, change: Change, reader: Reader) -> str:
    """What a decision is about: KPIs, skills, steps and rules by their names."""
    tell = {
        "kpi": reader.kpi, "skill": reader.skill, "step": reader.step, "rule": reader.advice,
    }  # fmt: skip
    named = []
    for each in value if isinstance(value, list) else ():
        kind, _, identity = str(each).partition(":")
        named.append(tell[kind](identity) if kind in tell else one_line(str(each)))
    return ", ".join(named)


_TELLERS: Final[Mapping[str, Callable[[Value, Change, Reader], str]]] = {
    "day": _day,
    "month": _month,
    "money": _money,
    "of-kpi": _of_kpi,
    "definition": _definition,
    "level": _level,
    "delegated": _delegated,
    "falls": _falls,
    "document": _document,
    "about": _about,
    "rater": _rater,
    "signature": _signature,
    "minutes": _counted("history.minutes"),
    "days": _counted("history.days"),
    "rows": _rows,
    "person": lambda value, change, reader: reader.person(str(value)),
    "skill": lambda value, change, reader: reader.skill(str(value)),
    "ritual": lambda value, change, reader: reader.ritual(str(value)),
    "kpi": lambda value, change, reader: reader.kpi(str(value)),
    "candidate": lambda value, change, reader: reader.candidate(str(value)),
    "step": lambda value, change, reader: reader.step(str(value)),
    "noted-on": lambda value, change, reader: reader.noted_on(str(value)),
    "criterion": lambda value, change, reader: reader.entry(CRITERIA, str(value)),
    "veto": lambda value, change, reader: reader.entry(VETOES, str(value)),
    "put-off": lambda value, change, reader: reader.put_off(str(value)),
    "advice": lambda value, change, reader: reader.advice(str(value)),
}
