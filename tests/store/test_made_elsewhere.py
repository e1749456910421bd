"""Files that another program made, with nothing but TinyDB: little in them is no damage."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from coach_tui.engagement.change import Change, to_record
from coach_tui.store import layout
from coach_tui.store.errors import Damaged, Foreign
from coach_tui.store.journal import Journal

from .conftest import ENGAGEMENT, author, created, opened

META = {"engagement": ENGAGEMENT, "format": 1}


@pytest.fixture
def one() -> Change:
    """A change with a single field."""
    return author(seed=1)(1)[0]._replace(changes={"status": "done"})


@pytest.mark.parametrize("checked", [False, True], ids=["without checks", "with checks"])
def test_one_change_written_by_tinydb_opens_and_goes_on(
    place: Path, state: Path, one: Change, checked: bool
) -> None:
    _written(place, _record(META, checked), _record(to_record(one), checked))
    found = opened(place, state)
    assert found.changes == (one,)
    assert found.notices == []
    found.append(author(seed=2)(1))
    again = opened(place, state)
    assert len(again.changes) == 2
    assert again.notices == []
    assert b'"c":"' in place.read_bytes().splitlines()[4], "from now on it is checked"


def test_an_engagement_nobody_has_put_anything_in_opens_empty(place: Path, state: Path) -> None:
    _written(place, META)
    found = opened(place, state)
    assert found.changes == ()
    assert found.notices == []
    found.append(author(seed=1)(1))
    assert len(opened(place, state).changes) == 1


def test_a_table_of_events_that_has_gone_is_put_back_and_told(
    journal: Journal, place: Path, state: Path
) -> None:
    journal.append(author(seed=1)(3))
    with TinyDB(place) as stock:
        stock.drop_table("events")
    found = opened(place, state)
    assert [change.id for change in found.catch_up()] == [one.id for one in journal.changes]
    assert [notice.reason for notice in found.notices] == ["store.put-back"]
    assert opened(place, state).changes == journal.changes


def test_a_check_that_is_missing_among_others_is_damage(place: Path, state: Path) -> None:
    """The record was hurt, or added by somebody who knows no checks: it is not believed."""
    journal = created(place, state)
    journal.append(author(seed=1)(3))
    tables = json.loads(place.read_bytes())
    del tables["events"]["2"]["c"]
    place.write_text(json.dumps(tables))
    found = opened(place, state / "of somebody else")
    assert len(found.changes) == 2
    assert [notice.reason for notice in found.notices] == ["store.recovered"]


def test_events_under_another_name_are_damage_and_not_an_empty_engagement(
    place: Path, state: Path
) -> None:
    place.parent.mkdir()
    tables = {"meta": {"1": META}, "evenxs": {"1": to_record(author(seed=1)(1)[0])}}
    place.write_text(json.dumps(tables))
    with pytest.raises(Damaged):
        opened(place, state)


def test_a_database_about_something_else_is_left_alone(place: Path, state: Path) -> None:
    place.parent.mkdir()
    with TinyDB(place) as stock:
        stock.insert({"name": "Acme"})
    before = place.read_bytes()
    with pytest.raises(Foreign):
        opened(place, state)
    assert place.read_bytes() == before


def _record(record: dict[str, Any], checked: bool) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(layout.encode(record)) if checked else record
    return found


def _written(place: Path, meta: dict[str, Any], *records: dict[str, Any]) -> None:
    place.parent.mkdir()
    with TinyDB(place) as stock:
        stock.table("meta").insert(meta)
        for record in records:
            stock.table("events").insert(record)
