"""Everything that keys do, a pointer does: places, rows, acts, frames, what is marked to copy."""

from __future__ import annotations

import pytest

from coach_tui.demo import make_demo
from coach_tui.language import Words
from coach_tui.ui.widgets.matrix import Matrix
from coach_tui.ui.widgets.panel import Panel
from coach_tui.ui.widgets.step_list import StepList

from .conftest import screen_text


def spot(app, words: str) -> tuple[int, int]:
    """Where these words are drawn."""
    for y, line in enumerate(screen_text(app).splitlines()):
        if words in line:
            return line.index(words), y
    raise AssertionError(f"{words!r} is not in sight:\n{screen_text(app)}")


@pytest.fixture
def demo(home, now):
    return make_demo(home, Words("en"), now().date())


async def test_places_rows_frames_and_keys_at_the_bottom_are_clicked(opened, demo):
    async with opened(demo, size=(120, 40)) as (app, pilot):
        for name, screen in (
            ("4 KPIs", "KpisScreen"), ("2 Journey", "StageScreen"), ("5 Rhythm", "RhythmScreen"),
            ("3 Accesses", "AccessesScreen"), ("7 Handover", "TransitionScreen"),
            ("6 Team", "TeamScreen"), ("1 Now", "NowScreen"),
        ):  # fmt: skip
            await pilot.click(offset=spot(app, name))
            await pilot.pause()
            assert type(app.screen).__name__ == screen
        await pilot.press("4")
        rows = app.screen.query_one(StepList)
        x, y = spot(app, "Win rate")
        await pilot.click(offset=(x, y))
        await pilot.pause()
        assert rows.pointed == "win-rate"
        assert not app.screen.is_modal, "a click points; a second one chooses"
        await pilot.click("#ledger-pane")
        await pilot.pause()
        assert app.focused.id == "ledger-pane", "a click gives a frame the keys"
        await pilot.click(offset=spot(app, "a add"))
        await pilot.pause()
        assert app.screen.is_modal
        await pilot.press("escape")


async def test_acts_on_the_card_and_cells_of_the_team_are_clicked(opened, demo):
    async with opened(demo, size=(120, 40)) as (app, pilot):
        week = app.screen.query_one("#week", Panel)
        x, y = week.content_region.offset
        await pilot.click(offset=(x + 1, y))
        await pilot.pause()
        assert week.has_focus
        await pilot.press("6")
        matrix = app.screen.query_one(Matrix)
        x, y = matrix.content_region.offset
        before = matrix.pointed
        await pilot.click(offset=(x + 1, y + 4))
        await pilot.pause()
        assert matrix.pointed[0] != before[0]
        await pilot.click(offset=(x + 1, y + 4))
        await pilot.pause()
        assert app.screen.is_modal, "a second click rates"


async def test_words_are_marked_and_copied_and_what_takes_no_copy_is_told(
    opened, demo, monkeypatch
):
    for kind in ("TERM_PROGRAM", "STY"):
        monkeypatch.delenv(kind, raising=False)
    async with opened(demo, size=(120, 40)) as (app, pilot):
        await pilot.press("4")
        x, y = spot(app, "Confidence")
        for mail in (pilot.mouse_down, pilot.hover):
            await mail(offset=(x, y))
        await pilot.hover(offset=(x + 10, y))
        await pilot.mouse_up(offset=(x + 10, y))
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert app.clipboard.strip() == "Confidence"
        assert "Copied: Confidence" in screen_text(app)
        monkeypatch.setenv("TERM_PROGRAM", "Apple_Terminal")
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert "Not copied" in screen_text(app)
        assert "Copied: Confidence" not in screen_text(app)
