"""The other language, in the middle of the work: the words change, and nothing else moves."""

from __future__ import annotations

import pytest
from textual.containers import VerticalScroll

from coach_tui.ui.widgets.step_list import StepList

from .conftest import screen_text
from .records import record_one_of_each

# The keys that go to a place and move there: the cursor off the top, a part open, a pane read.
MOVED = {
    "now": ("1", "down", "down", "down"),
    "stages": ("2", *["down"] * 7),
    "a step being read": ("2", *["down"] * 7, "enter", *["down"] * 6),
    "accesses": ("3", "down"),
    "an access being read": ("3", "down", "o", "down"),
    "kpis": ("4", "down"),
    "rhythm": ("5", *["down"] * 12),
    "team": ("6", "down", "right"),
    "the team, where views differ": ("6", "g", "g", "down"),
    "framing": ("8", "enter", "down", "down"),
    "transition": ("7", "down", "down", "enter", "down"),
    "history": ("9", *["down"] * 15),
    "engagements": ("0", "down"),
    "portfolio": ("p", "down", "down"),
    "help": ("question_mark", *["pagedown"] * 2),
}


@pytest.fixture
def full(acme):
    record_one_of_each(acme)
    return acme


async def settle(pilot):
    for _ in range(4):
        await pilot.pause(0.04)
        await pilot.app.workers.wait_for_complete()  # as the help, written piece by piece


def where(app) -> dict[str, object]:
    """Where the reader is: the line, how far each list and pane is scrolled, what has the keys."""
    screen = app.screen
    return {
        "cursor": screen.cursor,
        "rows": [[row.id for row in each._rows] for each in screen.query(StepList)],
        "scrolled": [each.scroll_y for each in screen.query(StepList)],
        "pane": [each.scroll_y for each in screen.query(VerticalScroll)],
        "focus": (type(screen.focused), getattr(screen.focused, "id", "")),
        "reading": screen.has_class("-reading"),
        "view": view if isinstance(view := getattr(screen, "_view", ""), str) else "",
    }


def seen_whole(listed: StepList) -> bool:
    """Whether the cursor's row, which may fold otherwise in each language, is all in sight."""
    if listed.highlighted is None:
        return True
    top = listed.line_pointed - listed.scroll_y
    lines = str(listed.get_option_at_index(listed.highlighted).prompt).count("\n") + 1
    return 0 <= top <= listed.scrollable_content_region.height - lines


@pytest.mark.parametrize("place", MOVED)
async def test_the_cursor_and_what_is_open_stay_where_they_were(opened, full, place):
    async with opened(full.path, size=(80, 24)) as (app, pilot):
        await settle(pilot)
        for key in MOVED[place]:
            await pilot.press(key)
        await settle(pilot)
        left, english = where(app), screen_text(app)
        assert all(seen_whole(each) for each in app.screen.query(StepList)), "it is cut"
        if place not in ("engagements", "help"):
            assert left["cursor"], "nothing was pointed at"
        await pilot.press("L")
        await settle(pilot)
        assert {**where(app), "scrolled": left["scrolled"]} == left
        assert all(seen_whole(each) for each in app.screen.query(StepList)), "it slipped away"
        assert screen_text(app) != english
        assert app.words.language == "fr"
        await pilot.press("L")
        await settle(pilot)
        assert where(app) == left
        assert screen_text(app) == english


async def test_a_place_visited_before_speaks_the_other_language_where_it_was_left(opened, full):
    async with opened(full.path, size=(80, 24)) as (app, pilot):
        await settle(pilot)
        await pilot.press("5", "end", "up")
        await settle(pilot)
        left = app.screen.cursor
        await pilot.press("3", "L")
        await settle(pilot)
        await pilot.press("5")
        await settle(pilot)
        assert app.screen.cursor == left
        assert "Rythme" in screen_text(app)
        assert "aide" in screen_text(app).splitlines()[-1]
