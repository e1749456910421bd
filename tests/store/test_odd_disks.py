"""Disks that lack what ours have: no hard links, no locks, folders that can't be forced."""

from __future__ import annotations

import errno
import fcntl
import json
import os
from pathlib import Path

import pytest

from coach_tui.store import errors
from coach_tui.store.journal import Journal

from .conftest import ENGAGEMENT, Author, author, created, opened
from .failing import FailingOs, fail_calls


@pytest.mark.parametrize("error", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL])
def test_without_file_locks_two_programs_save_all_the_same(
    place: Path, state: Path, error: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Said once, waited for by nobody, and what one overwrites of the other's comes back."""

    def no_locks(*_: object) -> None:
        raise OSError(error, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    mine = created(place, state)
    hers = opened(place, state.with_name("hers"))
    for number in range(3):
        mine.append(author(number, "founder")(2))
        hers.append(author(10 + number, "cmo")(2))
    assert [notice.reason for notice in mine.notices] == ["store.no-lock"]
    assert len(opened(place, state / "none").changes) == 12
    left = [path.name for path in state.iterdir()]
    assert not [name for name in left if "soft" in name or name.endswith(".lock.lock")]
    opened(place, state).append(author(99)(1))  # nothing left behind keeps the next one waiting
    assert len(opened(place, state / "none").changes) == 13


@pytest.mark.parametrize("error", [errno.EINVAL, errno.ENOTSUP, errno.EBADF])
def test_a_folder_that_can_t_be_forced_fails_no_save(
    place: Path, state: Path, write: Author, error: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Network drives say EINVAL to it; their names are safe already."""
    fail_calls(monkeypatch, _FoldersUnforceable(error))
    journal = created(place, state)
    for change in write(3):
        journal.append([change])
    assert opened(place, state / "none").changes == journal.changes
    assert journal.notices == []


def test_a_folder_whose_forcing_fails_after_the_save_is_told_and_nothing_is_saved_twice(
    journal: Journal, place: Path, state: Path, write: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file has its new text and its name: “not saved” would be false, and be tried again."""
    journal.append(write(1))
    with monkeypatch.context() as broken:
        fail_calls(broken, _FoldersUnforceable(errno.EIO))
        journal.append(write(1))
    assert [notice.reason for notice in journal.notices] == ["store.unconfirmed"]
    assert len(journal.changes) == len(opened(place, state / "none").changes) == 2
    journal.append(write(1))
    assert len(opened(place, state / "none").changes) == 3


def test_on_a_stick_without_hard_links_damage_is_mended_as_well(
    place: Path, state: Path, write: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FAT: no hard links, so that the damaged file is copied aside before its place is taken."""
    fail_calls(monkeypatch, FailingOs(1, errno.EPERM, True, only=frozenset({"link"})))
    journal = created(place, state)
    journal.append(write(4))
    cut = place.read_bytes()[:-300]
    place.write_bytes(cut)
    again = opened(place, state)
    again.catch_up()
    assert again.changes == journal.changes
    assert json.loads(place.read_bytes())["events"].keys() == {"1", "2", "3", "4"}
    [aside] = state.glob("acme.damaged-*.json")
    assert aside.read_bytes() == cut
    with pytest.raises(errors.Exists):
        created(place, state)
    assert ENGAGEMENT in place.read_text()


class _FoldersUnforceable:
    """`os`, where forcing a folder fails with this error, and forcing a file does not."""

    def __init__(self, error: int) -> None:
        self._error = error

    def __getattr__(self, name: str) -> object:
        return getattr(os, name)

    def fsync(self, file: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{file}"):  # noqa: PTH112
            raise OSError(self._error, os.strerror(self._error))
