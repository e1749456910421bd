"""What the first line tells of sharing where there is little room, and joining as a beginning."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from coach_tui.language import LANGUAGES, Words
from coach_tui.sharing import doors
from coach_tui.sharing.words import short_words, since_words, state_words
from coach_tui.view_state import Sharing

from .conftest import screen_text

PEOPLE = {"d1": ("founder/Nora", 0.0), "d2": ("cmo/Ann", 0.0)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)])
async def test_the_first_line_tells_of_sharing_at_every_width(opened, acme, language, size):
    words = Words(language)
    since = since_words(0.0, 60.0, words)
    away = Sharing(
        words("share.state.unreached", since=since), words("share.short.unreached", since=since),
        amiss=True,
    )  # fmt: skip
    shared = (
        state_words(PEOPLE, "cmo/Ann", 130.0, words),
        short_words(PEOPLE, "cmo/Ann", 130.0, words),
    )
    async with opened(acme.path, size=size, language=language) as (app, pilot):
        for sharing in (Sharing(*shared), away):
            app._sharing = sharing
            app.update_shown()
            await pilot.pause()
            first = screen_text(app).splitlines()[0]
            if size[0] == 120:
                assert sharing.said in first
            elif size[0] == 80 or sharing.amiss:
                assert sharing.said in first or sharing.short[:15] in first, first


@pytest.mark.parametrize("language", LANGUAGES)
async def test_whoever_was_given_an_invitation_joins_from_the_first_screen(
    opened, acme, home, now, tmp_path, language
):
    (tmp_path / "shared").mkdir()
    shared = doors.share(home, acme, str(tmp_path / "shared"))
    acme.path.unlink()
    home.state.rename(home.state.with_name("gone"))
    async with opened(None, language=language) as (app, pilot):
        assert "Ctrl+R" in screen_text(app)
        await pilot.press(*"coach1-", "ctrl+r")
        await pilot.pause()
        for name, value in (
            ("invitation", shared.invitation), ("folder", str(tmp_path / "shared")),
            ("person", "Nora"),
        ):  # fmt: skip
            app.screen.query_one(f"#field-{name}").value = value
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.session.id == acme.id
        assert app.actor == "founder/Nora"
        said = Words(language)("share.joined", company="Acme", who="Nora")
        assert said.split("Nora")[0] in " ".join(screen_text(app).split())


def test_since_when_nobody_is_reached_is_said_as_one_says_it():
    """An hour alone today; the day before that, its month whole and an article in French."""
    now = datetime(2026, 3, 12, 12, tzinfo=UTC)
    for then, french, english in (
        (datetime(2026, 3, 1, 12, tzinfo=UTC), "le 1er mars", "1 March"),
        (datetime(2025, 3, 5, 12, tzinfo=UTC), "le 5 mars 2025", "5 March 2025"),
    ):
        for language, told in (("fr", french), ("en", english)):
            said = since_words(then.timestamp(), now.timestamp(), Words(language))
            assert said == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_somebody_with_two_devices_the_latest_moment_is_told(language):
    words, hour = Words(language), 3600.0
    now = 100 * hour
    laptop, phone = ("founder/Nora", now - hour), ("founder/Nora", now - 72 * hour)
    for first, second in ((laptop, phone), (phone, laptop)):
        people = {"d0": ("cmo/Ann", now), "d1": first, "d2": second}
        for told in (short_words, state_words):
            said = told(people, "cmo/Ann", now, words)
            assert words("share.ago.hours", n=1) in said, said
            assert said.count("Nora") == 1
