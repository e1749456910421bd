"""A gesture can be taken back, and back again; what two people wrote unseen is shown."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.engagement import history
from coach_tui.engagement.change import Change, Draft
from coach_tui.engagement.state import Engagement
from coach_tui.language import Refusal, Words
from tests.engagement.writers import Writer


def refused(decision: object) -> str:
    assert isinstance(decision, Refusal), decision
    assert Words("fr").refusal(decision) != decision.reason or decision.reason == "nothing"
    return decision.reason


def test_undo_goes_back_one_gesture_at_a_time_to_the_beginning() -> None:
    ann = Writer()
    for value in (1, 2, 3):
        ann.write("x", value)
    seen = [ann.value("x")]
    while not isinstance(ann.undo(), Refusal):
        seen.append(ann.value("x"))
    assert seen == [3, 2, 1, None]
    assert refused(ann.undo()) == "nothing"


def test_a_gesture_is_taken_back_whole() -> None:
    ann = Writer()
    ann.record([Draft("thing", "a", {"x": 1, "y": 1}), Draft("thing", "b", {"x": 1})])
    ann.record([Draft("thing", "a", {"x": 2}), Draft("thing", "b", {"x": 2})])
    ann.undo()
    assert (ann.value("x"), ann.value("y"), ann.value("x", "b")) == (1, 1, 1)


def test_only_ones_own_gesture_is_the_latest() -> None:
    ann, bob = Writer("founder"), Writer("cmo")
    ann.write("x", "ann")
    ann.meet(bob)
    bob.write("y", "bob")
    bob.meet(ann)
    ann.undo()
    assert (ann.value("x"), ann.value("y")) == (None, "bob")


def test_a_field_changed_since_keeps_its_later_value() -> None:
    ann, bob = Writer("founder"), Writer("cmo")
    ann.record([Draft("thing", "a", {"x": 1, "y": 1})])
    ann.meet(bob)
    bob.write("x", "bob")
    bob.meet(ann)
    ann.undo()
    assert (ann.value("x"), ann.value("y")) == ("bob", None)


def test_nothing_left_to_take_back_is_said() -> None:
    ann, bob = Writer("founder"), Writer("cmo")
    ann.write("x", 1)
    ann.meet(bob)
    bob.write("x", 2)
    bob.meet(ann)
    assert refused(ann.undo()) == "refusal.history.changed-since"


def test_what_was_taken_back_is_not_taken_back_twice() -> None:
    ann = Writer()
    ann.write("x", 1)
    gesture = history.gestures(ann.changes)[0]
    ann.undo()
    assert refused(ann.undo_gesture(gesture)) == "refusal.history.already-undone"


@pytest.mark.parametrize("earlier", [[], ["before"]])
def test_an_undo_can_itself_be_taken_back(earlier: list[str]) -> None:
    ann = Writer()
    for value in (*earlier, "after"):
        ann.write("x", value)
    ann.undo()
    assert ann.value("x") == (earlier or [None])[-1]
    undoing = history.gestures(ann.changes)[-1]
    assert undoing.undoes
    ann.undo_gesture(undoing)
    assert ann.value("x") == "after"
    ann.undo()  # the gesture stands again, so it can be taken back again
    assert ann.value("x") == (earlier or [None])[-1]


def test_control_writing_the_value_before_is_no_undo() -> None:
    """Taken back twice that way, one is where one was."""
    naive, ours = Writer(), Writer()
    for value in ("first", "second"):
        naive.write("x", value)
        ours.write("x", value)
    before = [None, "first", "second"]
    for _ in range(2):
        before.append(before[-2])
        naive.write("x", before[-1])
        ours.undo()
    assert naive.value("x") == "second"
    assert ours.value("x") is None


@given(st.lists(st.sampled_from(["write", "undo", "redo"]), max_size=25))
def test_undo_and_redo_walk_the_same_path(walk: list[str]) -> None:
    """Beside a plain list of values with a place in it, as any editor has."""
    ann = Writer()
    path: list[Any] = [None]
    place = 0
    numbers = itertools.count(1)
    undoing: list[history.Gesture] = []
    for step in walk:
        if step == "write":
            path = [*path[: place + 1], next(numbers)]
            place += 1
            ann.write("x", path[place])
            undoing = []
        elif step == "undo" and place:
            place -= 1
            assert not isinstance(ann.undo(), Refusal)
            undoing.append(history.gestures(ann.changes)[-1])
        elif step == "redo" and undoing:
            place += 1
            assert not isinstance(ann.undo_gesture(undoing.pop()), Refusal)
        assert ann.value("x") == path[place]


def test_who_wrote_without_having_seen_the_other_is_told() -> None:
    ann, bob = Writer("founder"), Writer("cmo", ahead=5_000)
    ann.write("x", "at first")
    ann.meet(bob)
    ann.write("x", "ann’s")
    bob.write("x", "bob’s")
    ann.meet(bob)
    assert ann.value("x") == "bob’s"
    [conflict] = history.conflicts(ann.engagement, ann.changes)
    assert (conflict.field, conflict.kept.actor, conflict.other.actor) == ("x", "cmo", "founder")
    assert conflict.other.changes["x"] == "ann’s"
    assert history.conflicts(bob.engagement, bob.changes) == [conflict]


def test_a_conflict_is_over_once_somebody_writes_again() -> None:
    ann, bob = Writer("founder"), Writer("cmo")
    ann.write("x", 1)
    bob.write("x", 2)
    ann.meet(bob)
    assert history.conflicts(ann.engagement, ann.changes)
    ann.write("x", "settled")
    assert history.conflicts(ann.engagement, ann.changes) == []


def test_of_what_one_person_wrote_unseen_only_the_last_is_told() -> None:
    ann, bob = Writer("founder"), Writer("cmo", ahead=60_000)
    for value in ("a", "b", "c"):
        ann.write("x", value)
    bob.write("x", "bob’s")
    ann.meet(bob)
    told = history.conflicts(ann.engagement, ann.changes)
    assert [conflict.other.changes["x"] for conflict in told] == ["c"]


def test_the_same_thing_written_twice_is_no_conflict() -> None:
    ann, bob = Writer("founder"), Writer("cmo")
    ann.write("x", "done")
    bob.write("x", "done")
    bob.write("y", "other field")
    ann.meet(bob)
    assert history.conflicts(ann.engagement, ann.changes) == []


def test_one_after_the_other_is_no_conflict() -> None:
    ann, bob = Writer("founder", ahead=90_000), Writer("cmo")
    for writer, other in [(ann, bob), (bob, ann)] * 3:
        writer.write("x", writer.actor)
        writer.meet(other)
        assert history.conflicts(writer.engagement, writer.changes) == []


def test_a_file_edited_by_hand_does_not_send_undo_in_circles() -> None:
    def change(number: int, undoes: int | None) -> Change:
        ids = [f"019ab000-0000-7000-8000-00000000000{n}" for n in range(4)]
        return Change(
            ids[number], f"2026-03-1{number}", "cmo", "thing", "a", {"x": number}, {},
            None if undoes is None else ids[undoes],
        )  # fmt: skip

    for undone in (0, 1, 2, 3):
        changes = [change(0, None), change(1, undone), change(2, undone), change(3, undone)]
        engagement = Engagement().after(changes)
        for gesture in history.gestures(changes):
            history.undo(engagement, changes, gesture)
        history.conflicts(engagement, changes)
        history.last_undoable(changes, "cmo")
