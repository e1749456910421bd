"""A disk that fills up, and a limit on the size of files: what was saved stays saved."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB

from coach_tui.engagement.change import Change
from coach_tui.store.errors import StoreError, WriteFailed
from coach_tui.store.journal import Journal

from .conftest import author, created, opened
from .workers import Say, started

LIMIT = 60_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB. Without the right to mount one, the size limit and EIO tests remain."""
    mounted, mount = tmp_path / "small", shutil.which("mount")
    mounted.mkdir()
    if os.geteuid() != 0 or mount is None:
        pytest.skip("only root can mount a small disk")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=256k", "none", str(mounted)], capture_output=True
    )
    if made.returncode:
        pytest.skip(f"no small disk here: {made.stderr.decode().strip()}")
    yield mounted
    subprocess.run(["umount", str(mounted)], check=True)


@pytest.mark.parametrize("state_too", [False, True], ids=["file", "file and replica"])
def test_a_full_disk_loses_nothing_and_works_again_once_there_is_room(
    small_disk: Path, state: Path, state_too: bool
) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"\0" * 60_000)
    place = small_disk / "acme.json"
    state = small_disk / "state" if state_too else state
    journal = created(place, state)
    saved, refused = _filled(journal)

    assert isinstance(refused, WriteFailed)
    assert refused.reason == "refusal.store.no-space"
    assert list(journal.changes) == saved
    found = opened(place, state)
    assert list(found.changes) == saved
    assert found.notices == []
    assert not [path for path in small_disk.iterdir() if path.name.startswith(".~")]

    ballast.unlink()
    journal.append(author(2)(1))
    assert len(opened(place, state).changes) == len(saved) + 1


def test_control_tinydb_destroys_its_file_on_a_full_disk(small_disk: Path) -> None:
    said = _stock_until_it_fails(small_disk / "stock.json", limit=None)
    assert len(said) > 100
    assert "No space" in said[-1]
    with (
        pytest.raises(ValueError, match="Unterminated"),
        TinyDB(small_disk / "stock.json") as stock,
    ):
        stock.all()


def test_a_limit_on_file_sizes_loses_nothing(place: Path, state: Path) -> None:
    def write(say: Say) -> None:
        journal = created(place, state)
        resource.setrlimit(resource.RLIMIT_FSIZE, (LIMIT, LIMIT))
        saved, refused = _filled(journal)
        for change in saved:
            say(change.id)
        say(refused.reason)

    *saved, reason = started(write).said()
    assert reason == "refusal.store.too-large"
    assert len(saved) > 100
    found = opened(place, state)
    assert [change.id for change in found.changes] == saved
    assert found.notices == []
    assert [path.name for path in place.parent.iterdir()] == ["acme.json"]


def test_control_tinydb_destroys_its_file_at_the_limit(tmp_path: Path) -> None:
    said = _stock_until_it_fails(tmp_path / "stock.json", limit=LIMIT)
    assert len(said) > 100
    assert "File too large" in said[-1]
    with pytest.raises(ValueError, match="Unterminated"), TinyDB(tmp_path / "stock.json") as stock:
        stock.all()


def _stock_until_it_fails(place: Path, limit: int | None) -> list[str]:
    """What stock TinyDB acknowledged, and in the end its error."""

    def write(say: Say) -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        stock = TinyDB(place)
        for number in range(5000):
            stock.insert({"number": number, "note": "x" * 300})
            say(str(number))

    return started(write).said()


def _filled(journal: Journal) -> tuple[list[Change], StoreError]:
    saved: list[Change] = []
    compose = author(1)
    for _ in range(5000):
        changes = compose(1)
        try:
            journal.append(changes)
        except StoreError as error:
            return saved, error
        saved += changes
    raise AssertionError("never full")
