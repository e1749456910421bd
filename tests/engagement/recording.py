"""Record decisions one after the other, without a file; and why one was refused."""

from __future__ import annotations

from datetime import date
from typing import Any

from coach_tui.engagement.change import Change, Decision
from coach_tui.engagement.clock import HybridClock
from coach_tui.engagement.rhythm.decisions import log_decision
from coach_tui.engagement.state import Engagement
from coach_tui.language import Refusal

AT = "2026-03-12T09:00:00.000000+00:00"
_CLOCK = HybridClock()


def after(
    engagement: Engagement, *decisions: Decision, actor: str = "founder", at: str = AT
) -> Engagement:
    """The engagement once these decisions, all accepted, are recorded, at this moment."""
    for decision in decisions:
        assert not isinstance(decision, Refusal), decision
        engagement = engagement.after(
            Change(_CLOCK.stamp(1_773_306_000_000, 1), at, actor, *draft) for draft in [
                (each.entity, each.entity_id, each.changes) for each in decision
            ]
        )  # fmt: skip
    return engagement


def refused(answer: object) -> str:
    """The reason of a refusal; it must be one."""
    assert isinstance(answer, Refusal), answer
    return answer.reason


def waiting(identity: str, title: str, day: date, **said: Any) -> Decision:
    """A question put in the log that day."""
    return log_decision(Engagement(), identity, {"title": title, **said}, day, waits=True)


def taken(identity: str, title: str, day: date, **said: Any) -> Decision:
    """A decision logged as taken that day."""
    return log_decision(Engagement(), identity, {"title": title, **said}, day, waits=False)
