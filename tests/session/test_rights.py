"""What a client confided is for this user's eyes: files 0600, the folders that hold them 0700."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coach_tui.engagement.profile import begin
from coach_tui.places import Home
from coach_tui.session import Session, create_session, open_session
from coach_tui.store.settings import write_settings


def now() -> datetime:
    return datetime(2026, 9, 7, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def permissive() -> Iterator[None]:
    """The usual umask, which lets everybody read."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_nobody_else_can_read_anything_of_an_engagement(tmp_path: Path) -> None:
    root = tmp_path / "coach"
    home = Home(root / "engagements", root / "state")
    session = create_session(home, begin("Acme", date(2026, 9, 7), 2.0, "cmo"), "cmo", now)
    assert isinstance(session, Session)
    session.catch_up()
    write_settings(home.settings, {"engagement": str(session.path)})
    shutil.copy(session.path, session.path.with_stem(f"{session.path.stem} (conflicted copy)"))
    session.path.write_bytes(session.path.read_bytes()[:-9])
    open_session(session.path, home, "cmo", now).catch_up()
    folders = [path for path in root.rglob("*") if path.is_dir()]
    files = [path for path in root.rglob("*") if path.is_file() and "merged" not in path.name]
    assert {rights(folder) for folder in folders} == {0o700}
    assert {rights(file) for file in files} == {0o600}
    assert any("damaged" in file.name for file in files)


def test_a_state_folder_that_went_away_comes_back_as_private(tmp_path: Path) -> None:
    home = Home(tmp_path / "engagements", tmp_path / "deep" / "state")
    session = create_session(home, begin("Acme", date(2026, 9, 7), 2.0, "cmo"), "cmo", now)
    assert isinstance(session, Session)
    shutil.rmtree(home.state.parent)
    session.catch_up()
    assert rights(home.state) == rights(home.state.parent) == 0o700
