"""A list of which several lines are chosen: as tall as the window lets it be, and it says so."""

from __future__ import annotations

from textual.widgets import OptionList

from coach_tui.asking.sheet import Several
from coach_tui.ui.dialogs.several import SeveralDialog

from .conftest import screen_text
from .test_transition import settled

LINES = 40


async def test_the_lines_below_are_counted_and_none_are_where_all_is_seen(acme, opened) -> None:
    many = Several(
        "Tools", "", tuple((f"{n}", f"tool {n}") for n in range(LINES)), lambda _chosen: None
    )
    below = {}
    async with opened(acme.path) as (app, pilot):
        for rows in (15, 24, 40, 60):
            await pilot.resize_terminal(80, rows)
            dialog = SeveralDialog(many, app.words)
            await app.push_screen(dialog)
            await settled(pilot)
            seen = dialog.query_one(OptionList).size.height
            below[rows] = LINES - seen
            assert ("▼" in screen_text(app)) == (below[rows] > 0), rows
            if below[rows]:
                assert f"▼ {below[rows]}" in screen_text(app), rows
                await pilot.press("end")
                await settled(pilot)
                assert "▼" not in screen_text(app), rows
            assert app.words("several.keys") in screen_text(app), rows
            await pilot.press("escape")
            await settled(pilot)
    assert below[15] > below[24] > below[40] > below[60] == 0


async def test_space_marks_and_a_marks_all_or_none(acme, opened) -> None:
    kept: list[tuple[str, ...]] = []
    lines = tuple((f"{n}", f"tool {n}") for n in range(3))
    many = Several("Tools", "", lines, kept.append, ("1",))
    async with opened(acme.path) as (app, pilot):
        for keys in (("space",), ("down", "space"), ("a",), ("a", "a"), ("a", "space")):
            await app.push_screen(SeveralDialog(many, app.words))
            await pilot.press(*keys, "enter")
            await settled(pilot)
    assert kept == [("0", "1"), (), ("0", "1", "2"), (), ("1", "2")]
