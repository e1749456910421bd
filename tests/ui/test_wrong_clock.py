"""The app under a wrong clock: it asks what day it is, and saves nothing until it is told."""

from __future__ import annotations

import time
from types import SimpleNamespace

from textual.widgets import Input

from coach_tui.engagement.change import Draft
from coach_tui.language import Refusal
from coach_tui.session import open_engagement as sessions

from .conftest import screen_text


async def test_it_asks_the_day_at_opening(opened, acme, monkeypatch) -> None:
    with monkeypatch.context() as wrong:
        ahead = SimpleNamespace(time_ns=lambda: time.time_ns() + 730 * 86_400 * 10**9)
        wrong.setattr(sessions, "time", ahead)
        acme.record([Draft("step", "access-crm", {"status": "done"})])
    async with opened(acme.path) as (app, pilot):
        await pilot.pause()
        assert "What day is it?" in screen_text(app)
        decision = [Draft("step", "access-crm", {"status": "todo"})]
        assert isinstance(app.session.record(decision), Refusal)
        app.screen.query_one("#field-day", Input).value = time.strftime("%Y-%m-%d")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "What day is it?" not in screen_text(app)
        assert not isinstance(app.session.record(decision), Refusal)
