"""The main job, walked through in the app."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from textual.events import Key
from textual.widgets import Input, Select

from coach_tui.engagement import step as steps
from coach_tui.engagement.change import Draft
from coach_tui.engagement.elsewhere import elsewhere_of
from coach_tui.engagement.profile import amend, begin
from coach_tui.language.dates import read_date
from coach_tui.listing import list_engagements
from coach_tui.session import create_session, open_session
from coach_tui.ui.choices import Choices
from coach_tui.ui.widgets.step_list import StepList

from .conftest import TODAY, screen_text


def status_of(app, step_id):
    record = steps.steps_of(app.session.engagement).get(step_id)
    return record.status if record else "todo"


async def point_at(app, pilot, step_id):
    app.go_to_step(step_id)
    await pilot.pause()
    await pilot.pause(0.1)
    assert app.screen.query_one(StepList).pointed == step_id


def tick(app, step_id, actor="founder"):
    """Done, as a change of whoever ticks it elsewhere: a command, an import, another window."""
    known = app.shown.step(step_id).record
    assert app.try_to_save(steps.set_status(step_id, "done", current=known, actor=actor)) is None


async def test_five_answers_begin_an_engagement(opened, home):
    async with opened(None) as (app, pilot):
        app.screen.query_one("#field-company", Input).value = "Acme / Été [x]"
        app.screen.query_one("#field-first_day", Input).value = "31/12/2026"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.session.profile.company == "Acme / Été [x]"
        assert app.session.profile.first_day == date(2026, 12, 31)
        assert "Acme / Été [x]" in screen_text(app)
    assert [summary.profile.company for summary in list_engagements(home)] == ["Acme / Été [x]"]


async def test_who_acts_is_kept_even_where_the_window_is_killed(opened, home):
    async with opened(None) as (app, _):
        assert app.begin_engagement(begin("Acme", TODAY, 2, "founder"), "founder/Zoé") is None
        assert Choices(home.settings).role(app.engagement_id) == "founder/Zoé"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("company", "   ", "name is empty"),
        ("first_day", "31/02/2027", "from the 1st to 28 Feb 2027"),
        ("days_per_week", "9", "up to 5"),
        ("days_per_week", "two", "“two” is no number of days"),
    ],
)
async def test_a_bad_answer_is_named_and_nothing_typed_is_lost(opened, home, field, typed, said):
    async with opened(None, size=(100, 40)) as (app, pilot):
        app.screen.query_one("#field-company", Input).value = "Acme"
        app.screen.query_one(f"#field-{field}", Input).value = typed
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert said in screen_text(app)
        assert app.screen.query_one(f"#field-{field}", Input).value == typed
    assert list_engagements(home) == []


async def test_space_asks_what_shows_it_and_it_is_on_disk(opened, acme, home, now):
    async with opened(acme.path) as (app, pilot):
        await point_at(app, pilot, "access-crm")
        await pilot.press("space", "ctrl+s")
        assert "Nothing shows it" in " ".join(screen_text(app).split())
        assert status_of(app, "access-crm") == "todo", "an empty keystroke does nothing"
        await pilot.press(*"She logged in", "ctrl+s")
        assert status_of(app, "access-crm") == "done"
        assert "[x]" in screen_text(app)
        saved = open_session(acme.path, home, "", now)
        assert steps.steps_of(saved.engagement)["access-crm"].status == "done"
        assert elsewhere_of(saved.engagement)["access-crm"].what == "She logged in"
        await pilot.press("space")
        assert status_of(app, "access-crm") == "todo"


async def test_what_was_typed_and_not_saved_is_there_again(opened, acme):
    async with opened(acme.path, size=(100, 30)) as (app, pilot):
        await point_at(app, pilot, "access-crm")
        await pilot.press("space", *"Half a line", "escape")
        assert "kept for next time" in " ".join(screen_text(app).split())
    async with opened(acme.path, size=(100, 30)) as (app, pilot):
        await point_at(app, pilot, "access-crm")
        await pilot.press("space")
        assert "Half a line" in screen_text(app)
        await pilot.press("ctrl+r")
        assert "Half a line" not in screen_text(app)
        await pilot.press("escape", "space")
        assert "Half a line" not in screen_text(app), "it was thrown away on purpose"


async def test_blocked_asks_by_whom_and_why_and_refuses_half_an_answer(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await point_at(app, pilot, "access-crm")
        await pilot.press("b", *"agency", "ctrl+s")
        await pilot.pause()
        assert "fill in both" in screen_text(app)
        assert status_of(app, "access-crm") == "todo"
        await pilot.press(*"late", "ctrl+s")  # the focus is already where an answer is missing
        await pilot.pause()
        record = steps.steps_of(app.session.engagement)["access-crm"]
        assert (record.status, record.by, record.reason) == ("blocked", "agency", "late")
        assert "blocked by agency: late" in screen_text(app)


async def test_a_secret_in_a_note_is_refused_and_what_was_typed_stays(opened, acme):
    async with opened(acme.path, size=(100, 30)) as (app, pilot):
        await point_at(app, pilot, "access-crm")
        await pilot.press("n", *"password: hunter2!", "ctrl+s")
        await pilot.pause()
        assert "looks like a password" in screen_text(app)
        assert "hunter2!" in screen_text(app)
    assert not any(change.entity == "note" for change in acme.changes)


async def test_the_other_role_confirms(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await point_at(app, pilot, "access-list")
        app.session.actor = "cmo"
        tick(app, "access-list", "cmo")
        await pilot.press("c")
        assert status_of(app, "access-list") == "done"
        await pilot.press("r", "c")
        assert status_of(app, "access-list") == "confirmed"
        assert "[●]" in screen_text(app)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Press 0 then c"), ("fr", "Touche 0, puis c")]
)
@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_a_mission_without_a_first_day_says_how_to_date_it(
    opened, acme, home, now, size, language, said
):
    create_session(home, begin("Another", TODAY, 1, "cmo"), "cmo", now)
    acme.record([Draft("engagement", "engagement", {"first_day": None})])
    async with opened(acme.path, size=size, language=language) as (app, pilot):
        await pilot.press("1")
        assert app.screen.view.agenda.now, "there is something to do before the first day"
        await pilot.press("2")
        await pilot.pause(0.1)
        assert said in " ".join(screen_text(app).split())
        await pilot.press("0", "c")
        await pilot.pause(0.1)
        app.screen.query_one("#field-first_day", Input).value = "2026-03-09"
        await pilot.press("ctrl+s")
        await pilot.pause(0.1)
        assert app.session.profile.first_day == date(2026, 3, 9)
        await pilot.press("2")
        await pilot.pause(0.1)
        assert said not in " ".join(screen_text(app).split())


async def test_undo_takes_back_my_last_gesture(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await point_at(app, pilot, "access-crm")
        tick(app, "access-crm")
        await pilot.press("u")
        assert status_of(app, "access-crm") == "todo"


async def test_what_another_window_saves_appears_by_itself(opened, acme, home, now):
    async with opened(acme.path) as (app, _pilot):
        other = open_session(acme.path, home, "cmo", now)
        other.record(steps.set_status("access-crm", "doing", current=steps.UNTOUCHED, actor="cmo"))
        app.look_for_news()
        assert status_of(app, "access-crm") == "doing"


async def test_a_save_that_fails_says_so_and_changes_nothing(opened, acme, monkeypatch):
    from coach_tui.store.errors import WriteFailed

    async with opened(acme.path, size=(100, 30)) as (app, pilot):
        await point_at(app, pilot, "access-crm")

        def refuse(changes):
            raise WriteFailed(acme.path, cause="No space left on device")

        monkeypatch.setattr(app.session.journal, "append", refuse)
        await pilot.press("i")
        await pilot.pause(0.3)
        assert status_of(app, "access-crm") == "todo"
        said = " ".join(screen_text(app).split())
        assert "space left" in said
        assert "Not saved" in said


async def test_language_theme_and_depth_switch_and_nothing_is_lost(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await point_at(app, pilot, "access-crm")
        tick(app, "access-crm")
        await pilot.press("L")
        await pilot.pause(0.2)
        text = screen_text(app)
        assert "Ouvrir l’accès au CRM" in text
        assert "dirigeant" in text
        assert app.screen.query_one(StepList).pointed == "access-crm"
        before = app.theme
        await pilot.press("T")
        assert app.theme != before
        await pilot.press("d")
        assert app.session.profile.depth == "full"
        assert status_of(app, "access-crm") == "done"


async def test_it_reopens_where_it_was_left(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await point_at(app, pilot, "access-analytics")
    async with opened(acme.path) as (app, pilot):
        await pilot.pause(0.1)
        assert app.screen.NAME == "stages"
        assert app.screen.query_one(StepList).pointed == "access-analytics"


HOSTILE = "[/x] [x] [@click=app.quit]go[/] `|` <script> \x1b[2J\x9b31m \u202egnp.exe\u2066 🦊"


@pytest.mark.usefixtures("short_help")
@pytest.mark.parametrize("size", [(80, 24), (40, 15), (120, 40)])
@pytest.mark.parametrize("language", ["en", "fr"])
async def test_hostile_words_are_shown_harmlessly_everywhere(opened, home, now, size, language):
    decision = begin(HOSTILE + " " + "é" * 60, date(2026, 3, 9), 2, "founder")
    session = create_session(home, decision, "founder", now)
    session.record(steps.add_note(session.new_id(), "access-crm", HOSTILE + "\n" + HOSTILE))
    session.record(
        steps.set_status(
            "access-crm",
            "blocked",
            current=steps.UNTOUCHED,
            actor="cmo",
            by=HOSTILE,
            reason=HOSTILE,
        )
    )
    session.record(amend(session.engagement, {"sector": HOSTILE}))
    async with opened(session.path, size=size, language=language) as (app, pilot):
        await point_at(app, pilot, "access-crm")
        for key in ("1", "2", "enter", "9", "enter", "escape", "0", "question_mark", "1"):
            await pilot.press(key)
            await pilot.pause(0.05)
            text = screen_text(app)
            assert "\x1b" not in text
            assert "\u202e" not in text
        await pilot.press("2")
        await pilot.pause(0.15)
        if size != (40, 15):
            assert "[/x] [x] [@click" in screen_text(app)


async def test_forty_columns_read_one_thing_at_a_time(opened, acme):
    async with opened(acme.path, size=(40, 15)) as (app, pilot):
        await point_at(app, pilot, "access-crm")
        assert "Open CRM access" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert "Done when" in screen_text(app)
        await pilot.press("escape")
        assert app.screen.query_one(StepList).has_focus


async def test_the_palette_finds_without_accents(opened, acme):
    async with opened(acme.path, language="fr") as (app, pilot):
        await pilot.press("ctrl+p", *"acces crm")
        await pilot.pause(0.5)
        assert "Ouvrir l’accès au CRM" in screen_text(app)
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert app.screen.query_one(StepList).pointed == "access-crm"


async def test_a_checklist_goes_out_is_ticked_elsewhere_and_comes_back(opened, acme, tmp_path):
    file = tmp_path / "liste.md"
    async with opened(acme.path, size=(100, 30)) as (app, pilot):
        await point_at(app, pilot, "access-crm")
        tick(app, "access-crm")
        await pilot.press("e")
        await pilot.pause()
        app.screen.query_one("#field-path", Input).value = str(file)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert not file.exists()  # it is read first
        await pilot.press("enter")
        await pilot.pause()
        written = file.read_text(encoding="utf-8")
        assert "- [x] Open CRM access" in written

        await pilot.press("e")
        await pilot.pause()
        app.screen.query_one("#field-path", Input).value = str(file)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "already" in " ".join(screen_text(app).split())  # never over another file
        assert file.read_text(encoding="utf-8") == written
        await pilot.press("escape")

        ticked = written.replace("- [ ] List the accesses", "- [x] List the accesses")
        file.write_text(ticked + "\n- [ nonsense <!-- step: access-crm -->\n", encoding="utf-8")
        await pilot.press("f")
        await pilot.pause()
        app.screen.query_one("#field-path", Input).value = str(file)
        await pilot.press("ctrl+s")
        await pilot.pause(0.3)
        text = screen_text(app)
        assert "1 step would change" in text
        assert "[ ] → [x]  List the accesses to open" in text
        assert "not understood" in text
        assert status_of(app, "access-list") == "todo"  # a preview changes nothing
        await pilot.press("enter")
        await pilot.pause()
        assert status_of(app, "access-list") == "done"


async def test_a_damaged_engagement_says_what_is_wrong_and_the_others_open(opened, acme, home, now):
    other = create_session(home, begin("Brio", date(2026, 3, 2), 1, "cmo"), "cmo", now)
    (home.engagements / "notes.json").write_text('{"groceries": []}', encoding="utf-8")
    async with opened(acme.path, size=(100, 30)) as (app, pilot):
        await pilot.press("0")
        await pilot.pause(0.2)
        text = screen_text(app)
        assert "notes.json" in text
        assert "Brio" in text
        app.open_engagement(other.path)
        await pilot.pause(0.2)
        assert app.session.profile.company == "Brio"
        assert "Acme" not in screen_text(app)
    assert (home.engagements / "notes.json").read_text() == '{"groceries": []}'


async def test_a_fast_typist_begins_what_she_sees(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await point_at(app, pilot, "access-list")
        # Without a pause between the keys: the cursor is the truth, not what was remembered of it.
        for key in ("i", "down", "i", "down", "i"):
            app.screen.query_one(StepList).focus()
            app.post_message(Key(key, key if key == "i" else None))
        await pilot.pause(0.3)
        ticked = list(steps.steps_of(app.session.engagement))
        assert ticked == ["access-list", "access-crm", "access-analytics"]


async def test_a_word_is_looked_up_from_a_step(opened, acme):
    async with opened(acme.path, language="fr") as (app, pilot):
        await point_at(app, pilot, "access-crm")
        await pilot.press("v")
        await pilot.pause(0.2)
        assert "• Pipeline" in screen_text(app)  # the step's own words come first
        await pilot.press(*"requalif")
        await pilot.pause(0.1)
        assert "Requalification" in screen_text(app)
        await pilot.press("escape")
        assert app.screen.query_one(StepList).has_focus


async def test_the_frame_can_be_changed_and_the_dates_follow(opened, acme):
    async with opened(acme.path, size=(100, 50)) as (app, pilot):
        await pilot.press("0", "c")
        await pilot.pause(0.2)
        app.screen.query_one("#field-first_day", Input).value = "31/02/2026"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "“31/02/2026”" in screen_text(app)
        app.screen.query_one("#field-first_day", Input).value = "2026-04-06"
        app.screen.query_one("#field-leadership_budget", Input).value = "120 K€"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.session.profile.first_day == date(2026, 4, 6)
        assert app.session.profile.leadership_budget == 120_000
        due = app.shown.step("access-crm").due
        assert due == date(2026, 4, 1)


async def test_the_welcome_asks_what_hangs_on_where_one_is(opened):
    """No first day while one only thinks about it, no role and no days a week for who takes over;
    ctrl+s is named, and the last answer asked begins."""
    asked = {}
    async with opened(None, size=(80, 24)) as (app, pilot):
        assert "commencer" in screen_text(app) or "begin" in screen_text(app)
        for where in ("thinking", "signed", "successor"):
            app.screen.query_one("#field-where", Select).value = where
            await pilot.pause()
            asked[where] = [
                name for name in ("role", "first_day", "days_per_week")
                if app.screen.query_one(f"#field-{name}").display
            ]  # fmt: skip
        app.screen.query_one("#field-company", Input).value = "Acme"
        app.screen.query_one("#field-first_day", Input).value = "2026-12-07"
        app.screen.query_one("#field-first_day", Input).focus()
        await pilot.press("enter")
        await pilot.pause(0.2)
        assert app.session.role == "successor"
        assert app.session.profile.successor_first_day == date(2026, 12, 7)
        assert app.session.profile.first_day is None
    assert asked == {
        "thinking": ["role"],
        "signed": ["role", "first_day", "days_per_week"],
        "successor": ["first_day"],
    }


async def test_switching_language_on_the_welcome_keeps_what_was_typed(opened):
    async with opened(None, size=(100, 40)) as (app, pilot):
        app.screen.query_one("#field-company", Input).value = "Acme"
        await pilot.press("ctrl+l")
        await pilot.pause(0.3)
        assert app.words.language == "fr"
        assert app.screen.query_one("#field-company", Input).value == "Acme"


async def test_another_client_starts_from_a_blank_form(opened, home):
    async with opened(None, size=(100, 40)) as (app, pilot):
        app.screen.query_one("#field-company", Input).value = "Acme"
        await pilot.press("ctrl+s")
        await pilot.pause(0.2)
        app.go("welcome")
        await pilot.pause(0.2)
        assert app.screen.query_one("#field-company", Input).value == ""


async def test_the_first_day_proposed_is_no_day_of_a_mission_that_has_not_begun(opened):
    """Next Monday, said to be proposed; today where it has begun; what was typed stays."""
    async with opened(None, size=(80, 24)) as (app, pilot):
        today = app.now().date()
        monday = today + timedelta(7 - today.weekday())
        day, said = (
            app.screen.query_one("#field-first_day"),
            app.screen.query_one("#said-first_day"),
        )

        def shown() -> tuple[date, bool]:
            read = read_date(day.value, app.words.language, today)
            return read, app.words("welcome.first-day.proposed") in str(said.content)

        async def say(where: str) -> None:
            app.screen.query_one("#field-where", Select).value = where
            await pilot.pause()

        assert shown() == (monday, True)
        await say("begun")
        assert shown() == (today, False)
        await say("signed")
        assert shown() == (monday, True)
        day.value = "2027-03-09"
        await say("begun")
        assert shown() == (date(2027, 3, 9), False)
