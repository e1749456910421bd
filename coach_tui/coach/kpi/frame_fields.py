"""The frame of a KPI as it is typed into a form, and as a form shows it."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from coach_tui.coach import typed
from coach_tui.coach.typed import read_typed
from coach_tui.engagement.fields import fields_of
from coach_tui.engagement.kpi.new_reading import refuse_unit
from coach_tui.engagement.kpi.record import HORIZONS, Kpi
from coach_tui.language import Words
from coach_tui.language.numbers import read_amount
from coach_tui.language.refusal import Refusal
from coach_tui.language.units import bare_value

DECLARED: Final = fields_of(Kpi)
AMOUNTS: Final = ("baseline", "limit", *(f"target_{months}" for months in HORIZONS))


def read_frame(answers: dict[str, str], unit: str, words: Words, today: date) -> Any:
    """The fields typed, or the refusal of the first that can't be read.

    Empty answers empty their fields; a number written with another unit is refused.
    """
    fields: dict[str, Any] = {}
    for name, text in answers.items():
        said = text.strip()
        read: Any = None
        if name in DECLARED:
            read = read_typed(DECLARED[name], said, words, today)
        elif said:
            amount = read_amount(said, words.language, words.currency)
            if isinstance(amount, Refusal):
                return amount.of(name)
            read = refuse_unit(unit, amount.unit, said) or amount.value
        if isinstance(read, Refusal):
            return read.of(name)
        fields[name] = read
    return fields


def as_typed(kpi: Kpi, name: str, words: Words) -> str:
    """The field as a form shows it, to be typed over."""
    if name.startswith("target_"):
        months = int(name.removeprefix("target_"))
        found = [target.value for target in kpi.targets if target.months == months]
        return bare_value(found[0], words) if found else ""
    value = getattr(kpi, name)
    if name in DECLARED:
        return typed.as_typed(DECLARED[name], value, words)
    return "" if value is None else bare_value(value, words)
