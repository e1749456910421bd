"""A file's name that none can have is refused in the form, whichever document is taken out."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from .conftest import screen_text

PLACES = [("2", "e"), ("2", "f"), ("3", "e"), ("4", "e"), ("4", "f"), ("5", "e"), ("6", "e"),
          ("7", "e"), ("8", "e")]  # fmt: skip


@pytest.mark.parametrize(("screen", "key"), PLACES)
async def test_a_name_that_cannot_be_is_refused_and_the_form_stays(opened, acme, screen, key):
    async with opened(acme.path) as (app, pilot):
        await pilot.press(screen)
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause(0.1)
        form = app.screen
        for name, said in (
            ("", "No file is named"),
            ("/", "is a folder"),
            ("~nobody-here/x.md", "~nobody-here"),
        ):
            form.query_one("#field-path", Input).value = name
            await pilot.press("ctrl+s")
            await pilot.pause(0.1)
            assert app.screen is form
            assert said in screen_text(app)
