"""In a browser the app begins before anybody looks at it: it is then as in a terminal."""

from __future__ import annotations

from textual.widgets import Input

from coach_tui.ui.app import CoachApp


async def test_the_first_key_typed_is_in_the_first_question(home, now) -> None:
    app = CoachApp(home, now, language="en", path=None)
    app.set_reactive(CoachApp.app_focus, False)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.focused is None
        await pilot.press(*"Dupont")
        assert app.screen.query_one("#field-company", Input).value == "Dupont"


async def test_the_cursor_is_on_the_card_of_today(home, now, acme) -> None:
    app = CoachApp(home, now, language="en", path=acme.path)
    app.set_reactive(CoachApp.app_focus, False)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.app_focus = True
        assert app.focused is app.screen.query_one("#card")
