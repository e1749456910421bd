"""The week as one role sees it, for the commands that tell of it: the same that Now shows."""

from __future__ import annotations

from coach_tui.asking.week import WeekView, view_of
from coach_tui.cli.call import Call
from coach_tui.session import Session
from coach_tui.view_state import show as shown_of


def view_for(call: Call, session: Session, role: str) -> WeekView:
    """What this role does first, what fits beside it, whom it waits for."""
    return view_of(
        shown_of(call.words, call.playbook(), session.engagement, session.changes,
                 today=call.today, role=role, only_mine=False,
                 actor=session.actor if role == session.role else role)
    )  # fmt: skip
