"""Whatever can be done is found by the words people look for it with, in both languages."""

from __future__ import annotations

import asyncio

import pytest

from coach_tui.ui.palette import CoachProvider

SOUGHT = {
    "fr": (
        "thème",
        "fin prévue",
        "markdown",
        "importer",
        "budget",
        "décision",
        "vacances",
        "csv",
        "identité",
        "facture",
        "RGPD",
        "mot de passe",
        "quitter",
        "Excel",
        "congés",
        "expire",
        "raccourcis",
        "devise",
        "retirer un accès",
        "TVA",
        "calendrier",
        "répétition",
    ),
    "en": (
        "dark",
        "planned end",
        "markdown",
        "ticks",
        "budget",
        "decision",
        "holiday",
        "csv",
        "who I am",
        "theme",
        "invoice",
        "GDPR",
        "password",
        "quit",
        "Excel",
        "leaving",
        "expire",
        "shortcuts",
        "currency",
        "revoke access",
        "VAT",
        "agenda",
        "rehearsal",
    ),
}


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_words_people_use_find_a_command(opened, acme, language):
    async with opened(acme.path, language=language) as (app, _):
        provider = CoachProvider(app.screen)
        for sought in SOUGHT[language]:
            hits = [hit async for hit in provider.search(sought)]
            assert hits, sought
            assert str(hits[0].match_display) != app.words("palette.nothing"), sought
        nothing = [hit async for hit in provider.search("zzzqqq")]
        assert str(nothing[0].match_display) == app.words("palette.nothing"), "the control"


async def test_what_is_found_is_set_about_from_anywhere(opened, acme):
    async with opened(acme.path) as (app, pilot):
        await pilot.press("9")
        await pilot.press("ctrl+p", *"planned end")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert app.screen.query("#field-planned_end"), "its one question"


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_the_clients_side_by_side_are_found_by_their_name(opened, acme, language):
    async with opened(acme.path, language=language) as (app, _):
        hits = [hit async for hit in CoachProvider(app.screen).search("clients")]
        best = max(hits, key=lambda hit: hit.score)
        assert str(best.match_display) == app.words("command.portfolio.help")


async def test_enter_right_after_the_words_runs_what_they_find(opened, acme, monkeypatch):
    """On a busy machine the list still shows what opens it: its first line would do the step."""
    looked = CoachProvider.search

    async def slowly(self, query):
        await asyncio.sleep(0.2)
        async for hit in looked(self, query):
            yield hit

    monkeypatch.setattr(CoachProvider, "search", slowly)
    async with opened(acme.path) as (app, pilot):
        await pilot.press("ctrl+p")
        await pilot.pause(0.3)
        await pilot.press(*"planned end", "enter")
        await pilot.pause(0.3)
        assert app.screen.query("#field-planned_end"), "its one question"
