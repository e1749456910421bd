"""A file or a folder one may not write to, or not read: said, and nothing is harmed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import coach_tui.store.storage  # noqa: F401 (nobody may be unable to import it)
from coach_tui.store.errors import StoreError
from coach_tui.store.journal import Journal

from .conftest import author, created, opened
from .workers import Say, started

NOBODY = 65534


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that another user can enter, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_in_a_folder_one_may_not_write_reading_works_and_saving_says_why(shared: Path) -> None:
    place, state = shared / "acme.json", shared / "state"
    journal = created(place, state)
    journal.append(author(1)(3))
    before = _seal(shared, state)

    def work(say: Say) -> None:
        mine = opened(place, state)
        mine.catch_up()
        say(f"{len(mine.changes)} read")
        _try(say, mine)
        say(f"{len(mine.changes)} known")
        mine.refresh()
        say(f"{sorted({notice.reason for notice in mine.notices})}")

    assert _as_somebody_else(work) == [
        "3 read",
        "refusal.store.read-only",
        "3 known",
        "[]",
    ]
    assert place.read_bytes() == before


def test_a_damaged_file_in_such_a_folder_opens_with_what_is_left(shared: Path) -> None:
    place, state = shared / "acme.json", shared / "state"
    journal = created(place, state)
    journal.append(author(1)(3))
    place.write_bytes(place.read_bytes()[:-200])
    before = _seal(shared, state)

    def work(say: Say) -> None:
        mine = opened(place, state / "none")
        mine.catch_up()
        say(f"{len(mine.changes)} read")
        _try(say, mine)

    assert _as_somebody_else(work) == ["2 read", "refusal.store.read-only"]
    assert place.read_bytes() == before


def test_a_file_one_may_not_read_is_said_to_be_so(shared: Path) -> None:
    place = shared / "acme.json"
    created(place, shared / "state")
    place.chmod(0)

    def work(say: Say) -> None:
        try:
            opened(place, shared / "state")
        except StoreError as error:
            say(error.reason)

    assert _as_somebody_else(work) == ["refusal.store.forbidden"]


def _seal(shared: Path, state: Path) -> bytes:
    """Everything readable by all, and writable by nobody."""
    for path in (*shared.rglob("*"), shared):
        path.chmod(0o555 if path.is_dir() else 0o444)
    return (shared / "acme.json").read_bytes()


def _try(say: Say, journal: Journal) -> None:
    try:
        journal.append(author(2)(1))
    except StoreError as error:
        say(error.reason)
    else:
        say("saved")


def _as_somebody_else(work: object) -> list[str]:
    """What this work says when done by a user who owns nothing here. (To root all is allowed.)"""

    def dropped(say: Say) -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        work(say)  # type: ignore[operator]

    return started(dropped).said()


@pytest.mark.parametrize("second_copy", [True, False])
def test_a_save_that_fails_there_is_told_once_and_never_called_saved(
    shared: Path, second_copy: bool
) -> None:
    """As a command does it: united, then one save. With no second copy yet, none can be made."""
    place, state = shared / "acme.json", shared / "state"
    created(place, state).append(author(1)(3))
    if not second_copy:
        shutil.rmtree(state)
        state.mkdir()
    _seal(shared, state)

    def work(say: Say) -> None:
        mine = opened(place, state)
        mine.catch_up()
        say(f"{[notice.reason for notice in mine.notices]}")
        _try(say, mine)
        say(f"{[notice.reason for notice in mine.notices]}")
        mine.catch_up()
        say(f"{[notice.reason for notice in mine.notices]}")

    assert _as_somebody_else(work) == ["['store.read-only']", "refusal.store.read-only", "[]", "[]"]


def test_without_a_second_copy_a_save_says_so_once(shared: Path) -> None:
    place, state = shared / "missions" / "acme.json", shared / "state"
    created(place, state)
    shutil.rmtree(state)
    state.mkdir(mode=0o555)
    place.parent.chmod(0o777)
    place.chmod(0o666)

    def work(say: Say) -> None:
        mine = opened(place, state)
        for change in author(1)(2):
            mine.append([change])
        mine.catch_up()
        say(f"{sorted(notice.reason for notice in mine.notices)}")
        mine = opened(place, state)
        mine.catch_up()
        mine.append(author(2)(1))
        say(f"{sorted(notice.reason for notice in mine.notices)}")

    assert _as_somebody_else(work) == [
        "['store.no-lock', 'store.no-replica']",
        "['store.no-lock', 'store.no-second-copy']",
    ]
