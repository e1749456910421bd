"""A writer killed without warning, two hundred times over: nothing it said was saved is lost."""

from __future__ import annotations

import json
import random
from pathlib import Path

from tinydb import TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import JSONStorage

import coach_tui.store.storage  # noqa: F401 (loaded before forking, as in a program that has saved)

from .conftest import author, created, opened
from .workers import Say, started

KILLS = 200
BEFORE = 100


def test_no_acknowledged_change_is_lost_to_a_kill(place: Path, state: Path) -> None:
    journal = created(place, state)
    journal.append(author(seed=0)(BEFORE))
    acknowledged = {change.id for change in journal.changes}
    dice, cut_short = random.Random(20260105), 0

    for round_ in range(1, KILLS + 1):

        def write(say: Say, seed: int = round_) -> None:
            mine, compose = opened(place, state), author(seed)
            while True:
                [change] = compose()
                mine.append([change])
                say(change.id)

        # Every other one early on, while it opens the file; the rest amid its saves.
        said = started(write).kill_after(dice.uniform(0, 0.01), reports=round_ % 2 * 2)
        assert not any(line.startswith("error") for line in said), said
        acknowledged.update(said)
        cut_short += any(path.suffix == ".tmp" for path in place.parent.iterdir())

        json.loads(place.read_bytes())
        found = opened(place, state)
        missing = acknowledged - {change.id for change in found.changes}
        assert not missing, f"kill {round_}: {len(missing)} of {len(acknowledged)} lost"
        assert found.notices == []

    assert len(acknowledged) >= BEFORE + KILLS, "the writers hardly got to write"
    assert cut_short > KILLS // 20, "hardly any kill landed inside a save"
    opened(place, state).append(author(seed=KILLS + 1)(1))
    assert [path.name for path in place.parent.iterdir()] == ["acme.json"], "leftovers stay"


def test_control_tinydb_with_its_cache_loses_what_it_acknowledged(tmp_path: Path) -> None:
    place, lost, dice = tmp_path / "stock.json", 0, random.Random(1)
    for round_ in range(5):

        def write(say: Say, first: int = round_ * 10_000) -> None:
            with TinyDB(place, storage=CachingMiddleware(JSONStorage)) as stock:
                for number in range(first, first + 900):
                    stock.insert({"number": number})
                    say(str(number))

        said = started(write).kill_after(dice.uniform(0, 0.03), reports=1)
        with TinyDB(place) as stock:
            there = {str(event["number"]) for event in stock.all()}
        lost += len(set(said) - there)
    assert lost


def test_control_tinydb_tears_its_file_when_it_shrinks(tmp_path: Path) -> None:
    """It writes in place and cuts the file to size afterwards: a kill between leaves both."""
    place, dice = tmp_path / "stock.json", random.Random(2)

    def write(say: Say) -> None:
        place.unlink(missing_ok=True)
        with TinyDB(place) as stock:
            say("begun")
            while True:
                stock.insert({"note": "é" * 200_000})
                stock.remove(doc_ids=[len(stock)])

    def torn() -> bool:
        started(write).kill_after(dice.uniform(0, 0.03), reports=1)
        try:
            json.loads(place.read_bytes() or b"{}")
        except ValueError:
            return True
        return False

    assert any(torn() for _ in range(300))
