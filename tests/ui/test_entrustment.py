"""How much someone is watched next time, decided and withdrawn on the team's screen."""

from __future__ import annotations

import pytest

from coach_tui.engagement.team.entrustment import entrustments_of
from coach_tui.ui.widgets.matrix import Matrix
from tests.ui.conftest import screen_text
from tests.ui.test_team import HOSTILE, team
from tests.ui.test_transition import fill, settled

__all__ = ["team"]  # a fixture


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
async def test_it_is_decided_shown_beside_the_level_and_withdrawn(opened, team, size) -> None:
    async with opened(team.path, size=size) as (app, pilot):
        await pilot.press("6")
        await settled(pilot)
        app.screen.query_one(Matrix).point_at("da-reporting", "lea")
        await pilot.press("z")
        await settled(pilot)
        assert not entrustments_of(app.session.engagement)
        await pilot.press("d")
        await settled(pilot)
        await fill(app, pilot, level="4", evidence=HOSTILE, by="Léa")
        assert not entrustments_of(app.session.engagement), "nobody decides her own"
        await fill(app, pilot, by="Tom")
        [made] = entrustments_of(app.session.engagement)
        assert (made.level, made.person, made.by) == ("4", "lea", "Tom")
        told = " ".join(screen_text(app).split())
        if size[0] >= 80:
            for part in ("Next time: 4", "does it alone", "decided by"):  # a narrow page folds it
                assert part in told, screen_text(app)
        await pilot.press("m")
        await settled(pilot)
        assert "[/x] [x]" in screen_text(app) or size[0] < 80
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press("z")
        await settled(pilot)
        await fill(app, pilot, why="a wrong figure")
        assert entrustments_of(app.session.engagement)[0].withdrawn
        await pilot.press("u")
        await settled(pilot)
        assert not entrustments_of(app.session.engagement)[0].withdrawn
