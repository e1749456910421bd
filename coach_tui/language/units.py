"""Values with their unit, as people write them: `12 800 €`, `2,5 %`, `3,56 ×`, `11,25 mois`."""

from __future__ import annotations

from decimal import Decimal

from coach_tui.language import Words
from coach_tui.language.numbers import write_money, write_number, write_percent


def write_value(value: Decimal, unit: str, words: Words, *, exact: bool = False) -> str:
    """A KPI's value, with two decimals at most unless it is to be `exact`. Percentages are in
    points; what lies between two of them is written so: `5 points`."""
    places = _decimals(value) if exact and _decimals(value) > 2 else None
    if unit == "eur":
        return write_money(value, words.language, places, words.currency)
    if unit == "percent":
        return write_percent(value / 100, words.language, places)
    if unit in ("times", "months", "days", "hours", "points"):
        written = write_number(value, words.language, places)
        return words(f"kpi.value.{unit}", value=written, n=float(value))
    return write_number(value, words.language, places)


def bare_value(value: Decimal, words: Words) -> str:
    """The number alone, as a field to be edited or a cell holds it: no unit, nothing rounded."""
    plain = f"{value:.{_decimals(value)}f}"
    return plain.replace(".", ",") if words.language == "fr" else plain


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))
