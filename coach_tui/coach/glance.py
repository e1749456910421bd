"""A client's line of the portfolio as it is kept: plain facts, without the engagement behind it."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple, Protocol

WEEK_LIMIT: Final = 5.0  # days a week across clients: a CMO has no more


class Promised(Protocol):
    """What a client takes of a week, as far as anybody said."""

    @property
    def days_per_week(self) -> float | None: ...

    @property
    def archived(self) -> bool: ...

    @property
    def underway(self) -> bool: ...


class SaidAct(NamedTuple):
    """One of the week's acts as it is said; `step` is the one it opens, where it does."""

    id: str
    step: str
    due: date | None
    late: bool
    said: str


class Glance(NamedTuple):
    """A client's line without the engagement it came from: small enough to be kept.

    advice  the rules that speak. The rest is as in `portfolio.Line`.
    """

    company: str
    stage: str
    late: int
    advice: tuple[str, ...]
    autonomy: float | None
    burn: float | None
    next_meeting: date | None
    days_per_week: float | None
    acts: tuple[SaidAct, ...]
    archived: bool
    underway: bool = True


def sold_days(lines: Iterable[Promised]) -> float:
    """Days a week promised this week to all clients together."""
    running = (line for line in lines if line.underway and not line.archived)
    return sum(line.days_per_week or 0.0 for line in running)


def overloaded(lines: Sequence[Promised]) -> bool:
    """Whether more days a week are promised than a week has."""
    return sold_days(lines) > WEEK_LIMIT
