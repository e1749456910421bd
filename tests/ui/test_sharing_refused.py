"""Bad folders and invitations in the app: said by the field, and what was typed stays there.

A folder that fills up, closes or goes away while the app is open is told of for what it is.
"""

from __future__ import annotations

import errno
import os
from unittest.mock import patch

import pytest

from coach_tui.engagement import step
from coach_tui.engagement.change import Draft
from coach_tui.language import LANGUAGES, Words
from coach_tui.places import Home
from coach_tui.session import open_session
from coach_tui.sharing import doors, joining
from coach_tui.sharing.folder import Folder
from coach_tui.ui.dialogs.form import FormDialog
from coach_tui.ui.sharing.asking import ask

from .conftest import screen_text
from .test_sharing import machine, place, until

__all__ = ["machine", "place"]


def failing(cause):
    def fails(*_):
        raise OSError(cause, os.strerror(cause))

    return fails


def shows(app, sentence):
    """Whether the screen shows it, folded and framed as it may be."""
    plain = screen_text(app)
    for sign in "│┌┐└┘─\n":
        plain = plain.replace(sign, " ")
    return "".join(sentence.split()) in "".join(plain.split())


def lay_out(place):
    for name in ("full", "shut"):
        (place / name).mkdir()
    (place / "file").write_text("x")


def form(app):
    assert isinstance(app.screen, FormDialog), app.screen
    return app.screen


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_bad_folder_is_said_by_its_field_and_stays_to_be_mended(
    opened, acme, home, place, language
):
    words, full, shut = Words(language), str(place / "full"), str(place / "shut")
    lay_out(place)
    bad = (
        (str(place / "nowhere"), None, words("refusal.share.no-folder", folder=place / "nowhere")),
        (str(place / "file"), None, words("refusal.share.no-folder", folder=place / "file")),
        (full, errno.ENOSPC, words("refusal.share.begin-full", file=full)),
        (shut, errno.EROFS, words("refusal.share.begin-closed", file=shut)),
        (str(home.state), None, words("refusal.share.own-folder", folder=home.state)),
    )
    async with opened(acme.path, language=language) as (app, pilot):
        ask(app, "share")
        await pilot.pause()
        for folder, cause, told in bad:
            form(app).query_one("#field-folder").value = folder
            with patch.object(Folder, "begin", failing(cause)) if cause else patch("os.getpid"):
                await pilot.press("ctrl+s")
                await pilot.pause()
            assert shows(app, told), (folder, screen_text(app))
            assert form(app).query_one("#field-folder").value == folder
            assert app.session.membership is None
        form(app).query_one("#field-folder").value = str(place)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.session.membership.place == str(place)
        assert "coach1-" in screen_text(app)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_bad_invitation_is_said_by_its_field_and_what_else_was_typed_stays(
    machine, acme, home, now, place, tmp_path, language
):
    words = Words(language)
    old = doors.share(home, acme, str(place)).invitation
    line = doors.renew(home, acme).invitation
    slip = line[:30] + ("x" if line[30] != "x" else "y") + line[31:]
    hers = Home(tmp_path / "hers" / "engagements", tmp_path / "hers" / "state")
    key = joining.read_invitation(hers, line).key
    bad = (
        ("", "no-invitation"), ("hello", "no-invitation"), (line[:60], "cut-invitation"),
        (slip, "cut-invitation"), ("coach2-abc-def", "newer-invitation"),
    )  # fmt: skip
    async with machine(hers, language=language) as (app, pilot):
        ask(app, "join")
        await pilot.pause()
        typed = {"folder": str(place), "person": "Nora"}
        for name, value in typed.items():
            form(app).query_one(f"#field-{name}").value = value
        for said, why in bad:
            form(app).query_one("#field-invitation").value = said
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert shows(app, words(f"refusal.share.{why}")), (said, screen_text(app))
            kept = {name: form(app).query_one(f"#field-{name}").value for name in typed}
            assert kept == typed
            assert form(app).query_one("#field-invitation").value == said
        assert app.session is None
        joining.join(hers, key, str(place), "founder/Nora", now)
        form(app).query_one("#field-invitation").value = old
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert shows(app, words("refusal.share.old-invitation"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("cause", "how", "told"),
    [
        (errno.ENOSPC, "full", "refusal.share.full"),
        (errno.EROFS, "kept-out", "refusal.share.closed"),
        (errno.ENOENT, "unreached", ""),
    ],
)
async def test_what_happens_to_the_place_meanwhile_is_told_for_what_it_is(
    opened, acme, home, place, monkeypatch, language, cause, how, told
):
    doors.share(home, acme, str(place))
    words = Words(language)
    async with opened(acme.path, language=language) as (app, pilot):
        alone = words("share.short.alone")
        assert await until(pilot, lambda: alone in screen_text(app).splitlines()[0])
        warned = []
        monkeypatch.setattr(app, "warn", lambda said, **_: warned.append(said))
        with patch.object(Folder, "put", failing(cause)):
            note = step.add_note(app.new_id(), "access-crm", "kept here meanwhile")
            assert app.try_to_save(note) is None
            short = words(f"share.short.{how}", since="|").split("|")[0]
            assert await until(pilot, lambda: short in screen_text(app).splitlines()[0])
            looked = app._exchanging._looked
            assert await until(pilot, lambda: app._exchanging._looked > looked)
        expected = [words(told, file=str(place))] if told else []
        assert warned == expected
        assert await until(pilot, lambda: alone in screen_text(app).splitlines()[0])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_key_renewed_elsewhere_is_told_with_what_to_do(
    machine, acme, home, now, place, tmp_path, language, monkeypatch
):
    words, shared = Words(language), doors.share(home, acme, str(place))
    hers = Home(tmp_path / "hers" / "engagements", tmp_path / "hers" / "state")
    key = joining.read_invitation(hers, shared.invitation).key
    path = joining.join(hers, key, str(place), "founder/Nora", now)
    async with machine(hers, path, language) as (app, pilot):
        warned = []
        monkeypatch.setattr(app, "warn", lambda said, **_: warned.append(said))
        doors.renew(home, acme)
        first = words("share.short.closed")
        assert await until(pilot, lambda: first[:14] in screen_text(app).splitlines()[0])
        looked = app._exchanging._looked
        assert await until(pilot, lambda: app._exchanging._looked > looked)
    assert warned == [words("share.closed")]


async def test_what_was_written_over_each_other_is_told_when_it_meets(
    opened, acme, home, now, place, tmp_path, monkeypatch
):
    shared = doors.share(home, acme, str(place))
    hers = Home(tmp_path / "hers" / "engagements", tmp_path / "hers" / "state")
    key = joining.read_invitation(hers, shared.invitation).key
    path = joining.join(hers, key, str(place), "founder/Nora", now)
    nora = open_session(path, hers, "founder/Nora", now)
    nora.record([Draft("step", "access-crm", {"status": "done"})])
    async with opened(acme.path) as (app, pilot):
        warned = []
        monkeypatch.setattr(app, "warn", lambda said, **_: warned.append(said))
        app.try_to_save([Draft("step", "access-crm", {"status": "doing"})])
        doors.exchange_of(hers, nora).push()
        assert await until(pilot, lambda: warned)
    assert "without having seen" in warned[0]
    assert Words("en")("history.crossed") in warned[0]
