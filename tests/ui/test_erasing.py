"""A client erased from the palette: shown first, confirmed by its name, and nothing is left."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from coach_tui.engagement.change import Draft
from coach_tui.engagement.profile import begin
from coach_tui.session import Session, create_session
from coach_tui.ui.palette import CoachProvider

from .conftest import screen_text


def left_of(home, *words: bytes) -> list[str]:
    return [
        path.name
        for path in home.state.parent.rglob("*")
        if path.is_file() and any(word in path.name.encode() + path.read_bytes() for word in words)
    ]


@pytest.mark.parametrize(("language", "typed"), [("en", "delete acme"), ("fr", "rgpd acme")])
async def test_its_name_erases_it_and_another_client_stays(
    opened, home, acme, now, language, typed
) -> None:
    zephyr = create_session(home, begin("Zephyr", acme.profile.first_day, 2, "cmo"), "cmo", now)
    assert isinstance(zephyr, Session)
    acme.record([Draft("note", acme.new_id(), {"step": "access-crm", "text": "SECRET"})])
    kept, words = zephyr.path.read_bytes(), (b"SECRET", b"Acme", acme.id.encode())
    async with opened(acme.path, language=language) as (app, pilot):
        hits = [hit async for hit in CoachProvider(app.screen).search(typed)]
        assert len(hits) == 1
        hits[0].command()
        await pilot.pause()
        about = str(app.screen.query_one("#dialog-about").render())
        assert str(acme.path) in about
        for name in ("", "Zephyr", "acm"):
            app.screen.query_one("#field-name", Input).value = name
            await pilot.press("ctrl+s")
            await pilot.pause()
            said = " ".join(str(each.render()) for each in app.screen.query("Static"))
            assert app.words("refusal.backup.not-named", company="Acme") in said
            assert acme.path.exists()
        app.screen.query_one("#field-name", Input).value = " ACME "
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert left_of(home, *words) == []
        assert app.session is None
        assert "Zephyr" in screen_text(app)
        await pilot.press("1", "u", "escape", "0")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert app.session is not None
        assert app.session.id == zephyr.id
    assert left_of(home, *words) == []
    assert zephyr.path.read_bytes() == kept


async def test_the_only_client_leaves_an_empty_home_and_the_app_goes_on(opened, home, acme) -> None:
    async with opened(acme.path) as (app, pilot):
        [hit] = [hit async for hit in CoachProvider(app.screen).search("erase acme")]
        hit.command()
        await pilot.pause()
        app.screen.query_one("#field-name", Input).value = "Acme"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert not list(home.engagements.iterdir())
        await pilot.press("1")
        await pilot.pause()
        assert app.is_running
        assert app.session is None
