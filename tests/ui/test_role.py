"""The founder's Today and the CMO's: one key between them, and nothing but the role differs."""

from __future__ import annotations

import pytest
from textual.widgets import Input, Select

from coach_tui.demo import make_demo
from coach_tui.engagement.profile import amend
from coach_tui.engagement.step import set_status
from coach_tui.language import Words
from coach_tui.ui.app import CoachApp
from coach_tui.ui.who import ask_who

from .conftest import TODAY, screen_text


async def settle(pilot):
    for _ in range(4):
        await pilot.pause(0.05)


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_one_key_shows_the_others_week_and_the_same_key_leads_back(opened, home, language):
    words = Words(language)
    path = make_demo(home, words, TODAY)
    async with opened(path, size=(110, 40), language=language) as (app, pilot):
        await settle(pilot)
        changes = len(app.session.changes)
        seen = {}
        for _ in range(2):
            role = app.shown.role
            seen[role] = screen_text(app)
            assert words(f"role.{role}") in seen[role].splitlines()[0]
            shown = app.screen.view.agenda.shown
            assert shown
            assert all(move.concerns(role) for move in shown), "only what is mine comes first"
            await pilot.press("r")
            await settle(pilot)
        assert set(seen) == {"founder", "cmo"}
        assert screen_text(app) == seen[app.shown.role], "the same key leads back"
        assert len(app.session.changes) == changes, "looking as the other records nothing"


async def test_what_waits_for_one_roles_word_is_asked_of_that_role_only(opened, acme):
    step = "brief-company"
    async with opened(acme.path, size=(110, 40)) as (app, pilot):
        confirmer = app.playbook.step(step).confirmer
        other = {"cmo": "founder", "founder": "cmo"}[confirmer]
        known = app.shown.step(step).record
        app.session.actor = other
        app.try_to_save(set_status(step, "done", current=known, actor=other, confirmer=confirmer))
        await settle(pilot)
        roles = {m.role for m in app.screen.view.moves if m.kind == "confirm" and step in m.about}
        assert roles <= {confirmer}


async def test_the_role_is_remembered_for_the_next_start(opened, acme):
    async with opened(acme.path) as (app, pilot):
        assert app.shown.role == "founder"
        await pilot.press("r")
        await pilot.pause()
    async with opened(acme.path) as (app, pilot):
        assert app.shown.role == "cmo"


async def test_who_works_here_is_said_anew_and_signs_what_follows(opened, acme):
    async with opened(acme.path, size=(110, 40)) as (app, pilot):
        ask_who(app)
        await settle(pilot)
        app.screen.query_one("#field-person", Input).value = "Nora"
        app.screen.query_one("#field-role", Select).value = "cmo"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "Nora (CMO)" in screen_text(app).splitlines()[0]
        assert app.try_to_save(amend(app.session.engagement, {"headcount": 40})) is None
        assert app.session.changes[-1].actor == "cmo/Nora"
    async with opened(acme.path) as (app, _):
        assert app.session.actor == "cmo/Nora", "said once"


async def test_who_acts_for_somebody_else_is_seen_and_kept_for_this_once(home, now, acme):
    for _ in range(2):
        app = CoachApp(home, now, language="en", path=acme.path, acting="cmo/Nora")
        async with app.run_test(size=(110, 40)) as pilot:
            await settle(pilot)
            assert app.session.actor == "cmo/Nora/founder"
            assert "Nora (CMO), recorded by founder" in screen_text(app).splitlines()[0]
