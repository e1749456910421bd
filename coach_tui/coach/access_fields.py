"""A field of the ledger as it is typed: a person, a day, a count, yes or no."""

from __future__ import annotations

from datetime import date
from typing import Final

from coach_tui.engagement.access import Access
from coach_tui.engagement.access_change import DAYS, FLAGS
from coach_tui.language.clean import one_line
from coach_tui.language.dates import read_date
from coach_tui.language.fold import folded
from coach_tui.language.refusal import Refusal

YES: Final = ("yes", "y", "true", "1", "oui", "o", "vrai")
NO: Final = ("no", "n", "false", "0", "non", "faux", "")

Value = str | int | bool | date | None


def read_field(name: str, text: str, language: str, today: date) -> Value | Refusal:
    """The field's value; None empties it. The field is named by whoever asked."""
    said = text.strip()
    if name in FLAGS:
        if folded(said) in YES:
            return True
        if folded(said) in NO:
            return False
        return Refusal("refusal.access.yes-no", {"field": name, "value": one_line(said, 40)})
    if not said:
        return None
    if name == "admins":
        if said.isascii() and said.isdigit() and len(said) <= 6:
            return int(said)
        return Refusal("refusal.access.admins", {"value": one_line(said, 40)})
    if name not in DAYS:
        return said
    return read_date(said, language, today, "ahead" if name == "planned_end" else "past")


def read_fields(answers: dict[str, str], language: str, today: date) -> dict[str, Value] | Refusal:
    """Every field of a form; the first that can't be read is the answer."""
    fields: dict[str, Value] = {}
    for name, text in answers.items():
        value = read_field(name, text, language, today)
        if isinstance(value, Refusal):
            return value.of(name)
        fields[name] = value
    return fields


def as_typed(access: Access, name: str) -> str:
    """The field as a form shows it, to be typed over."""
    value = getattr(access, name)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)
