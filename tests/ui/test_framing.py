"""Framing in the app: each part alone, left half-way, kept; hostile words harmless everywhere."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from coach_tui.engagement.framing.budget import cost_of
from coach_tui.engagement.framing.candidates import add_candidate, candidates_of
from coach_tui.engagement.framing.contract import set_clause
from coach_tui.engagement.framing.need import answer_gate, answer_need, need_of
from coach_tui.engagement.framing.record import framing_of
from coach_tui.ui.widgets.step_list import StepList
from tests.ui.conftest import screen_text

HOSTILE = "[/x] [x] | \x1b[2J <script> \u202egnirts `c` **b**"


async def settled(pilot) -> None:
    await pilot.pause(0.1)
    await pilot.pause()


async def fill(app, pilot, **answers: str) -> None:
    """Type these answers into the open form and save."""
    for name, text in answers.items():
        field = app.screen.query_one(f"#field-{name}")
        field.value = text
    await pilot.pause()
    await pilot.press("ctrl+s")
    await settled(pilot)


@pytest.mark.parametrize(("language", "said"), [("en", "Need"), ("fr", "Besoin")])
async def test_a_need_answered_in_two_keys_a_question(acme, opened, language, said) -> None:
    async with opened(acme.path, language=language) as (app, pilot):
        await pilot.press("8")
        await settled(pilot)
        assert said in screen_text(app)
        await pilot.press("enter", "down", "n", "down", "y")
        await settled(pilot)
        need = need_of(app.shown.engagement)
        assert (need.gates["hands"].yes, need.gates["hour"].yes) == (False, True)
        assert "■" in screen_text(app)
        await pilot.press("u")
        await settled(pilot)
        assert need_of(app.shown.engagement).gates["hour"].yes is None


async def test_the_cost_is_worked_out_as_it_is_typed_and_kept_only_on_save(acme, opened) -> None:
    async with opened(acme.path) as (app, pilot):
        await pilot.press("8")
        await settled(pilot)
        app.screen.point_at("cost")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        app.screen.query_one("#field-day_rate", Input).value = "1100"
        app.screen.query_one("#field-days_per_month", Input).value = "4"
        await settled(pilot)
        assert "needs days" in screen_text(app)
        app.screen.query_one("#field-months", Input).value = "6"
        await settled(pilot)
        told = screen_text(app)
        assert "€26,400" in told
        assert "52.0% less" in told
        assert "not the same effort" in told
        assert cost_of(app.shown.engagement) is None, "nothing is saved while typing"
        app.screen.query_one("#field-months", Input).value = "-6"
        await fill(app, pilot)
        assert "can’t be" in screen_text(app)
        await fill(app, pilot, months="6")
        worked_out = cost_of(app.shown.engagement)
        assert worked_out is not None
        assert worked_out.fee == 26_400
        assert "€26,400" in screen_text(app)


async def test_the_model_is_said_with_its_reasons_and_kept_with_one(acme, opened) -> None:
    async with opened(acme.path, size=(120, 40)) as (app, pilot):
        await pilot.press("8")
        app.screen.point_at("model/answers")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await fill(
            app, pilot, leadership_budget="120 K€", daily="no", employee="no", marketer="yes"
        )
        assert "Grey zone" in screen_text(app)
        assert "Not Fractional CMO" in screen_text(app)
        app.screen.point_at("model/keep")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await fill(app, pilot, kept="fractional")
        assert "chosen with its reason" in screen_text(app)
        await pilot.press("escape")
        await settled(pilot)
        assert framing_of(app.shown.engagement).kept == ""


async def test_a_scorecard_is_marked_half_way_and_the_other_raters_stays_hidden(
    acme, opened
) -> None:
    acme.record(add_candidate("c1", "Ada"))
    async with opened(acme.path) as (app, pilot):
        await pilot.press("8")
        app.screen.point_at("candidates/c1")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await fill(app, pilot, fit="6")
        assert "goes from 1" in screen_text(app)
        await fill(app, pilot, fit="5")
        (ada,) = candidates_of(app.shown.engagement)
        assert ada.marks == {"1": {"fit": 5}}
        assert "1 of 38 marked" in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (120, 40)])
async def test_hostile_words_are_shown_as_they_are_at_every_size(acme, opened, size) -> None:
    acme.record(answer_gate("hands", False, HOSTILE))
    acme.record(answer_need("stall", True, HOSTILE + "é" * 5_000))
    acme.record(add_candidate("c1", HOSTILE))
    acme.record(set_clause("scope", "draft", HOSTILE, HOSTILE))
    async with opened(acme.path, size=size) as (app, pilot):
        await pilot.press("8")
        for part in ("need/hands", "need/stall", "candidates/c1", "contract/scope", "contract"):
            app.screen.point_at(part)
            await settled(pilot)
            assert app.screen.query_one(StepList).pointed == part
            told = screen_text(app)
            assert "\x1b" not in told
            assert "\u202e" not in told
        app.screen.point_at("candidates/c1")
        await settled(pilot)
        assert "[/x] [x]" in screen_text(app)


async def test_the_note_is_read_before_it_is_written(acme, opened, tmp_path) -> None:
    target = tmp_path / "note.md"
    async with opened(acme.path) as (app, pilot):
        await pilot.press("8", "e")
        await settled(pilot)
        await fill(app, pilot, path=str(target), language="fr")
        assert "Note de décision" in screen_text(app)
        assert not target.exists()
        await pilot.press("enter")
        await settled(pilot)
        assert target.read_text(encoding="utf-8").startswith("# Note de décision")


@pytest.mark.parametrize(
    ("language", "said"), [("en", "not answered yet"), ("fr", "pas encore de réponse")]
)
async def test_what_is_not_answered_yet_says_so_in_a_sign_and_in_words(
    acme, opened, language, said
) -> None:
    async with opened(acme.path, size=(120, 40), language=language) as (app, pilot):
        await pilot.press("8")
        for part in ("need", "fit"):
            app.screen.put_cursor(part)
            await settled(pilot)
            text = " ".join(screen_text(app).split())
            assert "│ ○ " in text or "• ○ " in text, part
            assert "│ · " not in text, part
            assert "• · " not in text, part
            assert said in text, part
        app.screen.point_at("need/hands")
        await settled(pilot)
        assert " ○ " in screen_text(app)


async def test_escape_goes_from_a_line_to_its_part_then_to_today(acme, opened) -> None:
    async with opened(acme.path) as (app, pilot):
        await pilot.press("8", "enter", "down")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen.query_one(StepList).pointed == "need"
        await pilot.press("escape")
        await settled(pilot)
        assert app.screen.NAME == "now"


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_what_stands_at_the_top_is_read_whole_at_eighty_columns(
    acme, opened, language
) -> None:
    async with opened(acme.path, language=language) as (app, pilot):
        for key, last in (
            ("8", app.words("frame.empty").split()[-4:]),
            ("7", app.words("transition.advice.because-unknown", score="0").split()[-4:]),
        ):
            await pilot.press(key)
            await settled(pilot)
            top = " ".join(screen_text(app).split()).partition("►")[0]
            assert " ".join(last) in top.replace("\u00a0", " ")
            assert "…" not in top
