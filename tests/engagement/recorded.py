"""An engagement made of decisions, without a file: what a story needs and nothing else."""

from __future__ import annotations

from itertools import count

from coach_tui.engagement.change import Change, Decision
from coach_tui.engagement.state import Engagement
from coach_tui.language import Refusal

_NUMBERS = count(1)


def new_id() -> str:
    """An id later than every one before."""
    number = next(_NUMBERS)
    return f"{number:08x}-0000-7000-8000-000000000000"


def after(engagement: Engagement, *decisions: Decision, actor: str = "cmo") -> Engagement:
    """The engagement once these decisions, all accepted, are recorded."""
    for decision in decisions:
        assert not isinstance(decision, Refusal), decision
        changes = [
            Change(
                new_id(),
                "2026-03-01T09:00:00+00:00",
                actor,
                draft.entity,
                draft.entity_id,
                draft.changes,
            )
            for draft in decision
        ]
        engagement = engagement.after(changes)
    return engagement
