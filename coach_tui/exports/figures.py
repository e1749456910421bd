"""Amounts, shares and days as the exports write them: no more figures than can be meant."""

from __future__ import annotations

from coach_tui.language import Words
from coach_tui.language.numbers import write_money, write_number, write_percent


def pair(name: str, value: str, words: Words) -> str:
    """`name: value`, with the space before the colon that French wants."""
    return words("frame.pair", name=name, value=value)


def money(amount: float, words: Words) -> str:
    """Whole euros."""
    return write_money(amount, words.language, 0)


def percent(share: float, words: Words) -> str:
    """A share of one, to a tenth of a percent."""
    return write_percent(share, words.language, 1)


def number(value: float, words: Words, places: int | None = None) -> str:
    """A count, or days: as many decimals as needed, two at most."""
    return write_number(value, words.language, places)
