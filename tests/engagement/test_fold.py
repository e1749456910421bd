"""Folding changes: the latest says, whoever is heard first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coach_tui.engagement.change import Change, from_record, to_record
from coach_tui.engagement.clock import HybridClock
from coach_tui.engagement.state import Engagement

STEPS = ("brief", "crm")
FIELDS = ("status", "by", "reason")
VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5))


@st.composite
def histories(draw: st.DrawFn) -> list[Change]:
    """Changes in the order of their ids, about two steps and a note."""
    clock = HybridClock()
    drawn = st.dictionaries(st.sampled_from(FIELDS), VALUES)
    kinds = st.sampled_from(["step", "note"])
    return [
        Change(
            id=clock.stamp(0, 0),
            at="2026-09-07T09:00:00Z",
            actor="cmo",
            entity=draw(kinds),
            entity_id=draw(st.sampled_from(STEPS)),
            changes=draw(drawn),
        )
        for _ in range(draw(st.integers(0, 12)))
    ]


def folded(engagement: Engagement) -> dict[tuple[str, str, str], Change]:
    """Who has the last word on each field."""
    return {
        (kind, entity_id, name): field.change
        for kind in ("step", "note")
        for entity_id, record in engagement.records(kind).items()
        for name, field in record.items()
    }


@given(histories())
def test_the_latest_change_of_a_field_has_its_say(changes: list[Change]) -> None:
    said = {
        (change.entity, change.entity_id, name): change
        for change in changes
        for name in change.changes
    }
    assert folded(Engagement().after(changes)) == said


@given(histories(), st.data())
def test_order_and_portions_make_no_difference(changes: list[Change], data: st.DataObject) -> None:
    heard = data.draw(st.permutations(changes))
    cut = data.draw(st.integers(0, len(heard)))
    in_portions = Engagement().after(heard[:cut]).after(heard[cut:])
    assert folded(in_portions) == folded(Engagement().after(changes))
    assert folded(in_portions.after(heard)) == folded(in_portions), "hearing again changes nothing"


@given(histories())
def test_taking_in_more_leaves_the_earlier_engagement_as_it_was(changes: list[Change]) -> None:
    before = Engagement().after(changes[::2])
    said = folded(before)
    before.after(changes)
    assert folded(before) == said


def test_records_are_listed_in_the_order_they_were_first_recorded() -> None:
    clock = HybridClock()
    changes = [
        Change(clock.stamp(0, 0), "2026-09-07", "cmo", "access", name, {"tool": name})
        for name in ("crm", "ads", "crm", "mail")
    ]
    assert list(Engagement().after(changes).records("access")) == ["crm", "ads", "mail"]


@given(histories())
def test_a_change_comes_back_from_its_record(changes: list[Change]) -> None:
    assert [from_record(to_record(change)) for change in changes] == changes


@given(
    st.sampled_from(["id", "at", "actor", "entity", "entity_id", "changes", "base", "undoes"]),
    st.sampled_from([7, "", [], True, {"a": "b"}, "text"]),
)
def test_a_record_of_another_shape_is_no_change(name: str, value: object) -> None:
    whole = {
        "id": "i",
        "at": "a",
        "actor": "cmo",
        "entity": "step",
        "entity_id": "crm",
        "changes": {},
    }
    texts, mappings = ("id", "at", "actor", "entity", "entity_id"), ("changes", "base")
    fits = (
        (name in texts and value == "text")
        or (name in mappings and isinstance(value, dict))
        or (name == "undoes" and isinstance(value, str))
    )
    assert (from_record({**whole, name: value}) is not None) == fits
    if name in whole:
        del whole[name]
        assert from_record(whole) is None
