"""The frame of a KPI as it is typed into a form, and as a form shows it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, Final

from coach_tui.engagement.kpi.new_reading import refuse_unit
from coach_tui.engagement.kpi.record import HORIZONS, Kpi
from coach_tui.language import Words
from coach_tui.language.dates import read_date
from coach_tui.language.numbers import read_amount
from coach_tui.language.refusal import Refusal
from coach_tui.language.units import bare_value

AMOUNTS: Final = ("baseline", "limit", *(f"target_{months}" for months in HORIZONS))


def read_frame(answers: dict[str, str], unit: str, words: Words, today: date) -> Any:
    """The fields typed, or the refusal of the first that can't be read.

    Empty answers empty their fields; a number written with another unit is refused.
    """
    fields: dict[str, str | Decimal | date | None] = {}
    for name, text in answers.items():
        said = text.strip()
        if name in AMOUNTS and said:
            amount = read_amount(said, words.language, words.currency)
            if isinstance(amount, Refusal):
                return amount.of(name)
            if refusal := refuse_unit(unit, amount.unit, said):
                return refusal.of(name)
            fields[name] = amount.value
        elif name == "baseline_on" and said:
            day = read_date(said, words.language, today, "past")
            if isinstance(day, Refusal):
                return day.of(name)
            fields[name] = day
        else:
            fields[name] = said or None
    return fields


def as_typed(kpi: Kpi, name: str, words: Words) -> str:
    """The field as a form shows it, to be typed over."""
    if name.startswith("target_"):
        months = int(name.removeprefix("target_"))
        found = [target.value for target in kpi.targets if target.months == months]
        return bare_value(found[0], words) if found else ""
    value = getattr(kpi, name)
    if isinstance(value, Decimal):
        return bare_value(value, words)
    return value.isoformat() if isinstance(value, date) else value or ""
