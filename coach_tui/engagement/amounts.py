"""Amounts as they are recorded: JSON numbers, worked with as exact decimals."""

from __future__ import annotations

from decimal import Decimal

from coach_tui.engagement.state import Record, number_of


def amount_of(record: Record, name: str) -> Decimal | None:
    """The number in this field, exactly as it was written; None where there is none."""
    number = number_of(record, name)
    return None if number is None or number != number else Decimal(str(number))


def recorded(amount: Decimal | None) -> int | float | None:
    """`amount` as JSON says it: whole where it is whole."""
    if amount is None:
        return None
    whole = amount.to_integral_value()
    return int(whole) if amount == whole else float(amount)
