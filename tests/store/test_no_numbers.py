"""NaN and infinity, which only Python reads: neither written nor believed, and that is said."""

from __future__ import annotations

import json
from pathlib import Path
from zlib import crc32

import pytest
from tinydb import TinyDB

from coach_tui.engagement.change import to_record
from coach_tui.store import layout
from coach_tui.store.journal import Journal
from coach_tui.store.settings import read_settings

from .conftest import author, opened

NUMBERS = ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"]


def strict(text: bytes) -> object:
    """As a program reads it that knows JSON only."""

    def refuse(constant: str) -> None:
        raise AssertionError(constant)

    return json.loads(text, parse_constant=refuse)


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize("rewritten", [False, True], ids=["our layout", "another's"])
def test_a_change_with_one_is_left_out_told_and_kept_aside(
    journal: Journal, place: Path, state: Path, number: str, rewritten: bool
) -> None:
    journal.append(author(1)(3))
    [odd] = author(2)(1)
    text = json.dumps(to_record(odd), sort_keys=True, separators=(",", ":"))
    body = text.replace(json.dumps(odd.changes["note"]), number).encode()
    assert number.encode() in body
    line = b'%b,"c":"%08x"}' % (body[:-1], crc32(body))
    meta, events = layout.sift(place.read_bytes())
    assert meta
    spoilt = layout.compose(meta, {}, [*events, line])
    spoilt = b" ".join(spoilt.split(b"\n")) if rewritten else spoilt
    place.write_bytes(spoilt)

    for machine in (state, state / "of somebody else"):
        place.write_bytes(spoilt)
        found = opened(place, machine)
        assert found.changes == journal.changes
        assert [notice.reason for notice in found.notices] == ["store.recovered"]
        found.catch_up()
        aside = [each for each in found.notices if each.reason == "store.set-aside"]
        assert Path(str(aside[0].values["copy"])).read_bytes() == spoilt
        strict(place.read_bytes())
        assert opened(place, machine).notices == []


def test_a_table_of_others_with_one_does_not_end_saving(
    journal: Journal, place: Path, state: Path
) -> None:
    journal.append(author(1)(1))
    with TinyDB(place) as stock:
        stock.insert({"share": float("nan")})
        stock.table("more").insert({"share": 0.5})
    spoilt = place.read_bytes()
    found = opened(place, state / "of somebody else")
    found.append(author(2)(1))
    tables = strict(place.read_bytes())
    assert isinstance(tables, dict)
    assert sorted(tables) == ["events", "meta", "more"]
    assert len(opened(place, state).changes) == 2
    kept = [each for each in found.notices if each.reason == "store.set-aside"]
    assert Path(str(kept[0].values["copy"])).read_bytes() == spoilt


@pytest.mark.parametrize("number", NUMBERS)
def test_settings_with_one_are_begun_again(tmp_path: Path, number: str) -> None:
    settings = tmp_path / "settings.json"
    settings.write_text(f'{{"language":"fr","width":{number}}}')
    assert read_settings(settings) == {}
