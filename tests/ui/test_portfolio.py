"""Every client at a glance: whole, in line, and none of them twice."""

from __future__ import annotations

import re
from datetime import date

import pytest

from coach_tui.engagement.change import Draft
from coach_tui.engagement.profile import begin
from coach_tui.engagement.rhythm.days import log_days
from coach_tui.engagement.rhythm.rituals import Schedule, hold
from coach_tui.engagement.team.people import add_person
from coach_tui.engagement.team.skills import keep_skill
from coach_tui.session import create_session
from coach_tui.ui.plain import LINE_SHOWN
from coach_tui.ui.widgets.step_list import StepList
from coach_tui.ui.widgets.step_pane import StepPane

from .conftest import screen_text


@pytest.fixture
def clients(home, now, acme):
    """Acme with all there is to tell, and a client just signed with a long name."""
    acme.record(hold("weekly-ceo", acme.new_id(), Schedule(date(2026, 3, 9)), minutes=60))
    acme.record(log_days("u", date(2026, 3, 10), 2, date(2026, 3, 12)))
    acme.record(add_person("p", "Pat", "internal"))
    acme.record(keep_skill("da-reporting", 3, True))
    create_session(
        home, begin("A company, its sons and its daughters", date(2026, 3, 2), 1, "cmo"), "cmo", now
    )
    return acme


async def rows(pilot, app) -> list[str]:
    await pilot.press("p")
    for _ in range(4):
        await pilot.pause(0.05)
    return [row.content.plain for row in app.screen.query_one(StepList)._rows]


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_where_lines_fit_the_columns_line_up(opened, clients, language):
    async with opened(clients.path, size=(170, 30), language=language) as (app, pilot):
        told = [row for row in await rows(pilot, app) if "Acme" in row or "A company" in row][:2]
        first = {"en": "Onboarding", "fr": "Accueil"}[language]
        assert len({row.index(first) for row in told}) == 1, told
        assert not any("\n" in row for row in told)
        assert any("A company, its sons and" in row for row in told), "room is not wasted"


@pytest.mark.parametrize(
    ("size", "language"), [((80, 24), "fr"), ((80, 24), "en"), ((40, 15), "fr"), ((40, 15), "en")]
)
async def test_where_they_do_not_they_fold_and_nothing_is_lost(opened, clients, size, language):
    async with opened(clients.path, size=size, language=language) as (app, pilot):
        shown = await rows(pilot, app)
        acme = next(row for row in shown if "Acme\n" in row)
        for word in {"en": ("advice", "autonomy", "days used", "next meeting")}.get(
            language, ("conseil", "autonomie", "jours consommés", "prochaine réunion")
        ):
            assert word in acme.replace("\n    ", " "), acme
        assert all(len(part) <= size[0] - 3 for part in acme.split("\n")), acme


async def test_the_name_of_a_file_that_cannot_be_read_is_said_once(opened, acme, home):
    (home.engagements / "wrecked.json").write_bytes(b"{ not an engagement")
    async with opened(acme.path, size=(120, 30)) as (app, pilot):
        told = next(row for row in await rows(pilot, app) if "wrecked" in row)
        assert told.count("wrecked.json") == 1, told
        assert "wrecked.json is damaged" in told


async def test_a_name_without_end_is_cut_in_every_row(opened, acme):
    acme.record([Draft("engagement", "engagement", {"company": "x" * 200_000})])
    async with opened(acme.path) as (app, pilot):
        shown = await rows(pilot, app)
        assert sum("xxx" in row for row in shown) > 1, "its own row and one of the week's"
        assert max(map(len, shown)) < 3 * LINE_SHOWN


@pytest.mark.parametrize("width", [120, 80, 40])
async def test_each_act_names_its_client_and_is_drawn_whole(opened, clients, width):
    """A line cut at its end lost whose it was."""
    async with opened(clients.path, size=(width, 60)) as (app, pilot):
        shown = await rows(pilot, app)
        week = shown[1 + next(n for n, row in enumerate(shown) if "This week, for you" in row) :]
        assert len(week) > 3
        drawn = re.sub(r"\s*│\s*", " ", screen_text(app))
        for row in week:
            assert re.match(r" +(Acme|A company, its)", row), row
            assert " ".join(row.split()) in re.sub(r"\s+", " ", drawn), row


async def test_enter_on_an_act_leads_to_the_move_and_enter_again_begins_it(opened, clients):
    async with opened(clients.path, size=(120, 60)) as (app, pilot):
        await rows(pilot, app)
        listed = app.screen.query_one(StepList)
        acts = [row.id for row in listed._rows if row.id.startswith("0 ")]
        last = acts[-1]
        while listed.pointed != last:
            await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert app.screen.NAME == "now"
        assert app.screen.move.id == last.partition(" ")[2]
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert getattr(app.screen, "NAME", "") != "now", "what it asks, over the week"


async def test_an_act_later_than_the_week_is_pointed_at_among_everything(opened, clients):
    """The week's room was used since: what Clients still lists is not said to be gone."""
    async with opened(clients.path, size=(120, 60)) as (app, pilot):
        await rows(pilot, app)
        listed = app.screen.query_one(StepList)
        while not listed.pointed.startswith("0 "):
            await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause(0.3)
        now = app.screen
        week = {move.id for move in now.view.agenda.shown}
        later = next(m.id for m in now.view.moves if m.id not in week and m.id.startswith("step:"))
        app.go_to_move(later)
        await pilot.pause(0.3)
        assert app.screen.move.id == later
        assert app.screen.query_one(StepPane)._wanted.about == app.screen.move.about[0], "beside"
        app.go_to_move("step:gone")
        await pilot.pause(0.3)
        assert app.words("now.asked-no-more") in screen_text(app)


async def test_who_is_no_cmo_is_led_to_the_step(opened, clients):
    async with opened(clients.path, size=(120, 60)) as (app, pilot):
        await rows(pilot, app)
        listed = app.screen.query_one(StepList)
        acts = [row.id for row in listed._rows if row.id.startswith("1 step:")]
        while listed.pointed != acts[0]:
            await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert app.shown.role == "founder"
        assert app.screen.NAME == "stages"
        assert app.place.step == acts[0].partition("step:")[2]
