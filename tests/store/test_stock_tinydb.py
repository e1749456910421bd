"""TinyDB opens an engagement's file without us; other ways of saving it would not allow that."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from coach_tui.store import layout
from coach_tui.store.journal import Journal

from .conftest import author, opened

META = {"engagement": "x", "format": 1}


def reads_with_tinydb(place: Path, ids: list[str]) -> bool:
    """Whether stock TinyDB finds exactly these events, by number and by query, and the meta."""
    try:
        with TinyDB(place, access_mode="r") as stock:
            events, meta = stock.table("events"), stock.table("meta")
            numbered = [event.doc_id for event in events.all()] == list(range(1, len(ids) + 1))
            found = [events.get(where("id") == each) for each in ids]
            return numbered and all(found) and len(meta) == 1 and "engagement" in meta.all()[0]
    except (ValueError, TypeError, AttributeError):
        return False


def test_tinydb_reads_what_was_saved(journal: Journal, place: Path, state: Path) -> None:
    for changes in (author(1)(1), author(2)(20)):
        journal.append(changes)
        assert reads_with_tinydb(place, [each.id for each in opened(place, state).changes])


def lines_only(lines: list[bytes]) -> bytes:
    return b"\n".join(lines)


def a_list_of_events(lines: list[bytes]) -> bytes:
    return b'{"meta":{"1":%b},"events":[%b]}' % (layout.encode(META), b",".join(lines))


def numbered_by_id(lines: list[bytes]) -> bytes:
    named = b",".join(b'"%b":%b' % (json.loads(line)["id"].encode(), line) for line in lines)
    return b'{"meta":{"1":%b},"events":{%b}}' % (layout.encode(META), named)


def one_table_for_all(lines: list[bytes]) -> bytes:
    text = layout.compose(META, {}, lines)
    return text.replace(b'"events":', b'"_default":')


def one_event_missing(lines: list[bytes]) -> bytes:
    return layout.compose(META, {}, lines[1:])


@pytest.mark.parametrize(
    "way", [lines_only, a_list_of_events, numbered_by_id, one_table_for_all, one_event_missing]
)
def test_control_other_ways_of_saving_are_not_read(
    journal: Journal, place: Path, way: Callable[[list[bytes]], bytes]
) -> None:
    changes = author(1)(3)
    journal.append(changes)
    ids = [each.id for each in changes]
    assert reads_with_tinydb(place, ids)
    _, events = layout.sift(place.read_bytes())
    place.write_bytes(way(list(events)))
    assert not reads_with_tinydb(place, ids)
