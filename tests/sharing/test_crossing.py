"""Two programs of one machine, the app and a command, whose exchanges cross at the worst moment.

`tests.rigs crossing` has two real processes at it; here each crossing is laid where it hurts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from coach_tui.language.refusal import Refusal
from coach_tui.places import Home
from coach_tui.session import open_session
from coach_tui.sharing import doors
from coach_tui.sharing.exchange import Exchange
from coach_tui.sharing.folder import Folder
from coach_tui.sharing.key import Key
from coach_tui.sharing.ledger import PATIENCE_S, PlaceLedger
from coach_tui.sharing.ledger_file import LedgerFile
from coach_tui.sharing.place import Name, There
from coach_tui.store import disk
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
    made: list[object] = []
    with _before_it_lists(lambda: made.append(doors.renew(home, command))):
        again = doors.renew(home, app)
    [renewed] = made
    assert isinstance(renewed, doors.Shared)
    assert again == renewed
    assert app.membership == command.membership == membership_of(home.state, app.id)


@contextmanager
def _before_it_lists(happens: Callable[[], object]) -> Iterator[None]:
    """Once, just before the place is first listed."""
    left, names = [happens], Folder.names

    def listed(place: Folder, generation: int) -> Sequence[There]:
        if left:
            left.pop()()
        return names(place, generation)

    with patch.object(Folder, "names", listed):
        yield


def test_what_a_command_did_before_is_gone_on_from_and_what_it_did_meanwhile_is_told(
    tmp_path: Path,
) -> None:
    """A renewal that did not happen is never shown as done: whoever it shuts out would read on."""
    home, places = Home(tmp_path / "engagements", tmp_path / "state"), tmp_path / "places"
    where = [str(places / name) for name in "abc"]
    for each in where:
        Path(each).mkdir(parents=True)
    app = begun(tmp_path)
    first = doors.share(home, app, where[0])
    command = open_session(app.journal.path, home, app.actor, now)
    assert isinstance(doors.share(home, command, where[1]), doors.Shared)
    assert doors.shared_at(app) == where[0]
    renewed = doors.renew(home, app)
    assert isinstance(renewed, doors.Shared)
    assert isinstance(first, doors.Shared)
    assert renewed.place == where[1]
    assert renewed.invitation != first.invitation
    assert app.membership
    assert app.membership.generation == 2

    with _before_it_lists(lambda: doors.share(home, command, where[2])):
        refused = doors.renew(home, app)
    assert isinstance(refused, Refusal)
    assert refused.reason == "refusal.share.meanwhile"
    assert isinstance(doors.renew(home, app), doors.Shared)
    assert app.membership.generation == 3
    assert app.membership.place == where[2]


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


class Refusing(Folder):
    """A place that can be read, and takes nothing."""

    def put(self, generation: int, name: Name, sealed: bytes, kind: str) -> None:
        raise PermissionError


def test_what_a_place_refuses_for_hours_leaves_one_name_and_is_put_at_last(
    crossing: tuple[Device, Device, Device, Crossed],
) -> None:
    ann, _, nora, place = crossing
    kept = LedgerFile(ann.home.state / "ledger.json", 1)
    notes = {ann.note(f"pending {number}").id for number in range(10)}
    ann.exchange.place = Refusing(*place)
    for _ in range(200):
        ann.take_in()
        with pytest.raises(PermissionError):
            ann.exchange.push()
    before, numbers = kept.read(), {each.name.number for each in place.names(1)}
    assert len(before.mine) == len(numbers) + 1
    assert before.is_owing
    ann.exchange.place = place
    ann.sync()
    after = kept.read()
    assert after.mine == {each.name.text for each in place.names(1)}
    assert after.instead == set()
    assert not after.is_owing
    nora.take_in()
    assert notes <= nora.ids


def test_names_of_programs_that_failed_are_told_of_once_and_let_go(
    crossing: tuple[Device, Device, Device, Crossed],
) -> None:
    """Each command is a program of its own, and begins a push of its own."""
    ann, _, nora, place = crossing
    ann.note("pending")
    for _ in range(20):
        ann.open(ann.key)
        ann.exchange.place = Refusing(*place)
        with pytest.raises(PermissionError):
            ann.exchange.push()
    kept = LedgerFile(ann.home.state / "ledger.json", 1)
    assert len(kept.read().halfway) == 20
    ann.open(ann.key)
    ann.exchange.place = place
    heads = []
    with patch.object(Key, "seal", _noting(heads)):
        for number in range(2):
            ann.exchange.push()
            ann.note(f"another {number}")
        for _ in range(3):
            ann.exchange.push(whole=True)
    assert [len(head["instead"]) for head in heads[:2]] == [20, 0]
    assert len(heads[-1]["instead"]) < 10
    assert kept.read().mine == {each.name.text for each in place.names(1)}
    assert kept.read().halfway == {}
    nora.take_in()
    assert ann.ids - nora.ids == set()
    nora.clock[0] += 2 * PATIENCE_S
    assert nora.exchange.ledger.lacking(nora.clock[0]) == []


def _noting(heads: list[dict[str, Any]]) -> Callable[..., tuple[str, bytes]]:
    """Sealing, what a push says of others being noted."""
    seal = Key.seal

    def noting(key: Key, *said: Any, **head: Any) -> tuple[str, bytes]:
        heads.append(head)
        return seal(key, *said, **head)

    return noting


def test_a_ledger_of_before_says_once_what_its_failed_pushes_were(
    crossing: tuple[Device, Device, Device, Crossed],
) -> None:
    ann, _, _, _ = crossing
    ann.note("put")
    ann.exchange.push()
    record = {**ann.exchange.ledger.record, "mine": [*ann.exchange.ledger.mine, "d/000009-abc"]}
    del record["halfway"]
    ledger = PlaceLedger.of_record(record, 1)
    assert ledger.stood_for(ann.ids, whole=False) == ["d/000009-abc"]
    assert not ledger.is_owing


def test_with_nothing_to_say_what_is_kept_is_not_written_again(
    crossing: tuple[Device, Device, Device, Crossed],
) -> None:
    ann, _, _, _ = crossing
    ann.note("put")
    ann.sync()
    ann.sync()
    with patch.object(disk, "put", side_effect=AssertionError):
        ann.exchange.push()
