"""A save that fails tidies up behind itself: a synchroniser would carry its draft to everybody."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from coach_tui.store import disk
from coach_tui.store.errors import WriteFailed
from coach_tui.store.journal import Journal

from .conftest import Author, created, opened
from .failing import FailingOs, fail_calls


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_failed_save_leaves_the_file_alone_in_its_folder(
    journal: Journal, place: Path, write: Author, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    with monkeypatch.context() as broken:
        failing = FailingOs(1, errno.EIO, persists=True, only=frozenset({call}))
        fail_calls(broken, failing)
        with pytest.raises(WriteFailed):
            journal.append(write(1))
        assert failing.failed
    assert names(place.parent) == [place.name]


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_failed_beginning_leaves_nothing(
    place: Path, state: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    place.parent.mkdir()
    with monkeypatch.context() as broken:
        fail_calls(broken, FailingOs(1, errno.EIO, persists=True, only=frozenset({call})))
        with pytest.raises(WriteFailed):
            created(place, state)
    assert names(place.parent) == []


def test_what_a_killed_writer_left_is_removed_but_not_another_machine_s(
    journal: Journal, place: Path, state: Path, write: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(disk, "take_name", killed)
        broken.setattr(disk, "_forget", lambda _: None)
        with pytest.raises(KeyboardInterrupt):
            journal.append(write(1))
    [draft] = set(names(place.parent)) - {place.name}
    theirs = place.with_name(f".~{place.name}.0badcafe-1234abcd.tmp")
    theirs.write_bytes(b"half of")

    opened(place, state).append(write(1))

    assert draft.endswith(".tmp")
    assert set(names(place.parent)) == {place.name, theirs.name}
