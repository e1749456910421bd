"""Undo goes back gesture by gesture, as far as one's own gestures go."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from coach_tui.engagement.change import Change, Draft
from coach_tui.engagement.clock import HybridClock
from coach_tui.engagement.history import last_undoable, undo
from coach_tui.engagement.state import Engagement
from coach_tui.language import Refusal


class Notebook:
    """Changes stamped one after the other, and what is known of them."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.engagement = Engagement()
        self._clock = HybridClock()

    def record(self, drafts: Sequence[Draft], actor: str = "cmo") -> None:
        moment = len(self.changes)
        changes = [
            Change(self._clock.stamp(moment, moment), f"t{moment}", actor, *draft[:3], {}, draft[3])
            for draft in drafts
        ]
        self.changes += changes
        self.engagement = self.engagement.after(changes)

    def undo(self, actor: str = "cmo") -> Refusal | None:
        gesture = last_undoable(self.changes, actor)
        assert gesture is not None
        decision = undo(self.engagement, self.changes, gesture)
        if isinstance(decision, Refusal):
            return decision
        self.record(decision, actor)
        return None

    def values(self) -> dict[tuple[str, str], object]:
        return {
            (step_id, name): field.value
            for step_id, record in self.engagement.records("step").items()
            for name, field in record.items()
            if field.value is not None
        }


gestures = st.lists(
    st.lists(
        st.builds(
            Draft,
            st.just("step"),
            st.sampled_from(["crm", "ads"]),
            st.dictionaries(st.sampled_from(["status", "by"]), st.sampled_from("abc"), min_size=1),
            undoes=st.none(),
        ),
        min_size=1,
        max_size=2,
        unique_by=lambda draft: draft.entity_id,
    ),
    max_size=6,
)


@given(gestures)
def test_as_many_undos_as_gestures_pass_by_every_state_again(recorded: list[list[Draft]]) -> None:
    book = Notebook()
    states = [book.values()]
    for drafts in recorded:
        book.record(drafts)
        states.append(book.values())
    for expected in reversed(states[:-1]):
        assert book.undo() is None
        assert book.values() == expected
    assert last_undoable(book.changes, "cmo") is None


def test_what_somebody_changed_since_is_not_touched() -> None:
    book = Notebook()
    book.record([Draft("step", "crm", {"status": "doing"})])
    book.record([Draft("step", "crm", {"status": "done"})], actor="founder")
    refusal = book.undo()
    assert refusal is not None
    assert refusal.reason == "refusal.history.changed-since"
    assert book.undo("founder") is None
    assert book.values() == {("crm", "status"): "doing"}
    assert book.undo() is None
    assert book.values() == {}


def test_what_was_recorded_before_a_name_was_known_is_still_ones_own() -> None:
    book = Notebook()
    book.record([Draft("step", "crm", {"status": "doing"})], actor="cmo")
    book.record([Draft("step", "crm", {"by": "x"})], actor="founder/Nora")
    assert book.undo("cmo/Ann") is None
    assert ("crm", "status") not in book.values()
    book.record([Draft("step", "crm", {"status": "done"})], actor="cmo")
    book.record([Draft("step", "ads", {"status": "done"})], actor="cmo/Bea")
    book.undo("cmo/Bea")
    assert last_undoable(book.changes, "cmo/Ann") is None, "two have the role by now"
