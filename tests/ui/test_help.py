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


# Every place by its key, with one of the keys that work there and nowhere else but a few.
PLACES = {
    "1": ("Now", "Do what stands"), "2": ("Journey", "Mark the step done"),
    "3": ("Accesses", "Add an"), "4": ("KPIs", "Record a reading"),
    "5": ("Rhythm", "Log it"), "6": ("Team", "Rate"),
    "7": ("Handover", "Sign the open loop"), "8": ("Framing", "Answer yes"),
    "9": ("History", "change"), "0": ("Engagements", "Create"), "p": ("Clients", "Open this"),
}  # fmt: skip


@pytest.mark.usefixtures("short_help")
async def test_it_opens_at_what_concerns_the_screen_one_comes_from_in_every_place(opened, acme):
    wrong = []
    async with opened(acme.path) as (app, pilot):
        for key, (place, own) in PLACES.items():
            await pilot.press(key, "question_mark")
            await app.workers.wait_for_complete()
            await pilot.pause()
            source = app.screen.query_one("#help-text").source
            here = source.partition("## ")[2].partition("\n## ")[0]
            lines = here.split("\n\n")
            if lines[0] != f"Here: {place}" or own not in here:
                wrong.append((key, here[:400]))
            if f"(`{key}`)" not in here or "Leave; everything is saved" in here:
                wrong.append((key, here[:400]))
            await pilot.press("escape")
    assert wrong == [], "\n".join(map(str, wrong))
