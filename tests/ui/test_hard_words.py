"""Long names, wide letters, many people and figures, any window: nothing is lost or out of line."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from rich.cells import cell_len
from textual.widgets import Input

from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard
from coach_tui.engagement.kpi.setup import follow
from coach_tui.engagement.profile import amend
from coach_tui.engagement.rhythm.decisions import promise
from coach_tui.engagement.team.people import add_person
from coach_tui.engagement.team.skills import keep_skill
from coach_tui.ui.widgets.matrix import Matrix

from .conftest import screen_text

TODAY = date(2026, 3, 12)
COMPANY = "Société Nouvelle des Établissement Vandenbroucke-Châteauneuf"
TITLE = "Faire confirmer par écrit l’anticonstitutionnellement longue liste des accès admin 日本 😀"
SIZES = ((20, 8), (40, 15), (80, 24), (200, 60))


@pytest.fixture
def hard(acme):
    """Acme under a name of 60, with 12 people, 30 KPIs, and figures no column was made for."""
    assert acme.record(amend(acme.engagement, {"company": COMPANY}))
    for number in range(12):
        name = "日本 太郎 😀" if number == 3 else f"Anne-Sophie Vandenbroucke{number}"
        acme.record(add_person(f"p{number}", name))
    acme.record(promise("p1", f"{TITLE}\u00a0!", TODAY, to="Zoé"))
    for number in range(3):
        acme.record(keep_skill(f"s{number}", 1, False, f"{TITLE} {number}"))
    for number in range(30):
        value = ("8000", "-0.0004", "0.1")[number % 3]
        frame = {"name": f"{'指標' if number % 5 else 'Taux'} {number}\u00a0€", "unit": "percent",
                 "kind": "above", "limit": Decimal("0.2")}  # fmt: skip
        acme.record(follow(acme.engagement, f"k{number}", frame, TODAY))
        heard = Heard(f"k{number}", TODAY, Decimal(value))
        acme.record(read_kpi(acme.engagement, acme.new_id(), heard, TODAY))
    return acme


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_every_place_in_every_window_stays_in_its_lines(opened, hard, language):
    async with opened(hard.path, size=SIZES[2], language=language) as (app, pilot):
        for size in SIZES:
            await pilot.resize_terminal(*size)
            for key in "1234567890":
                await pilot.press(key)
                await pilot.pause()
                lines = screen_text(app).splitlines()
                assert len(lines) == size[1], (size, key)
                assert {cell_len(line) for line in lines} == {size[0]}, (size, key)
        await pilot.press("4")
        text = " ".join(screen_text(app).replace("\u202f", " ").replace("\u00a0", " ").split())
        assert ("8 000 %" if language == "fr" else "8,000%") in text
        assert (" 0 % " if language == "fr" else " 0% ") in text, "rounded, it has no sign"
        assert "-0" not in text
        assert "−0" not in text
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert COMPANY in screen_text(app)
        await pilot.press("6")
        assert len(app.screen.query_one(Matrix)._columns) == 12


async def test_a_form_keeps_what_is_typed_while_the_window_and_the_theme_change(opened, hard):
    async with opened(hard.path) as (app, pilot):
        await pilot.press("5", "m", *"Deux")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.focused is not None
            assert app.screen.query(Input).first().value == "Deux", size
        for theme in ("coach-light", "ansi-dark", "coach-dark"):
            app.theme = theme
            await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.screen.query(Input).first().value == "Deux"
        assert "Deux" in screen_text(app)
