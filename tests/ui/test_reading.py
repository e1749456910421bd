"""The pages to read, in the app: found by a few letters or a search, read part by part."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from coach_tui.coach.pages import page_at
from coach_tui.language import LANGUAGES
from coach_tui.library import pages_of
from coach_tui.ui.dialogs.find import FindDialog
from coach_tui.ui.dialogs.reading import ReadingDialog
from coach_tui.ui.reading import read_at

from .conftest import screen_text


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
async def test_a_page_is_found_and_read_part_by_part(opened, acme, size):
    async with opened(acme.path, size=size) as (app, pilot):
        await pilot.press("l")
        assert isinstance(app.screen, FindDialog)
        await pilot.press(*"hard talks", "enter")
        assert isinstance(app.screen, ReadingDialog)
        assert "Hard talks" in screen_text(app)
        await pilot.press("right")
        await pilot.pause(0.1)
        assert "You promised leads by month" in screen_text(app)
        await pilot.press("left", "left")
        await pilot.pause(0.1)
        assert "Hard talks" in screen_text(app)
        await pilot.press("escape")
        assert not isinstance(app.screen, ReadingDialog)


async def test_a_part_is_found_by_its_own_title_and_copied_as_it_is_written(opened, acme):
    async with opened(acme.path, language="fr") as (app, pilot):
        await pilot.press("l", *"premiere relance", "enter")
        await pilot.press("y")
        assert app.clipboard.startswith("**Objet\N{NO-BREAK SPACE}: Il manque encore {tool}**")


async def test_what_a_search_finds_on_a_page_opens_there(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await pilot.press("slash")
        app.screen.query_one(Input).value = "goes round the CMO"
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert isinstance(app.screen, ReadingDialog)
        assert "gone round" not in screen_text(app)
        assert "The founder goes round the CMO" in screen_text(app)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_page_a_template_an_example_become_files(
    opened, acme, monkeypatch, tmp_path, language
):
    monkeypatch.chdir(tmp_path)
    async with opened(acme.path, size=(80, 24), language=language) as (app, pilot):
        for page in ("exits", "plan-90.template", "plan-90.example", "kpis"):
            assert read_at(app, page)
            await pilot.press("e")
            await pilot.pause()
            await pilot.press("ctrl+s")  # its name as it is proposed
            await pilot.pause()
            await pilot.press("enter")  # read, then written
            await pilot.pause()
            found = page_at(pages_of(language), page)
            written = tmp_path / f"{page.replace('.', '-')}.md"
            assert written.read_text(encoding="utf-8") == found[0].markdown, page
            await pilot.press("escape")
