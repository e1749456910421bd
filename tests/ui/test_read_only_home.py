"""A home one may read and not write: the app opens, says so once, and claims no save."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import coach_tui.store.storage  # noqa: F401 (nobody may be unable to import it)
from coach_tui.engagement.profile import begin
from coach_tui.places import Home
from coach_tui.session import Session, create_session
from coach_tui.ui.app import CoachApp
from tests.store.workers import Say, started

NOBODY = 65534


def now() -> datetime:
    return datetime(2026, 3, 12, 9, tzinfo=UTC)


@pytest.fixture
def home() -> Iterator[Home]:
    """A home that another user can enter, unlike pytest's own folders."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Home(Path(folder) / "engagements", Path(folder) / "state")


@pytest.mark.parametrize("second_copy", [True, False])
def test_the_app_says_once_that_nothing_can_be_saved(home: Home, second_copy: bool) -> None:
    session = create_session(home, begin("Acme", date(2026, 3, 9), 2, "founder"), "founder", now)
    assert isinstance(session, Session)
    asyncio.run(_nothing(home, session.path))
    session.refresh()
    if not second_copy:
        shutil.rmtree(home.state)
        home.state.mkdir()
    root = home.state.parent
    for path in (*root.rglob("*"), root):
        path.chmod(0o555 if path.is_dir() else 0o444)

    async def walk(say: Say) -> None:
        app = CoachApp(home, now, language="en", path=session.path)
        async with app.run_test(notifications=True) as pilot:
            await pilot.pause()
            await pilot.pause()
            for message in _told(app):
                say(f"opening: {message}")
            await pilot.press("2", "down", "i")
            await pilot.pause()
            for message in _told(app):
                say(f"saving: {message}")
            say(f"known: {len(app.session.changes) if app.session else 0}")

    said = _as_somebody_else(walk)

    assert [line for line in said if line.startswith("opening")] == [said[0]]
    assert "can be read here but not changed" in said[0]
    assert [line for line in said if line.startswith("saving")] == [said[1]]
    assert "Not saved" in said[1]
    assert said[2:] == [f"known: {len(session.changes)}"]


async def _nothing(home: Home, path: Path) -> None:
    """Open and leave: nobody may be unable to import what the app loads on its way."""
    async with CoachApp(home, now, language="en", path=path).run_test() as pilot:
        await pilot.pause()
        await pilot.press("2", "down", "i", "u", "1")
        await pilot.pause()


def _told(app: CoachApp) -> list[str]:
    messages = [notification.message for notification in app._notifications]
    app.clear_notifications()
    return messages


def _as_somebody_else(work: object) -> list[str]:
    def dropped(say: Say) -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        asyncio.run(work(say))  # type: ignore[operator]

    return started(dropped).said()
