"""The history in the app: day by day, in full under the cursor, and taken back knowingly."""

from __future__ import annotations

import pytest
from textual.widgets import Button

from coach_tui.engagement.history import gestures
from coach_tui.engagement.profile import amend
from coach_tui.engagement.step import UNTOUCHED, set_status
from coach_tui.ui.commands import COMMANDS
from coach_tui.ui.dialogs.preview import PreviewDialog
from coach_tui.ui.widgets.step_list import StepList
from tests.ui.conftest import screen_text


@pytest.fixture
def busy(acme):
    """Acme after three gestures: a step by the founder, the rate by her, then by the CMO."""
    acme.record(set_status("kickoff", "done", current=UNTOUCHED, actor="founder"))
    acme.record(amend(acme.engagement, {"day_rate": 900.0}))
    acme.actor = "cmo/Ann"
    acme.record(amend(acme.engagement, {"day_rate": 1100.0}))
    acme.actor = "founder"
    return acme


async def open_history(app, pilot, *keys):
    await pilot.press("9", *keys)
    await pilot.pause()
    await pilot.pause()


def text_of(app):
    return " ".join(screen_text(app).split())


def detail_of(app):
    pane = app.screen.query_one("#history-detail")
    told = [
        each.render() for each in (pane.query_one("#detail-title"), pane.query_one("#detail-body"))
    ]
    return " ".join(f"{told[0]} {told[1]}".split())


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("en", "Thursday 12 March 2026", "engagement “Acme” → day rate: €1,100"),
        ("fr", "jeudi 12 mars 2026", "mission « Acme » → tarif journalier : 1 100 €"),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_each_day_has_its_gestures_and_the_cursor_tells_one_in_full(
    opened, busy, language, day, said, size
):
    async with opened(busy.path, size=size, language=language) as (app, pilot):
        await open_history(app, pilot)
        assert text_of(app).count(day) == 1
        rows = app.screen.query_one(StepList)
        assert [row.heading for row in rows._rows] == [True, False, False, False, False]
        detail = detail_of(app)
        assert said in detail
        assert "Ann (CMO)" in detail
        assert "09:00" in detail


async def test_what_will_be_left_is_read_before_saying_yes(opened, busy):
    async with opened(busy.path) as (app, pilot):
        await open_history(app, pilot, "enter")
        assert isinstance(app.screen, PreviewDialog)
        assert "Once undone: engagement “Acme” → day rate: €900" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.session.profile.day_rate == 900
        await pilot.pause()
        assert "(undone)" in text_of(app)
        assert "Undone by founder, 12 March 2026." in detail_of(app)


async def test_what_was_changed_since_says_by_whom_and_offers_no_yes(opened, busy):
    async with opened(busy.path) as (app, pilot):
        await open_history(app, pilot, "down", "enter")
        shown = text_of(app)
        assert "Nothing was undone" in shown
        assert "Ann (CMO), 12 March 2026: engagement “Acme” → day rate: €1,100" in shown
        assert [button.id for button in app.screen.query(Button)] == ["cancel"]
        await pilot.press("escape")
        assert app.session.profile.day_rate == 1100


async def test_the_beginning_says_why_it_stays(opened, busy):
    async with opened(busy.path) as (app, pilot):
        await open_history(app, pilot, "end", "enter")
        assert "This is how the engagement began: it can be changed (0, then c)" in text_of(app)
        assert [button.id for button in app.screen.query(Button)] == ["cancel"]


async def test_the_key_it_names_is_the_one_that_changes_an_engagement():
    [edit] = [each for each in COMMANDS if each.id == "edit" and "engagements" in each.screens]
    assert edit.keys == "c"


async def test_a_first_record_undone_leaves_nothing(opened, busy):
    async with opened(busy.path) as (app, pilot):
        await open_history(app, pilot, "down", "down", "enter")
        assert "Once undone: nothing, as before." in text_of(app)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Undone: engagement “Acme” → day rate: €900"),
        ("fr", "Annulé : mission « Acme » → tarif journalier : 900 €"),
    ],
)
async def test_undo_says_what_it_took_back(opened, acme, language, said):
    acme.record(amend(acme.engagement, {"day_rate": 900.0}))
    async with opened(acme.path, size=(120, 30), language=language) as (app, pilot):
        await pilot.press("u")
        for _ in range(4):
            await pilot.pause(0.05)
        told = [" ".join(toast.message.split()) for toast in app._notifications]
        assert said in told


async def test_a_long_history_is_told_once_whatever_draws_it_again(opened, busy, monkeypatch):
    told = []

    def counted(changes):
        told.append(changes)
        return gestures(changes)

    monkeypatch.setattr("coach_tui.ui.screens.history.gestures", counted)
    async with opened(busy.path) as (app, pilot):
        await open_history(app, pilot)
        await pilot.press("2", "9")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert len(told) == 1
        await pilot.press("L")
        await pilot.pause()
        assert len(told) == 2
        assert "day rate" not in text_of(app)
