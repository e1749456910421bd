"""Telling and taking back cost as much as there is, never its square: counted in lines run.

One gesture may set fifty thousand fields (a table brought in, a file made to hurt), and an undo may
take back an undo a thousand times over.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import FrameType
from typing import Any

from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.engagement import history
from coach_tui.engagement.change import Change
from coach_tui.engagement.clock import HybridClock
from coach_tui.engagement.history import Gesture
from coach_tui.engagement.state import Engagement
from coach_tui.exports.history.reader import Reader
from coach_tui.exports.history.taking_back import outlook, undone_by
from coach_tui.exports.history.words import conflict_words, gesture_words
from coach_tui.language import Words

FEW, TIMES = 30, 4
AT = "2026-11-20T10:00:00+00:00"
PLAYBOOK = load_playbook("en")[0]

Changes = Sequence[Change]


def made(n: int, told: Callable[[int, Sequence[str]], Mapping[str, Any]]) -> list[Change]:
    clock = HybridClock()
    ids = [clock.stamp(1_795_000_000_000, number + 1) for number in range(n)]
    common = {"at": AT, "actor": "founder", "entity": "step", "entity_id": "access-crm"}
    return [
        Change(**{**common, "id": one, "changes": {"status": "done"}, **told(number, ids)})
        for number, one in enumerate(ids)
    ]


def unknown_things(n: int) -> list[Change]:
    return made(n, lambda number, _: {"entity": f"thing{number}"})


def readings(n: int) -> list[Change]:
    return made(n, lambda number, _: {"entity": "reading", "entity_id": f"r{number}",
                                      "changes": {"value": number}})  # fmt: skip


def one_record(n: int) -> list[Change]:
    return made(n, lambda number, _: {"entity": "note", "changes": {"text": str(number)}})


def fields(n: int) -> list[Change]:
    return made(n, lambda number, _: {"changes": {f"field{number}": number}})


def a_chain(n: int) -> list[Change]:
    return made(n, lambda number, ids: {"undoes": ids[number - 1] if number else None})


def a_circle(n: int) -> list[Change]:
    return made(n, lambda number, ids: {"undoes": ids[number - 1]})


def overwritten(n: int) -> list[Change]:
    once = unknown_things(n)
    later = [f"1{change.id[1:]}" for change in once]
    return [*once, *(change._replace(id=one, at="2026-11-21T10:00:00+00:00", actor="cmo")
                     for change, one in zip(once, later, strict=True))]  # fmt: skip


SHAPES = (unknown_things, readings, one_record, fields, a_chain, a_circle, overwritten)


def reader(changes: Changes) -> Reader:
    return Reader(Words("en"), PLAYBOOK, Engagement().after(changes), changes, Catalogues(), "cmo")


def first(changes: Changes) -> Gesture:
    return history.gestures(changes)[0]


def each_told(changes: Changes) -> object:
    """As a list of gestures, each with one change."""
    known = reader(changes)
    return [gesture_words(Gesture((change,)), known) for change in changes]


WORK: Mapping[str, Callable[[Changes], object]] = {
    "undo": lambda changes: history.undo(Engagement().after(changes), changes, first(changes)),
    "last undoable": lambda changes: history.last_undoable(changes, "founder"),
    "told": lambda changes: gesture_words(first(changes), reader(changes)),
    "told whole": lambda changes: gesture_words(first(changes), reader(changes), whole=True),
    "each told": each_told,
    "outlook": lambda changes: outlook(first(changes), reader(changes)),
    "undone by": lambda changes: undone_by(first(changes), reader(changes)),
    "conflicts": lambda changes: conflict_words(
        history.conflicts(Engagement().after(changes), changes), reader(changes)
    ),
}


def lines_run(work: Callable[[], object]) -> int:
    ran = 0

    def note(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal ran
        ran += event == "line"
        return note

    before = sys.gettrace()
    sys.settrace(note)
    try:
        work()
    finally:
        sys.settrace(before)
    return ran


def grown(work: Callable[[Changes], object], shape: Callable[[int], list[Change]]) -> float:
    """How many times as many lines run for four times as many changes."""
    few, many = shape(FEW), shape(TIMES * FEW)
    work(few)  # what is read once is read now
    return lines_run(partial(work, many)) / lines_run(partial(work, few))


def test_four_times_as_much_costs_four_times_as_much() -> None:
    too_much = {
        f"{name} of {shape.__name__}": ratio
        for name, work in WORK.items()
        for shape in SHAPES
        if (ratio := grown(work, shape)) > 1.5 * TIMES
    }
    assert too_much == {}


def test_control_a_square_is_found_out() -> None:
    def each_looks_at_all(changes: Changes) -> object:
        return [sum(one.id < other.id for other in changes) for one in changes]

    assert grown(each_looks_at_all, unknown_things) > 2 * TIMES


def test_a_gesture_of_thousands_is_told_by_its_first_texts_and_their_number() -> None:
    changes = unknown_things(250)
    for whole in (False, True):
        told = gesture_words(Gesture(tuple(changes)), reader(changes), whole=whole)
        assert len(told) == 101
        assert told[-1] == "and 150 more"
        assert "thing99" in told[-2]
    changes = overwritten(250)
    will_be = outlook(history.gestures(changes)[1], reader(changes)).lines
    assert len(will_be) == 101
    assert will_be[-1] == "and 150 more"
