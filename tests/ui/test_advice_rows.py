"""Advice on Today, every client at a glance, and search, in the app."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import Input

from coach_tui import session as sessions
from coach_tui.demo import make_demo
from coach_tui.engagement import step as steps
from coach_tui.engagement.advice import asides_of
from coach_tui.engagement.context import context_of
from coach_tui.engagement.profile import amend, begin
from coach_tui.engagement.rhythm.decisions import promise
from coach_tui.language import Words
from coach_tui.ui import advice_rows as counsel
from coach_tui.ui.widgets.step_list import StepList

from .conftest import TODAY, screen_text

HOSTILE = "[/x] [x] [@click=app.quit]go[/] | <script> \x1b[2J \u202egnp.exe"


@pytest.fixture
def spent(acme):
    """A mission whose fee is above what is left to act."""
    acme.record(amend(acme.engagement, {"activation_budget": 50_000.0, "day_rate": 1_100.0}))
    return acme


async def settle(pilot):
    for _ in range(4):
        await pilot.pause(0.05)


async def point_at_advice(app, pilot, rule):
    await settle(pilot)
    rows = app.screen.query_one(StepList)
    for _ in range(30):
        if rows.pointed == f"advice:{rule}":
            return
        await pilot.press("up")
    raise AssertionError(screen_text(app))


async def test_today_advises_above_the_steps_and_the_cursor_stays_on_a_step(opened, spent):
    async with opened(spent.path) as (app, pilot):
        await settle(pilot)
        text = screen_text(app)
        assert "!  alert Fee €96,800 a year" in text
        assert text.index("Fee €96,800") < text.index("[ ]")
        assert app.screen.pointed is not None


async def test_the_rules_are_asked_once_about_the_same_records(opened, spent, monkeypatch):
    asked = []
    real = counsel.counsel_of
    monkeypatch.setattr(counsel, "counsel_of", lambda shown: asked.append(shown) or real(shown))
    async with opened(spent.path) as (app, pilot):
        await settle(pilot)
        assert len(asked) == 1
        await pilot.resize_terminal(90, 30)
        await pilot.press("2")
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        assert len(asked) == 1
        assert "Fee €96,800" in screen_text(app)
        await pilot.press("space")
        await settle(pilot)
        assert len(asked) == 2


async def test_why_says_the_rule_its_records_and_its_source(opened, spent):
    async with opened(spent.path, size=(100, 40)) as (app, pilot):
        await settle(pilot)
        await pilot.press("home", "w")
        await settle(pilot)
        text = " ".join(screen_text(app).split())
        for words in (
            "Why am I seeing this",
            "Activation budget (€ a year): €50,000",
            "rule of thumb",
            "(R05)",
        ):
            assert words in text
        await pilot.press("escape")
        assert app.screen.NAME == "today"


async def test_it_is_set_aside_with_a_reason_and_that_can_be_undone(opened, spent):
    async with opened(spent.path) as (app, pilot):
        await point_at_advice(app, pilot, "fee-eats-budget")
        await pilot.press("h", *"agreed with the board", "ctrl+s")
        await settle(pilot)
        assert "Fee €96,800" not in screen_text(app)
        aside = asides_of(app.session.engagement)["fee-eats-budget"]
        assert (aside.reason, aside.day) == ("agreed with the board", TODAY)
        await pilot.press("u")
        await settle(pilot)
        assert "Fee €96,800" in screen_text(app)


async def test_enter_opens_where_it_is_fixed_and_escape_comes_back(opened, spent):
    async with opened(spent.path) as (app, pilot):
        await point_at_advice(app, pilot, "no-exit-horizon")
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.NAME == "stages"
        assert app.screen.pointed.step.id == "exit-horizon"
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.NAME == "today"


async def test_what_no_record_shows_can_be_told(opened, acme):
    async with opened(acme.path, size=(100, 40)) as (app, pilot):
        await settle(pilot)
        await pilot.press("a", *"3", "ctrl+s")
        await settle(pilot)
        assert context_of(app.session.engagement).execution_days == 3
        assert "Find someone to execute" in screen_text(app)
        await pilot.press("a")
        app.screen.query_one("#field-sales_cycle", Input).value = "abc"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "not a number" in screen_text(app)


async def test_another_engagement_never_shows_this_ones_advice(opened, spent, home, now):
    other = sessions.create_session(home, begin("Other", TODAY, 2, "founder"), "founder", now)
    async with opened(spent.path) as (app, pilot):
        await settle(pilot)
        app.open_engagement(other.path)
        assert "Fee €96,800" not in screen_text(app)
        await settle(pilot)
        assert "Fee €96,800" not in screen_text(app)


async def test_the_portfolio_shows_each_client_and_opens_one(opened, spent, home, now):
    sessions.create_session(home, begin("Zeta", TODAY, 4, "founder"), "founder", now)
    (home.engagements / "broken.json").write_bytes(b"not an engagement")
    async with opened(spent.path, size=(120, 40)) as (app, pilot):
        await pilot.press("p")
        await settle(pilot)
        text = screen_text(app)
        assert "● Acme" in text
        assert "broken.json" in text
        assert "6 days a week are promised" in text
        assert "This week, for you" in text
        rows = app.screen.query_one(StepList)
        for _ in range(3):
            if rows.pointed == "2":
                break
            await pilot.press("down")
        await pilot.press("enter")
        await settle(pilot)
        assert app.session.profile.company == "Zeta"


async def test_search_finds_here_and_opens_it(opened, acme):
    acme.record(steps.add_note(acme.new_id(), "access-crm", "Réunion avec Éloïse"))
    async with opened(acme.path) as (app, pilot):
        await pilot.press("slash", *"eloise")
        await pilot.pause(0.2)
        assert "Réunion avec Éloïse" in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen.pointed.step.id == "access-crm"
        await pilot.press("slash", *"zzzz")
        await pilot.pause(0.2)
        assert "Nothing holds “zzzz”" in screen_text(app)
        await pilot.press("escape")


@pytest.mark.parametrize(
    ("size", "language"), [((80, 24), "en"), ((40, 15), "fr"), ((120, 40), "fr")]
)
async def test_the_demo_and_hostile_words_are_shown_harmlessly(opened, home, now, size, language):
    path = make_demo(home, Words(language), TODAY)
    session = sessions.open_session(path, home, "cmo", now)
    session.record(amend(session.engagement, {"company": HOSTILE}))
    session.record(steps.add_note(session.new_id(), "access-crm", HOSTILE))
    async with opened(path, size=size, language=language) as (app, pilot):
        await settle(pilot)
        for key in ("w", "escape", "h", "escape", "a", "escape", "p", "1", "slash", "x", "escape"):
            await pilot.press(key)
            await pilot.pause(0.1)
            text = screen_text(app)
            assert "\x1b" not in text
            assert "\u202e" not in text


async def test_a_stages_opening_says_what_remains_to_pass_it(opened, acme):
    async with opened(acme.path, size=(120, 40)) as (app, pilot):
        await pilot.press("2")
        await settle(pilot)
        await pilot.press("home")
        await settle(pilot)
        text = " ".join(screen_text(app).split())
        assert "of 8 conditions met" in text
        assert "to be judged by you" in text


async def test_what_explains_a_line_explains_the_line_the_cursor_is_on(opened, spent):
    """Every line of Today, from the first to the last: its own words, and nobody else's."""
    spent.record(promise("p", "Send the deck", date(2026, 3, 1), due=date(2026, 3, 2)))
    async with opened(spent.path, size=(100, 60)) as (app, pilot):
        await settle(pilot)
        seen = set()
        rows = app.screen.query_one(StepList)
        await pilot.press("home")
        for _ in range(rows.option_count):
            await settle(pilot)
            row, advice = rows.pointed, app.screen.counsel.of_row(rows.pointed)
            planned = app.screen.pointed
            title = planned.step.title if planned else "(R" if advice else "Promise, due on 2 March"
            seen.add(type(planned or advice).__name__)
            await pilot.press("w")
            await settle(pilot)
            text = " ".join(screen_text(app).replace("│", " ").split())
            assert "Why am I seeing this" in text, row
            assert title.split(" · ")[0][:40] in text, row
            if not advice:
                assert "(R" not in text, f"{row} was told another line's advice"
            await pilot.press("escape")
            await settle(pilot)
            assert (app.screen.offers("dismiss") is True) == (advice is not None), row
            await pilot.press("down")
        assert seen == {"Planned", "Advice", "NoneType"}
