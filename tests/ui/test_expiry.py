"""What expires, in the app: listed on Transition, filled in at once, decided from Now."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coach_tui.engagement.access.change import add_access
from coach_tui.engagement.transition.expiry import expiries_of, set_expiry
from coach_tui.ui.transition.expiries import GATHER
from tests.ui.conftest import TODAY, screen_text
from tests.ui.test_transition import HOSTILE, at, fill, settled


async def test_it_is_filled_in_from_the_accesses_in_one_form(acme, opened) -> None:
    for tool, category in (("example.com", "site"), ("HubSpot", "crm")):
        given = {"tool": tool, "category": category, "owner": "Zoé"}
        acme.record(add_access(acme.engagement, acme.new_id(), given, TODAY))
    async with opened(acme.path, size=(120, 40)) as (app, pilot):
        await at(app, pilot, "expiries")
        assert "What expires  0 lines" in screen_text(app)
        await at(app, pilot, f"expiries/{GATHER}")
        assert "2 to date" in screen_text(app)
        await pilot.press("enter")
        await settled(pilot)
        await fill(app, pilot, n0="2026-04-01", n1="2026-09-01")
        lines = expiries_of(app.session.engagement).values()
        assert [(each.what, each.kind, each.owner) for each in lines] == [
            ("example.com", "domain", "Zoé"), ("HubSpot", "subscription", "Zoé"),
        ]  # fmt: skip
        assert "2 lines · 1 to act on" in screen_text(app)
        await pilot.press("u")
        await settled(pilot)
        assert not expiries_of(app.session.engagement)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
async def test_a_line_is_added_and_decided_and_its_words_stay_words(acme, opened, size) -> None:
    async with opened(acme.path, size=size) as (app, pilot):
        await at(app, pilot, "expiries")
        await pilot.press("a")
        await settled(pilot)
        await fill(app, pilot, what=HOSTILE, day="2026-04-01", notice="9999")
        assert not expiries_of(app.session.engagement), "a notice of 27 years is none"
        await fill(app, pilot, notice="10")
        [line] = expiries_of(app.session.engagement).values()
        assert line.notice == 10
        assert "[/x] [x]" in screen_text(app)
        await at(app, pilot, f"expiries/{line.id}")
        await pilot.press("enter")
        await settled(pilot)
        await fill(app, pilot, ends="end")
        assert expiries_of(app.session.engagement)[line.id].ends == "end"
        await at(app, pilot, f"expiries/{line.id}")
        await pilot.press("c")
        await settled(pilot)
        assert not expiries_of(app.session.engagement)


async def test_now_opens_the_line_to_decide(acme, opened) -> None:
    said = {"what": "example.com", "day": TODAY + timedelta(days=20)}
    acme.record(set_expiry(acme.engagement, acme.new_id(), said, TODAY))
    async with opened(acme.path, size=(120, 40)) as (app, pilot):
        await settled(pilot)
        assert "Decide whether to renew it or let it end" in " ".join(screen_text(app).split())
