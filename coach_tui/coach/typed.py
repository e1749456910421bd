"""A declared field as people type it, and as they are asked for it: the same at every door."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach_tui.engagement.field_refusals import unfit
from coach_tui.engagement.fields import FieldSpec
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date, read_date
from coach_tui.language.fold import folded
from coach_tui.language.numbers import read_number, write_number
from coach_tui.language.refusal import Refusal

YES: Final = ("yes", "y", "true", "1", "oui", "o", "vrai")
NO: Final = ("no", "n", "false", "0", "non", "faux", "")
# What answers a question that can be left open, and how each answer is called.
ANSWERS: Final = (("", "unanswered"), ("yes", "yes"), ("no", "no"))

Value = str | float | bool | date | None


def read_typed(spec: FieldSpec, text: str, words: Words, today: date) -> Value | Refusal:
    """The value typed for this field, or why it can't be read; None empties it."""
    said = text.strip()
    if spec.kind == "flag":
        if folded(said) in (*YES, *NO):
            return folded(said) in YES
        return unfit(spec, "yes-no", value=one_line(said, 40))
    if not said:
        return None
    if spec.kind == "answer":
        return {"yes": True, "no": False}.get(said)
    if spec.kind == "number":
        number = read_number(said, words.language, words.currency)
        return number.of(spec.name) if isinstance(number, Refusal) else float(number)
    if spec.kind == "count":
        if said.isascii() and said.isdigit() and len(said) <= 6:
            return int(said)
        return unfit(spec, "count", value=one_line(said, 40), limit=spec.limit)
    if spec.kind == "day":
        day = read_date(said, words.language, today, spec.sense)
        return day.of(spec.name) if isinstance(day, Refusal) else day
    return said


def read_answers(
    declared: Mapping[str, FieldSpec], answers: Mapping[str, str], words: Words, today: date
) -> dict[str, Value] | Refusal:
    """Every answer of a form; the first that can't be read is the answer."""
    found: dict[str, Value] = {}
    for name, text in answers.items():
        value = read_typed(declared[name], text, words, today)
        if isinstance(value, Refusal):
            return value
        found[name] = value
    return found


def as_typed(spec: FieldSpec, value: object, words: Words) -> str:
    """A value as a form shows it, to be typed over."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if spec.kind == "number" and isinstance(value, int | float):
        return write_number(value, words.language).replace("\u202f", " ")
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def as_read(spec: FieldSpec, value: object, words: Words) -> str:
    """A value as people read it; nothing where there is nothing to say."""
    if spec.kind == "choice":
        return words(f"{spec.called}.{value}")
    if isinstance(value, bool):
        return words("form.yes") if value else ""
    if spec.kind == "number" and isinstance(value, int | float):
        return write_number(value, words.language)
    if isinstance(value, date):
        return plain_date(value, words.language)
    return "" if value is None else str(value)


def choices_of(spec: FieldSpec, words: Words) -> tuple[tuple[str, str], ...]:
    """What can be chosen, and how each is called; nothing where anything can be written."""
    if spec.kind == "flag":
        return (("no", words("form.no")), ("yes", words("form.yes")))
    if spec.kind == "answer":
        return tuple((key, words(f"frame.{said}")) for key, said in ANSWERS)
    return tuple((each, choice_words(spec, each, words)) for each in spec.values)


def choice_words(spec: FieldSpec, value: str, words: Words) -> str:
    """What one choice is called; where nothing is chosen and no word says so, that it is not."""
    said = words(f"{spec.called}.{value}")
    return words("frame.unanswered") if not value and said == f"{spec.called}." else said


def question(spec: FieldSpec, value: object, words: Words) -> str:
    """The field asked for on one line of plain text: its label, its choices, what is known."""
    choices = " / ".join(f"{key} ({said})" for key, said in choices_of(spec, words))
    known = as_typed(spec, value, words)
    parts = (words(spec.label), f": {choices}" if choices else "", f" [{known}]" if known else "")
    return "".join(parts)
