"""The help: its beginning is there to be read while the rest is being written."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from coach_tui.ui.screens import help as help_screen

from .conftest import screen_text


@pytest.mark.parametrize(
    ("language", "begins", "keys"),
    [("en", "Here: Now", "Keys"), ("fr", "Ici\N{NO-BREAK SPACE}: Maintenant", "Touches")],
)
async def test_the_beginning_shows_first_and_the_keys_follow(
    opened, acme, monkeypatch, language, begins, keys
):
    seen = []
    async with opened(acme.path, language=language) as (app, pilot):

        async def look(_seconds):
            await Pilot(app).pause()  # the patient one would wait for what is being written here
            seen.append((screen_text(app), app.screen.query_one("#help-text").source))

        monkeypatch.setattr(help_screen, "sleep", look)
        await pilot.press("question_mark")
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown, written = seen[0]
        assert begins in shown
        assert f"## {keys}" not in written
        source = app.screen.query_one("#help-text").source
        assert f"## {keys}" in source
        assert source.count("\n## ") == len(seen)


@pytest.mark.parametrize(
    ("key", "title", "own"),
    [("4", "Here: KPIs", "Record a reading"), ("3", "Here: Accesses", "Add an access"),
     ("2", "Here: Journey", "Mark the step done")],
)  # fmt: skip
async def test_it_opens_at_what_concerns_the_screen_one_comes_from(opened, acme, key, title, own):
    async with opened(acme.path) as (app, pilot):
        await pilot.press(key, "question_mark")
        await app.workers.wait_for_complete()
        await pilot.pause()
        source = app.screen.query_one("#help-text").source
        here = source.partition("## ")[2].partition("\n## ")[0]
        assert here.startswith(title)
        assert own in here
        assert "Leave; everything is saved" not in here
