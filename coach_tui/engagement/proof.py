"""What a record shows of itself, before anyone's language: a key of the words, and its blanks."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class Saying(NamedTuple):
    """A sentence of `language/*/proof.py` (or any other) and what fills its blanks.

    A blank may be a saying itself, or several, which are listed. A count is called `n`.
    """

    key: str
    values: Mapping[str, "Blank"] = {}


class YearMonth(NamedTuple):
    """A month, said with its year."""

    first: date


class Money(NamedTuple):
    """An amount, written in the mission's currency."""

    amount: float


Blank = str | int | float | date | Saying | YearMonth | Money | tuple[Saying, ...]

# People's words as they are, or a saying; empty where nothing is shown.
Proof = str | Saying


def day_said(day: date) -> Saying:
    """A day, as the reader writes it."""
    return Saying("proof.day", {"day": day})
