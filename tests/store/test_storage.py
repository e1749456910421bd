"""TinyDB's own words on our file: reading as ever, adding safely, and no other writing."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where

from coach_tui.engagement.change import to_record
from coach_tui.store import layout
from coach_tui.store.errors import ReadOnly
from coach_tui.store.file import EngagementFile
from coach_tui.store.journal import Journal
from coach_tui.store.private_files import Beside
from coach_tui.store.storage import AppendOnly, EventDB, EventTable

from .conftest import Author, opened


@pytest.fixture
def events(journal: Journal, place: Path, state: Path, write: Author) -> EventTable:
    """The table `events` of a file with three events."""
    journal.append(write(3))
    file = EngagementFile(place, Beside(state))
    file.read()
    table = EventDB(file).table("events")
    assert isinstance(table, EventTable)
    return table


def test_queries_work_and_see_what_is_added(
    events: EventTable, write: Author, place: Path, state: Path
) -> None:
    assert len(events.search(where("entity") == "step")) == 3
    [added] = write(1)
    assert events.insert(to_record(added)) == 4
    assert events.insert_multiple(map(to_record, write(2))) == [5, 6]
    assert len(events.search(where("entity") == "step")) == 6
    assert events.get(doc_id=4)["id"] == added.id  # type: ignore[index, call-overload]
    assert len(opened(place, state).changes) == 6


@pytest.mark.parametrize(
    "change",
    [
        lambda table: table.update({"actor": "me"}),
        lambda table: table.update_multiple([({"actor": "me"}, where("id").exists())]),
        lambda table: table.upsert({"actor": "me"}, where("id").exists()),
        lambda table: table.remove(doc_ids=[1]),
        lambda table: table.truncate(),
        lambda table: table.storage.write({}),
    ],
)
def test_nothing_recorded_can_be_changed_or_removed(
    events: EventTable, place: Path, change: Callable[[Any], object]
) -> None:
    before = place.read_bytes()
    with pytest.raises(AppendOnly):
        change(events)
    assert place.read_bytes() == before


def test_tinydb_s_private_parts_we_stand_on_are_still_there() -> None:
    """`pyproject.toml` allows later versions of TinyDB; this is what they must keep."""
    assert TinyDB.table_class is not EventDB.table_class
    assert {"insert", "insert_multiple", "update", "update_multiple"} <= vars(EventTable).keys()
    public = {name for name in vars(TinyDB.table_class) if not name.startswith("_")}
    reading = {"all", "search", "get", "contains", "count", "name", "storage", "clear_cache"}
    settings = {name for name in public if name.endswith(("_class", "_capacity"))}
    assert public - reading - settings <= vars(EventTable).keys(), "a new way of writing?"


def test_a_failed_insert_leaves_the_table_as_it_was(
    events: EventTable, write: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sealed(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("coach_tui.store.disk.replace", sealed)
    with pytest.raises(ReadOnly):
        events.insert(to_record(write(1)[0]))
    assert len(events) == 3


def test_saving_writes_each_change_once_and_reads_none_back(
    journal: Journal, write: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.append(write(1))  # the first save makes the files beside
    written: list[Mapping[str, Any]] = []
    read: list[str | bytes] = []

    def encode(record: Mapping[str, Any]) -> bytes:
        written.append(record)
        return encoded(record)

    def loads(text: str | bytes, **options: Any) -> Any:
        read.append(text)
        return loaded(text, **options)

    encoded, loaded = layout.encode, json.loads
    monkeypatch.setattr(layout, "encode", encode)
    monkeypatch.setattr(json, "loads", loads)
    changes = write(3)
    journal.append(changes)
    assert [each["id"] for each in written] == [change.id for change in changes]
    assert read == []
