"""A practice's server: what one records the other has, and nobody else sees a word of it."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from coach_tui.language import Refusal
from coach_tui.sharing.invitation import Invited, invitation, invited
from coach_tui.sharing.place import NameTaken, Unreached
from coach_tui.sharing.server import address
from coach_tui.sharing.server.faults import fault_of
from coach_tui.sharing.server.place import Server

from .devices import Device, begun, new_key
from .postgres import Database

ANN, NORA, EVE = "k7f3q", "m2x9c", "z4t8v"


def two(folder: Path, practice: Database) -> tuple[Device, Device]:
    """Ann, who began, and Nora, with one server between them and one clock."""
    session = begun(folder / "ann")
    key, clock = new_key(session.id), [0.0]
    practice.given({ANN: {session.id: True}, NORA: {session.id: True}, EVE: {}})
    here, there = (Server(practice.url(login), session.id, 5) for login in (ANN, NORA))
    ann = Device(folder / "ann", key, here, "cmo/Annemarie", session, clock)
    ann.made = ann.ids
    return ann, Device(folder / "nora", key, there, "founder/Nora", clock=clock)


def meet(*devices: Device) -> None:
    for _ in range(2):
        for device in devices:
            device.sync()


def test_what_one_records_the_other_has_and_the_server_no_word(
    tmp_path: Path, practice: Database
) -> None:
    ann, nora = two(tmp_path, practice)
    for number in range(5):
        ann.note(f"secret word a{number}")
        ann.sync()
        nora.note(f"secret word n{number}")
        nora.sync()
    meet(ann, nora)
    assert ann.ids == nora.ids == ann.made | nora.made
    assert ann.exchange.push() is None
    text = practice.words()
    for word in (b"secret word", b"Dupont", b"Annemarie", b"founder"):  # too long for chance
        assert word not in text


def test_many_pushes_come_together_and_a_whole_one_spares_them(
    tmp_path: Path, practice: Database
) -> None:
    ann, nora = two(tmp_path, practice)
    for number in range(60):
        ann.note(f"{number}")
        ann.exchange.push()
    asked: list[object] = []
    calls = nora.place._calls
    ask, calls.ask = calls.ask, lambda call, **said: (asked.append(said), ask(call, **said))[1]
    nora.take_in()
    assert nora.ids == ann.ids
    assert len(asked) < 6, "the names, and several bodies at a time"
    ann.exchange.tidy()
    newcomer = Device(tmp_path / "new", ann.key, Server(practice.url(ANN), ann.session.id), "cmo/N")
    brought: list[str] = []
    get = newcomer.place.get
    newcomer.place.get = lambda generation, there: (
        brought.append(there.label),
        get(generation, there),
    )[1]
    newcomer.take_in()
    assert newcomer.ids == ann.ids
    assert len(brought) == 1
    assert brought[0].endswith("w")


def test_whoever_is_not_given_an_engagement_neither_begins_nor_adds(
    tmp_path: Path, practice: Database
) -> None:
    ann, _ = two(tmp_path, practice)
    stranger = Server(practice.url(EVE), ann.session.id, 5)
    with pytest.raises(Unreached, match="not-given"):
        stranger.begin()
    ann.sync()
    assert stranger.names(1) == []
    eve = Device(tmp_path / "eve", ann.key, stranger, "cmo/Eve")
    eve.note("forged")
    with pytest.raises(Unreached, match="forbidden"):
        eve.exchange.push()
    practice.given({"reader": {ann.session.id: False}})
    reader = Server(practice.url("reader"), ann.session.id, 5)
    with pytest.raises(Unreached, match="reads-only"):
        reader.begin()
    assert len(reader.names(1)) == 1


def test_a_machine_that_changes_its_login_goes_on_under_a_new_name(
    tmp_path: Path, practice: Database
) -> None:
    ann, nora = two(tmp_path, practice)
    ann.note("one")
    ann.sync()
    practice.given({"other": {ann.session.id: True}})
    ann.place = Server(practice.url("other"), ann.session.id, 5)
    ann.open(ann.key)
    ann.note("two")
    with pytest.raises(NameTaken):
        ann.sync()
    ann.sync()
    nora.sync()
    assert nora.ids == ann.ids


def test_a_place_that_went_back_to_a_backup_is_filled_again(
    tmp_path: Path, practice: Database
) -> None:
    ann, nora = two(tmp_path, practice)
    ann.note("before")
    meet(ann, nora)
    ann.note("after")
    meet(ann, nora)
    with practice.admin() as admin:
        admin.execute("delete from coach.push where seq > 2")
        admin.execute("update coach.engagement set last = 2")
        admin.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = %s and pid <> "
            "pg_backend_pid()", (practice.name,),
        )  # fmt: skip
    with pytest.raises(Unreached):
        ann.take_in()
    ann.sync()
    newcomer = Device(tmp_path / "new", ann.key, Server(practice.url(ANN), ann.session.id), "cmo/N")
    newcomer.take_in()
    assert newcomer.ids == ann.ids


REFUSED = {
    "postgresql://ann:secret@localhost/coach": "address-password",
    "postgresql://ann@localhost/coach?password=secret": "address-password",
    "postgresql://db.example.org/coach": "address-unproven",
    "postgresql://db.example.org/coach?sslmode=require": "address-unproven",
    "postgresql://localhost,db.example.org/coach": "address-unproven",
    "postgresql://localhost/coach?hostaddr=192.0.2.7": "address-unproven",
    "postgresql://localhost/coach?nonsense=1": "no-address",
    "postgresql://[::1/coach": "no-address",
    "postgresql://db.example.org/coach?sslmode=verify-full": "",
    "postgresql://k7f3q@127.0.0.1:5433/coach": "",
    "postgresql://[::1]/coach": "",
    "postgresql:///coach?host=/var/run/postgresql": "",
    "postgresql:///coach": "",
    "postgresql://?service=far": "address-unproven",
    "postgresql://?service=secret": "address-unproven",
    "postgresql://?service=proven": "",
}


def test_an_address_holds_no_password_and_a_server_elsewhere_proves_who_it_is(
    own_machine: Path,
) -> None:
    (own_machine / ".pg_service.conf").write_text(
        "[far]\nhost=db.example.org\n[proven]\nhost=db.example.org\nsslmode=verify-full\n"
        "password=kept here\n[secret]\nhost=db.example.org\nsslmode=allow\n"
    )
    for said, why in REFUSED.items():
        found = address.refuse_address(said)
        assert (found.reason if found else "") == (f"refusal.server.{why}" if why else ""), said
        assert "secret" not in str(found.values if found else "")


def test_the_environment_says_what_the_address_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGHOST", "db.example.org")
    assert address.refuse_address("postgresql:///coach")
    monkeypatch.setenv("PGSSLMODE", "verify-full")
    assert address.refuse_address("postgresql:///coach") is None


def test_an_invitation_names_the_server_and_nothing_of_this_machine() -> None:
    key = new_key(str(uuid4()))
    where = (
        "postgresql://k7f3q@db.example.org:5433/coach?sslmode=verify-full&passfile=/home/ann/pass"
    )
    server = address.for_invitation(where)
    assert server == "postgresql://db.example.org:5433/coach?sslmode=verify-full"
    line = invitation(key, server)
    assert len(line) < 210
    assert invited(line) == Invited(key, server)
    assert invited(f"> {line[:70]}\n> {line[70:140]}\r\n> {line[140:]}") == Invited(key, server)
    assert invited(invitation(key)) == Invited(key)
    for cut in range(len(line)):
        assert isinstance(invited(line[:cut]), Refusal), cut
    for place in range(7, len(line)):
        other = "b" if line[place] != "b" else "c"
        found = invited(line[:place] + other + line[place + 1 :])
        assert isinstance(found, Refusal) or found == Invited(key, server), place
    assert address.for_invitation("postgresql://ann@/coach?host=/run/postgresql") == ""
    assert address.for_invitation("postgresql://?service=practice") == ""
    assert address.invited_to("/home/somebody") == ""


def test_the_login_is_the_one_this_machine_has_a_password_for(own_machine: Path) -> None:
    server = "postgresql://db.example.org/coach?sslmode=verify-full"
    assert address.own_login(server) == ""
    line = address.passfile_line(server, "k7f3q", "a:b\\c")
    assert line == "db.example.org:5432:coach:k7f3q:a\\:b\\\\c"
    passwords = own_machine / ".pgpass"
    passwords.write_text(f"# mine\nother:5432:coach:else:x\n{line}\n")
    assert address.own_login(server) == "k7f3q"
    assert address.with_login(server, "k7f3q") == (
        "postgresql://k7f3q@db.example.org/coach?sslmode=verify-full"
    )
    passwords.write_text(f"{line}\n*:*:*:second:x\n")
    assert address.own_login(server) == ""


@contextmanager
def silent() -> Iterator[int]:
    """A server that takes the call and never says a word; its port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


def test_what_does_not_answer_is_not_waited_for_and_all_is_saved(
    tmp_path: Path, practice: Database
) -> None:
    ann, nora = two(tmp_path, practice)
    ann.note("before")
    with silent() as port:
        ann.place = Server(practice.url(ANN, port), ann.session.id, 0.3)
        ann.open(ann.key)
        began = time.monotonic()
        with pytest.raises(Unreached, match="slow"):
            ann.sync()
        assert time.monotonic() - began < 5
    with pytest.raises(Unreached, match="down") as gone:
        ann.sync()
    assert "refused" in gone.value.values["cause"], "what happened, not what to guess of it"
    ann.place = Server(practice.url(ANN), ann.session.id, 5)
    ann.open(ann.key)
    meet(ann, nora)
    assert nora.ids == ann.ids


def test_why_a_server_is_not_reached_is_told_apart(
    tmp_path: Path, practice: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann, _ = two(tmp_path, practice)
    url = practice.url(ANN)
    told = {
        "no-database": url.replace(practice.name, "nowhere"),
        "certificate": f"{url}?sslmode=verify-full",
        "no-schema": url.replace(practice.name, "postgres"),
    }
    for why, where in told.items():
        with pytest.raises(Unreached, match=why):
            Server(where, ann.session.id, 5).names(1)
    with practice.admin() as admin:
        admin.execute("alter table coach.push add check (false) not valid")
    ann.note("no room")
    with pytest.raises(Unreached, match="other"):
        ann.exchange.push()
    monkeypatch.setenv("PGPASSFILE", os.devnull)
    with pytest.raises(Unreached, match="login"):
        Server(url, ann.session.id, 5).names(1)


def test_whoever_listens_hears_at_once_that_something_came(
    tmp_path: Path, practice: Database
) -> None:
    ann, nora = two(tmp_path, practice)
    ann.sync()
    ear = Server(practice.url(NORA), ann.session.id, 5)
    assert ear.wait(0.01) is False
    ann.note("news")
    ann.exchange.push()
    assert ear.wait(5) is True
    nora.take_in()
    assert nora.ids == ann.ids


def test_the_library_is_there_only_where_a_server_is_used() -> None:
    assert psycopg.pq.version() >= 150_000
    assert "coach_tui.sharing.server.library" in sys.modules


def test_why_a_server_is_not_reached_is_told_before_there_is_a_connection_too() -> None:
    for said, why in (
        ("failed to resolve host 'nohost.invalid': Name or service not known", "down"),
        ('FATAL: permission denied for database "coach"', "forbidden"),
        ("server does not support SSL, but SSL was required", "certificate"),
        ("fe_sendauth: no password supplied", "login"),
        ('FATAL: database "coach" does not exist', "no-database"),
        ("the line is noisy", "other"),
    ):
        assert fault_of(psycopg.OperationalError(said)).reason == f"refusal.server.{why}", said
