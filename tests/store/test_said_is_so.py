"""What the store says is so: no loss that was none, no save that is never opened again."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from coach_tui.store import disk, layout
from coach_tui.store.errors import Foreign, WriteFailed
from coach_tui.store.journal import Journal
from coach_tui.store.missing_files import records_without_a_file

from .conftest import Author, author, created, opened


def test_what_another_window_saves_while_we_look_was_never_lost(
    journal: Journal, place: Path, state: Path, write: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between our look at the file and our look at this machine's record, another saves."""
    journal.append(write(2))
    mine = opened(place, state)
    recall = mine._union.recall

    def meanwhile() -> None:
        journal.append(write(2))
        recall()

    monkeypatch.setattr(mine._union, "recall", meanwhile)
    mine.catch_up()
    assert mine.notices == []
    assert mine.overwritten is None
    assert len(mine.changes) == 4


def test_control_a_file_that_did_lose_something_is_told(
    journal: Journal, place: Path, state: Path, write: Author
) -> None:
    journal.append(write(2))
    before = place.read_bytes()
    journal.append(write(2))
    place.write_bytes(before)
    mine = opened(place, state)
    mine.catch_up()
    told = [(notice.reason, notice.values["n"]) for notice in mine.notices]
    assert told == [("store.put-back", 2)]
    assert mine.overwritten is not None


def test_without_locks_nobody_removes_what_another_is_writing(
    journal: Journal, place: Path, state: Path, write: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The draft of another window of this machine, between its writing and its renaming."""

    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    other = opened(place, state)
    rename = disk.take_name

    def overtaken(temporary: Path, path: Path) -> None:
        monkeypatch.setattr(disk, "take_name", rename)
        other.append(author(7)(1))
        rename(temporary, path)

    monkeypatch.setattr("fcntl.flock", no_locks)
    monkeypatch.setattr(disk, "take_name", overtaken)
    journal.append(write(1))
    for one in (journal, other):
        one.catch_up()
    assert len(opened(place, state / "none").changes) == 2


def test_a_file_that_would_never_be_read_again_is_not_written(
    journal: Journal, place: Path, state: Path, write: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.append(write(1))
    before = place.read_bytes()
    monkeypatch.setattr(disk, "LARGEST", len(before) + 10)
    with pytest.raises(WriteFailed) as refused:
        journal.append(write(1))
    assert refused.value.reason == "refusal.store.too-large"
    assert place.read_bytes() == before
    assert len(opened(place, state).changes) == 1


@pytest.mark.parametrize("name", ["{}.jsonl", "{}.previous.json", "{}.parsed", "{}.lock"])
def test_a_link_in_the_private_folder_leads_to_nothing_being_written(
    journal: Journal, place: Path, state: Path, name: str, write: Author
) -> None:
    journal.append(write(1))
    victim = state.with_name("victim")
    victim.write_text("mine")
    laid = state / name.format(journal.engagement_id)
    laid.unlink(missing_ok=True)
    laid.symlink_to(victim)
    mine = opened(place, state)
    mine.append(write(250))
    mine.catch_up()
    assert victim.read_text() == "mine"
    assert len(opened(place, state / "none").changes) == 251


def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(
    journal: Journal, place: Path, state: Path, write: Author
) -> None:
    journal.append(write(1))
    place.unlink()
    os.mkfifo(place)
    [gone] = records_without_a_file(state, (), ())
    assert len(gone.changes) == 1


@pytest.mark.parametrize("version", [True, 0, "1", 1.0, None])
def test_a_format_is_a_whole_number_from_one(
    journal: Journal, place: Path, state: Path, version: object
) -> None:
    text = layout.compose({**journal.meta, "format": version}, {}, ())
    place.write_bytes(text)
    with pytest.raises(Foreign):
        opened(place, state / "none")
    assert place.read_bytes() == text


def test_whatever_the_umask_all_is_for_this_user_alone(tmp_path: Path, write: Author) -> None:
    before = os.umask(0)
    try:
        top = tmp_path / "top"
        place, state = top / "a" / "b" / "acme.json", top / "c" / "state"
        journal = created(place, state)
        journal.append(write(250))
        journal.catch_up()
    finally:
        os.umask(before)
    made = [path for path in top.rglob("*") if path.stat().st_mode & 0o077]
    assert made == []
