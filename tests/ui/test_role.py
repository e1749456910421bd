"""The founder's Today and the CMO's: one key between them, and nothing but the role differs."""

from __future__ import annotations

import pytest

from coach_tui.coach.plan import concerns
from coach_tui.demo import make_demo
from coach_tui.engagement.step import set_status
from coach_tui.language import Words
from coach_tui.ui.widgets.step_list import StepList

from .conftest import TODAY, screen_text


async def settle(pilot):
    for _ in range(4):
        await pilot.pause(0.05)


def rows(app) -> list[str]:
    return [row.id for row in app.screen.query_one(StepList)._rows if not row.heading]


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_one_key_shows_the_others_day_the_same_but_for_the_role(opened, home, language):
    words = Words(language)
    path = make_demo(home, words, TODAY)
    async with opened(path, size=(110, 40), language=language) as (app, pilot):
        await settle(pilot)
        changes = len(app.session.changes)
        seen, days = {}, {}
        for _ in range(2):
            role = app.shown.role
            seen[role], days[role] = screen_text(app), rows(app)
            assert words(f"role.{role}") in seen[role].splitlines()[0]
            cursor = app.screen.cursor
            await pilot.press("r")
            await settle(pilot)
            assert app.screen.cursor == cursor
        assert set(days) == {"founder", "cmo"}
        assert screen_text(app) == seen[app.shown.role], "the same key leads back"
        assert len(app.session.changes) == changes, "looking as the other records nothing"
        # What differs is what waits for one role's word, and whose steps come first.
        waiting = {each.step.id for each in app.shown.planned if each.status == "done"}
        assert set(days["founder"]) ^ set(days["cmo"]) <= waiting
        of_all = [row for row in days["cmo"] if ":" in row]
        assert of_all == [row for row in days["founder"] if ":" in row], "advice and dues"
        for role, ids in days.items():
            steps = [app.shown.step(row) for row in ids if ":" not in row]
            late = [concerns(step, role) for step in steps if step and step.late]
            assert late == sorted(late, reverse=True), f"the {role}'s own come first"


async def test_what_waits_for_one_roles_word_is_on_that_roles_day_only(opened, acme):
    step = "brief-company"
    async with opened(acme.path, size=(110, 40)) as (app, pilot):
        confirmer = app.playbook.step(step).confirmer
        other = {"cmo": "founder", "founder": "cmo"}[confirmer]
        known = app.shown.step(step).record
        app.session.actor = other
        app.try_to_save(set_status(step, "done", current=known, actor=other, confirmer=confirmer))
        await settle(pilot)
        assert step not in rows(app)
        await pilot.press("r")
        await settle(pilot)
        assert step in rows(app)


async def test_the_role_is_remembered_for_the_next_start(opened, acme):
    async with opened(acme.path) as (app, pilot):
        assert app.shown.role == "founder"
        await pilot.press("r")
        await pilot.pause()
    async with opened(acme.path) as (app, pilot):
        assert app.shown.role == "cmo"
