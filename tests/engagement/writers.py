"""People who work on one mission, each with a copy and a clock of their own, and sometimes meet."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from coach_tui.engagement import history
from coach_tui.engagement.change import Change, Decision, Draft, Value
from coach_tui.engagement.clock import HybridClock
from coach_tui.engagement.history import Gesture
from coach_tui.engagement.state import Engagement
from coach_tui.language import Refusal

NOON = 1_773_316_800_000  # 12 March 2026, in milliseconds
_MOMENTS = count()


class Writer:
    """One copy of the mission. `ahead` is how wrong this machine's clock is, in milliseconds."""

    def __init__(self, actor: str = "founder", ahead: int = 0) -> None:
        self.actor = actor
        self.changes: list[Change] = []
        self.engagement = Engagement()
        self._clock = HybridClock()
        self._ahead = ahead

    def record(self, decision: Decision) -> list[Change]:
        """Save these drafts as one gesture. A refusal fails the story."""
        assert not isinstance(decision, Refusal), decision
        moment = next(_MOMENTS)
        at = f"2026-03-12T12:00:00.{moment:06}+00:00"
        made = [self._change(draft, at, moment) for draft in decision]
        self.take(made)
        return made

    def write(self, name: str, value: Value, entity_id: str = "a", entity: str = "thing") -> Change:
        """Set one field."""
        return self.record([Draft(entity, entity_id, {name: value})])[0]

    def take(self, changes: list[Change]) -> None:
        """Know these changes too."""
        known = {change.id for change in self.changes}
        news = [change for change in changes if change.id not in known]
        if news:
            self._clock.observe(max(change.id for change in news))
        self.changes = sorted([*self.changes, *news], key=lambda change: change.id)
        self.engagement = self.engagement.after(news)

    def meet(self, other: Writer) -> None:
        """Both copies become the union of the two."""
        mine, theirs = self.changes, other.changes
        self.take(theirs)
        other.take(mine)

    def undo(self) -> Decision:
        """What taking back the latest gesture would do; done where it can be."""
        gesture = history.last_undoable(self.changes, self.actor)
        if gesture is None:
            return Refusal("nothing")
        return self.undo_gesture(gesture)

    def undo_gesture(self, gesture: Gesture) -> Decision:
        decision = history.undo(self.engagement, self.changes, gesture)
        if not isinstance(decision, Refusal):
            self.record(decision)
        return decision

    def value(self, name: str, entity_id: str = "a", entity: str = "thing") -> Value:
        record = self.engagement.record(entity, entity_id)
        return record[name].value if name in record else None

    def _change(self, draft: Draft, at: str, moment: int) -> Change:
        record = self.engagement.record(draft.entity, draft.entity_id)
        base = {name: record[name].change.id for name in draft.changes if name in record}
        stamp = self._clock.stamp(NOON + moment + self._ahead, moment)
        return Change(
            stamp,
            at,
            self.actor,
            draft.entity,
            draft.entity_id,
            draft.changes,
            base,
            draft.undoes,
        )


def known(engagement: Engagement, kinds: tuple[str, ...] = ("thing",)) -> Mapping[str, object]:
    """Everything these kinds say, to compare two engagements."""
    return {
        kind: {
            entity_id: {name: (field.value, field.change.id) for name, field in record.items()}
            for entity_id, record in engagement.records(kind).items()
        }
        for kind in kinds
    }
