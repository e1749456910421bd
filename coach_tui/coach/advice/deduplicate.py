"""One thing said once: of two pieces of advice that come to the same, the nearer to the facts.

Both stay true, and `coach why` finds both; only one takes a place in front of the reader. Which
ones come to the same is ours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, Protocol, TypeVar

from coach_tui.coach.advice.situation import Behind
from coach_tui.engagement.framing.need import GATE

# The full-time CMO the framing foresaw, now looked for; days to cut, for a nearer reason.
NEARER: Final[Mapping[str, tuple[str, ...]]] = {
    "wrong-model-fulltime": ("start-permanent-search",),
    "taper-or-overpay": ("fee-eats-budget", "cmo-still-3-days"),
}
# Only where both are about the same KPI, the same skill.
SAME_RECORD: Final[Mapping[str, str]] = {
    "kpi-fell": "kpi-red-two-months",
    "kpi-signal": "kpi-red-two-months",
    "doc-unused": "single-autonomous",
}
# A starting condition that was missing → the advice on what came of it.
CONDITIONS: Final[Mapping[str, str]] = {
    "hands": "no-execution-layer",
    "hour": "ceo-hour-missed",
    "data": "critical-access-day5",
    "money": "fee-eats-budget",
}


class AdvicePiece(Protocol):
    """A piece of advice: which rule speaks, and about which records."""

    @property
    def id(self) -> str: ...
    @property
    def records(self) -> tuple[Behind, ...]: ...
    @property
    def concerns(self) -> frozenset[str]: ...


P = TypeVar("P", bound=AdvicePiece)


def said_once(found: Sequence[P]) -> tuple[P, ...]:
    """These pieces of advice, in their order, without those another one already gives.

    Asked before any is set aside: what repeats an advice that was set aside is not news either.
    """
    speaking = {each.id: each for each in found}
    return tuple(each for each in found if not _repeats(each, speaking))


def _repeats(advice: AdvicePiece, speaking: Mapping[str, AdvicePiece]) -> bool:
    if advice.id in SAME_RECORD:
        other = speaking.get(SAME_RECORD[advice.id])
        return other is not None and advice.concerns <= other.concerns
    conditions = [each.id for each in advice.records if each.entity == GATE]
    if conditions:
        return all(CONDITIONS.get(each) in speaking for each in conditions)
    return any(other in speaking for other in NEARER.get(advice.id, ()))
