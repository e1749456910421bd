"""The few questions about what no record shows: see `engagement.context`."""

from __future__ import annotations

from datetime import date

from coach_tui.asking.answers import day_field
from coach_tui.asking.desk import Desk
from coach_tui.asking.field import Field
from coach_tui.engagement.context import DAYS, NUMBERS, context_of, tell
from coach_tui.language import Refusal
from coach_tui.language.dates import read_date
from coach_tui.language.numbers import read_number, write_number
from coach_tui.view_state import Shown


def context_fields(shown: Shown) -> tuple[Field, ...]:
    """The questions, with what was answered."""
    known = context_of(shown.engagement)
    language = shown.words.language
    fields = []
    for name in (*NUMBERS, *DAYS):
        value = getattr(known, name)
        label = shown.words(f"context.{name}")
        if name in DAYS:
            fields.append(day_field(name, label, value, "past"))
        else:
            said = "" if value is None else write_number(value, language)
            fields.append(Field(name, label, said))
    return tuple(fields)


def tell_context(coach: Desk, answers: dict[str, str]) -> Refusal | None:
    """Record the answers. The reason, naming the question, where one can't be read."""
    language, today = coach.words.language, coach.now().date()
    fields: dict[str, float | date | None] = {}
    for name, text in answers.items():
        if not text.strip():
            fields[name] = None
            continue
        read = read_number(text, language) if name in NUMBERS else read_date(text, language, today)
        if isinstance(read, Refusal):
            return read.of(name)
        fields[name] = read if isinstance(read, date) else float(read)
    return coach.try_to_save(tell(fields))
