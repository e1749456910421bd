"""A file that can't be opened says why and what to do, whole, in a small window, by keyboard."""

from __future__ import annotations

import re

import pytest

from coach_tui.language import Words
from coach_tui.listing import list_engagements
from coach_tui.ui.widgets.step_list import StepList

from .conftest import screen_text

NAME = "a-company-with-quite-a-long-name.json"


def letters(text: str) -> str:
    """Without what wrapping and frames put between the words."""
    return re.sub(r"[\s│─┌┐└┘▁▂▃▄▅▆▇█]", "", text)


async def settle(pilot):
    for _ in range(4):
        await pilot.pause(0.04)


@pytest.mark.parametrize(
    ("key", "screen", "size", "language"),
    [
        ("0", "engagements", (80, 24), "fr"),
        ("p", "portfolio", (40, 15), "en"),
        ("0", "engagements", (40, 15), "fr"),
        ("p", "portfolio", (40, 15), "fr"),
    ],
)
async def test_the_whole_reason_and_remedy_are_read_by_keyboard(
    opened, acme, home, key, screen, size, language
):
    """Both places open the same dialog: only where one comes back to is each one's own, and its
    words have each window and language."""
    (home.engagements / NAME).write_bytes(b"{ not an engagement")
    error = next(each.error for each in list_engagements(home) if each.error)
    words = Words(language)
    why = words(error.reason, **error.values)
    async with opened(acme.path, size=size, language=language) as (app, pilot):
        await pilot.press(key)
        await settle(pilot)
        await pilot.press("home")
        while NAME not in screen_row(app):
            await pilot.press("down")
        row = app.screen.cursor
        assert words("engagements.damaged") in screen_row(app)
        assert words("command.open") in screen_text(app).splitlines()[-1], "Enter is offered"
        await pilot.press("enter")
        await settle(pilot)
        read = letters(screen_text(app))
        for _ in range(16):
            await pilot.press("down")
            await settle(pilot)
            read += letters(screen_text(app))
        for part in why.split():
            assert letters(part) in read, part
        command = f"coach --home {home.engagements.parent} doctor"
        for part in words("engagements.damaged-about", command=command).split():
            assert letters(part) in read, part
        await pilot.press("y")
        assert app.clipboard == command
        await pilot.press("escape")
        await settle(pilot)
        assert (app.screen.NAME, app.screen.cursor) == (screen, row)


def screen_row(app) -> str:
    """The line under the cursor, as it was given to the list."""
    rows = app.screen.query_one(StepList)
    return rows._rows[rows.highlighted].content.plain
