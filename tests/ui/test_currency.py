"""An engagement in another currency, on the screens: asked, shown and refused in it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

from textual.widgets import Input, Select

from coach_tui.engagement.profile import amend, profile_of
from coach_tui.ui.widgets.advice import AdvicePane

from .test_accesses import press, said
from .test_kpis import fill, put

TODAY = date(2026, 3, 12)
HALF = {"baseline_on": date(2025, 12, 12), "target_6_on": date(2026, 6, 10)}


async def test_the_currency_is_a_field_of_the_mission_and_every_screen_follows(opened, acme):
    acme.record(amend(acme.engagement, {"leadership_budget": 90_000.0}))
    put(acme, "cac", (3600, TODAY), kind="decrease", unit="eur", definition="loaded",
        baseline=D(4200), target_6=D(3000), **HALF)  # fmt: skip
    async with opened(acme.path, size=(100, 60)) as (app, pilot):
        await press(pilot, "0", "c")
        assert "Leadership budget (€ a year)" in said(app)
        app.screen.query_one("#field-currency", Select).value = "CHF"
        app.screen.query_one("#field-leadership_budget", Input).value = "95 000 €"
        await press(pilot, "ctrl+s")
        assert "are in CHF, not in €" in said(app), "a budget in another currency"
        app.screen.query_one("#field-leadership_budget", Input).value = "CHF 95'000"
        await press(pilot, "ctrl+s")
        assert "nothing was converted" in said(app)
        profile = profile_of(app.session.engagement)
        assert (profile.currency, profile.leadership_budget) == ("CHF", 95_000)
        await press(pilot, "4")
        assert "CHF 3,600 CHF 3,000" in said(app).replace("\xa0", " ")
        await press(pilot, "enter")
        fill(app, value="3,500 €")
        await press(pilot, "ctrl+s")
        assert "are in CHF, not in €" in said(app)
        for both in ("CHF 3,500 + $300", "$3,500 CHF"):
            fill(app, value=both)
            await press(pilot, "ctrl+s")
            assert app.screen.query("#field-value"), both
            assert any(said_ in said(app) for said_ in ("not in", "not a number")), both
        fill(app, value="3,500")
        await press(pilot, "ctrl+s", "L", "4")
        assert "3 500 CHF" in said(app).replace("\xa0", " ").replace("\u202f", " ")
        assert "€" not in said(app).split("Repère")[0]


def page(app):
    return " ".join(block.source or "" for block in app.screen.query(AdvicePane))


async def test_what_quotes_euros_says_that_nothing_is_converted(opened, acme):
    said_so = "the same figures are taken in"
    async with opened(acme.path, size=(140, 60)) as (app, pilot):
        for currency, expected in (("EUR", False), ("USD", True)):
            app.session.record(amend(app.session.engagement, {"currency": currency}))
            app.update_shown()
            assert app.go_to_step("budget-time")
            await pilot.pause(0.3)
            assert "€1,100" in page(app)
            assert (said_so in page(app)) is expected, currency
