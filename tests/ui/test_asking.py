"""`y`: what is waited for, copied as a message to send, and noted as asked."""

from __future__ import annotations

import pytest

from coach_tui.engagement.access.change import add_access
from coach_tui.engagement.asked import asked_by_step
from coach_tui.engagement.profile import begin
from coach_tui.engagement.step import steps_of
from coach_tui.session import Session, create_session
from coach_tui.ui.screens.now import NowScreen
from coach_tui.ui.widgets.panel import Panel

from .conftest import TODAY, screen_text


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_y_copies_one_persons_message_and_undo_takes_the_asking_back(
    opened, acme, language
) -> None:
    for tool, category, who in (("HubSpot", "crm", "Julie [x]"), ("GA4", "analytics", "Zoé Petit")):
        fields = {"tool": tool, "category": category, "granter": who}
        acme.record(add_access(acme.engagement, tool.lower(), fields, TODAY))
    async with opened(acme.path, size=(100, 40), language=language) as (app, pilot):
        week = app.screen.query_one("#week", Panel)
        week.focus()
        assert week.point("who:ops"), "those who are waited for have their line"
        await pilot.press("y")
        assert "HubSpot" in app.clipboard
        assert "Zoé Petit" not in app.clipboard
        assert "access-crm" in app.clipboard
        asked = asked_by_step(app.session.engagement)["access-crm"]
        assert [(each.of, each.day) for each in asked] == [("Julie [x]", TODAY)]
        assert steps_of(app.session.engagement)["access-crm"].status == "doing"
        assert "Julie [x]" in " ".join(screen_text(app).split())
        assert week.point("who:ops")
        for key in ("w", "enter"):  # what they hold, and for when
            await pilot.press(key)
            told = " ".join(screen_text(app).split())
            held = app.words("now.held", who=app.words("move.the.ops"))
            assert held.replace("\xa0", " ") in told, key
            waited = app.screen_stack[-2].view
            for move in waited.agenda.waiting["ops"]:
                assert waited.reader.title(move) in told, key
            await pilot.press("escape")
        await pilot.press("y")
        assert "GA4" in app.clipboard, "one message a person: the next is the other's"
        assert "Julie" not in app.clipboard
        await pilot.press("u", "u")
        assert asked_by_step(app.session.engagement) == {}
        assert steps_of(app.session.engagement).get("access-crm") is None or (
            steps_of(app.session.engagement)["access-crm"].status == "todo"
        )


async def test_y_on_ones_own_move_copies_the_step_and_notes_nothing(opened, acme) -> None:
    async with opened(acme.path) as (app, pilot):
        own = next(each for each in app.screen.view.moves if each.kind == "step")
        await pilot.press("a")
        assert app.screen.query_one("#week", Panel).point(own.id)
        await pilot.press("y")
        assert app.clipboard.startswith("### ")
        assert asked_by_step(app.session.engagement) == {}


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_enter_on_what_is_to_be_asked_shows_the_message_and_yes_takes_it(
    opened, acme, language
) -> None:
    async with opened(acme.path, language=language) as (app, pilot):
        asking = next(each for each in app.screen.view.agenda.shown if each.kind == "ask")
        await pilot.press("a")
        assert app.screen.query_one("#week", Panel).point(asking.id)
        await pilot.press("enter")
        told = screen_text(app)
        assert "- [ ] " in told
        assert "<!--" not in told
        await pilot.press("escape")
        assert asked_by_step(app.session.engagement) == {}, "read only"
        await pilot.press("enter", "enter")
        assert "- [ ] " in app.clipboard
        assert "(coach#" in app.clipboard, "its boxes come back"
        assert set(asked_by_step(app.session.engagement)) >= set(asking.about)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_nothing_is_noted_as_asked_where_no_copy_arrives(
    opened, acme, language, monkeypatch
) -> None:
    async with opened(acme.path, language=language) as (app, pilot):
        asking = next(each for each in app.screen.view.agenda.shown if each.kind == "ask")
        await pilot.press("a")
        assert app.screen.query_one("#week", Panel).point(asking.id)
        monkeypatch.setenv("TERM_PROGRAM", "Apple_Terminal")
        for keys in (("y",), ("enter", "enter")):
            await pilot.press(*keys)
            await pilot.pause()
            assert asked_by_step(app.session.engagement) == {}, keys
            told = " ".join(screen_text(app).split())
            assert app.words("request.not-copied").replace("\xa0", " ")[:20] in told, keys
        assert "coach ask" in told
        monkeypatch.delenv("TERM_PROGRAM")
        await pilot.press("y")
        assert set(asked_by_step(app.session.engagement)) >= set(asking.about)


async def test_enter_on_what_is_to_be_asked_later_opens_what_shows_it_done(opened, acme) -> None:
    async with opened(acme.path) as (app, pilot):
        later = next(each for each in app.screen.view.agenda.later if each.kind == "ask")
        await pilot.press("a")
        assert app.screen.query_one("#week", Panel).point(later.id)
        await pilot.press("enter")
        assert not isinstance(app.screen, NowScreen), screen_text(app)


async def test_enter_where_the_week_is_done_begins_what_comes_next(opened, home, now) -> None:
    begun = create_session(home, begin("Acme", None, None, "founder", "looking"), "founder", now)
    assert isinstance(begun, Session)
    async with opened(begun.path) as (app, pilot):
        while app.screen.view.agenda.now:
            await pilot.press("z", "ctrl+s")
        view = app.screen.view
        assert view.agenda.now is None
        assert view.agenda.later
        await pilot.press("enter")
        assert not isinstance(app.screen, NowScreen), screen_text(app)
