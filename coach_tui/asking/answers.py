"""What was typed or chosen in a form, read: yes or no, days, amounts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from coach_tui.asking.field import Field
from coach_tui.coach.typed import as_typed, choices_of
from coach_tui.engagement.fields import FieldSpec
from coach_tui.language import Refusal, Words
from coach_tui.language.dates import Sense, read_date
from coach_tui.language.numbers import read_number, write_number

Choices = tuple[tuple[str, str], ...]

YES_NO = {"yes": True, "no": False, "": None}


def field_for(spec: FieldSpec, value: object, words: Words, named: Choices = ()) -> Field:
    """The question of a declared field, with what is known already.

    named  what it is chosen among, where a catalogue or the team names that.
    """
    choices = named or choices_of(spec, words)
    kind = (
        "choice" if choices else "day" if spec.kind == "day" else "text" if spec.lines else "line"
    )
    known = as_typed(spec, value, words)
    return Field(spec.name, words(spec.label), known, kind, choices, sense=spec.sense)


def yes_no_field(name: str, label: str, answer: bool | None, words: Words) -> Field:
    """A question that can also be left without an answer."""
    value = {True: "yes", False: "no", None: ""}[answer]
    choices = [(key, words(f"frame.{said}")) for key, said in
               (("", "unanswered"), ("yes", "yes"), ("no", "no"))]  # fmt: skip
    return Field(name, label, value, "choice", tuple(choices))


def choice_field(
    name: str, label: str, value: str, choices: Iterable[str], key: str, words: Words
) -> Field:
    """One of these, called as the words under `key` call them."""
    listed = tuple((each, words(f"{key}{each}")) for each in choices)
    return Field(name, label, value, "choice", listed)


def number_text(value: float | None, words: Words) -> str:
    """A number as its owner would type it again."""
    return "" if value is None else write_number(value, words.language).replace("\u202f", " ")


def day_field(name: str, label: str, day: date | None, sense: Sense, hint: str = "") -> Field:
    """A day, as it is known; `sense` tells its year where none is typed (see `read_date`)."""
    return Field(name, label, day.isoformat() if day else "", "day", hint=hint, sense=sense)


def numbers_in(
    answers: Mapping[str, str], names: Iterable[str], words: Words
) -> dict[str, float | None] | Refusal:
    """The numbers of these answers; None for an empty one."""
    found: dict[str, float | None] = {}
    for name in names:
        text = answers[name].strip()
        value: Decimal | Refusal | None = (
            read_number(text, words.language, words.currency) if text else None
        )
        if isinstance(value, Refusal):
            return value.of(name)
        found[name] = None if value is None else float(value)
    return found


def days_in(
    answers: Mapping[str, str], names: Iterable[str], words: Words, today: date
) -> dict[str, date | None] | Refusal:
    """The days of these answers; None for an empty one."""
    found: dict[str, date | None] = {}
    for name in names:
        text = answers[name].strip()
        day = read_date(text, words.language, today) if text else None
        if isinstance(day, Refusal):
            return day.of(name)
        found[name] = day
    return found
