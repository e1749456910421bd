"""The rhythm's screen: log in two keys, decide, promise, report."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import Input, TextArea

from coach_tui.coach.rhythm.overview import ritual_lines
from coach_tui.engagement.rhythm.days import agree_days, days_used_of
from coach_tui.engagement.rhythm.decisions import decisions_of, promise, promises_of
from coach_tui.engagement.rhythm.occurrences import occurrences_of
from coach_tui.engagement.rhythm.reports import keep_report, reports_of
from coach_tui.engagement.rhythm.rituals import Schedule, hold, rituals_of
from coach_tui.language import LANGUAGES
from coach_tui.session import open_session
from coach_tui.ui.dialogs.questions import FormFields
from coach_tui.ui.widgets.detail_pane import DetailPane
from coach_tui.ui.widgets.panel import Panel
from coach_tui.ui.widgets.step_list import StepList
from tests.engagement.recording import waiting

from .conftest import screen_text

HOSTILE = "[/x] [x] | \x1b[2J <script> \u202etxet"


@pytest.fixture
def running(acme):
    """A weekly hour on Mondays since February, and things that wait, in hostile words."""
    acme.record(hold("weekly-ceo", acme.new_id(), Schedule(date(2026, 2, 2)), minutes=60))
    acme.record(hold("own", acme.new_id(), Schedule(date(2026, 2, 2)), minutes=30, name=HOSTILE))
    acme.record(waiting("d", HOSTILE, date(2026, 2, 1)))
    acme.record(promise("p", HOSTILE, date(2026, 2, 1), by=HOSTILE, due=date(2026, 3, 1)))
    return acme


async def point_at(app, pilot, row):
    app.screen.query_one(StepList).show(app.screen.query_one(StepList)._rows, row)
    await pilot.pause()
    assert app.screen.query_one(StepList).pointed == row


async def test_an_occurrence_is_logged_in_two_keys(opened, running):
    async with opened(running.path) as (app, pilot):
        await pilot.press("5")
        await pilot.pause()
        await point_at(app, pilot, "ritual:weekly-ceo")
        assert "······   0/6" in screen_text(app)
        await pilot.press("space")
        await pilot.pause()
        assert "·····●   1/6" in screen_text(app)
        assert "9 Mar 2026: held" in screen_text(app)
        await pilot.press("x")
        await pilot.pause()
        assert "Skipped on 2 Mar 2026" in screen_text(app)
        await pilot.press(*"board", "enter")
        await pilot.pause()
        logged = occurrences_of(app.session.engagement)["weekly-ceo"]
        assert [(each.slot, each.result, each.reason) for each in logged] == [
            (date(2026, 3, 2), "skipped", "board"),
            (date(2026, 3, 9), "held", ""),
        ]
        await pilot.press("u")
        assert len(occurrences_of(app.session.engagement)["weekly-ceo"]) == 1


@pytest.mark.parametrize(("size", "language"), [((80, 24), "fr"), ((40, 15), "en")])
async def test_hostile_words_are_shown_as_they_are(opened, running, size, language):
    async with opened(running.path, size=size, language=language) as (app, pilot):
        await pilot.press("5")
        await pilot.pause()
        for row in ("ritual:own", "decision:d", "promise:p"):
            await point_at(app, pilot, row)
            assert "[/x] [x] | [2J <scrip" in screen_text(app)


async def test_an_empty_rhythm_says_what_to_do_and_begins_the_usual_rituals(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await pilot.press("5")
        await pilot.pause()
        assert "a  Begin a ritual" in screen_text(app)
        await pilot.press("a", "enter")
        await pilot.pause()
        assert set(rituals_of(app.session.engagement)) == {
            "weekly-ceo", "standup", "coaching-11", "sales-sync", "monthly-report"
        }  # fmt: skip
        assert "Weekly founder–CMO hour" in screen_text(app)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_an_empty_rhythm_each_panel_has_a_title_of_its_own(opened, acme, language):
    async with opened(acme.path, size=(120, 40), language=language) as (app, pilot):
        await pilot.press("5")
        await pilot.pause()
        listed, empty = app.screen.query_one(StepList), app.screen.query_one("#rhythm-empty", Panel)
        pane = app.screen.query_one("#rhythm-pane", DetailPane)
        titles = [each.frame_title for each in (empty, listed, pane)]
        assert all(titles)
        assert len({*titles}) == len(titles), titles


async def test_a_ritual_is_moved_and_a_day_that_cannot_be_read_is_refused(opened, running):
    async with opened(running.path, size=(100, 40), language="fr") as (app, pilot):
        await pilot.press("5")
        await pilot.pause()
        await point_at(app, pilot, "ritual:weekly-ceo")
        await pilot.press("enter")
        await pilot.pause()
        app.screen.query_one("#field-days", Input).value = "joudi"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "jour de la semaine" in screen_text(app)
        app.screen.query_one("#field-days", Input).value = "jeudi"
        app.screen.query_one("#field-time", Input).value = "09:30"
        await pilot.press("ctrl+s")
        await pilot.pause()
        schedule = rituals_of(app.session.engagement)["weekly-ceo"].schedule
        assert (schedule.since, schedule.weekdays, schedule.time) == (
            date(2026, 3, 12),
            (3,),
            "09:30",
        )
        assert "jeu 12 mars" in screen_text(app)


async def test_a_waiting_decision_is_taken_with_its_reason(opened, running):
    async with opened(running.path, size=(100, 40)) as (app, pilot):
        await pilot.press("5")
        await pilot.pause()
        assert "waiting for 39 days" in screen_text(app)
        await point_at(app, pilot, "decision:d")
        await pilot.press("enter")
        await pilot.pause()
        app.screen.query_one("#field-state").value = "taken"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Say why" in screen_text(app)
        app.screen.query_one("#field-why", TextArea).text = "one lead in two years"
        app.screen.query_one("#field-review", Input).value = "2026-06-12"
        await pilot.press("ctrl+s")
        await pilot.pause()
        decision = decisions_of(app.session.engagement)["d"]
        assert (decision.open, decision.why) == (False, "one lead in two years")
        assert decision.review == date(2026, 6, 12)


async def test_a_decision_saved_as_waiting_keeps_all_that_was_written(opened, running):
    async with opened(running.path, size=(100, 40)) as (app, pilot):
        await pilot.press("5", "n")
        await pilot.pause()
        answers = {"title": "Leave the fair", "why": "1 lead", "review": "2026-06-12",
                   "outcome": "none missed", "state": "open"}  # fmt: skip
        for state in ("open", "taken", "open"):
            app.screen.query_one(FormFields).fill({**answers, "state": state})
            app.screen.query_one("#field-why", TextArea).text = "1 lead"
            await pilot.press("ctrl+s")
            await pilot.pause()
            made = decisions_of(app.session.engagement)
            identity = next(each for each in made if made[each].title == "Leave the fair")
            decision = made[identity]
            assert decision.open == (state == "open")
            assert (decision.why, decision.outcome) == ("1 lead", "none missed")
            assert decision.review == date(2026, 6, 12)
            app.screen._decide(app.shown, identity)
            await pilot.pause()


async def test_a_promise_is_written_and_kept_and_days_are_logged(opened, running):
    async with opened(running.path, size=(100, 40)) as (app, pilot):
        await pilot.press("5")
        await pilot.pause()
        await point_at(app, pilot, "promise:p")
        await pilot.press("space")
        assert promises_of(app.session.engagement)["p"].kept == date(2026, 3, 12)
        await pilot.press("s")
        await pilot.pause()
        assert "Where you left off" in screen_text(app)
        await pilot.press("escape", "w", "ctrl+s")
        await pilot.pause()
        assert [each.amount for each in days_used_of(app.session.engagement)] == [1]
        running.refresh()
        running.record(agree_days(52, 26, None))
        app.look_for_news()
        await pilot.pause()
        assert "1 used of" in screen_text(app)


async def test_the_report_is_drafted_edited_and_kept(opened, running):
    async with opened(running.path) as (app, pilot):
        await pilot.press("5")
        await pilot.pause()
        await pilot.press("c")
        await pilot.pause()
        editor = app.screen.query_one(TextArea)
        assert "Acme: report for March 2026" in editor.text
        editor.text += "\nThe sentence that matters [x]."
        await pilot.press("escape")
        await pilot.pause()
        assert "Not saved" in screen_text(app)
        await pilot.press("c")
        await pilot.pause()
        assert app.screen.query_one(TextArea).text.endswith("The sentence that matters [x].")
        await pilot.press("ctrl+s")
        await pilot.pause()
        kept = reports_of(app.session.engagement)["2026-03"]
        assert kept.text.endswith("The sentence that matters [x].")
        await pilot.press("f5", "end", "enter")
        await pilot.pause()
        await pilot.press("f5", "down", "down", "enter")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        sent = reports_of(app.session.engagement)["2026-03"]
        assert sent == kept._replace(written_by="team", sent=date(2026, 3, 12))


async def test_coming_back_says_what_others_changed_and_by_whom(opened, running, home, now):
    other = open_session(running.path, home, "team/Léa", now)
    other.record(promise("q", other.new_id(), date(2026, 3, 11)))
    async with opened(running.path) as (app, pilot):
        await pilot.pause(0.1)
        assert "1 change by" in screen_text(app)
        assert "Press 5, then s" in " ".join(screen_text(app).split())
        await pilot.press("5", "s")
        await pilot.pause()
        assert "Changed since, by others" in screen_text(app)
        await pilot.press("escape")
        app.go_to_record("rhythm", "d")
        await pilot.pause()
        await pilot.pause()
        assert app.screen.pointed == ("decision", "d")


@pytest.mark.parametrize(
    ("language", "month", "in_time"),
    [("en", "February 2026", "January"), ("fr", "février 2026", "janvier")],
)
async def test_a_report_is_called_by_its_month_as_people_say_it(
    opened, acme, language, month, in_time
):
    acme.record(keep_report("2026-02", "All fine.", "cmo", None))
    acme.record(keep_report("2026-01", "All fine.", "team", date(2026, 2, 6)))
    acme.record(keep_report("2025-12", "All fine.", "team", date(2026, 1, 20)))
    async with opened(acme.path, size=(80, 24), language=language) as (app, pilot):
        await pilot.press("5")
        await pilot.pause(0.1)
        rows = [row.content.plain for row in app.screen.query_one(StepList)._rows]
        assert any(row.startswith(f"{month} · ") for row in rows), rows
        assert not any("2026-02" in row for row in rows)
        assert [row.split(" ")[0] for row in rows if "●" in row and "202" in row] == [in_time]


@pytest.mark.parametrize(("key", "field"), [("enter", "minutes"), ("w", "worked"), ("w", "weeks")])
async def test_a_number_that_cannot_be_read_is_refused_as_it_was_typed(opened, running, key, field):
    async with opened(running.path, size=(100, 60)) as (app, pilot):
        await pilot.press("5")
        await pilot.pause()
        await point_at(app, pilot, "ritual:weekly-ceo")
        await pilot.press(key)
        await pilot.pause()
        app.screen.query_one(f"#field-{field}", Input).value = "a while"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "“a while”" in screen_text(app)
        assert app.focused.id == f"field-{field}"


async def test_a_planned_day_a_decision_and_a_report_open_their_page(opened, running):
    async with opened(running.path, size=(80, 24)) as (app, pilot):
        await pilot.press("5")
        await pilot.pause()
        coming = next(each.next for each in ritual_lines(running.engagement, running.today)
                      if each.ritual.id == "weekly-ceo")  # fmt: skip
        for row, title in (
            ("ritual:weekly-ceo", f"weekly-agenda/{coming}"),
            ("decision:d", "decision-memo/d"),
            ("report:2026-03", "monthly-report/2026-03"),
        ):
            await point_at(app, pilot, row)
            await pilot.press("o")
            await pilot.pause()
            assert app.screen.paper.id == title
            await pilot.press("escape")
            await pilot.pause()
        await point_at(app, pilot, "promise:p")
        await pilot.press("o")
        await pilot.pause()
        assert not app.screen.query("#document"), "a promise has no page"
