"""Readable in any colours, and in none: nothing is told by colour alone."""

from __future__ import annotations

import pytest
from textual.filter import ANSIToTruecolor, Monochrome, NoColor

from coach_tui.ui.choices import Choices
from coach_tui.ui.themes import THEMES
from coach_tui.ui.widgets.step_list import StepList

from .conftest import screen_text


def filters(app, kind):
    return [each for each in app._filters if isinstance(each, kind) and each.enabled]


def line_at_cursor(app):
    rows = app.screen.query_one(StepList)
    y = rows.highlighted - rows.scroll_offset.y
    parts = [part for part in rows.render_line(y) if part.text.strip()]
    assert parts, "the line is empty"
    return parts


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_a_theme_is_worn_from_the_first_frame_as_when_it_is_chosen_live(
    opened, acme, home, theme
):
    Choices(home.settings).put(theme=theme)
    async with opened(acme.path) as (app, pilot):
        assert app.theme == theme
        own = theme.startswith("ansi")
        assert app.native_ansi_color is own
        assert bool(filters(app, ANSIToTruecolor)) is not own, "the terminal's own colours, or ours"
        await pilot.press("T")
        await pilot.pause()
        own = app.theme.startswith("ansi")
        assert app.native_ansi_color is own
        assert bool(filters(app, ANSIToTruecolor)) is not own


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_the_cursors_line_stands_out_without_any_colour(opened, acme, home, theme):
    Choices(home.settings).put(theme=theme)
    async with opened(acme.path) as (app, pilot):
        await pilot.press("2")
        parts = line_at_cursor(app)
        assert all(part.style.bold for part in parts)
        if theme.startswith("ansi"):
            assert all(part.style.reverse for part in parts), "blue on blue can't be read"


async def test_no_color_means_none_whatever_theme_was_chosen(opened, acme, home, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    Choices(home.settings).put(theme="coach-light")
    async with opened(acme.path) as (app, pilot):
        await pilot.press("2")
        assert filters(app, NoColor)
        assert not filters(app, Monochrome), "greys are colours, and some can't be read"
        assert all(part.style.reverse for part in line_at_cursor(app))
        await pilot.press("T")
        await pilot.pause()
        assert "NO_COLOR is set" in screen_text(app)
    assert Choices(home.settings).get("theme") == "coach-light", "the choice waits for colours"
