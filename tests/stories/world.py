"""A mission in memory, a clock that a story moves, and people who answer what they are asked.

Everything is recorded through the product's own decisions: what `answer` does for a move is what
its act opens, filled in by somebody reasonable.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.coach.acts import read_act
from coach_tui.coach.moves.found import moves_of
from coach_tui.coach.moves.move import Move
from coach_tui.coach.plan import plan
from coach_tui.engagement.advice import put_off
from coach_tui.engagement.change import Change, Decision
from coach_tui.engagement.profile import amend, begin
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import UNTOUCHED, StepRecord, set_status, steps_of
from coach_tui.language import Refusal

START = date(2026, 1, 5)
CATALOGUES = Catalogues()
PLAYBOOK = load_playbook("en")[0]
WHO = {"founder": "founder/Claire", "cmo": "cmo/Ann", "ops": "ops/Julie", "team": "team/Tom"}
DAY, WEEK = timedelta(1), timedelta(7)


class World:
    """One mission and the people in it. `refused`: the moves nobody wants to do."""

    def __init__(
        self,
        first: date | None,
        opened: date,
        role: str = "founder",
        refused: frozenset[str] = frozenset(),
        **fields: Any,
    ) -> None:
        self.today, self.refused = opened, refused
        self.engagement = Engagement()
        self._numbers = count(1)
        if first:
            self.record(begin("Alma", first, 2.0, role), role)
            self.record(amend(self.engagement, fields), role) if fields else None
        else:
            self.record(amend(self.engagement, {"company": "Alma", "role": role, **fields}), role)

    def id(self) -> str:
        """An id later than every one before."""
        return f"{next(self._numbers):08}"

    def record(self, decision: Decision, role: str) -> None:
        """Record what was decided, by this role, today. A refusal is the story's mistake."""
        assert not isinstance(decision, Refusal), (self.today, decision.reason, decision.values)
        at = f"{self.today.isoformat()}T09:00:00+00:00"
        self.engagement = self.engagement.after(
            Change(self.id(), at, WHO[role], each.entity, each.entity_id, each.changes, {})
            for each in decision
        )

    def moves(self, viewer: str) -> tuple[Move, ...]:
        """Every move there is today, for whoever opens the coach."""
        return moves_of(PLAYBOOK, self.engagement, self.today, CATALOGUES, viewer)

    def finished(self, step_id: str) -> bool:
        """Whether this step is no longer open."""
        found = plan(PLAYBOOK, self.engagement, self.today)
        return any(each.step.id == step_id and not each.open for each in found)

    def status(self, step_id: str, status: str, role: str, reason: str = "") -> None:
        """Say where a step stands."""
        current = steps_of(self.engagement).get(step_id, UNTOUCHED)
        if status == "confirmed" and current.status != "done":
            current = StepRecord("done", actor="records")  # its record shows it done
        self.record(
            set_status(step_id, status, current=current, actor=WHO[role], reason=reason), role
        )

    def answer(self, move: Move, role: str) -> None:
        """Do what the move asks, as its act records it; what is refused stays as it was."""
        from tests.stories.answers import ANSWERS

        if move.id in self.refused:
            return
        if move.kind == "ask":
            for step_id in move.about:
                self.status(step_id, "doing", role)
        elif move.kind == "settle":
            for step_id in move.about:
                self.status(step_id, "na", role, "Settled before this file was begun.")
        elif move.kind == "confirm":
            for step_id in move.about:
                self.status(step_id, "confirmed", role)
        elif move.kind == "beginning" or move.id.startswith(("idle", "stuck")):
            self.record(put_off(move.id, self.today), role)
        else:
            ANSWERS[read_act(move.act).kind](self, move, role)
