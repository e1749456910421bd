"""Another client opened: nothing of the one before stands under its name, not for a frame."""

from __future__ import annotations

from coach_tui.demo import make_demo
from coach_tui.engagement.profile import begin
from coach_tui.language import Words
from coach_tui.session import create_session
from coach_tui.ui.widgets.step_pane import StepPane

from .conftest import TODAY


async def test_what_was_read_of_one_client_is_out_of_sight_at_once(opened, home, now):
    other = create_session(home, begin("Boréal", TODAY, 2, "cmo"), "cmo", now)
    demo = make_demo(home, Words("en"), TODAY)
    async with opened(demo, size=(120, 40)) as (app, pilot):
        for place in ("1", "2", "7", "1"):  # the journey stays on the stage it was on
            await pilot.press(place)
            await pilot.pause(0.5)
        pane = app.screen.query_one(StepPane)
        assert pane.frame_title
        assert pane._read.display
        waiting = []
        app.screen.call_after_refresh = lambda *later: waiting.append(later)  # an hour of load
        assert app.open_engagement(other.path)
        assert app.session.id == other.id
        app.screen.refresh_shown()
        assert not pane._read.display, "what was read is the other's"
        assert not pane.frame_title
        del app.screen.call_after_refresh
        app.screen.refresh_shown()
        await pilot.pause(0.5)
        assert pane._read.display
        assert pane.frame_title
