"""Content that is half written, or gone, in the app: nothing breaks, and the half is said."""

from __future__ import annotations

from collections.abc import Callable

from textual.pilot import Pilot

from coach_tui.demo import make_demo
from coach_tui.engagement.profile import amend
from coach_tui.language import Words
from coach_tui.ui.app import CoachApp
from coach_tui.ui.widgets.panel import Panel
from tests.conftest import without

from .conftest import TODAY, screen_text

Edited = Callable[[str, Callable[[str], str]], None]
IN_USE = {  # by the demo
    "accesses": ("hubspot", "google-analytics", "linkedin-ads"),
    "kpis": ("mql", "cac", "new-customers"),
    "rituals": ("weekly-ceo", "standup", "monthly-report"),
    "skills": ("st-positioning", "cr-ops", "da-reporting"),
}


async def settle(pilot: Pilot[int]) -> None:
    for _ in range(4):
        await pilot.pause(0.05)


def read(app: CoachApp) -> str:
    return " ".join(screen_text(app).split())


async def test_today_and_why_say_what_is_in_the_other_language(opened, acme, edited):
    acme.record(amend(acme.engagement, {"activation_budget": 50_000.0, "day_rate": 1_100.0}))
    english = 'words = "Cut days, or raise the activation'
    edited("advice/framing.toml", lambda text: text.replace(english, f"# {english}"))
    async with opened(acme.path) as (app, pilot):
        await settle(pilot)
        await pilot.press("a")
        about = next(move.id for move in app.screen.view.moves if "fee-eats-budget" in move.why)
        assert app.screen.query_one("#week", Panel).point(about)
        await pilot.press("w")
        await settle(pilot)
        assert read(app).count("(not written in English yet)") == 1
        assert "Retirez des jours" in read(app)
        assert "ne devraient pas dépasser" not in read(app)


async def test_today_advises_without_any_of_its_words(opened, home, edited):
    for file in ("framing", "onboarding", "kpis", "rhythm", "autonomy", "transition", "praise"):
        edited(f"advice/{file}.toml", lambda text: text[:0])
    path = make_demo(home, Words("en"), TODAY)
    async with opened(path, size=(100, 40)) as (app, pilot):
        await settle(pilot)
        await pilot.press("a")
        about = next(move.id for move in app.screen.view.moves if move.why)
        assert app.screen.query_one("#week", Panel).point(about)
        await pilot.press("w")
        await settle(pilot)
        assert "its words are missing" in read(app)
        assert "What it rests on" in read(app)


async def test_every_screen_opens_without_the_entries_it_used(opened, home, edited):
    for name, entries in IN_USE.items():
        for entry in entries:
            edited(f"catalogue/{name}.toml", without(entry))
    path = make_demo(home, Words("en"), TODAY)
    async with opened(path, size=(100, 40)) as (app, pilot):
        for key in ("w", "escape", *"2345678", "p"):
            await pilot.press(key)
            await settle(pilot)
            assert screen_text(app).strip()
