"""Record decisions one after the other, as a session would, without a file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach_tui.engagement.change import Change, Decision
from coach_tui.engagement.clock import HybridClock
from coach_tui.engagement.state import Engagement
from coach_tui.language import Refusal

CLOCK = HybridClock()
START = 1_790_000_000_000


def recorded(engagement: Engagement, decision: Decision, actor: str = "cmo") -> Engagement:
    """The engagement once this decision is recorded; it must not be a refusal."""
    assert not isinstance(decision, Refusal), decision
    assert isinstance(decision, Sequence)
    changes = [
        Change(CLOCK.stamp(START, 1), "2026-04-05T08:00:00+00:00", actor, *draft[:3])
        for draft in decision
    ]
    return engagement.after(changes)


def reason(decision: object) -> str:
    """Why this was refused; empty where it was not."""
    return decision.reason if isinstance(decision, Refusal) else ""


def day(text: str) -> date:
    return date.fromisoformat(text)
