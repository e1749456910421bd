"""A command's part in what is shared, while the app or another command takes part too."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest

from coach_tui.cli.exchanging import CommandExchange
from coach_tui.engagement import step
from coach_tui.language import Refusal, Words
from coach_tui.places import Home
from coach_tui.session import Session, open_session
from coach_tui.sharing import doors, exchange
from coach_tui.sharing.folder import Folder
from coach_tui.sharing.ledger import PlaceLedger
from coach_tui.sharing.ledger_file import LedgerFile
from coach_tui.sharing.place import MOST_S, SOON_S, Slow
from coach_tui.store.private_files import Beside
from tests.sharing.devices import begun, now


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """Ann's, shared in a folder."""
    (tmp_path / "place").mkdir()
    session = begun(tmp_path)
    assert isinstance(doors.share(home_of(tmp_path), session, place_of(tmp_path)), doors.Shared)
    return session


def home_of(folder: Path) -> Home:
    return Home(folder / "engagements", folder / "state")


def place_of(folder: Path) -> str:
    return str(folder / "place")


def note(session: Session, text: str) -> None:
    made = session.record(step.add_note(session.new_id(), "access-crm", text, private=False))
    assert not isinstance(made, Refusal)


def pushed(session: Session, folder: Path, generation: int) -> set[str]:
    return {there.label for there in Folder(folder / "place", session.id).names(generation)}


def kept(session: Session, folder: Path, generation: int) -> PlaceLedger:
    return LedgerFile(Beside(home_of(folder).state).ledger(session.id), generation).read()


def test_what_was_kept_while_a_command_ran_is_kept(session: Session, tmp_path: Path) -> None:
    home, away = home_of(tmp_path), tmp_path / "unplugged"
    beside = open_session(session.path, home, "cmo/Ann", now)
    command = CommandExchange(home, Words("en"), session)
    command.take_in()
    note(beside, "from the app")
    other = doors.exchange_of(home, beside)
    assert other
    other.push()
    Path(place_of(tmp_path)).rename(away)
    note(session, "from the command")
    command.push()
    after = kept(session, tmp_path, 1)
    assert after.unsent
    assert other.ledger.mine < after.mine, "the app's push is still known as ours"
    away.rename(place_of(tmp_path))
    assert isinstance(doors.renew(home, beside), doors.Shared)
    mine = kept(session, tmp_path, 2).mine
    away_again = CommandExchange(home, Words("en"), session)
    Path(place_of(tmp_path)).rename(away)
    away_again.push()
    assert mine
    assert kept(session, tmp_path, 2).mine == mine, "an older generation is not put over it"


def test_after_a_renewal_the_same_command_goes_on_with_the_new_key(
    session: Session, tmp_path: Path
) -> None:
    command = CommandExchange(home_of(tmp_path), Words("en"), session)
    command.take_in()
    assert isinstance(doors.renew(home_of(tmp_path), session), doors.Shared)
    old, new = pushed(session, tmp_path, 1), pushed(session, tmp_path, 2)
    note(session, "after it")
    command.push()
    assert pushed(session, tmp_path, 1) == old
    assert len(pushed(session, tmp_path, 2)) == len(new) + 1


def silent_place(given: list[float]) -> Any:
    def waited_in_vain(*_: object) -> NoReturn:
        raise Slow("refusal.server.slow")

    return SimpleNamespace(took_s=0.0, hurry=given.append, names=waited_in_vain)


def test_a_place_waited_for_in_vain_is_given_longer_the_next_time(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[float] = []
    monkeypatch.setattr(doors, "place_at", lambda *_: silent_place(given))
    monkeypatch.setattr(exchange, "LEFT_S", 0.0)
    for _ in range(5):
        CommandExchange(home_of(tmp_path), Words("en"), session).take_in()
    assert given == pytest.approx([SOON_S, 2 * SOON_S, 4 * SOON_S, MOST_S, MOST_S])


def test_a_renewal_half_done_is_ended_in_no_more_time_than_a_command_has(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, given = home_of(tmp_path), list[float]()

    def unplugged(*_: object) -> NoReturn:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as failing:
        failing.setattr(Folder, "put", unplugged)
        with pytest.raises(doors.NotReached):
            doors.renew(home, session)
    with monkeypatch.context() as far:
        far.setattr(doors, "place_at", lambda *_: silent_place(given))
        command = CommandExchange(home, Words("en"), session)
        command.take_in()
        note(session, "while it was silent")
        command.push()
    assert given == [SOON_S]
    monkeypatch.setattr(exchange, "LEFT_S", 0.0)
    reading = CommandExchange(home, Words("en"), session)
    reading.take_in()
    assert pushed(session, tmp_path, 2), "whichever command reaches it puts what was left"
    after = doors.exchange_of(home, session)
    assert after
    after.take_in()
    assert after.take_notices() == []


def test_a_change_that_is_saved_is_said_to_be_though_what_is_left_can_not_be_noted(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program holds what is kept of the place, and does not let go."""
    home = home_of(tmp_path)
    Path(place_of(tmp_path)).rename(tmp_path / "unplugged")
    ledger = LedgerFile(Beside(home.state).ledger(session.id), 1)
    monkeypatch.setattr(doors, "NOTED_S", 0.0)
    note(session, "saved")
    with ledger.held():
        CommandExchange(home, Words("en"), session).push()
    (tmp_path / "unplugged").rename(place_of(tmp_path))
    before = pushed(session, tmp_path, 1)
    beside = doors.exchange_of(home, session)
    assert beside
    beside.push()
    assert len(pushed(session, tmp_path, 1)) == len(before) + 1
