"""The currencies an engagement may be in: how each is signed, and every way people write it.

An engagement has one. Nothing is ever converted: an amount in another one is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

EUR: Final = "EUR"
SIGNS: Final[Mapping[str, str]] = {EUR: "€", "USD": "$", "GBP": "£", "CHF": "CHF"}
CURRENCIES: Final = tuple(SIGNS)
_SPELLED: Final[Mapping[str, str]] = {
    "€": EUR, "eur": EUR, "euro": EUR, "euros": EUR,
    "$": "USD", "us$": "USD", "usd": "USD",
    "£": "GBP", "gbp": "GBP",
    "chf": "CHF", "fr.": "CHF",
}  # fmt: skip
NO_BREAK: Final = "\u00a0"


def currency_of(text: str) -> str:
    """The currency these letters or this sign mean; empty where they mean none."""
    return _SPELLED.get(text.strip().casefold(), "")


def signed(figures: str, currency: str, language: str) -> str:
    """`12 800 €` · `€12,800` · `CHF 12,800`: these figures with the currency's sign."""
    sign = SIGNS[currency]
    if language == "fr":
        return f"{figures}{NO_BREAK}{sign}"
    apart = NO_BREAK if sign.isalpha() else ""
    negative = "-" if figures.startswith("-") else ""
    return f"{negative}{sign}{apart}{figures.removeprefix('-')}"


class Sign(str):
    """A currency's sign in the interface's words: `{currency}` alone, or `{currency:150 K}` around
    a round amount of its own, which French closes up: `150 K€`."""

    __slots__ = ("_language",)
    _language: str

    def __new__(cls, currency: str, language: str) -> Sign:
        sign = super().__new__(cls, SIGNS[currency])
        sign._language = language
        return sign

    def __format__(self, amount: str) -> str:
        if not amount:
            return str(self)
        apart = NO_BREAK if self.isalpha() else ""
        if self._language == "fr":
            return f"{amount}{apart}{self}"
        return f"{self}{apart}{amount}"
