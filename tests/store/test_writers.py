"""Several programs saving into one file at once: everything said to be saved is in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from tinydb import TinyDB

import coach_tui.store.storage  # noqa: F401 (loaded before forking, as in a program that has saved)
from coach_tui.engagement.change import Change
from coach_tui.store import event_set as known
from coach_tui.store import union
from coach_tui.store.errors import Locked, StoreError
from coach_tui.store.journal import Journal
from coach_tui.store.lock import held

from .conftest import ENGAGEMENT, author, created, opened
from .workers import Say, Worker, started


@pytest.mark.parametrize(("writers", "saves"), [(2, 300), (8, 50)])
def test_everybody_s_changes_are_in_the_file(
    place: Path, state: Path, writers: int, saves: int
) -> None:
    created(place, state)
    said = _said(_writer(place, state, seed, saves) for seed in range(writers))
    assert len(said) == writers * saves
    found = opened(place, state)
    assert {change.id for change in found.changes} == set(said)
    assert found.notices == []


def test_control_tinydb_loses_the_changes_of_two_writers(tmp_path: Path) -> None:
    place = tmp_path / "stock.json"

    def write(say: Say) -> None:
        with TinyDB(place) as stock:
            for number in range(150):
                stock.insert({"number": number, "by": os.getpid()})
                say(str(number))

    said = _heard([started(write), started(write)])
    acknowledged = [line for line in said if not line.startswith("error")]
    try:
        with TinyDB(place) as stock:
            there = len(stock)
    except ValueError:
        there = 0
    assert there < len(acknowledged) or len(acknowledged) < 300


@pytest.mark.parametrize("together", [True, False], ids=["united", "control"])
def test_without_a_lock_nothing_is_lost_once_everybody_has_looked(
    place: Path, state: Path, together: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some network drives have no locks. Control: writers that put nothing back."""

    @contextmanager
    def unheld(*_: object) -> Iterator[bool]:
        yield True

    monkeypatch.setattr(union, "held", unheld)
    if not together:
        monkeypatch.setattr(known.KnownEvents, "lacking", lambda *_: [])
    created(place, state)
    said = _said(_writer(place, state, seed, 120, failures=True) for seed in range(2))
    opened(place, state).catch_up()
    in_file = opened(place, state / "of somebody else").changes
    missing = set(said) - {change.id for change in in_file}
    assert not missing if together else missing


def test_another_window_s_changes_arrive_once_and_looking_again_is_free(
    journal: Journal, place: Path, state: Path
) -> None:
    other = opened(place, state)
    mine, theirs = author(1)(2), author(2)(2)
    journal.append(mine)
    other.append(theirs)  # and takes in mine
    assert other.refresh() == mine
    assert journal.refresh() == sorted(theirs)
    assert journal.refresh() == other.refresh() == []
    assert journal.changes == other.changes
    assert journal.notices == other.notices == []


def test_what_others_saved_is_taken_in_while_saving_and_told_afterwards(
    journal: Journal, place: Path, state: Path
) -> None:
    [theirs], [mine] = author(2)(1), author(1)(1)
    opened(place, state).append([theirs])
    journal.append([mine])
    assert list(journal.changes) == sorted([mine, theirs])
    assert journal.refresh() == [theirs]
    assert journal.refresh() == []


def test_a_file_held_too_long_is_said_and_nothing_changes(
    journal: Journal, place: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(union, "held", lambda lock, file: held(lock, file, patience=0.05))
    with (
        held(state / f"{ENGAGEMENT}.lock", place),
        pytest.raises(Locked, match=r"refusal\.store\.locked"),
    ):
        journal.append(author(1)(1))
    assert journal.changes == opened(place, state).changes == ()
    journal.append(author(1)(1))
    assert len(journal.changes) == 1


def test_where_no_lock_can_be_made_saving_goes_on_and_says_so_once(
    journal: Journal, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (state / f"{ENGAGEMENT}.lock").mkdir()
    for change in author(1)(3):
        journal.append([change])
    assert len(journal.changes) == 3
    assert [notice.reason for notice in journal.notices] == ["store.no-lock"]


def test_several_threads_can_use_one_journal(journal: Journal, place: Path, state: Path) -> None:
    """The app saves and looks in worker threads."""
    batches = [author(seed)(40) for seed in range(4)]
    told: list[Change] = []

    def save(changes: list[Change]) -> None:
        for change in changes:
            journal.append([change])
            told.extend(journal.refresh())

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(save, batches))
    assert list(journal.changes) == sorted(change for batch in batches for change in batch)
    assert opened(place, state).changes == journal.changes
    assert told == [], "one's own changes are no news"


def _writer(place: Path, state: Path, seed: int, saves: int, failures: bool = False) -> Worker:
    def write(say: Say) -> None:
        mine = opened(place, state)
        for change in author(seed + 1)(saves):
            try:
                mine.append([change])
            except StoreError:
                if not failures:
                    raise
            else:
                say(change.id)
        mine.refresh()

    return started(write)


def _said(workers: Iterator[Worker]) -> list[str]:
    said = _heard(list(workers))
    assert not [line for line in said if line.startswith("error")]
    return said


def _heard(workers: list[Worker]) -> list[str]:
    return [line for worker in workers for line in worker.said()]
