"""Two machines, one engagement: nothing lost, nothing invented, whatever happens to either."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coach_tui.engagement.change import Draft, to_record
from coach_tui.engagement.withheld import part
from coach_tui.language import Refusal
from coach_tui.places import Home
from coach_tui.session import Session, open_session
from coach_tui.sharing import doors, joining
from coach_tui.sharing.folder import Folder
from coach_tui.sharing.invitation import Invited
from coach_tui.sharing.key import Key
from coach_tui.sharing.ledger import PlaceLedger
from coach_tui.sharing.ledger_file import LedgerFile
from coach_tui.sharing.place import Name
from coach_tui.store import layout
from coach_tui.store.membership import membership_of
from coach_tui.store.private_files import Beside

from .devices import Device, begun, new_key, now, two


def meet(*devices: Device) -> None:
    for _ in range(2):
        for device in devices:
            device.sync()


def test_what_one_records_the_other_has(tmp_path: Path) -> None:
    ann, nora, _ = two(tmp_path)
    for number in range(5):
        ann.note(f"a{number}")
        nora.note(f"n{number}")
    ann.tick("done")
    meet(ann, nora)
    assert ann.ids == nora.ids == ann.made | nora.made
    assert nora.value("step", "baselines", "status") == "done"
    assert ann.exchange.push() is None  # nothing new: nothing put


def test_a_device_that_lost_its_ledger_or_its_place_loses_nothing(tmp_path: Path) -> None:
    ann, nora, place = two(tmp_path)
    ann.note("one")
    meet(ann, nora)
    (ann.home.state / "ledger.json").unlink()
    ann.reopen()
    ann.note("two")
    meet(ann, nora)
    assert ann.ids == nora.ids
    shutil.rmtree(place.root)
    with pytest.raises(FileNotFoundError):  # not reached, and never taken for empty
        ann.take_in()
    place.begin()
    nora.reopen()
    ann.note("three")
    meet(ann, nora, ann)
    newcomer = Device(tmp_path / "new", ann.key, place, "founder/New", clock=ann.clock)
    newcomer.take_in()
    assert newcomer.ids == ann.ids == nora.ids


def test_a_restored_machine_reads_its_own_later_work_and_goes_on_under_a_new_name(
    tmp_path: Path,
) -> None:
    ann, nora, place = two(tmp_path)
    for number in range(3):
        ann.note(f"before {number}")
        meet(ann, nora)
    shutil.copytree(ann.folder, tmp_path / "backup")
    for number in range(3):
        ann.note(f"after {number}")
        meet(ann, nora)
    before, made = ann.exchange.ledger.device, ann.made
    restored = Device(tmp_path / "backup", ann.key, place, "cmo/Ann", clock=ann.clock)
    restored.note("made offline, after the backup was put back")
    meet(restored, nora)
    assert restored.ids == nora.ids == made | nora.made | restored.made
    assert "share.restored" in restored.told
    assert restored.exchange.ledger.device != before


def test_a_clone_and_its_original_both_go_on(tmp_path: Path) -> None:
    ann, nora, place = two(tmp_path)
    ann.note("before")
    meet(ann, nora)
    shutil.copytree(ann.folder, tmp_path / "clone")
    clone = Device(tmp_path / "clone", ann.key, place, "cmo/Ann", clock=ann.clock)
    for number in range(4):
        ann.note(f"original {number}")
        clone.note(f"clone {number}")
        meet(ann, clone, nora)
    assert ann.ids == clone.ids == nora.ids == ann.made | clone.made
    assert ann.exchange.ledger.device != clone.exchange.ledger.device


def test_stopped_before_or_after_a_push_was_put_nothing_is_lost(tmp_path: Path) -> None:
    ann, nora, place = two(tmp_path)

    class Stopped(Exception):
        pass

    class Stopping:
        """A place at which the program is killed, before or after a push is there."""

        def __init__(self, put: bool) -> None:
            self.really = put

        def __getattr__(self, name: str) -> object:
            return getattr(place, name)

        def put(self, generation: int, name: Name, sealed: bytes, kind: str) -> None:
            if self.really:
                place.put(generation, name, sealed, kind)
            raise Stopped

    for put in (False, True):
        ann.note(f"stopped {put}")
        ann.exchange.place = Stopping(put)  # type: ignore[assignment]
        with pytest.raises(Stopped):
            ann.exchange.push()
        ann.reopen()
        meet(ann, nora)
        assert nora.ids == ann.ids
        assert "share.restored" not in ann.told


def test_a_push_that_half_arrived_is_read_once_it_is_whole(tmp_path: Path) -> None:
    ann, nora, place = two(tmp_path)
    ann.note("one")
    ann.sync()
    [file] = place.root.rglob("*.age")
    whole = file.read_bytes()
    file.write_bytes(whole[:-9])
    nora.take_in()
    assert nora.ids == set()
    assert nora.told == set()  # it may be arriving still
    file.write_bytes(whole)
    nora.take_in()
    assert nora.ids == ann.ids


def test_a_push_damaged_for_good_is_said_again_by_its_author(tmp_path: Path) -> None:
    ann, nora, place = two(tmp_path)
    ann.note("one")
    ann.sync()
    [file] = place.root.rglob("*.age")
    file.write_bytes(b"cut")
    nora.note("hers")
    nora.sync()
    ann.clock[0] += 700  # she has waited long enough, and says what she lacks
    nora.sync()
    ann.sync()
    nora.sync()
    assert nora.ids == ann.ids


def test_others_say_it_again_where_the_author_is_gone(tmp_path: Path) -> None:
    ann, nora, place = two(tmp_path)
    ann.note("one")
    meet(ann, nora)
    [file] = (place.root / "1" / ann.exchange.ledger.device).iterdir()
    file.write_bytes(b"cut")
    late = Device(tmp_path / "late", ann.key, place, "founder/Late", clock=ann.clock)
    late.note("here")
    late.sync()
    ann.clock[0] += 700
    late.sync()
    nora.sync()
    assert not ann.ids <= late.ids  # the author comes first
    ann.clock[0] += 2000
    nora.sync()
    late.sync()
    assert ann.ids <= late.ids


def test_old_pushes_go_once_another_has_read_the_whole_one(tmp_path: Path) -> None:
    ann, nora, place = two(tmp_path)
    for number in range(45):
        ann.note(f"{number}")
        ann.exchange.push()
    assert ann.exchange.tidy() == 0  # a whole one is there; nobody has read it
    assert len(list(place.root.rglob("*.age"))) == 46
    nora.note("hers")
    meet(nora, ann)
    assert ann.exchange.tidy() == 45
    assert [
        path.name[-5:] for path in (place.root / "1" / ann.exchange.ledger.device).iterdir()
    ] == ["w.age"]
    newcomer = Device(tmp_path / "new", ann.key, place, "founder/New", clock=ann.clock)
    newcomer.take_in()
    assert newcomer.ids == ann.ids
    meet(ann, nora)
    assert ann.exchange.tidy() == 0


def test_after_a_renewal_late_work_arrives_and_the_one_who_left_is_shut_out(
    tmp_path: Path,
) -> None:
    ann, nora, place = two(tmp_path)
    left = Device(tmp_path / "left", ann.key, place, "founder/Gone", clock=ann.clock)
    for device in (ann, nora, left):
        device.note("together")
    meet(ann, nora, left)
    secret = ann.note("private", private=True)
    late = nora.note("made offline, before the renewal")
    key = new_key(ann.key.engagement, 2)
    ann.take_in()
    ann.exchange.push(closing=True)
    ann.open(key)
    ann.exchange.push(whole=True)
    nora.exchange.push()  # under the old key: she has not looked yet
    left.note("after having left")
    left.exchange.push()
    meet(ann)
    nora.take_in()
    assert nora.exchange.is_closed
    assert nora.exchange.push() is None
    nora.open(key)
    meet(nora, ann, nora)
    after = part(ann.session.changes).leaving
    assert {one.id for one in after} == nora.ids
    assert late.id in ann.ids
    assert secret.id not in nora.ids
    assert not left.made - nora.made - {one for one in left.made if one in ann.ids} <= ann.ids
    newcomer = Device(tmp_path / "new", key, place, "founder/New", clock=ann.clock)
    newcomer.take_in()
    assert newcomer.ids == nora.ids


def test_a_known_id_with_other_words_is_refused(tmp_path: Path) -> None:
    ann, nora, place = two(tmp_path)
    note = ann.note("as written")
    meet(ann, nora)
    [line] = ann.session.journal.lines_of([note])
    other = Device(tmp_path / "other", ann.key, place, "founder/Evil", clock=ann.clock)
    forged = layout.encode(to_record(note._replace(changes={**note.changes, "text": "zzz"})))
    assert forged > line  # of two contents, the greater line would win
    name, sealed = ann.key.seal(other.exchange.ledger.device, 1, [forged])
    place.put(1, Name(other.exchange.ledger.device, name), sealed, "")
    ann.take_in()
    assert ann.value("note", note.entity_id, "text") == "as written"
    assert "share.other-words" in ann.told


def test_an_invited_stranger_without_the_key_puts_nothing_in(tmp_path: Path) -> None:
    ann, nora, place = two(tmp_path)
    ann.note("one")
    ann.sync()
    stranger = Key(new_key("x").identity, ann.key.engagement, 1)
    name, sealed = stranger.seal("0" * 16, 1, ann.session.journal.lines_of(ann.session.changes))
    place.put(1, Name("0" * 16, name), sealed, "")
    nora.take_in()
    assert nora.ids == ann.ids
    assert "share.unopened-not-ours" in nora.told


def test_strangers_files_are_passed_over(tmp_path: Path) -> None:
    ann, nora, place = two(tmp_path)
    ann.note("one")
    ann.sync()
    device = place.root / "1" / ann.exchange.ledger.device
    (device / "holiday.jpg").write_bytes(b"x")
    (device / "000001-notes.age").write_bytes(b"x")
    (place.root / "1" / "Photos").mkdir()
    (place.root / "1" / "0123456789abcdef").symlink_to(tmp_path)
    (place.folder / "Nora's things").mkdir()
    nora.take_in()
    assert nora.ids == ann.ids
    assert nora.told == set()


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    ann, nora, place = two(tmp_path)
    ann.note("one")
    ann.sync()
    file = place.root / "1" / ann.exchange.ledger.device / f"000009-{'0' * 32}.age"
    with file.open("wb") as huge:
        huge.truncate(1 << 30)
    nora.take_in()
    assert nora.ids == ann.ids
    assert "share.unopened-too-big" in nora.told


def test_what_a_newer_version_put_is_kept_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coach_tui.sharing import key

    ann, nora, place = two(tmp_path)
    ann.note("one")
    with monkeypatch.context() as newer:
        newer.setattr(key, "VERSION", b"2")
        newer.setattr(key, "__version__", "9.1.0")
        ann.sync()
    nora.take_in()
    assert [(n.reason, n.values["version"]) for n in nora.exchange.notices] == [
        ("share.unopened-newer", "9.1.0")
    ]
    nora.note("hers")
    ann.clock[0] += 9999
    nora.sync()
    assert len(list(place.root.rglob("*.age"))) == 2  # kept, and nobody is asked to say it again
    with monkeypatch.context() as newer:
        newer.setattr(key, "VERSION", b"2")
        nora.take_in()
    assert ann.ids <= nora.ids


def test_reading_stops_in_time_and_goes_on(tmp_path: Path) -> None:
    ann, nora, _ = two(tmp_path)
    for number in range(6):
        ann.note(f"{number}")
        ann.exchange.push()
    nora.exchange.take_in(seconds=0)
    assert nora.ids != ann.ids
    nora.take_in()
    assert nora.ids == ann.ids


def test_a_folder_that_is_full_or_read_only_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coach_tui.store import disk

    ann, nora, _ = two(tmp_path)
    ann.note("one")
    with monkeypatch.context() as full:

        def no_room(*_: object) -> None:
            raise OSError(28, "No space left on device")

        full.setattr(disk, "create", no_room)
        with pytest.raises(OSError, match="No space"):
            ann.exchange.push()
    meet(ann, nora)
    assert nora.ids == ann.ids


def test_the_place_tells_nothing(tmp_path: Path) -> None:
    ann, nora, place = two(tmp_path)
    ann.note("Our prices are secret")
    ann.note("hidden", private=True)
    meet(ann, nora)
    words = [b"Dupont", b"access-crm", b"Ann", b"prices", b"step"]
    for path in place.folder.rglob("*"):
        text = path.name.encode() + (path.read_bytes() if path.is_file() else b"")
        assert not [word for word in words if word in text]
    said = b"".join(
        line
        for there in place.names(1)
        for line in ann.key.open(there.name.device, there.name.name, place.get(1, there)).lines
    )
    assert b"prices" in said
    assert b"hidden" not in said


def test_rights_of_the_folder_are_those_of_what_is_put_there(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o770)
    shared.chmod(0o770)
    ann, _, place = two(tmp_path)
    ann.note("one")
    ann.sync()
    assert isinstance(place, Folder)
    rights = {path.stat().st_mode & 0o777 for path in place.root.rglob("*") if path.is_file()}
    assert rights == {0o660}


def test_what_a_clock_years_ahead_has_dated_waits_and_is_carried_on(tmp_path: Path) -> None:
    ann, nora, place = two(tmp_path)
    note = ann.note("as of today")
    meet(ann, nora)
    ahead = note._replace(
        id=f"0{int(note.id[1:8], 16) + (3 << 20):07x}{note.id[8:]}", entity_id="x"
    )
    name, sealed = ann.key.seal("0" * 16, 1, [layout.encode(to_record(ahead))])
    place.put(1, Name("0" * 16, name), sealed, "")
    meet(nora, ann)
    assert [one.id for one in nora.session.held] == [ahead.id]
    assert ahead.id not in nora.ids  # it waits until somebody agrees
    nora.note("work goes on")
    nora.exchange.push(whole=True)
    newcomer = Device(tmp_path / "new", ann.key, place, "founder/New", clock=ann.clock)
    newcomer.take_in()
    assert [one.id for one in newcomer.session.held] == [ahead.id]
    assert newcomer.ids == nora.ids


def test_an_older_file_that_mixes_private_and_shared_words_shares_the_shared_ones(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path / "engagements", tmp_path / "state")
    session = begun(tmp_path)
    (tmp_path / "shared").mkdir()
    made = session.record([Draft("contact", "c1", {"name": "Zoé"})])
    assert not isinstance(made, Refusal)
    mixed = made[0]._replace(
        id=session.new_id(), entity_id="c2", changes={"name": "Yves", "private": "owes us"}
    )
    session.journal.append([mixed])
    session.know([mixed])
    shared = doors.share(home, session, str(tmp_path / "shared"))
    assert isinstance(shared, doors.Shared)
    hers = Home(tmp_path / "hers" / "engagements", tmp_path / "hers" / "state")
    invited = joining.read_invitation(hers, shared.invitation)
    assert isinstance(invited, Invited)
    path = joining.join(hers, invited.key, str(tmp_path / "shared"), "founder/Nora", now)
    assert path is not None
    contacts = open_session(path, hers, "founder/Nora", now).engagement.records("contact")
    assert {record["name"].value for record in contacts.values()} == {"Zoé", "Yves"}
    assert b"owes us" not in path.read_bytes()


def ledger_of(home: Home, session: Session) -> PlaceLedger:
    return LedgerFile(Beside(home.state).ledger(session.id), 1).read()


def test_a_renewal_interrupted_before_the_old_key_was_closed_is_ended_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home(tmp_path / "engagements", tmp_path / "state")
    session = begun(tmp_path)
    (tmp_path / "shared").mkdir()
    first = doors.share(home, session, str(tmp_path / "shared"))
    assert isinstance(first, doors.Shared)

    def unplugged(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as failing:
        failing.setattr(Folder, "put", unplugged)
        with pytest.raises(doors.NotReached):
            doors.renew(home, session)
        once = membership_of(home.state, session.id), ledger_of(home, session).record
        for _ in range(20):  # each program of this machine tries again, and asks for it again
            with pytest.raises(doors.NotReached):
                doors.exchange_of(home, open_session(session.path, home, "cmo/Ann", now))
            with pytest.raises(doors.NotReached):
                doors.renew(home, open_session(session.path, home, "cmo/Ann", now))
        assert (membership_of(home.state, session.id), ledger_of(home, session).record) == once
        assert len(ledger_of(home, session).halfway) == 1, "one name, decided once"
    exchange = doors.exchange_of(home, open_session(session.path, home, "cmo/Ann", now))
    assert exchange is not None
    exchange.push()
    assert exchange.key.identity == once[0].identity
    assert [there.label[-1] for there in Folder(tmp_path / "shared", session.id).names(1)].count(
        "r"
    ) == 1
    assert len(Folder(tmp_path / "shared", session.id).names(2)) == 1
