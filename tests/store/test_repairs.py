"""Mending with a full disk, among others who mend, through a link, on a read-only disk."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from coach_tui.store import file
from coach_tui.store.errors import Missing, ReadOnly, StoreError
from coach_tui.store.journal import Journal

from .conftest import ENGAGEMENT, author, created, opened
from .failing import FailingOs, fail_calls
from .workers import Say, started

PROGRAMS = 6


def damaged(place: Path, state: Path) -> tuple[Journal, bytes]:
    """An engagement of five changes whose file has lost its second half, and what is left of it."""
    journal = created(place, state)
    journal.append(author(1)(5))
    cut = place.read_bytes()[:-600]
    place.write_bytes(cut)
    return journal, cut


def is_kept(cut: bytes, place: Path, state: Path) -> bool:
    """Whether the damaged text is where it was, or aside."""
    aside = [path.read_bytes() for path in state.glob("*.damaged-*.json")]
    return place.read_bytes() == cut or cut in aside


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EROFS])
@pytest.mark.parametrize("persists", [False, True], ids=["once", "from then on"])
def test_the_disk_is_full_in_the_middle_of_a_repair(
    tmp_path: Path, error: int, persists: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    writing = frozenset({"write", "fsync", "link", "replace", "mkdir"})
    for nth in range(1, 60):
        place, state = tmp_path / str(nth) / "acme.json", tmp_path / str(nth) / "state"
        journal, cut = damaged(place, state)
        again = opened(place, state)
        failing = FailingOs(nth, error, persists, only=writing)
        with monkeypatch.context() as broken:
            fail_calls(broken, failing)
            again.catch_up()
            try:
                again.append(author(2)(1))
                saved = 1
            except StoreError:
                saved = 0
        assert len(again.changes) == 5 + saved
        assert is_kept(cut, place, state)
        back = opened(place, state)
        back.catch_up()
        assert all(change in back.changes for change in journal.changes)
        assert len(back.changes) >= 5 + saved
        assert len(opened(place, state / "none").changes) == len(back.changes)
        assert is_kept(cut, place, state)
        if not failing.failed:
            return
    pytest.fail("more calls than thought of")


def test_control_a_repair_that_sets_nothing_aside_is_seen(
    place: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, cut = damaged(place, state)
    monkeypatch.setattr(file.Beside, "set_aside", lambda *_: place)
    opened(place, state).catch_up()
    assert not is_kept(cut, place, state)


def test_programs_that_mend_at_once_mend_it_once_and_lose_nothing(place: Path, state: Path) -> None:
    journal, cut = damaged(place, state)

    def work(number: int, say: Say) -> None:
        mine = opened(place, state)
        mine.catch_up()
        [change] = author(10 + number)(1)
        mine.append([change])
        say(change.id)

    workers = [
        started(lambda say, number=number: work(number, say))  # type: ignore[misc]
        for number in range(PROGRAMS)
    ]
    saved = {line for worker in workers for line in worker.said()}

    assert len(saved) == PROGRAMS, saved
    after = opened(place, state / "none")
    assert {change.id for change in after.changes} == saved | {one.id for one in journal.changes}
    assert after.notices == []
    assert [path.read_bytes() for path in state.glob("*.damaged-*.json")] == [cut]
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_mending_through_a_symbolic_link_mends_what_it_points_to(
    tmp_path: Path, state: Path
) -> None:
    real, link = tmp_path / "drive" / "acme.json", tmp_path / "missions" / "acme.json"
    journal, cut = damaged(real, state)
    link.parent.mkdir()
    link.symlink_to(real)
    real.with_name("acme (conflicted copy).json").write_bytes(_copy(state))

    mine = opened(link, state)
    mine.catch_up()
    mine.append(author(2)(1))

    assert link.is_symlink()
    assert is_kept(cut, real, state)
    assert len(opened(real, state / "none").changes) == 6
    assert {path.suffix for path in link.parent.iterdir()} == {".json"}
    assert len(mine.changes) == len(journal.changes) + 1
    assert "store.retired" in [notice.reason for notice in mine.notices], "found beside the target"


def test_a_link_whose_disk_is_unplugged_is_neither_followed_nor_replaced(
    tmp_path: Path, state: Path
) -> None:
    real, link = tmp_path / "drive" / "acme.json", tmp_path / "acme.json"
    created(real, state).append(author(1)(1))
    link.symlink_to(real)
    mine = opened(link, state)
    real.parent.rename(tmp_path / "unplugged")
    for act in (mine.refresh, mine.catch_up, lambda: mine.append(author(2)(1))):
        with pytest.raises(Missing):
            act()
    assert link.is_symlink()
    assert not real.parent.exists()
    (tmp_path / "unplugged").rename(real.parent)
    mine.append(author(2)(1))
    assert len(opened(link, state).changes) == 2


def test_on_a_disk_mounted_read_only_reading_works_and_nothing_else(
    place: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even for root, to whom no permission is refused."""
    journal, cut = damaged(place, state)
    mounted = _MountedReadOnly()
    fail_calls(monkeypatch, mounted)
    monkeypatch.setattr(file, "os", mounted)
    mine = opened(place, state)
    mine.catch_up()
    assert mine.changes == journal.changes
    with pytest.raises(ReadOnly):
        mine.append(author(2)(1))
    assert mine.changes == journal.changes
    assert place.read_bytes() == cut
    assert [notice.reason for notice in mine.notices] == ["store.recovered"]


class _MountedReadOnly:
    """`os`, on a disk that was mounted read-only."""

    def __getattr__(self, name: str) -> Any:
        if name in {"mkdir", "link", "replace", "unlink"}:
            return self._refuse
        return getattr(os, name)

    def open(self, path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            self._refuse()
        return os.open(path, flags, mode)

    def access(self, path: Path, mode: int) -> bool:
        return not mode & os.W_OK and os.access(path, mode)

    def _refuse(self, *_: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))


def _copy(state: Path) -> bytes:
    """The file as it was before its last save."""
    return (state / f"{ENGAGEMENT}.previous.json").read_bytes()
