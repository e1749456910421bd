"""State is a fold that does not mind the order: copies unite, nothing is lost or doubled."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.engagement.change import Change, Draft, from_record, to_record
from coach_tui.engagement.clock import HybridClock
from coach_tui.engagement.days import day_of
from coach_tui.engagement.order import ENTITY as ORDER
from coach_tui.engagement.state import (
    Engagement,
    flag_of,
    number_of,
    text_of,
    texts_of,
    viewed,
)
from tests.engagement.writers import Writer, known

values = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.lists(st.text(max_size=3), max_size=2)
)
edits = st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), values)
# Who acts, how wrong her clock is, and whether she then meets somebody.
scenes = st.lists(st.tuples(st.integers(0, 2), edits, st.none() | st.integers(0, 2)), max_size=25)
skews = st.tuples(*[st.integers(-100_000, 100_000)] * 3)


def played(scene: list[Any], skew: tuple[int, ...]) -> list[Writer]:
    writers = [Writer(f"cmo/{name}", ahead) for name, ahead in zip("ABC", skew, strict=True)]
    for who, (entity_id, name, value), met in scene:
        writers[who].write(name, value, entity_id)
        if met is not None:
            writers[who].meet(writers[met])
    return writers


@given(scenes, skews, st.randoms(use_true_random=False))
def test_the_order_in_which_changes_arrive_does_not_matter(
    scene: list[Any], skew: tuple[int, ...], chance: Any
) -> None:
    everything = [change for writer in played(scene, skew) for change in writer.changes]
    whole = Engagement().after(everything)
    chance.shuffle(everything)
    assert known(Engagement().after(everything)) == known(whole)
    one_by_one = Engagement()
    for change in everything:
        one_by_one = one_by_one.after([change])
    assert known(one_by_one) == known(whole)


@given(scenes, skews, st.randoms(use_true_random=False), st.booleans())
def test_what_was_before_some_changes_is_the_fold_of_the_others(
    scene: list[Any], skew: tuple[int, ...], chance: Any, is_reordered: bool
) -> None:
    at = {one.id: one for writer in played(scene, skew) for one in writer.changes}
    everything = [at[each] for each in sorted(at)]
    if is_reordered and everything:  # one that counts last, wherever it was made
        clock = HybridClock()
        clock.observe(everything[-1].id)
        moved, last = everything[0], everything[-1]
        place, order = clock.stamp(0, 1), clock.stamp(0, 2)
        everything.append(
            last._replace(id=order, entity=ORDER, entity_id=moved.id, changes={"as": place})
        )
    later = [one for one in everything if one.entity != ORDER and chance.random() < 0.5]
    rest = [one for one in everything if one not in later]
    before = Engagement().after(everything).before(later, everything)
    assert known(before) == known(Engagement().after(rest))
    assert set(before.kinds) == set(Engagement().after(rest).kinds)


@given(scenes, skews)
def test_uniting_copies_is_a_set_union(scene: list[Any], skew: tuple[int, ...]) -> None:
    a, b, c = (writer.changes for writer in played(scene, skew))
    left = Engagement().after(a).after(b).after(c)
    right = Engagement().after(c).after([*b, *a])
    assert known(left) == known(right)
    assert known(left.after(a).after(b)) == known(left), "what is known already changes nothing"


@given(scenes, skews)
def test_who_has_seen_an_edit_and_writes_after_it_wins(
    scene: list[Any], skew: tuple[int, ...]
) -> None:
    writers = played(scene, skew)
    for number, writer in enumerate(writers):
        writer.write("x", f"word {number}, once all before is seen")
        for other in writers:
            other.meet(writer)
    assert {writer.value("x") for writer in writers} == {"word 2, once all before is seen"}
    assert known(writers[0].engagement) == known(writers[2].engagement)


def test_control_plain_wall_clocks_let_an_older_word_win(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above on clocks that learn nothing from what they see."""
    monkeypatch.setattr(HybridClock, "observe", lambda *_: None)
    play = test_who_has_seen_an_edit_and_writes_after_it_wins.hypothesis.inner_test  # type: ignore[attr-defined]
    with pytest.raises(AssertionError):
        play(scene=[], skew=(100_000, 0, 0))


def test_control_who_comes_last_wins_depends_on_the_order() -> None:
    """The fold that everybody writes first."""
    scene = [(0, ("a", "x", 1), None), (1, ("a", "x", 2), None)]
    everything = [change for writer in played(scene, (0, 0, 0)) for change in writer.changes]

    def folded(changes: list[Change]) -> dict[str, Any]:
        return {name: value for each in changes for name, value in each.changes.items()}

    assert folded(everything) != folded(everything[::-1])
    assert known(Engagement().after(everything)) == known(Engagement().after(everything[::-1]))


def test_an_engagement_is_not_edited() -> None:
    before = Writer()
    before.write("x", 1)
    first = before.engagement
    before.write("x", 2)
    assert first.record("thing", "a")["x"].value == 1
    assert before.engagement.record("thing", "a")["x"].value == 2


def test_unknown_kinds_and_fields_are_kept() -> None:
    writer = Writer()
    writer.record([Draft("hologram", "1", {"depth": 3, "name": "later version"})])
    assert text_of(writer.engagement.record("hologram", "1"), "name") == "later version"


def test_peoples_words_are_known_harmless_and_saved_as_written() -> None:
    writer = Writer()
    hostile = {"x": "\x1b[2J", "y": ["\u202ea", {"\x07k": "\x00v"}]}
    change = writer.record([Draft("thing", "a", hostile)])[0]
    assert writer.value("x") == "[2J"
    assert writer.value("y") == ["a", {"k": "v"}]
    assert to_record(change)["changes"] == hostile


def test_a_field_of_another_type_is_as_if_empty() -> None:
    writer = Writer()
    odd: dict[str, Any] = {
        "text": 3, "number": "3", "yes": "true", "texts": ["a", 1, None, "b"], "day": "2026-02-31",
        "huge": 1e300, "flag": True, "figure": 2.5, "when": "2026-03-01",
    }  # fmt: skip
    writer.record([Draft("thing", "a", odd)])
    record = writer.engagement.record("thing", "a")
    assert (text_of(record, "text", "-"), number_of(record, "number")) == ("-", None)
    assert (flag_of(record, "yes"), number_of(record, "flag"), number_of(record, "huge")) == (
        False,
        None,
        None,
    )
    assert texts_of(record, "texts") == ("a", "b")
    assert texts_of(record, "text") == ()
    assert day_of(record, "day") is None
    assert str(day_of(record, "when")) == "2026-03-01"
    assert (number_of(record, "figure"), flag_of(record, "flag")) == (2.5, True)
    assert (text_of(record, "never"), number_of(record, "never")) == ("", None)


def test_a_decoder_answers_once_for_each_engagement() -> None:
    asked: list[Engagement] = []

    @viewed
    def decoded(engagement: Engagement) -> int:
        asked.append(engagement)
        return len(asked)

    one = Engagement()
    other = one.after([])
    assert [decoded(one), decoded(one), decoded(other), decoded(one)] == [1, 1, 2, 1]


@given(scenes, skews)
def test_a_change_survives_being_saved(scene: list[Any], skew: tuple[int, ...]) -> None:
    for writer in played(scene, skew):
        for change in writer.changes:
            record = to_record(change)
            assert from_record(record) == change
            assert "undoes" not in record


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2)
    ),
    max_leaves=4,
)
FIELDS = ("id", "at", "actor", "entity", "entity_id", "changes", "base", "undoes")


@given(st.dictionaries(st.sampled_from(FIELDS), json_values | st.just({"x": 1}) | st.just("a")))
def test_whatever_a_file_holds_is_a_change_or_none(record: dict[str, Any]) -> None:
    change = from_record(record)
    assert change is None or isinstance(change, Change)
    if change:
        Engagement().after([change])


@pytest.mark.parametrize("missing", FIELDS[:6])
def test_a_change_without_what_it_needs_is_none(missing: str) -> None:
    record: dict[str, Any] = {
        "id": "1", "at": "2", "actor": "cmo", "entity": "step", "entity_id": "a", "changes": {},
    }  # fmt: skip
    assert from_record(record)
    del record[missing]
    assert from_record(record) is None
