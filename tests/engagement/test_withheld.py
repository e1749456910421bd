"""What may leave and what stays: the same answer in any order, and nothing private ever leaves."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from coach_tui.engagement import withheld
from coach_tui.engagement.change import Change, Draft
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.withheld import apart, part, said_again


def change(number: int, entity: str, which: str, fields: dict[str, Any]) -> Change:
    made = f"0192f0c1-{number:04x}-7000-8000-000000000000"
    return Change(made, "2026-11-02T09:00:00+00:00", "cmo/Ann", entity, which, fields)


def note(number: int, **fields: Any) -> Change:
    return change(number, "note", "n", fields)


def left(*changes: Change) -> list[int]:
    return [int(one.id[9:13], 16) for one in part(changes).leaving]


def test_a_note_stays_while_the_last_yes_or_no_said_of_it_is_yes() -> None:
    table: list[tuple[str, list[dict[str, Any]], list[int]]] = [
        ("born public", [{"text": "a", "private": False}], [0]),
        ("never said", [{"text": "a"}], [0]),
        ("born private", [{"text": "a", "private": True}, {"text": "b"}], []),
        ("an undo empties the flag", [{"private": True, "text": "a"}, {"private": None}], []),
        ("deleted", [{"private": True, "text": "a"}, {"_deleted": True}], []),
        ("made public", [{"private": True, "text": "a"}, {"private": False}], [0, 1]),
        (
            "made private later",
            [{"private": False, "text": "a"}, {"private": True}, {"text": "b"}],
            [0],
        ),
        (
            "to and fro",
            [{"private": True}, {"private": False}, {"private": True}, {"private": True}],
            [0, 1],
        ),
        ("neither yes nor no", [{"private": "yes", "text": "a"}], [0]),
    ]
    for name, fields, expected in table:
        changes = [note(number, **each) for number, each in enumerate(fields)]
        assert left(*changes) == expected, name


def test_a_flag_put_elsewhere_by_an_order_counts_there() -> None:
    late = note(9, private=False)
    # Put before the yes, the no has no say any more: what was written since stays.
    order = change(10, "order", late.id, {"as": note(0).id})
    assert sorted(left(note(1, private=True, text="a"), late, order)) == [9, 10]


def test_private_words_of_what_is_shared_stay_and_the_rest_leaves_apart() -> None:
    for entity, fields in withheld.FIELDS.items():
        mixed = Draft(entity, "x", {**dict.fromkeys(fields, "secret"), "text": "shared"}, "undone")
        public, private = apart([mixed])
        assert public.changes == {"text": "shared"}
        assert private.changes == dict.fromkeys(fields, "secret")
        assert public.undoes == private.undoes == "undone"
        assert left(
            *(change(n, entity, "x", dict(d.changes)) for n, d in enumerate((public, private)))
        ) == [0]
    plain = [Draft("step", "x", {"status": "done"}), Draft("note", "n", {"private": True})]
    assert apart(plain) == plain


def test_what_older_files_mixed_is_said_again_without_the_private_words() -> None:
    old = change(0, "contact", "c", {"name": "Old", "who": "a buyer", "private": "secret"})
    newer = change(1, "contact", "c", {"name": "New"})
    engagement = Engagement().after([old, newer])
    assert said_again(engagement, part([old, newer]).staying) == [
        Draft("contact", "c", {"who": "a buyer"})
    ]


_FIELDS = st.dictionaries(
    st.sampled_from(["private", "text", "name", "personal"]),
    st.sampled_from([True, False, None, "words"]),
    min_size=1,
)
_CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["note", "contact", "document", "step"]), st.sampled_from("xy"), _FIELDS
    ),
    max_size=12,
)


@given(_CHANGES, st.randoms(use_true_random=False))
def test_every_change_is_on_one_side_whatever_the_order_they_come_in(
    said: list[tuple[str, str, dict[str, Any]]], dice: random.Random
) -> None:
    changes = [change(n, *each) for n, each in enumerate(said)]
    told = part(changes)
    assert sorted(told.leaving + told.staying) == changes
    dice.shuffle(changes)
    assert part(changes) == told


@given(_CHANGES)
def test_nothing_that_leaves_says_a_private_word(
    said: list[tuple[str, str, dict[str, Any]]],
) -> None:
    for one in part([change(n, *each) for n, each in enumerate(said)]).leaving:
        assert not withheld.FIELDS.get(one.entity, frozenset()) & one.changes.keys()
