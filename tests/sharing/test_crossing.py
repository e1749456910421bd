"""Two programs of one machine, the app and a command, whose exchanges cross at the worst moment.

`tests.rigs crossing` has two real processes at it; here each crossing is laid where it hurts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from unittest.mock import patch

import pytest

from coach_tui.places import Home
from coach_tui.session import open_session
from coach_tui.sharing import doors
from coach_tui.sharing.exchange import Exchange
from coach_tui.sharing.folder import Folder
from coach_tui.sharing.ledger_file import LedgerFile
from coach_tui.sharing.place import Name, There
from coach_tui.store.membership import keep_membership, membership_of

from .devices import Device, begun, new_key, now, two


class Crossed(Folder):
    """The place, where something happens just before a push is put, or after it was listed."""

    meanwhile: Callable[[], object] | None = None
    listed: Callable[[], object] | None = None

    def put(self, generation: int, name: Name, sealed: bytes, kind: str) -> None:
        happens, self.meanwhile = self.meanwhile, None
        if happens:
            happens()
        super().put(generation, name, sealed, kind)

    def names(self, generation: int) -> Sequence[There]:
        found, happens = super().names(generation), self.listed
        self.listed = None
        if happens:
            happens()
        return found


@pytest.fixture
def crossing(tmp_path: Path) -> tuple[Device, Device, Device, Crossed]:
    """Ann's app and a command of hers, both open; Nora; the place as the app reaches it."""
    ann, nora, place = two(tmp_path)
    ann.sync()
    command = Device(ann.folder, ann.key, place, ann.actor, clock=ann.clock)
    ann.place = ann.exchange.place = crossed = Crossed(*place)
    return ann, command, nora, crossed


def test_no_push_stands_for_one_that_another_program_is_putting(
    crossing: tuple[Device, Device, Device, Crossed],
) -> None:
    ann, command, nora, place = crossing
    command.note("of the command")
    kept = ann.note("of the app, that the command has not looked for")

    def both() -> None:
        command.exchange.push()
        nora.take_in()

    place.meanwhile = both
    ann.exchange.push()
    nora.take_in()
    assert kept.id in nora.ids
    numbers = [there.name.number for there in place.names(1)]
    assert len(set(numbers)) == len(numbers)


def test_a_whole_push_stands_for_none_of_what_it_does_not_hold(
    crossing: tuple[Device, Device, Device, Crossed],
) -> None:
    ann, command, nora, _ = crossing
    command.note("before")
    kept = ann.note("of the app, that the command has not looked for")
    ann.exchange.push()
    command.exchange.push(whole=True)
    nora.take_in()
    assert kept.id in nora.ids


def test_what_is_put_while_the_place_is_listed_is_not_gone(
    crossing: tuple[Device, Device, Device, Crossed],
) -> None:
    ann, command, nora, place = crossing
    device = ann.exchange.ledger.device
    nora.note("something to take in")
    nora.sync()

    def pushed() -> None:
        command.note("meanwhile")
        command.sync()

    place.listed = pushed
    ann.sync()
    ann.sync()
    assert ann.told == set(), "said to be restored from a backup"
    assert ann.exchange.ledger.device == device
    assert {there.name.text for there in place.names(1)} >= ann.exchange.ledger.mine
    assert len(ann.exchange.ledger.mine) == 2


def test_what_a_command_could_not_put_stays_owed_though_the_app_put_its_own(
    crossing: tuple[Device, Device, Device, Crossed],
) -> None:
    ann, command, _, place = crossing
    ann.note("of the app")
    ledger = LedgerFile(ann.home.state / "ledger.json", 1)

    def left() -> None:
        command.note("of a command that waited in vain")
        with ledger.amended() as kept:
            kept.unsent = True

    place.meanwhile = left
    ann.exchange.push()
    assert ledger.read().is_owing


def test_what_was_owed_stays_so_where_the_app_had_not_looked_for_it(
    crossing: tuple[Device, Device, Device, Crossed],
) -> None:
    ann, command, _, _ = crossing
    ann.note("of the app")
    command.note("of a command that waited in vain")
    ledger = LedgerFile(ann.home.state / "ledger.json", 1)
    with ledger.amended() as kept:
        kept.unsent = True
    ann.exchange.push()
    assert ledger.read().is_owing
    ann.session.know(ann.session.journal.refresh())
    ann.exchange.push()
    assert not ledger.read().is_owing


def test_of_two_programs_that_renew_at_once_one_key_is_kept_and_handed_over(tmp_path: Path) -> None:
    home, shared = Home(tmp_path / "engagements", tmp_path / "state"), tmp_path / "shared"
    shared.mkdir()
    app = begun(tmp_path)
    assert isinstance(doors.share(home, app, str(shared)), doors.Shared)
    command = open_session(app.journal.path, home, app.actor, now)
    renewed = doors.renew(home, command)
    again = doors.renew(home, app)
    assert isinstance(renewed, doors.Shared)
    assert again == renewed
    assert app.membership == command.membership == membership_of(home.state, app.id)


def test_ending_a_renewal_keeps_the_key_that_another_program_made_since(tmp_path: Path) -> None:
    home, shared = Home(tmp_path / "engagements", tmp_path / "state"), tmp_path / "shared"
    shared.mkdir()
    app = begun(tmp_path)
    doors.share(home, app, str(shared))
    first = app.membership
    doors.renew(home, app)
    assert first
    assert app.membership
    app.membership = app.membership._replace(previous=first.identity)
    keep_membership(home.state, app.id, app.membership)
    later = app.membership._replace(identity=new_key(app.id).identity, generation=3, previous="")
    with patch.object(
        Exchange, "push", lambda *_, **__: keep_membership(home.state, app.id, later)
    ):
        doors.exchange_of(home, app)
    assert membership_of(home.state, app.id) == app.membership == later


def test_a_push_that_was_stopped_half_way_stays_owed(
    crossing: tuple[Device, Device, Device, Crossed],
) -> None:
    ann, command, nora, place = crossing
    kept = ann.note("half-way")

    def stopped() -> None:
        raise FileNotFoundError

    place.meanwhile = stopped
    with pytest.raises(FileNotFoundError):
        ann.exchange.push()
    command.session.know(command.session.journal.refresh())
    assert command.exchange._as_kept().is_owing
    command.sync()
    nora.take_in()
    assert kept.id in nora.ids
    assert not LedgerFile(ann.home.state / "ledger.json", 1).read().is_owing
