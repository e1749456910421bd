"""The engagements: put one away, take it back out, whichever is open."""

from __future__ import annotations

from datetime import date

import pytest

from coach_tui.engagement.profile import begin
from coach_tui.listing import list_engagements
from coach_tui.session import create_session, open_session

from .conftest import screen_text


@pytest.fixture
def two(acme, home, now):
    """Acme, which is open, and Zeta, which is not."""
    create_session(home, begin("Zeta", date(2026, 1, 5), 1, "cmo"), "cmo", now)
    return acme


def put_away(home):
    return {each.profile.company: each.profile.archived for each in list_engagements(home)}


@pytest.mark.parametrize(("keys", "company"), [((), "Acme"), (("down",), "Zeta")])
async def test_one_is_put_away_and_taken_back_out_and_the_history_says_so_in_the_same_word(
    opened, two, home, keys, company
):
    async with opened(two.path) as (app, pilot):
        await pilot.press("0", "home", *keys)
        await pilot.pause()
        assert "x archive" in screen_text(app)
        await pilot.press("x")
        await pilot.pause()
        assert put_away(home)[company]
        assert sum(put_away(home).values()) == 1
        line = next(each for each in screen_text(app).splitlines() if company in each[3:])
        assert line.rstrip(" │").endswith("2026 · archived")
        assert " from " in line
        await pilot.press("x")
        await pilot.pause()
        assert not any(put_away(home).values())
        await pilot.press("enter", "9")
        await pilot.pause()
        told = screen_text(app)
        assert f"engagement “{company}” → archived" in told
        assert f"engagement “{company}” → taken back out" in told


async def test_changing_a_mission_never_changes_which_client_is_open(opened, two, home, now):
    """Left unsaved, it changes nothing at all; saved, it changes that mission and no other."""
    async with opened(two.path) as (app, pilot):
        kept = dict(app.choices._settings)
        for save in (False, True):
            await pilot.press("0", "home", "down", "c")
            await pilot.pause()
            field = app.screen.query_one("#field-company")
            assert field.value == ("Zeta & co" if save else "Zeta"), "what was typed is there again"
            field.value = "Zeta & co"
            await pilot.pause()
            await pilot.press(*(("ctrl+s",) if save else ("escape",)))
            await pilot.pause()
            kept_here = (home.state / "local.json").read_text(encoding="utf-8")
            assert two.id not in kept_here, "what is typed of a client is that one’s draft"
            assert app.session.path == two.path
            assert app.session.profile.company == "Acme"
            assert ("Zeta & co" in put_away(home)) == save
            assert "Acme" in put_away(home)
            assert app.choices._settings.get("engagement") == kept.get("engagement")
            assert "● Acme" in screen_text(app), "the open one is still the open one"
        found = next(each for each in list_engagements(home) if each.profile.company == "Zeta & co")
        other = open_session(found.path, home, "", now)
        assert other.changes[-1].actor == "cmo", "as whoever works there, not here"


async def test_files_are_read_once_when_it_opens_and_never_for_a_width_or_to_go_away(
    opened, two, monkeypatch
):
    read = []

    def counted(home, at_hand):
        read.append(home)
        assert at_hand == next(each for each in list_engagements(home) if each.id == two.id)
        return list_engagements(home, at_hand)

    monkeypatch.setattr("coach_tui.ui.screens.engagements.list_engagements", counted)
    async with opened(two.path, size=(80, 24)) as (app, pilot):
        await pilot.press("0")
        await pilot.pause()
        assert "Zeta" in screen_text(app)
        await pilot.resize_terminal(40, 15)
        await pilot.pause()
        assert "Zeta" in screen_text(app)
        assert app.screen.classes >= {"-small", "-tight"}, "it folds as every other place"
        await pilot.press("home", "down", "enter")
        await pilot.pause()
        assert (app.screen.NAME, app.session.profile.company) == ("now", "Zeta")
        assert "Zeta" in screen_text(app)
        app.open_engagement(two.path)
        await pilot.pause()
        assert (app.screen.NAME, app.session.profile.company) == ("now", "Acme")
        assert "Acme" in screen_text(app), "the place in sight is of the other one from now on"
    assert len(read) == 1


@pytest.mark.parametrize("name", ["since", "why"])
async def test_a_day_or_a_reason_that_no_change_has_is_refused_as_the_command_does(
    opened, acme, name
):
    async with opened(acme.path) as (app, pilot):
        before = len(app.session.changes)
        await pilot.press("0", "home", "c")
        await pilot.pause()
        app.screen.query_one(f"#field-{name}").value = "2026-02-02"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert len(app.session.changes) == before
        said = " ".join(screen_text(app).replace("│", " ").split())
        assert {"since": "nothing holds from", "why": "to give a reason"}[name] in said
