"""What the file's owner allows and forbids is as it was after a save."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from coach_tui.store import disk
from coach_tui.store.documents import write_document
from coach_tui.store.errors import ReadOnly
from coach_tui.store.journal import Journal

from .conftest import author, opened
from .failing import FailingOs, fail_calls


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o660, 0o644, 0o200 | 0o400])
def test_saving_leaves_the_file_s_rights_as_they_were(
    journal: Journal, place: Path, mode: int
) -> None:
    place.chmod(mode)
    journal.append(author(1)(1))
    journal.append(author(2)(1))
    assert rights(place) == mode


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555])
def test_a_file_made_read_only_is_left_alone_and_that_is_said(
    journal: Journal, place: Path, state: Path, mode: int
) -> None:
    place.chmod(mode)
    before = place.read_bytes()
    with pytest.raises(ReadOnly, match=r"refusal\.store\.protected"):
        journal.append(author(1)(1))
    assert place.read_bytes() == before
    assert rights(place) == mode
    assert journal.changes == ()
    assert [path.name for path in place.parent.iterdir()] == ["acme.json"]
    place.chmod(0o600)
    journal.append(author(1)(1))
    assert len(opened(place, state).changes) == 1


def test_opening_such_a_file_says_so_and_puts_nothing_back(
    journal: Journal, place: Path, state: Path
) -> None:
    empty = place.read_bytes()
    journal.append(author(1)(3))
    place.write_bytes(empty)
    place.chmod(0o444)
    found = opened(place, state)
    found.catch_up()
    assert [notice.reason for notice in found.notices] == ["store.read-only"]
    assert place.read_bytes() == empty
    assert len(found.changes) == 3, "what is known is shown all the same"


def test_a_document_made_read_only_is_not_written_over(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.md"
    sheet.write_text("mine")
    sheet.chmod(0o444)
    with pytest.raises(ReadOnly):
        write_document(sheet, "yours", over=True)
    assert sheet.read_text() == "mine"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_root_takes_nobody_s_file_away(journal: Journal, place: Path) -> None:
    os.chown(place, 65534, 65534)
    place.chmod(0o640)
    journal.append(author(1)(1))
    found = place.stat()
    assert (found.st_uid, found.st_gid, rights(place)) == (65534, 65534, 0o640)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_another_group_is_let_in_no_further_than_anybody(
    journal: Journal, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the file's group can't be kept, the new one must not read what it could not."""
    os.chown(place, 65534, 65534)
    place.chmod(0o660)
    fail_calls(monkeypatch, FailingOs(1, 1, persists=True, only=frozenset({"chown"})))
    journal.append(author(1)(1))
    assert rights(place) == 0o600


def test_control_a_new_file_under_the_old_name_respects_nothing(
    journal: Journal, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(disk, "is_protected", lambda _: False)
    monkeypatch.setattr(disk, "share_alike", lambda *_: None)
    place.chmod(0o440)
    before = place.read_bytes()
    journal.append(author(1)(1))
    assert place.read_bytes() != before
    assert rights(place) == 0o600
