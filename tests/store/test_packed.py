"""The machine's own record takes little room, and gives back all it ever held."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coach_tui.store import disk, private_files
from coach_tui.store.journal import Journal
from coach_tui.store.missing_files import bring_back, records_without_a_file
from coach_tui.store.packed import MARK, packed, unpacked

from .conftest import ENGAGEMENT, Author, author, created, opened


@pytest.fixture
def record(journal: Journal, state: Path, write: Author) -> Path:
    """The record of a thousand changes, each hundred saved by itself."""
    for _ in range(10):
        journal.append(write(100))
    return state / f"{ENGAGEMENT}.jsonl"


def pieces(record: Path) -> list[bytes]:
    return [line for line in record.read_bytes().split(b"\n") if line.startswith(MARK)]


def emptied(place: Path, state: Path) -> Journal:
    """What this machine's own record alone gives back, the file being empty."""
    place.write_bytes(b"")
    for previous in state.glob("*.previous.json"):
        previous.unlink()
    back = opened(place, state)
    back.catch_up()
    return back


def test_the_private_folder_is_at_most_half_as_large_again_as_the_file(
    journal: Journal, record: Path, place: Path, state: Path, write: Author
) -> None:
    for _ in range(20):
        journal.append(write(100))
    journal.append(write(1))
    kept = sum(path.stat().st_size for path in state.iterdir())
    assert kept <= 1.5 * place.stat().st_size
    assert pieces(record)


def test_all_that_was_packed_comes_back(
    journal: Journal, record: Path, place: Path, state: Path
) -> None:
    assert len(pieces(record)) > 2
    assert emptied(place, state).changes == journal.changes


def test_a_file_that_is_gone_is_brought_back_from_a_packed_record(
    journal: Journal, record: Path, place: Path, state: Path
) -> None:
    for each in (place, *state.glob("*.previous.json")):
        each.unlink()
    [lost] = records_without_a_file(state, (), ())
    assert lost.changes == journal.changes
    assert opened(bring_back(lost, [place], state), state).changes == journal.changes


@pytest.mark.parametrize("hurt", ["cut", "changed", "not base64", "a bomb"])
def test_a_damaged_piece_costs_its_own_lines_and_the_file_gives_them_back(
    journal: Journal, record: Path, place: Path, state: Path, tmp_path: Path, hurt: str
) -> None:
    text, [first, *_] = record.read_bytes(), pieces(record)
    wrong = {
        "cut": first[: len(first) // 2],
        "changed": first[:200] + (b"B" if first[200:201] == b"A" else b"A") + first[201:],
        "not base64": MARK + b"\xff*" + first[4:],
        "a bomb": next(packed([b"a" * (65 * 1024 * 1024)])),
    }[hurt]
    record.write_bytes(text.replace(first, wrong))
    kept = tmp_path / "kept.json"
    shutil.copy(place, kept)
    alone = emptied(place, state).changes
    assert 0 < len(alone) < len(journal.changes)
    shutil.copy(kept, place)
    opened(place, state).catch_up()
    assert emptied(place, state).changes == journal.changes


def test_what_another_program_adds_meanwhile_stays(
    journal: Journal, place: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, other = disk.put, author(2)
    meanwhile: list[bytes] = []

    def slowly(path: Path, text: bytes, mark: str, *, forced: bool = False) -> None:
        if mark == "packed" and not meanwhile:
            there = opened(place, state)
            there.append(other(1))
            meanwhile.append(b"")
        put(path, text, mark, forced=forced)

    monkeypatch.setattr(disk, "put", slowly)
    journal.append(author(1)(400))
    assert meanwhile
    journal.refresh()
    assert len(emptied(place, state).changes) == 401


def test_where_it_cannot_be_packed_it_stays_as_it_was(
    place: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(private_files.disk, "put", full)
    journal = created(place, state)
    journal.append(author(1)(400))
    assert not pieces(state / f"{ENGAGEMENT}.jsonl")
    assert emptied(place, state).changes == journal.changes


def test_lines_are_the_same_in_their_order() -> None:
    lines = [b'{"n":%d,"text":"%s"}' % (n, b"x" * (n % 90)) for n in range(3_000)]
    small = [*packed(lines)]
    assert len(small) < 1_000
    assert unpacked(b"\n".join(small)).split(b"\n") == lines
