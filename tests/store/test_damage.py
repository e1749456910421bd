"""Files that something else has cut, overwritten or muddled: recovered, and said so."""

from __future__ import annotations

import json
import os
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from tinydb import TinyDB

from coach_tui.engagement.change import Change
from coach_tui.store import disk, file, union
from coach_tui.store.errors import Damaged, StoreError
from coach_tui.store.journal import Journal
from coach_tui.store.signature import Signature

from .conftest import author, created, opened

CHANGES = 8  # a head, a first, a last, and some between: every byte of them is tried
MUTATIONS = 700


class Whole(NamedTuple):
    """An engagement of eight changes, its text, and the folders of two machines."""

    place: Path
    state: Path
    elsewhere: Path
    text: bytes
    changes: tuple[Change, ...]


@pytest.fixture(params=[1, 10_000], ids=["read before", "never read"])
def whole(
    place: Path,
    state: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> Whole:
    # Whether what reading gave was kept makes no difference to what is recovered.
    monkeypatch.setattr(union, "WORTH", request.param)
    # Power cuts are another test's business; here it would be thousands of waits for the disk.
    monkeypatch.setattr(file, "READ_PAUSES", ())
    monkeypatch.setattr(disk, "_force", lambda _: None)
    monkeypatch.setattr(disk, "force_folder", lambda _: None)
    journal = created(place, state)
    for change in author(1)(CHANGES):
        journal.append([change])
    return Whole(place, state, tmp_path / "elsewhere", place.read_bytes(), journal.changes)


def test_every_truncation_is_recovered_where_it_was_written(whole: Whole) -> None:
    for length in reversed(range(len(whole.text) - 1)):
        os.truncate(whole.place, length)
        found = opened(whole.place, whole.state)
        assert found.changes == whole.changes, length
        assert [notice.reason for notice in found.notices] == _told(whole.text[:length]), length
        if length % 25 == 0:
            _assert_mends(whole, found)


def test_every_truncation_gives_what_is_left_of_it_elsewhere(whole: Whole) -> None:
    """Another computer has nothing but the file: a prefix, said to be one, or a plain refusal."""
    ends = [line.end() for line in re.finditer(rb'"c":"[0-9a-f]{8}"\}', whole.text)][1:]
    for length in reversed(range(len(whole.text) - 1)):
        os.truncate(whole.place, length)
        left = sum(end <= length for end in ends)
        try:
            found = opened(whole.place, whole.elsewhere)
        except Damaged:
            assert left == 0
        else:
            assert found.changes == whole.changes[:left]
            assert [notice.reason for notice in found.notices] == _told(whole.text[:length])
    assert not whole.elsewhere.exists(), "reading writes nothing"


def test_control_tinydb_opens_hardly_any_truncation(whole: Whole) -> None:
    opened_whole = 0
    for length in range(0, len(whole.text) - 1, 50):
        _put(whole, whole.text[:length])
        try:
            with TinyDB(whole.place) as stock:
                opened_whole += len(stock.table("events")) == CHANGES
        except ValueError:
            pass
    assert opened_whole == 0


def test_muddled_files_neither_lose_nor_invent_a_change(whole: Whole) -> None:
    dice = random.Random(20260105)
    for number in range(MUTATIONS):
        muddled = _muddled(whole.text, dice)
        _put(whole, muddled)
        found = opened(whole.place, whole.state)
        found.catch_up()
        assert found.changes == whole.changes, (number, muddled)
        if number % 20 == 0:
            _assert_mends(whole, found)


def test_muddled_files_say_so_elsewhere(whole: Whole) -> None:
    dice, refused = random.Random(5012026), 0
    for number in range(MUTATIONS):
        muddled = _muddled(whole.text, dice)
        _put(whole, muddled)
        try:
            found = opened(whole.place, whole.elsewhere)
        except Damaged:  # and nothing else: a flipped digit is no newer version
            refused += 1
            continue
        assert all(change in whole.changes for change in found.changes), "invented"
        if len(found.changes) < CHANGES:
            assert "store.recovered" in [notice.reason for notice in found.notices], (
                number,
                muddled,
            )
    assert refused < MUTATIONS // 10


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: b"",
        lambda text: b"\0" * len(text),
        lambda text: b"<html>Sign in to your drive</html>",
        lambda text: text.replace(b"events", b"evemts", 1),
        lambda text: text.replace(b"\n", b"\r\n"),
        lambda text: b"\xef\xbb\xbf" + text,
        lambda text: text + text,
        lambda text: text.decode().encode("utf-16"),
        lambda text: text.replace(b'"7":', b'"8":'),
        lambda text: b"\n".join(text.split(b"\n")[:9] + text.split(b"\n")[10:]),
    ],
)
def test_what_other_programs_do_to_files(whole: Whole, spoil: Callable[[bytes], bytes]) -> None:
    """Before it is opened, and while it is open."""
    living = opened(whole.place, whole.state)
    for _ in range(2):
        _put(whole, spoil(whole.text))
        living.refresh()
        assert living.changes == whole.changes
        assert opened(whole.place, whole.elsewhere).changes == whole.changes
        _put(whole, spoil(whole.text))
        found = opened(whole.place, whole.state)
        found.catch_up()
        assert found.changes == whole.changes
        _assert_mends(whole, found)


def test_a_file_met_while_it_is_being_written_is_looked_at_again(
    whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A synchroniser that writes in place is done a moment later: no damage, no alarm."""
    _put(whole, whole.text[: len(whole.text) // 2])
    monkeypatch.setattr(file, "READ_PAUSES", (0.01, 0.02))
    monkeypatch.setattr(file.time, "sleep", lambda _: _put(whole, whole.text))
    found = opened(whole.place, whole.elsewhere)
    assert found.changes == whole.changes
    assert found.notices == []


def test_the_damaged_file_is_kept_as_found_and_said_where(whole: Whole) -> None:
    cut = whole.text[: len(whole.text) // 2]
    _put(whole, cut)
    journal = opened(whole.place, whole.state)
    journal.append(author(2)(1))
    [told] = [notice for notice in journal.notices if notice.reason == "store.set-aside"]
    assert Path(told.values["copy"]).read_bytes() == cut
    assert opened(whole.place, whole.elsewhere).notices == []
    assert len(opened(whole.place, whole.elsewhere).changes) == CHANGES + 1


def test_a_damaged_file_that_can_t_be_set_aside_is_not_written_over(
    whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut = whole.text[: len(whole.text) // 2]
    _put(whole, cut)
    journal = opened(whole.place, whole.state)
    real = disk.create

    def full(path: Path, *rest: object) -> Signature:
        if "damaged" in path.name:
            raise OSError(28, "No space left on device")
        return real(path, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(disk, "create", full)
    with pytest.raises(StoreError):
        journal.append(author(2)(1))
    assert whole.place.read_bytes() == cut
    assert journal.changes == whole.changes


def test_the_file_before_the_last_save_recovers_what_a_lost_replica_can_t(whole: Whole) -> None:
    for replica in whole.state.glob("*.jsonl"):
        replica.unlink()
    _put(whole, whole.text[: len(whole.text) // 2])
    assert opened(whole.place, whole.state).changes == whole.changes[:-1]


def test_a_damaged_file_never_becomes_the_file_before_the_last_save(whole: Whole) -> None:
    [previous] = whole.state.glob("*.previous.json")
    good = previous.read_bytes()
    _put(whole, whole.text[: len(whole.text) // 2])
    opened(whole.place, whole.state).catch_up()
    assert previous.read_bytes() == good


@pytest.mark.parametrize("lost", [rb'\n"7":[^\n]*', rb'"entity":"step"[^\n]*\n"8":{'])
def test_an_event_that_went_without_breaking_the_json_is_missed(whole: Whole, lost: bytes) -> None:
    """A whole line gone, or two run into one: the numbers, or a name given twice, give it away."""
    text = re.sub(lost, b"", whole.text, count=1)
    json.loads(text)
    _put(whole, text)
    found = opened(whole.place, whole.elsewhere)
    assert len(found.changes) < CHANGES
    assert [notice.reason for notice in found.notices] == ["store.recovered"]
    assert opened(whole.place, whole.state).changes == whole.changes


def test_a_torn_replica_is_completed_from_the_file(whole: Whole) -> None:
    [replica] = whole.state.glob("*.jsonl")
    replica.write_bytes(replica.read_bytes()[:-30])
    journal = opened(whole.place, whole.state)
    journal.append(author(2)(1))
    journal.catch_up()
    _put(whole, b"")
    assert opened(whole.place, whole.state).changes == journal.changes


def _put(whole: Whole, text: bytes) -> None:
    """Into a new file: many systems force a file to the disk when it is emptied and written."""
    whole.place.unlink()
    whole.place.write_bytes(text)


def _assert_mends(whole: Whole, found: Journal) -> None:
    """The next look of a program that can write leaves a whole file behind."""
    found.catch_up()
    after = opened(whole.place, whole.elsewhere)
    assert after.changes == whole.changes
    assert after.notices == []


def _told(text: bytes) -> list[str]:
    return [] if text.rstrip(b"\n").endswith(b"}\n}\n}") else ["store.recovered"]


def _muddled(text: bytes, dice: random.Random) -> bytes:
    return next(_damages(text, dice))


def _damages(text: bytes, dice: random.Random) -> Iterator[bytes]:
    start = dice.randrange(len(text))
    end = min(len(text), start + int(dice.expovariate(1 / 40)) + 1)
    yield dice.choice(
        [
            text[:start] + bytes([dice.randrange(256)]) + text[start + 1 :],
            text[:start] + bytes([text[start] ^ 1 << dice.randrange(8)]) + text[start + 1 :],
            text[:start] + text[end:],
            text[:start] + b"\0" * (end - start) + text[end:],
            text[:start] + text[start:end] * 2 + text[end:],
            text[:start] + dice.randbytes(end - start) + text[start:],
            text[:start] + b'0123456789"{}[],:\n\\'[dice.randrange(19) :][:1] + text[start + 1 :],
        ]
    )
