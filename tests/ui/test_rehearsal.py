"""A rehearsal in the app: drawn, left half-way, gone on with; each miss is an open loop."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coach_tui.engagement.transition.loops import loops_of
from coach_tui.engagement.transition.rehearsal import rehearsals_of
from coach_tui.ui.transition.rehearsal import DRAW
from tests.ui.conftest import screen_text
from tests.ui.test_transition import at, fill, settled


@pytest.mark.parametrize("size", [(120, 40), (40, 15)])
async def test_it_is_drawn_left_and_gone_on_with(acme, opened, size) -> None:
    later: list[timedelta] = []
    async with opened(acme.path, size=size) as (app, pilot):
        clock = app.now
        app.now = lambda: clock() + sum(later, timedelta())
        await at(app, pilot, "rehearsal")
        await at(app, pilot, f"rehearsal/{DRAW}")
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("escape")
        await at(app, pilot, f"rehearsal/{DRAW}")
        await pilot.press("enter")  # the same twelve: nobody answered them
        await settled(pilot)
        assert len(rehearsals_of(app.session.engagement)) == 1
        await fill(app, pilot, q1="missing", q2="found", who="Ada", minutes="900")
        assert not rehearsals_of(app.session.engagement)[0].results
        await fill(app, pilot, minutes="4")
        [held] = rehearsals_of(app.session.engagement)
        assert (dict(held.results), held.who, held.minutes) == (
            {0: "missing", 1: "found"},
            "Ada",
            4,
        )
        [loop] = loops_of(app.session.engagement).all
        assert "In one minute" in loop.topic
        await at(app, pilot, f"rehearsal/{held.id}")
        await pilot.press("enter")
        await settled(pilot)
        assert "Ada answers aloud, from the dossier alone" in " ".join(screen_text(app).split())
        later.append(timedelta(minutes=7))
        await fill(app, pilot, q3="vague")
        [held] = rehearsals_of(app.session.engagement)
        assert (len(held.results), held.minutes) == (3, 11), "4 minutes, then 7"
        await at(app, pilot, f"rehearsal/{held.id}")
        await pilot.press("enter")
        await settled(pilot)
        await fill(app, pilot, q4="found", minutes="9")
        [held] = rehearsals_of(app.session.engagement)
        assert held.minutes == 20, "and the 9 said of this answer"
        await at(app, pilot, f"rehearsal/{held.id}")
        await pilot.press("enter")
        await settled(pilot)
        await fill(app, pilot, q1="found")
        assert not loops_of(app.session.engagement).open, "it was there after all"
        if size[0] > 80:
            assert "Last rehearsal" in " ".join(screen_text(app).split())
