"""The last line: whole entries only, and always how to get help and how to quit."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from coach_tui.demo import make_demo
from coach_tui.language import Words
from coach_tui.ui.app import SCREENS
from coach_tui.ui.widgets.key_bar import KeyBar, KeyEntry, fitted

from .conftest import TODAY, screen_text

ENTRIES = [
    KeyEntry("enter", "open", "enter"),
    KeyEntry("b", "blocked", "b"),
    KeyEntry("n", "note", "n"),
]
ALWAYS = [KeyEntry("?", "help", "question_mark"), KeyEntry("q", "quit", "q")]


def test_entries_are_whole_whatever_the_width_and_the_ways_out_are_always_there():
    whole = [f"{each.key} {each.said}" for each in (*ENTRIES, *ALWAYS)]
    for width in range(60):
        said = fitted(ENTRIES, ALWAYS, width).plain
        assert len(said) <= width
        if width >= 14:
            assert said.endswith("? help  q quit"), width
            assert all(part in whole for part in said.split("  ")), width
        elif width >= 4:
            assert said == "?  q", width


def test_the_most_useful_come_first():
    assert fitted(ENTRIES, ALWAYS, 26).plain == "enter open  ? help  q quit"
    assert fitted(ENTRIES, ALWAYS, 34).plain == "enter open  n note  ? help  q quit"
    assert fitted(ENTRIES, ALWAYS, 45).plain.startswith("enter open  b blocked  n note")


@pytest.mark.usefixtures("short_help")
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_every_screen_at_every_width_says_whole_entries_help_and_quit(opened, home, language):
    path = make_demo(home, Words(language), TODAY)
    words = Words(language)
    async with opened(path, size=(120, 30), language=language) as (app, pilot):
        for size in ((120, 30), (80, 24), (40, 15)):
            await pilot.resize_terminal(*size)
            for name in SCREENS:
                app.go(name)
                await pilot.pause()
                await pilot.pause()
                last = screen_text(app).splitlines()[-1].strip()
                entries = last.split("  ")
                active = app.screen.active_bindings.values()
                said = {each.binding.description for each in active if each.enabled}
                assert not {each for each in said if "." in each}, (name, "a key of our words")
                assert all(entry.partition(" ")[2] in said for entry in entries), (name, last)
                assert words("command.help") in entries[-2], (name, size, last)
                assert words("command.quit") in entries[-1], (name, size, last)
                if name != "help":
                    assert len(entries) > 2, (name, size, last)


async def test_the_french_day_says_at_80_columns_what_it_said_cut(opened, acme):
    async with opened(acme.path, language="fr") as (app, pilot):
        await pilot.pause(0.1)
        shown = screen_text(app)
        assert all(key in shown for key in ("entrée ", "z plus tard")), "the card says its own keys"
        last = shown.splitlines()[-1]
        assert last.strip().startswith("a tout voir  j jours  n note  ")
        assert last.rstrip().endswith("? aide  q quitter")


async def test_a_click_on_an_entry_does_what_its_key_does(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await pilot.pause(0.1)
        place = screen_text(app).splitlines()[-1].index("? help")
        await pilot.click(KeyBar, offset=(place, 0))
        await pilot.pause(0.1)
        assert app.screen.NAME == "help"


async def test_a_stage_says_how_to_turn_to_the_next(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await pilot.press("2")
        await pilot.pause(0.1)
        assert "→ next stage" in screen_text(app).splitlines()[-1]
        before = app.screen.stage.id
        await pilot.press("right")
        await pilot.pause()
        assert app.screen.stage.id != before


async def test_the_welcomes_palette_offers_what_can_be_done_there_and_no_step(opened):
    async with opened(None, language="fr") as (app, pilot):
        await pilot.press("ctrl+p")
        await pilot.pause(0.5)
        assert "Quitter" in screen_text(app)
        assert "étape" not in screen_text(app)
        await pilot.press(*"references")
        await pilot.pause(0.5)
        assert "Rien de ce nom" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert app.screen.NAME == "welcome"


async def test_nothing_is_offered_to_undo_before_there_is_an_engagement(opened):
    async with opened(None, language="fr") as (app, pilot):
        await pilot.press("f1")
        await pilot.pause(0.3)
        assert "annuler" not in screen_text(app).splitlines()[-1]


async def test_an_open_list_says_its_key_in_french(opened):
    async with opened(None, language="fr") as (app, pilot):
        app.screen.query_one("#field-role").focus()
        await pilot.press("enter")
        await pilot.pause()
        assert "échap fermer la liste" in screen_text(app).splitlines()[-1]


async def test_the_first_day_is_said_back_under_it(opened):
    async with opened(None, language="fr") as (app, pilot):
        await pilot.pause()
        lines = [each.strip(" │") for each in screen_text(app).splitlines()]
        typed = lines.index("16/03/2026")  # signed, not begun: next Monday
        assert lines[typed + 1].startswith("└─")  # its frame ends
        assert lines[typed + 2] == "→ lundi 16 mars 2026 · proposé\u00a0: lundi prochain"


async def test_the_welcome_opens_the_help_and_escape_returns_to_what_was_typed(opened):
    async with opened(None) as (app, pilot):
        app.screen.query_one("#field-company", Input).value = "Acme"
        await pilot.press("f1")
        await pilot.pause(0.1)
        assert app.screen.NAME == "help"
        await pilot.press("escape")
        await pilot.pause(0.1)
        assert app.screen.NAME == "welcome"
        assert app.screen.query_one("#field-company", Input).value == "Acme"
