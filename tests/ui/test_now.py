"""Now: the one thing to do, why, and what follows; every client at a glance; search."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from coach_tui.asking.week import view_of
from coach_tui.coach.acts import read_act
from coach_tui.demo import make_demo
from coach_tui.engagement import step as steps
from coach_tui.engagement.advice import asides_of, put_off
from coach_tui.engagement.context import context_of
from coach_tui.engagement.profile import amend, begin
from coach_tui.language import Words
from coach_tui.session import create_session, open_session
from coach_tui.ui.now.lines import DONE_ELSEWHERE, KEYS, card_lines
from coach_tui.ui.now.why import why_of
from coach_tui.ui.screens import now as now_screen
from coach_tui.ui.widgets.panel import Panel
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


async def point_at_move(app, pilot, rule):
    """Everything there is, with the cursor on the move that settles this rule."""
    await settle(pilot)
    await pilot.press("a")
    wanted = next(move.id for move in app.screen.view.moves if rule in move.why)
    assert app.screen.query_one("#week", Panel).point(wanted), wanted
    await settle(pilot)


async def test_advice_is_the_reason_of_the_move_that_settles_it(opened, spent):
    async with opened(spent.path) as (app, pilot):
        await settle(pilot)
        moves = [move for move in app.screen.view.moves if "fee-eats-budget" in move.why]
        assert len(moves) == 1, "said once"
        assert "Fee €96,800" in app.screen.view.reader.rule("fee-eats-budget")


async def test_the_week_is_worked_out_once_about_the_same_records(opened, spent, monkeypatch):
    asked = []
    monkeypatch.setattr(now_screen, "view_of", lambda shown: asked.append(1) or view_of(shown))
    async with opened(spent.path) as (app, pilot):
        await settle(pilot)
        assert len(asked) == 1
        await pilot.resize_terminal(90, 30)
        await pilot.press("2")
        await settle(pilot)
        await pilot.press("1")
        await settle(pilot)
        assert len(asked) == 1
        app.try_to_save(steps.add_note(app.new_id(), "access-crm", "news"))
        await settle(pilot)
        assert len(asked) == 2


async def test_why_says_the_rule_its_records_and_its_source(opened, spent):
    async with opened(spent.path, size=(100, 40)) as (app, pilot):
        await point_at_move(app, pilot, "fee-eats-budget")
        await pilot.press("w")
        await settle(pilot)
        text = " ".join(screen_text(app).split())
        for words in ("Why am I seeing this", "€50,000", "budget ≈", "(R05)", "│ • "):
            assert words in text
        assert "│ - " not in text
        await pilot.press("escape")
        assert app.screen.NAME == "now"


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_why_explains_the_line_under_the_cursor_and_every_word_can_be_read(
    opened, home, size
):
    path = make_demo(home, Words("fr"), TODAY)
    async with opened(path, size=size, language="fr") as (app, pilot):
        await settle(pilot)
        view, week = app.screen.view, app.screen.query_one("#week", Panel)
        ours = [move for move in view.agenda.mine if week.point(move.id)]
        assert len(ours) >= 2
        for move in ours:
            week.focus()
            week.point(move.id)
            await settle(pilot)
            await pilot.press("w")
            await settle(pilot)
            assert view.reader.title(move) in why_of(view, move)
            preview, seen = app.screen.query_one("#preview"), set()
            for top in range(preview.max_scroll_y + 1):
                preview.scroll_to(y=top, animate=False)
                await pilot.pause(0.02)
                seen |= set(screen_text(app).split())
            assert set(why_of(view, move).split()) <= seen, (move.id, size)
            await pilot.press("escape")
            await settle(pilot)


async def test_a_move_is_put_off_with_a_reason_and_that_can_be_undone(opened, spent):
    async with opened(spent.path) as (app, pilot):
        await settle(pilot)
        first = app.screen.view.agenda.now.id
        await pilot.press("z", "tab", *"after the board", "ctrl+s")
        await settle(pilot)
        aside = asides_of(app.session.engagement)[first]
        assert (aside.reason, aside.day) == ("after the board", TODAY)
        assert app.screen.view.agenda.now.id != first, "the next one slides in"
        await pilot.press("u")
        await settle(pilot)
        assert app.screen.view.agenda.now.id == first


async def test_enter_opens_the_field_that_settles_it_and_saving_brings_the_next(opened, spent):
    async with opened(spent.path, size=(100, 40)) as (app, pilot):
        await point_at_move(app, pilot, "no-exit-horizon")
        await pilot.press("enter")
        await settle(pilot)
        app.screen.query_one("#field-planned_end", Input).value = "31/12/2026"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert app.screen.NAME == "now"
        assert app.session.profile.planned_end is not None
        moves = app.screen.view.moves
        assert moves
        assert all("no-exit-horizon" not in move.why for move in moves)


async def test_what_was_answered_and_still_stands_says_what_it_lacks(opened, home, now):
    mine = create_session(home, begin("Acme", TODAY, 2, "cmo"), "cmo", now)
    async with opened(mine.path) as (app, pilot):
        await settle(pilot)
        while (first := app.screen.view.agenda.now).about != ("access-list",):
            assert app.try_to_save(put_off(first.id, TODAY)) is None
            await settle(pilot)
        assert "Noted." not in screen_text(app)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        assert "Noted." not in screen_text(app), "nothing was answered"
        assert app.try_to_save(steps.add_note("n1", "access-crm", "Seen")) is None
        await settle(pilot)
        assert app.screen.view.agenda.now.id == first.id
        assert "Noted." not in screen_text(app), "what was saved is of something else"
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("space", "enter")
        await settle(pilot)
        assert app.screen.view.agenda.now.id == first.id
        assert "Noted. Done when the register" in screen_text(app)
        await pilot.press("u")
        await settle(pilot)
        assert app.screen.view.agenda.now.id == first.id
        assert "Noted." not in screen_text(app), "it was taken back"


async def test_the_card_leads_to_its_step_in_full_and_back(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await settle(pilot)
        step = app.screen.view.agenda.now.about[0]
        await pilot.press("right")
        await settle(pilot)
        assert (app.screen.NAME, app.screen.cursor) == ("stages", step)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen.NAME == "now"


async def test_the_card_of_what_is_no_step_offers_no_proof_and_no_page(opened, spent):
    """Where there is no room beside, it has nothing to read; the key is not offered."""
    async with opened(spent.path) as (app, pilot):
        await settle(pilot)
        await pilot.press("a")
        now, view = app.screen, app.screen.view
        ids = {each.step.id for each in view.shown.planned}
        no_step = next(move for move in view.moves if not ids.intersection(move.about))
        assert now.query_one("#week", Panel).point(no_step.id)
        await pilot.press("space")
        await settle(pilot)
        assert app.screen is now, "nothing to ask"
        assert now.offers("beside") is None
        a_step = next(move for move in view.moves if move.kind == "step")
        for move, offered in ((no_step, False), (a_step, True)):
            on_card = view._replace(agenda=view.agenda._replace(now=move))
            keys = [(key, key) for key in KEYS]
            lines = card_lines(on_card, 100, keys, room=40, beside=False)
            assert any("elsewhere" in line.text for line in lines) == offered, move
            assert any("beside" in line.text for line in lines) == offered, move
            roomy = card_lines(on_card, 100, keys, room=40)
            assert any("beside" in line.text for line in roomy), move
            assert any("later" in line.text for line in lines), move


async def test_the_keys_stand_above_a_reason_too_long_to_be_seen_at_once(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await settle(pilot)
        view, keys = app.screen.view, [(key, key) for key in KEYS]
        short, cut = (
            [line.text for line in card_lines(view, 60, keys, room=room)] for room in (40, 4)
        )
        assert sorted(cut) == sorted(short), "nothing of it is left out"
        at = next(place for place, text in enumerate(cut) if "later" in text)
        assert at < next(place for place, text in enumerate(short) if "later" in text)
        assert at < 4


async def test_work_done_elsewhere_is_said_in_minutes_hours_or_whole_days(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await settle(pilot)
        view, keys = app.screen.view, [(key, key) for key in KEYS]
        elsewhere = next(
            move for move in view.moves
            if move.kind == "step" and move.work and read_act(move.act).kind in DONE_ELSEWHERE
        )  # fmt: skip
        for minutes, said in ((45, "45 min"), (90, "1 h 30"), (480, "1 day"), (2880, "6 days")):
            now = elsewhere._replace(work=minutes)
            on_card = view._replace(agenda=view.agenda._replace(now=now))
            lines = card_lines(on_card, 100, keys, room=40)
            assert f"About {said} of work" in "".join(line.text for line in lines)


async def test_what_no_record_shows_can_be_told(opened, acme):
    async with opened(acme.path, size=(100, 40)) as (app, pilot):
        app.screen.do_tell()
        await settle(pilot)
        await pilot.press(*"3", "ctrl+s")
        await settle(pilot)
        assert context_of(app.session.engagement).execution_days == 3
        app.screen.do_tell()
        await settle(pilot)
        app.screen.query_one("#field-sales_cycle", Input).value = "abc"
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "not a number" in screen_text(app)


async def test_another_engagement_never_shows_this_ones_advice(opened, spent, home, now):
    other = create_session(home, begin("Other", TODAY, 2, "founder"), "founder", now)
    async with opened(spent.path) as (app, pilot):
        await settle(pilot)
        app.open_engagement(other.path)
        assert "Fee €96,800" not in screen_text(app)
        await settle(pilot)
        assert "Fee €96,800" not in screen_text(app)


async def test_the_portfolio_shows_each_client_and_opens_one(opened, spent, home, now):
    create_session(home, begin("Zeta", TODAY, 4, "founder"), "founder", now)
    (home.engagements / "broken.json").write_bytes(b"not an engagement")
    async with opened(spent.path, size=(120, 40)) as (app, pilot):
        await pilot.press("p")
        await settle(pilot)
        text = screen_text(app)
        assert "● Acme" in text
        assert "broken.json" in text
        assert "6 days a week are promised" in text
        assert "This week, for you" in text
        before, rows = app.session, app.screen.query_one(StepList)
        while rows.pointed != "1":
            await pilot.press("up")
        await pilot.press("enter")
        await settle(pilot)
        assert (app.screen.NAME, app.session) == ("now", before), "open: its file is not read again"
        await pilot.press("p")
        await settle(pilot)
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
    session = open_session(path, home, "cmo", now)
    session.record(amend(session.engagement, {"company": HOSTILE}))
    session.record(steps.add_note(session.new_id(), "access-crm", HOSTILE))
    async with opened(path, size=size, language=language) as (app, pilot):
        await settle(pilot)
        for key in ("w", "escape", "z", "escape", "a", "escape", "p", "1", "slash", "x", "escape"):
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
