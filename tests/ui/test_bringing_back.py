"""An engagement whose file went away: told in the app, and brought back where one says yes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime

import pytest

from coach_tui.engagement.change import Draft
from coach_tui.engagement.profile import begin
from coach_tui.places import Home
from coach_tui.session import Session, create_session
from tests.ui.conftest import Opened, screen_text

SIZES = [((80, 24), "en"), ((40, 15), "fr")]


@pytest.mark.parametrize(("size", "language"), SIZES)
async def test_with_every_file_gone_the_app_opens_on_what_it_knows(
    opened: Callable[..., Opened], home: Home, acme: Session, size: tuple[int, int], language: str
) -> None:
    acme.record([Draft("step", "access-crm", {"status": "done"})])
    text = acme.path.read_bytes()
    shutil.rmtree(home.engagements)

    async with opened(None, size=size, language=language) as (app, pilot):
        assert "Acme" in screen_text(app)
        assert "! " in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "2026" in screen_text(app)
        assert not home.engagements.exists(), "asked first"
        await pilot.press("escape")
        await pilot.pause()
        assert not home.engagements.exists(), "and left alone on a no"
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert acme.path.read_bytes() == text
        assert app.session is not None
        assert app.session.id == acme.id
        assert len(app.session.changes) == 2


async def test_the_portfolio_does_not_say_that_there_never_was_a_client(
    opened: Callable[..., Opened], home: Home, acme: Session
) -> None:
    async with opened(acme.path) as (app, pilot):
        acme.path.unlink()
        await pilot.press("p")
        await pilot.pause()
        text = screen_text(app)
        assert "gone" in text
        assert "to begin" not in text


async def test_among_others_it_comes_last_and_can_only_be_brought_back(
    opened: Callable[..., Opened], home: Home, acme: Session, now: Callable[[], datetime]
) -> None:
    decision = begin("Zephyr", date(2026, 3, 9), 2, "founder")
    zephyr = create_session(home, decision, "founder", now)
    assert isinstance(zephyr, Session)
    async with opened(zephyr.path) as (app, pilot):
        acme.path.unlink()
        await pilot.press("0")
        await pilot.pause()
        text = screen_text(app)
        assert text.index("Zephyr") < text.index("! file gone  Acme")
        assert [app.screen.offers(each) for each in ("open", "archive", "edit")] == [True] * 3
        await pilot.press("end")
        await pilot.pause()
        assert [app.screen.offers(each) for each in ("open", "archive", "edit")] == [
            True,
            None,
            None,
        ]
    assert not acme.path.exists()
