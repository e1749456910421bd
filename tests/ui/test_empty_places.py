"""A place without anything in it: what it is for, how it begins, and its one key, in any window."""

from __future__ import annotations

import pytest
from textual.widgets import OptionList

from coach_tui.ui.widgets.empty_place import EmptyPlace

from .conftest import screen_text

# The place's key, its one key there with what it does, in each language.
PLACES = {
    "3": ("a  Add an access to the register", "a  Ajouter un accès au registre"),
    "4": ("a  Track a KPI", "a  Suivre un KPI"),
    "6": ("a  Add a person", "a  Ajouter une personne"),
}


@pytest.mark.parametrize(
    ("size", "language"), [((120, 40), "en"), ((80, 24), "fr"), ((40, 15), "fr")]
)
async def test_its_one_key_is_told_pointed_at_and_begins_it(opened, acme, size, language):
    async with opened(acme.path, size=size, language=language) as (app, pilot):
        for place, said in PLACES.items():
            for begin in ("enter", "click", "a"):
                await pilot.press(place)
                await pilot.pause()
                empty = app.screen.query_one(EmptyPlace)
                assert empty.has_focus, place
                assert said[language == "fr"] in screen_text(app), place
                row = screen_text(app).splitlines()[app.cursor_position.y]
                assert said[language == "fr"] in row, "the terminal's cursor is on it"
                if begin == "click":
                    await pilot.click(offset=(8, app.cursor_position.y))
                else:
                    await pilot.press(begin)
                await pilot.pause()
                assert len(app.screen_stack) > 2 or app.screen.is_modal, (place, begin)
                await pilot.press("escape")
                await pilot.pause()


async def test_what_is_added_takes_its_place_and_has_the_keys(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await pilot.press("4", "enter", *"mql", "enter", "ctrl+s")
        await pilot.pause()
        assert not app.screen.query_one(EmptyPlace).display
        assert isinstance(app.focused, OptionList)
        assert "MQL" in screen_text(app)


async def test_the_rhythm_tells_how_it_begins_above_what_is_there_from_the_first_day(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await pilot.press("5")
        await pilot.pause()
        assert screen_text(app).count("No ritual yet") == 1
        assert isinstance(app.focused, OptionList)
        empty = app.screen.query_one(EmptyPlace)
        await pilot.click(offset=(8, empty.content_region.y + empty.line_pointed))
        await pilot.pause()
        assert app.screen.is_modal
        await pilot.press("enter")
        await pilot.pause()
        assert not app.screen.query_one(EmptyPlace).display
        await pilot.resize_terminal(40, 15)
        await pilot.pause()
        assert "No ritual yet" not in screen_text(app)
