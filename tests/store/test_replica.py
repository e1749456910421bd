"""This machine's own record: what it has once seen comes back, whatever became of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach_tui.store.errors import Damaged
from coach_tui.store.journal import Journal

from .conftest import Author, author, opened


@pytest.mark.parametrize("torn", range(0, 60, 7))
def test_what_is_saved_after_a_torn_end_is_whole(
    journal: Journal, place: Path, state: Path, write: Author, torn: int
) -> None:
    """A power cut tore the record's end; the next save, in one command, must not be glued to it."""
    journal.append(write(2))
    older = place.read_bytes()
    [replica] = state.glob("*.jsonl")
    replica.write_bytes(replica.read_bytes()[: -torn or None])
    again = opened(place, state)
    again.append(write(1))
    place.write_bytes(older)  # a synchroniser brings the file back to what it was
    back = opened(place, state)
    back.catch_up()
    assert back.changes == again.changes


def test_what_others_saved_comes_back_too_once_it_was_seen(
    journal: Journal, place: Path, state: Path, tmp_path: Path, write: Author
) -> None:
    journal.append(write(1))
    journal.catch_up()
    older = place.read_bytes()
    opened(place, tmp_path / "her state").append(author(2)(2))
    assert len(journal.refresh()) == 2
    place.write_bytes(older)
    back = opened(place, state)
    back.catch_up()
    assert back.changes == journal.changes
    assert len(back.changes) == 3


def test_a_file_emptied_in_a_home_that_was_moved_is_still_known(
    journal: Journal, place: Path, state: Path, tmp_path: Path, write: Author
) -> None:
    """Restored to a new computer, under another path: the record knows the file by its name."""
    journal.append(write(3))
    moved = tmp_path / "moved"
    moved.mkdir()
    place.parent.rename(moved / "missions")
    state.rename(moved / "state")
    there = moved / "missions" / place.name
    there.write_bytes(b"")
    back = opened(there, moved / "state")
    back.catch_up()
    assert back.changes == journal.changes
    (moved / "missions" / "other.json").write_bytes(b"")
    with pytest.raises(Damaged):
        opened(moved / "missions" / "other.json", moved / "state")
