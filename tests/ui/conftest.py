"""The app on a home of its own, on a day that does not move."""

from __future__ import annotations

import asyncio
import gc
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from unittest.mock import patch

import pytest
from textual._compositor import Compositor
from textual.pilot import Pilot

from coach_tui.engagement.profile import begin
from coach_tui.places import Home
from coach_tui.session import Session, create_session
from coach_tui.ui.app import CoachApp
from coach_tui.ui.screens import help as help_screen

TODAY = date(2026, 3, 12)
Opened = AbstractAsyncContextManager[tuple[CoachApp, Pilot[int]]]
PATIENCE = 250  # looks, of some 20 ms each
PARTS = 3  # of the help, for who does not read on
OPENED, BETWEEN = count(), 8  # apps, and how many go at a time
DRAWN = Compositor.render_update


class PatientPilot(Pilot[int]):
    """It goes on once what was begun is drawn, however busy the machine is.

    The frames on the way there, a third of a test's time, are nobody's to see and are not drawn:
    those in a real terminal are (`tests/terminal`).
    """

    async def press(self, *keys: str) -> None:
        await super().press(*keys)
        await self.calm()

    async def pause(self, delay: float | None = None) -> None:
        await super().pause(delay)
        await self.calm()

    async def calm(self) -> None:
        """Wait for what is being drawn, and for what waits until the cursor rests."""
        for _ in range(PATIENCE):
            if not self.busy:
                break
            await super().pause()
        with patch.object(Compositor, "render_update", DRAWN):
            self.app.screen._compositor_refresh()

    @property
    def busy(self) -> bool:
        """Whether something is still to come by itself."""
        rest = getattr(self.app.screen, "_rest", None)
        resting = rest is not None and rest._task is not None and not rest._task.done()
        return resting or any(not worker.is_finished for worker in self.app.workers)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "engagements", tmp_path / "state")


@pytest.fixture
def now() -> Callable[[], datetime]:
    """Nine o'clock, and a second later each time it is asked: two gestures never share a moment."""
    ticks = iter(range(10**9))

    def tick() -> datetime:
        return datetime(2026, 3, 12, 9, 0, tzinfo=UTC) + timedelta(milliseconds=next(ticks))

    return tick


@pytest.fixture
def acme(home: Home, now: Callable[[], datetime]) -> Session:
    """An engagement begun three days ago by its founder, with the CMO there two days a week."""
    session = create_session(home, begin("Acme", date(2026, 3, 9), 2, "founder"), "founder", now)
    assert isinstance(session, Session)
    return session


@pytest.fixture
def opened(home: Home, now: Callable[[], datetime]) -> Callable[..., Opened]:
    """Open the app: `async with opened(session.path) as (app, pilot)`."""

    @asynccontextmanager
    async def open_app(path: Path | None, size=(80, 24), language="en"):
        undrawn = patch.object(Compositor, "render_update", return_value=None)
        # An app keeps what is there at its first frame for good, alone in its process as it is.
        # Here that would be every app before it: they go, and only what all of them read stays.
        if next(OPENED) % BETWEEN == 0:
            gc.collect()
            gc.freeze()
        app = CoachApp(home, now, language=language, path=path)
        with patch.object(gc, "freeze"):
            async with app.run_test(size=size, notifications=True):
                with undrawn:
                    pilot = PatientPilot(app)
                    await pilot.pause()
                    await pilot.pause()
                    yield app, pilot

    return open_app


@pytest.fixture
def short_help(monkeypatch: pytest.MonkeyPatch) -> None:
    """The help's first parts, more than a window shows: what follows takes seconds to lay out.

    For who only goes by; the whole of it is written and read in `test_help`.
    """
    written: Counter[asyncio.Task[None] | None] = Counter()

    async def go_on(_seconds: float) -> None:
        written[asyncio.current_task()] += 1
        if written[asyncio.current_task()] == PARTS:
            raise asyncio.CancelledError  # as a worker that is stopped

    monkeypatch.setattr(help_screen, "sleep", go_on)


def screen_text(app: CoachApp) -> str:
    """What the terminal shows, a line a row."""
    _width, _height = app.size
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in lines)
