"""What a record says for itself: a sentence of the interface and what fills it."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from coach_tui.coach.advice.situation import Blank, Situation


class Fact(NamedTuple):
    """A key of `language/*/behind.py` (or any other without blanks) and its values.

    A count that decides between one and several is called `n`, and is a number.
    """

    key: str
    values: Mapping[str, Blank] = {}


# By the record's id; None where the record is not there any more.
Teller = Callable[[Situation, str], Fact | None]

EMPTY: Final = Fact("behind.empty")
