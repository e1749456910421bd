"""Transition in the app: two axes on one screen, each line opening where it is fixed."""

from __future__ import annotations

from datetime import date

import pytest
from textual.widgets import TextArea

from coach_tui.engagement.documents.record import nine_of
from coach_tui.engagement.documents.save import describe_document
from coach_tui.engagement.transition.contacts import set_contact
from coach_tui.engagement.transition.dossier import write_section
from coach_tui.engagement.transition.loops import loops_of, set_loop
from coach_tui.engagement.transition.record import set_transition, transition_of
from coach_tui.engagement.transition.signals import review_signals, signals_of
from coach_tui.ui.widgets.step_list import StepList
from tests.ui.conftest import TODAY, screen_text

HOSTILE = "[/x] [x] | \x1b[2J <script> \u202egnirts `c` **b**"


async def settled(pilot) -> None:
    await pilot.pause(0.1)
    await pilot.pause()


async def at(app, pilot, row: str) -> None:
    """Bring the cursor to this row of Transition."""
    if getattr(app.screen, "NAME", "") != "transition":
        await pilot.press("7")
    app.screen.point_at(row)
    await settled(pilot)


async def fill(app, pilot, **answers: str) -> None:
    """Type these answers into the open form and save."""
    for name, text in answers.items():
        field = app.screen.query_one(f"#field-{name}")
        if hasattr(field, "text"):
            field.text = text
        else:
            field.value = text
    await pilot.pause()
    await pilot.press("ctrl+s")
    await settled(pilot)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", ("Meet the gates", "Document before recruiting.", "4 of 4 signals")),
     ("fr", ("Remplir les conditions", "Documenter avant de recruter.", "4 signaux sur 4"))],
)  # fmt: skip
async def test_both_axes_and_the_gates_are_on_one_screen(acme, opened, language, said) -> None:
    figures = {"headcount": 130.0, "budget": 170_000.0, "presence": True, "team": 6.0}
    acme.record(review_signals("r0", date(2026, 2, 10), **figures))
    acme.record(review_signals("r1", date(2026, 3, 10), **figures))
    async with opened(acme.path, language=language) as (app, pilot):
        await pilot.press("7")
        await settled(pilot)
        told = " ".join(screen_text(app).split())
        for each in said:
            assert each in told


async def test_a_review_is_recorded_in_one_form(acme, opened) -> None:
    async with opened(acme.path) as (app, pilot):
        await at(app, pilot, "signals")
        await pilot.press("a")
        await settled(pilot)
        await fill(app, pilot, budget="1.234", headcount="130")
        assert "1,234" in screen_text(app), "both readings are offered, and nothing is lost"
        await fill(app, pilot, budget="170 K€", presence="yes", team="6")
        assert len(signals_of(app.shown.engagement).seen) == 4
        assert "4 signals seen at one review only" in screen_text(app), "seen once: it waits"


async def test_t0_makes_the_dates_and_one_before_the_first_day_is_refused(acme, opened) -> None:
    async with opened(acme.path) as (app, pilot):
        await at(app, pilot, "plan")
        await pilot.press("a")
        await settled(pilot)
        await fill(app, pilot, successor_first_day="2026-03-01", successor="Ada")
        assert "first day" in screen_text(app)
        await fill(app, pilot, successor_first_day="2026-09-07", planned_end="2026-09-01")
        assert transition_of(app.shown.engagement).successor == "Ada"
        await at(app, pilot, "overlap/4")
        told = screen_text(app)
        assert "The contract ends 1 Sep 2026" in told
        assert "the new CMO (Ada) decides" in told


async def test_a_line_of_the_readiness_opens_the_part_where_it_is_fixed(acme, opened) -> None:
    async with opened(acme.path) as (app, pilot):
        await at(app, pilot, "readiness/documents")
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen.query_one(StepList).pointed == "documents"
        await at(app, pilot, "documents/strategy")
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("f5", "end", "enter")
        await settled(pilot)
        await fill(app, pilot, author="Ada", verified_by="ada")
        assert "can’t" in screen_text(app)
        await fill(app, pilot, verified_by="Tom")
        assert nine_of(app.shown.engagement)["strategy"].verified


async def test_an_open_loop_is_added_signed_twice_and_closed(acme, opened) -> None:
    acme.record(set_transition(acme.engagement, {"leaving": "Max", "successor": "Ada"}))
    async with opened(acme.path) as (app, pilot):
        await at(app, pilot, "open-loops")
        await pilot.press("a")
        await settled(pilot)
        await fill(app, pilot, topic="Rebate promised", due="2026-05-05")
        (loop,) = loops_of(app.shown.engagement).all
        await at(app, pilot, f"open-loops/{loop.id}")
        for _ in "12":
            await pilot.press("s")
            await settled(pilot)
            await pilot.press("ctrl+s")
            await settled(pilot)
        (loop,) = loops_of(app.shown.engagement).all
        assert (loop.left[:3], loop.taken[:3]) == ("Max", "Ada")
        await pilot.press("c")
        await settled(pilot)
        assert loops_of(app.shown.engagement).all[0].closed


async def test_the_dossier_is_written_section_by_section_and_read_before_it_leaves(
    acme, opened, tmp_path
) -> None:
    target = tmp_path / "dossier.html"
    async with opened(acme.path) as (app, pilot):
        await at(app, pilot, "dossier/strategy")
        await pilot.press("enter")
        await settled(pilot)
        app.screen.query_one(TextArea).text = "We sell to plants."
        await pilot.press("ctrl+s")
        await settled(pilot)
        await pilot.press("f5", "enter")
        await settled(pilot)
        await fill(app, pilot, private="not for export", trust="B")
        await pilot.press("escape")
        await settled(pilot)
        assert "We sell to plants." in screen_text(app)
        await pilot.press("e")
        await settled(pilot)
        await fill(app, pilot, path=str(target), format="html")
        await pilot.press("enter")
        await settled(pilot)
        made = target.read_text(encoding="utf-8")
        assert "We sell to plants." in made
        assert "not for export" not in made
        assert "<title>Acme · Handover dossier</title>" in made
        assert "coach import" not in made, "nobody ticks a page"


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (120, 40)])
async def test_hostile_words_are_shown_as_they_are_at_every_size(acme, opened, size) -> None:
    e = acme.engagement
    acme.record(set_transition(e, {"successor": HOSTILE, "leaving": HOSTILE,
                                   "successor_first_day": date(2026, 9, 7)}))  # fmt: skip
    acme.record(set_loop(e, "l1", {"topic": HOSTILE, "risk": HOSTILE}, TODAY))
    acme.record(set_contact(e, "k1", {"name": HOSTILE, "why": HOSTILE}, TODAY))
    acme.record(describe_document(e, "strategy", {"author": HOSTILE, "link": HOSTILE}, acme.today))
    acme.record(write_section("summary", {"text": HOSTILE, "question": HOSTILE}))
    rows = (
        *("overlap/2", "open-loops/l1", "contacts/k1", "documents/strategy"),
        *("dossier/summary", "plan", "overlap", "readiness", "exit"),
    )
    if size != (80, 24):
        rows = rows[:4]
    async with opened(acme.path, size=size) as (app, pilot):
        for row in rows:
            await at(app, pilot, row)
            assert app.screen.query_one(StepList).pointed == row
            told = screen_text(app)
            assert "\x1b" not in told
            assert "\u202e" not in told
        await at(app, pilot, "contacts/k1")
        assert "[/x] [x]" in screen_text(app)


async def test_a_form_saves_what_was_changed_and_nothing_where_nothing_was(acme, opened) -> None:
    acme.record(set_contact(acme.engagement, "k1", {"name": "Board", "who": "chair"}, TODAY))
    async with opened(acme.path) as (app, pilot):
        for typed, saved in (({}, None), ({"why": "renews"}, {"why": "renews"})):
            before = len(app.session.changes)
            await at(app, pilot, "contacts/k1")
            await pilot.press("enter")
            await settled(pilot)
            await fill(app, pilot, **typed)
            found = [each.changes for each in app.session.changes[before:]]
            assert found == ([saved] if saved else []), typed
            assert ("saved" in screen_text(app)) == bool(saved)


async def test_a_record_found_elsewhere_opens_on_its_line(acme, opened) -> None:
    acme.record(set_loop(acme.engagement, "l1", {"topic": "Rebate"}, TODAY))
    async with opened(acme.path) as (app, pilot):
        for screen, record, row in (
            ("transition", "l1", "open-loops/l1"),
            ("transition", "transition", "plan"),
            ("framing", "hands", "need/hands"),
            ("framing", "budget", "cost"),
            ("framing", "gdpr", "contract/gdpr"),
        ):
            app.go_to_record(screen, record)
            await settled(pilot)
            assert (app.screen.NAME, app.screen.query_one(StepList).pointed) == (screen, row)


@pytest.mark.parametrize(
    ("language", "key", "overlap"),
    [
        ("en", "Press a to note it.", "8 weeks"),
        ("fr", "Appuyez sur a pour le noter.", "8 semaines"),
    ],
)
async def test_what_is_missing_is_told_with_the_key_that_notes_it(
    acme, opened, language, key, overlap
):
    async with opened(acme.path, size=(120, 40), language=language) as (app, pilot):
        await pilot.press("7")
        await pilot.pause(0.2)
        assert key in screen_text(app)
        assert overlap in screen_text(app)
        await pilot.press("down", "down")
        await pilot.pause(0.2)
        assert key in screen_text(app)
