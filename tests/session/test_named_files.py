"""A file named as a proof: its digest travels with the engagement, where it lies never does."""

from __future__ import annotations

import errno
import os
import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from coach_tui.engagement.change import Decision
from coach_tui.engagement.documents.record import document_of
from coach_tui.engagement.documents.save import describe_document
from coach_tui.engagement.elsewhere import elsewhere_of, show_elsewhere
from coach_tui.engagement.named_files import files_named
from coach_tui.engagement.profile import begin
from coach_tui.named_files import files_here
from coach_tui.places import Home
from coach_tui.session import Session, create_session, open_session
from coach_tui.store import disk
from tests.engagement.recording import taken

NOW = datetime(2026, 11, 30, 9, tzinfo=UTC)
NAME = "Réunion d'été.pdf"
WORDS = b"The minutes of June\n"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "engagements", tmp_path / "state")


@pytest.fixture
def session(home: Home) -> Session:
    moments = (NOW + timedelta(seconds=n) for n in range(1_000))
    founded = begin("Lumen", NOW.date(), 2.0, "cmo")
    made = create_session(home, founded, "cmo/Nora", lambda: next(moments))
    assert isinstance(made, Session)
    return made


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "Mes documents"
    folder.mkdir()
    path = folder / NAME
    path.write_bytes(WORDS)
    return path


def shown(session: Session, where: str, step: str = "situation") -> str:
    """Record this as where the proof of the step is; what is recorded of it."""
    save(session, show_elsewhere(step, {"what": "Noted", "where": where}, NOW.date()))
    return elsewhere_of(session.engagement)[step].where


def save(session: Session, decision: Decision) -> None:
    assert isinstance(session.record(decision), tuple)


def digests(session: Session) -> dict[str, str]:
    return {each.file.name: each.file.digest for each in files_named(session.engagement)}


def states(session: Session) -> list[str]:
    return [each.state for each in files_here(session).amiss]


# How people write the path of a file, from what a shell, a browser or a system gives them.
WAYS: dict[str, Callable[[Path], str]] = {
    "whole": str,
    "with spaces around": lambda path: f"  {path} ",
    "between quotes": lambda path: f'"{path}"',
    "from the home folder": lambda path: f"~/{path.relative_to(path.parents[1])}",
    "from the folder one is in": lambda path: str(path.relative_to(path.parents[1])),
    "dropped on a terminal": lambda path: str(path).replace(" ", "\\ ").replace("'", "\\'"),
    "as an address": lambda path: path.as_uri(),
    "accents in two pieces": lambda path: unicodedata.normalize("NFD", str(path)),
    "an address with accents": lambda path: f"file://{path}",
}


def test_a_file_is_found_however_its_path_is_written(
    session: Session, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(file.parents[1]))
    monkeypatch.setenv("USERPROFILE", str(file.parents[1]))
    monkeypatch.chdir(file.parents[1])
    for way, write in WAYS.items():
        shown(session, "elsewhere")
        assert digests(session) == {}, way
        assert shown(session, write(file)) == NAME, way
        assert digests(session) == {NAME: sha256(WORDS).hexdigest()}, way
        assert files_here(session) == ([], 1, 0), way
    assert str(file.parent).encode() not in session.path.read_bytes()


def test_a_path_in_a_sentence_leaves_its_name_there(session: Session, file: Path) -> None:
    other = file.with_name("note.md")
    other.write_text("x")
    why = f"As we read (« {file} »), see {file}, then {other}."
    save(session, taken("d1", "Stop the fairs", NOW.date(), why=why))
    said = session.engagement.record("decision", "d1")["why"].value
    assert said == f"As we read ({NAME}), see {NAME}, then note.md."
    assert set(digests(session)) == {NAME, "note.md"}
    assert files_here(session).fine == 2


def test_what_names_no_ordinary_file_stays_as_it_was_written(
    session: Session, tmp_path: Path, file: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    for said in (
        "Drive", "https://example.org/a/b.pdf", str(tmp_path), str(tmp_path / "pipe"),
        str(tmp_path / "none.pdf"), "~nobody-there/x.pdf", "a" * 1_900, "file://", "/", "«  »",
    ):  # fmt: skip
        assert shown(session, said) == said
        assert digests(session) == {}, said
    assert files_here(session) == ([], 0, 0)
    assert session.take_notices() == []


def test_what_changed_or_went_is_told_until_it_is_as_it_was(session: Session, file: Path) -> None:
    shown(session, str(file))
    file.write_bytes(b"Another text\n")
    assert states(session) == ["changed"]
    file.unlink()
    assert states(session) == ["gone"]
    file.write_bytes(WORDS)  # the same bytes, in another file
    assert files_here(session) == ([], 1, 0)
    file.write_bytes(b"The one that is meant\n")
    shown(session, str(file))
    assert files_here(session) == ([], 1, 0)


def test_another_machine_knows_the_digest_and_not_the_place(
    session: Session, file: Path, tmp_path: Path
) -> None:
    shown(session, str(file))
    there = Home(session.path.parent, tmp_path / "other state")
    other = open_session(session.path, there, "founder", lambda: NOW)
    assert digests(other) == {NAME: sha256(WORDS).hexdigest()}
    assert files_here(other) == ([], 0, 1)


def test_what_is_said_again_keeps_its_file_and_undo_takes_it_back(
    session: Session, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(session, str(file))
    monkeypatch.chdir(file.parent)
    file.write_bytes(b"Changed meanwhile")
    shown(session, NAME)  # a form saved as it was found: no new digest of what changed meanwhile
    assert states(session) == ["changed"]
    shown(session, "in the drawer")
    assert (digests(session), files_here(session)) == ({}, ([], 0, 0))
    assert isinstance(session.undo(), tuple)
    assert states(session) == ["changed"]


def test_a_document_checked_as_it_is_linked_stays_checked(session: Session, file: Path) -> None:
    fields = {"author": "Ana", "link": str(file), "verified_by": "Hugo"}
    save(session, describe_document(session.engagement, "strategy", fields, session.today))
    found = document_of(session.engagement, "strategy")
    assert (found.link, found.state) == (NAME, "verified")


def test_a_file_that_cannot_be_read_is_saved_and_said(
    session: Session, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.truncate(file, disk.LARGEST + 1)
    assert shown(session, str(file)) == NAME
    assert [each.reason for each in session.take_notices()] == ["store.file-large"]
    assert (digests(session), files_here(session).fine) == ({}, 1)

    opened = os.open

    def refused(path: str, *how: int) -> int:
        if Path(path) == file:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, *how)

    monkeypatch.setattr(os, "open", refused)
    shown(session, str(file), "start-context")
    assert [each.reason for each in session.take_notices()] == ["store.file-unread"]
    assert set(states(session)) == {"unread"}
    monkeypatch.undo()
    file.unlink()
    assert states(session) == ["gone", "gone"]
