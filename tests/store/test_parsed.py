"""What was read last time is believed only where the file still says it, byte for byte."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from coach_tui.store import file, layout, parsed, union
from coach_tui.store.journal import Journal

from .conftest import ENGAGEMENT, Author, author, created, opened

CHANGES = 30


@pytest.fixture
def kept(journal: Journal, state: Path, write: Author, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What reading thirty changes gave."""
    monkeypatch.setattr(union, "WORTH", CHANGES)
    journal.append(write(CHANGES))
    return state / f"{ENGAGEMENT}.parsed"


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads a file in full fails."""

    def read(*_: object) -> layout.Contents:
        raise AssertionError("the file was read in full")

    monkeypatch.setattr(file.layout, "read", read)


def test_what_was_read_is_not_read_again(
    journal: Journal, kept: Path, place: Path, state: Path, unread: None
) -> None:
    assert opened(place, state).changes == journal.changes
    assert opened(place, state).meta == journal.meta


def test_what_was_added_since_is_there_too(
    journal: Journal, kept: Path, place: Path, state: Path, write: Author, unread: None
) -> None:
    before = kept.read_bytes()
    journal.append(write(7))
    found = opened(place, state)
    assert found.changes == journal.changes
    assert len(found.changes) == CHANGES + 7
    found.append(write(1))
    assert opened(place, state).changes == found.changes
    assert kept.read_bytes() == before  # eight lines are read sooner than kept


def test_long_texts_are_read_from_their_line_and_not_kept_twice(
    journal: Journal, place: Path, state: Path, write: Author, unread: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """Each version says what was written, whatever it holds; what is kept stays small; and what
    is read from there can be kept, and written, again."""
    monkeypatch.setattr(union, "WORTH", CHANGES)
    said = ['— clé “d’un”\n\\ "{}" 🚀\u2028 ', "plain ", "\t[x](#y) "]
    written = [
        one._replace(changes={"author": "Zoé", "text": f"{number} {said[number % 3] * 400}"})
        for number, one in enumerate(write(CHANGES))
    ]
    journal.append(written)
    kept = state / f"{ENGAGEMENT}.parsed"
    assert len(kept.read_bytes()) < len(place.read_bytes()) / 20
    for _ in range(2):
        found = opened(place, state)
        first = found.changes[:CHANGES]
        assert [{**one.changes} for one in first] == [one.changes for one in written]
        assert all([*one.changes] == ["author", "text"] for one in first)
        found.append(write(CHANGES))


def test_a_history_that_grew_is_kept_anew(
    journal: Journal, kept: Path, place: Path, state: Path, write: Author
) -> None:
    before = kept.read_bytes()
    journal.append(write(CHANGES))
    assert len(kept.read_bytes()) > len(before)
    assert opened(place, state).changes == journal.changes


def test_saving_goes_on_from_what_was_kept(
    kept: Path, place: Path, state: Path, write: Author
) -> None:
    found = opened(place, state)
    found.append(author(2)(3))
    found.catch_up()
    kept.unlink()
    again = opened(place, state)
    assert again.changes == found.changes
    assert again.notices == []
    assert layout.read(place.read_bytes()).tidy


@pytest.mark.parametrize("at", [0.1, 0.5, 0.9])
def test_another_byte_in_the_file_is_seen(
    journal: Journal, kept: Path, place: Path, tmp_path: Path, state: Path, at: float
) -> None:
    text = bytearray(place.read_bytes())
    text[int(len(text) * at)] ^= 1
    place.write_bytes(text)
    found = opened(place, state)
    assert found.changes == journal.changes
    assert [notice.reason for notice in found.notices] == ["store.recovered"]


def test_lines_moved_or_repeated_at_the_end_are_seen(
    journal: Journal, kept: Path, place: Path, state: Path, write: Author
) -> None:
    journal.append(write(3))
    text = place.read_bytes()
    *lines, one, two, _, _, _ = text.split(b"\n")
    place.write_bytes(b"\n".join((*lines, one, two + b",", two, b"}", b"}", b"")))
    found = opened(place, state)
    assert found.changes == journal.changes
    assert not layout.read(place.read_bytes()).tidy
    found.append(write(1))
    assert layout.read(place.read_bytes()).tidy


def test_hurt_anywhere_it_is_left_aside(
    journal: Journal, kept: Path, place: Path, state: Path
) -> None:
    whole = kept.read_bytes()
    for length in range(0, len(whole), 97):
        kept.write_bytes(whole[:length])
        assert opened(place, state).changes == journal.changes, length
        hurt = bytearray(whole)
        hurt[length] ^= 0x55
        kept.write_bytes(hurt)
        assert opened(place, state).changes == journal.changes, length


def test_another_versions_is_left_aside(
    journal: Journal, kept: Path, place: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsed, "_STAMP", b"coach-tui 9\n")
    assert opened(place, state).changes == journal.changes


def test_another_versions_is_kept_anew_by_who_only_reads(
    journal: Journal, kept: Path, place: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Once: whoever never saves would parse the whole file at each command for ever."""
    ours, before = kept.read_bytes(), place.read_bytes()
    Journal.open(place, state).recall()
    assert kept.read_bytes() == ours, "as it is"
    monkeypatch.setattr(parsed, "_STAMP", b"coach-tui 9\n")
    Journal.open(place, state).recall()
    anew = kept.read_bytes()
    assert anew.startswith(b"coach-tui 9\n")
    assert place.read_bytes() == before
    inode = kept.stat().st_ino
    Journal.open(place, state).recall()
    assert kept.stat().st_ino == inode, "and no more"

    def read(*_: object) -> layout.Contents:
        raise AssertionError("the file was read in full")

    monkeypatch.setattr(file.layout, "read", read)
    assert opened(place, state).changes == journal.changes


def test_one_engagements_is_never_anothers(
    kept: Path, tmp_path: Path, state: Path, write: Author
) -> None:
    other = created(tmp_path / "missions" / "other.json", tmp_path / "elsewhere")
    other.append(author(9)(CHANGES, "another client"))
    kept.write_bytes((tmp_path / "elsewhere" / kept.name).read_bytes())  # the name, not the words
    found = opened(tmp_path / "missions" / "acme.json", state)
    assert "another client" not in str(found.changes)


def test_what_cannot_be_kept_is_missed_by_nobody(
    journal: Journal, place: Path, state: Path, write: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(union, "WORTH", 1)
    (state / f"{ENGAGEMENT}.parsed").mkdir()
    journal.append(write(3))
    assert journal.notices == []
    assert opened(place, state).changes == journal.changes
    assert not list(state.glob(".~*.tmp"))


def test_it_is_for_this_user_alone(kept: Path, umask: None) -> None:
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


def test_what_is_odd_or_said_twice_is_read_in_full(
    journal: Journal, place: Path, state: Path, write: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(union, "WORTH", 1)
    odd = layout.encode({"id": "no-id", "of": "a later version"})
    text = place.read_bytes()
    longer = bytearray(text)
    layout.extend(longer, 0, [odd])
    place.write_bytes(longer)
    found = opened(place, state)
    found.append(write(2))
    assert not (state / f"{ENGAGEMENT}.parsed").exists()
    assert [notice.reason for notice in opened(place, state).notices] == ["store.odd"]


def test_what_somebody_else_may_have_written_is_not_believed(
    journal: Journal, kept: Path, place: Path, state: Path, unread: None
) -> None:
    kept.chmod(0o666)
    with pytest.raises(AssertionError, match="read in full"):
        opened(place, state)
    kept.chmod(0o600)
    assert opened(place, state).changes == journal.changes
