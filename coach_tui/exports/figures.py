"""Amounts, shares and days as the exports write them: no more figures than can be meant."""

from __future__ import annotations

from coach_tui.language import Words
from coach_tui.language.currency import EUR
from coach_tui.language.numbers import write_money, write_number, write_percent


def pair(name: str, value: str, words: Words) -> str:
    """`name: value`, with the space before the colon that French wants."""
    return words("frame.pair", name=name, value=value)


def money(amount: float, words: Words) -> str:
    """A whole amount, in the mission's currency."""
    return write_money(amount, words.language, 0, words.currency)


def amount_a_year(name: str, amount: float, words: Words) -> str:
    """`Marketing budget: €275,200 a year`: an amount of the mission's frame, by its field."""
    said = words("document.a-year", amount=money(amount, words))
    return pair(words(f"document.amount.{name}"), said, words)


def percent(share: float, words: Words) -> str:
    """A share of one, to a tenth of a percent."""
    return write_percent(share, words.language, 1)


def number(value: float, words: Words, places: int | None = None) -> str:
    """A count, or days: as many decimals as needed, two at most."""
    return write_number(value, words.language, places)


def days_said(value: float, words: Words, places: int | None = None) -> str:
    """`1 day`, `2.5 days`: in the number of the figure as it is written."""
    shown = round(value, 2 if places is None else places)
    return words("frame.cost.days", n=shown, days=number(value, words, places))


def months_said(value: float, words: Words) -> str:
    """`1 month`, `6 months`, `9.5 months`."""
    return words("frame.cost.months-said", n=round(value, 1), months=number(round(value, 1), words))


def weeks_said(value: float, words: Words) -> str:
    """`1 week`, `13 weeks`."""
    return words("frame.cost.weeks", n=round(value, 2), weeks=number(value, words))


def other_currency(words: Words) -> list[str]:
    """Said where the guide's thresholds, which are in euros, judge amounts that are not."""
    return [] if words.currency == EUR else ["", words("frame.thresholds")]
