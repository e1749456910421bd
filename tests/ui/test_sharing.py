"""Sharing in the app: what leaves is shown, and another person's change arrives by itself."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from threading import Event

import pytest

from coach_tui.engagement import profile, step
from coach_tui.language import Words
from coach_tui.places import Home
from coach_tui.session import create_session, open_session
from coach_tui.sharing import doors, joining
from coach_tui.sharing.exchange import Exchange
from coach_tui.sharing.folder import MARK, Folder
from coach_tui.sharing.ledger_file import LedgerFile
from coach_tui.store.private_files import Beside
from coach_tui.ui.app import CoachApp
from coach_tui.ui.sharing.asking import ask
from coach_tui.ui.sharing.exchanging import Exchanging

from .conftest import PatientPilot, screen_text


async def until(pilot, true, seconds=20.0):
    """Wait for something that comes by itself."""
    for _ in range(int(seconds * 20)):
        if true():
            return True
        await asyncio.sleep(0.05)
        await pilot.pause()
    return False


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "shared").mkdir()
    return tmp_path / "shared"


@pytest.fixture
def machine(now):
    """The app on another home than the usual one."""

    @asynccontextmanager
    async def open_app(home, path=None, language="en"):
        app = CoachApp(home, now, language=language, path=path)
        async with app.run_test(size=(80, 24), notifications=True):
            pilot = PatientPilot(app)
            await pilot.pause()
            yield app, pilot

    return open_app


@pytest.fixture
def nora(acme, home, now, place, tmp_path):
    """Somebody who has joined Acme on another machine, and what she does there."""
    shared = doors.share(home, acme, str(place))
    hers = Home(tmp_path / "hers" / "engagements", tmp_path / "hers" / "state")
    key = joining.read_invitation(hers, shared.invitation).key
    path = joining.join(hers, key, str(place), "founder/Nora", now)

    def acts(which: str) -> None:
        session = open_session(path, hers, "founder/Nora", now)
        exchange = doors.exchange_of(hers, session)
        session.know(exchange.take_in())
        session.record(step.add_note(session.new_id(), which, "from Nora"))
        exchange.push()

    return acts


async def test_what_leaves_is_shown_and_the_invitation_after(opened, acme, home, place):
    async with opened(acme.path) as (app, pilot):
        ask(app, "share")
        await pilot.pause()
        shown = screen_text(app)
        assert "Nothing in it is marked private" in shown
        assert list(place.iterdir()) == []
        app.screen.query_one("#field-folder").value = str(place / "nowhere")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "is no folder here" in screen_text(app).replace("\n", " ")
        app.screen.query_one("#field-folder").value = str(place)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert await until(pilot, lambda: "coach1-" in screen_text(app))
        await pilot.press("escape")
        assert len(list(place.rglob(MARK))) == 1
        assert await until(pilot, lambda: "nobody else here yet" in screen_text(app))


async def test_another_persons_change_shows_by_itself_and_the_first_line_names_them(
    opened, acme, nora, place
):
    async with opened(acme.path) as (app, pilot):
        nora("access-crm")
        assert await until(pilot, lambda: "Nora" in screen_text(app).splitlines()[0])
        notes = step.notes_of(app.session.engagement)["access-crm"]
        assert [note.text for note in notes] == ["from Nora"]
        before = len(list(place.rglob("*.age")))
        app.try_to_save(step.add_note(app.new_id(), "access-crm", "mine"))
        assert await until(pilot, lambda: len(list(place.rglob("*.age"))) > before)
        place.rename(place.with_name("unplugged"))
        assert await until(pilot, lambda: "not reached" in screen_text(app))
        assert app.try_to_save(step.add_note(app.new_id(), "access-crm", "meanwhile")) is None
        place.with_name("unplugged").rename(place)
        assert await until(pilot, lambda: "Nora" in screen_text(app).splitlines()[0])


async def test_a_first_look_that_takes_long_says_that_it_goes_on(
    opened, acme, nora, place, monkeypatch
):
    nora("access-crm")
    goes_on, take_in = Event(), Exchange.take_in

    def slowly(exchange):
        goes_on.wait(60)
        return take_in(exchange)

    monkeypatch.setattr(Exchange, "take_in", slowly)
    async with opened(acme.path) as (app, pilot):
        assert await until(pilot, lambda: "coming in" in screen_text(app).splitlines()[0])
        goes_on.set()
        assert await until(pilot, lambda: "Nora" in screen_text(app).splitlines()[0])
        assert "coming in" not in screen_text(app)


async def test_a_key_that_a_command_renews_meanwhile_is_gone_on_with(
    opened, acme, home, now, nora, place
):
    async with opened(acme.path) as (app, pilot):
        nora("access-crm")
        assert await until(pilot, lambda: "Nora" in screen_text(app).splitlines()[0])
        beside = open_session(acme.path, home, "cmo/Ann", now)
        doors.renew(home, beside)
        found = Folder(place, acme.id)
        before = len(found.names(2))
        app.try_to_save(step.add_note(app.new_id(), "access-crm", "after the renewal"))
        assert await until(pilot, lambda: len(found.names(2)) > before)
    command = doors.exchange_of(home, open_session(acme.path, home, "cmo/Ann", now))
    command.take_in()
    assert command.take_notices() == [], "nothing came from a backup"


async def test_what_is_not_there_yet_is_pushed_at_quitting(opened, acme, nora, place):
    async with opened(acme.path) as (app, pilot):
        before = len(list(place.rglob("*.age")))
        app.try_to_save(step.add_note(app.new_id(), "access-crm", "last words"))
        await pilot.press("q")
    assert len(list(place.rglob("*.age"))) == before + 1


async def test_what_could_not_be_put_there_is_owed_when_the_app_was_closed(
    opened, acme, home, nora, place
):
    doors.exchange_of(home, acme).push()
    ledger = LedgerFile(Beside(home.state).ledger(acme.id), 1)
    assert not ledger.read().is_owing
    place.rename(place.with_name("elsewhere"))
    async with opened(acme.path) as (app, pilot):
        app.try_to_save(step.add_note(app.new_id(), "access-crm", "written offline"))
        await pilot.press("q")
    assert ledger.read().is_owing


def test_what_hinders_one_client_is_never_said_of_the_next(acme, home, now, place, tmp_path):
    doors.share(home, acme, str(place))
    (tmp_path / "of-another").mkdir()
    begun = profile.begin("Other", date(2026, 3, 2), 2, "cmo")
    other = create_session(home, begun, "cmo/Ann", now)
    doors.share(home, other, str(tmp_path / "of-another"))
    place.rename(place.with_name("unplugged"))
    told = []
    exchanging = Exchanging(home, lambda work: work(), told.append)
    exchanging._hinder("refusal.share.closed", {"file": str(place)})
    exchanging._look(acme)
    assert exchanging.said(acme, Words("en")).amiss
    since = exchanging._away_since
    exchanging._look(acme)
    assert exchanging._away_since == since
    exchanging._hinder("refusal.share.closed", {"file": str(place)})
    assert not exchanging.said(other, Words("en")).amiss, "before the first look at it"
    exchanging._look(other)
    assert not exchanging.said(other, Words("en")).amiss
    assert [each.notices for each in told if each.session is other] == [[]]
    (tmp_path / "of-another").rename(tmp_path / "elsewhere")
    exchanging._look(acme)
    exchanging._look(other)
    assert exchanging._away_since > since, "each is away since its own moment"


@pytest.mark.parametrize(
    ("looks", "told"),
    [("no", ""), ("yes", ", to look only"), ("confirms", ", to look, confirm and answer")],
)
async def test_joining_from_the_app_ends_on_now_in_ones_own_name(
    machine, acme, home, now, place, tmp_path, monkeypatch, looks, told
):
    shared = doors.share(home, acme, str(place))
    hers = Home(tmp_path / "hers" / "engagements", tmp_path / "hers" / "state")
    async with machine(hers) as (app, pilot):
        ask(app, "join")
        await pilot.pause()
        for name, value in (
            ("invitation", shared.invitation[:-2]), ("folder", str(place)), ("person", "Nora"),
            ("looks_only", looks),
        ):  # fmt: skip
            app.screen.query_one(f"#field-{name}").value = value
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "cut or changed" in screen_text(app).replace("\n", " ")
        assert "••••" in screen_text(app), "nobody reads it over a shoulder"
        assert "coach1-" not in screen_text(app)
        app.screen.query_one("#field-folder").value = str(tmp_path)
        app.screen.query_one("#field-invitation").value = shared.invitation
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "holds nothing of this" in screen_text(app).replace("\n", " ")
        app.screen.query_one("#field-folder").value = str(place)
        app.screen.query_one("#field-invitation").value = shared.invitation
        notified = []  # what is told in passing may be gone before a busy machine looks
        monkeypatch.setattr(app, "notify", lambda message, **_: notified.append(message))
        await pilot.press("ctrl+s")
        assert await until(pilot, lambda: app.session is not None)
        await pilot.pause()
        assert app.session.id == acme.id
        assert app.actor == "founder/Nora"
        assert "Acme" in screen_text(app).splitlines()[0]
        said = f"You have joined Acme as Nora (founder){told}."
        assert await until(pilot, lambda: said in notified), notified


async def test_whoever_looks_only_is_told_why_nothing_is_saved(
    machine, acme, home, now, place, tmp_path
):
    shared = doors.share(home, acme, str(place))
    hers = Home(tmp_path / "hers" / "engagements", tmp_path / "hers" / "state")
    key = joining.read_invitation(hers, shared.invitation).key
    path = joining.join(hers, key, str(place), "founder/Nora", now, looks_only=True)
    async with machine(hers, path) as (app, _):
        refusal = app.try_to_save(step.add_note(app.new_id(), "access-crm", "hers"))
        assert refusal.reason == "refusal.share.looks-only"


async def test_what_is_put_on_a_server_is_heard_of_at_once(
    opened, acme, home, now, practice, tmp_path, monkeypatch
):
    monkeypatch.setattr("coach_tui.ui.app.NEWS_EVERY", 3600)
    ann, nora = f"a{practice.name}", f"n{practice.name}"
    practice.given({login: {acme.id: True} for login in (ann, nora)})
    shared = doors.share(home, acme, practice.url(ann))
    hers = Home(tmp_path / "hers" / "engagements", tmp_path / "hers" / "state")
    key = joining.read_invitation(hers, shared.invitation).key
    path = joining.join(hers, key, practice.url(nora), "founder/Nora", now)
    session = open_session(path, hers, "founder/Nora", now)
    exchange = doors.exchange_of(hers, session)
    async with opened(acme.path) as (app, pilot):
        app.look_for_news()
        exchanging = app._shared
        assert await until(pilot, lambda: exchanging._ear and exchanging._ear.hears)
        session.know(exchange.take_in())
        session.record(step.add_note(session.new_id(), "access-crm", "from Nora"))
        exchange.push()
        assert await until(pilot, lambda: "Nora" in screen_text(app).splitlines()[0])
        notes = step.notes_of(app.session.engagement)["access-crm"]
        assert [note.text for note in notes] == ["from Nora"]


async def test_the_form_takes_a_server_and_refuses_one_in_place(opened, acme, practice):
    login = f"f{practice.name}"
    practice.given({login: {acme.id: True}})
    url = practice.url(login)
    async with opened(acme.path) as (app, pilot):
        ask(app, "share")
        await pilot.pause()
        for said, told in (
            (url.replace("@", ":open-sesame@"), "~/.pgpass"),
            ("postgresql://db.example.org/coach", "sslmode=verify-full"),
            (practice.url("nobody"), "does not let you in"),
        ):
            app.screen.query_one("#field-folder").value = said
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert told in " ".join(screen_text(app).split()), said
        app.screen.query_one("#field-folder").value = url
        await pilot.press("ctrl+s")
        assert await until(pilot, lambda: "coach1-" in screen_text(app))
        await pilot.press("escape")
        assert await until(pilot, lambda: "nobody else here yet" in screen_text(app))
