"""Other copies of the engagement: conflict copies next to it, and files that were sent."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tinydb import TinyDB

from coach_tui.engagement.change import Change
from coach_tui.store import errors
from coach_tui.store.journal import Journal

from .conftest import ENGAGEMENT, author, created, opened

CONFLICTS = [
    "acme (Ann's conflicted copy 2026-01-05).json",
    "acme (Copie en conflit de Léa).json",
    "acme.sync-conflict-20260105-090000-ABCDEF7.json",
    "acme_conflict-20260105.json",
]
OTHERS = ["acme-LAPTOP.json", "acme (1).json", "acme 2.json"]


@pytest.mark.parametrize("name", CONFLICTS + OTHERS)
def test_what_a_conflict_copy_has_more_is_taken_in_and_saved(
    journal: Journal, place: Path, state: Path, name: str
) -> None:
    mine, theirs = author(1)(2), author(2)(3)
    journal.append(mine)
    _copy_with(place.with_name(name), theirs)

    assert journal.refresh() == sorted(theirs)

    assert journal.refresh() == []
    assert list(opened(place, state / "none").changes) == sorted([*mine, *theirs])
    assert "store.adopted" in [notice.reason for notice in journal.notices]
    assert place.with_name(name).exists() is (name in OTHERS)
    kept = [path for path in place.parent.iterdir() if path != place]
    assert len(kept) == 1, "never deleted"


def test_somebody_s_own_copy_is_left_alone(journal: Journal, place: Path, state: Path) -> None:
    journal.append(author(1)(2))
    copy = place.with_name("acme before the summer.json")
    copy.write_bytes(place.read_bytes())
    journal.append(author(2)(1))
    assert journal.refresh() == opened(place, state).catch_up() == []
    assert copy.exists()
    assert journal.notices == []


def test_another_engagement_with_a_similar_name_is_none_of_ours(
    journal: Journal, place: Path, state: Path
) -> None:
    neighbour = place.with_name("acme industries (conflicted copy).json")
    about = {"engagement": "0b7c", "format": 1}
    Journal.create(neighbour, state, about).append(author(2)(2))
    (place.with_name("acme-notes.json")).write_text('["not", "ours"]')
    (place.with_name("acme-folder.json")).mkdir()
    place.with_name("acme-link.json").symlink_to("nowhere")
    before = neighbour.read_bytes()
    assert journal.refresh() == journal.catch_up() == []
    assert neighbour.read_bytes() == before


def test_a_conflict_copy_found_while_saving_is_impossible_waits_for_the_next_save(
    journal: Journal, place: Path, state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = author(2)(1)
    conflict = place.with_name(CONFLICTS[0])
    _copy_with(conflict, theirs)
    with monkeypatch.context() as broken:
        broken.setattr("coach_tui.store.disk.replace", _full)
        assert journal.refresh() == theirs
    assert conflict.exists()
    journal.append(author(1)(1))
    assert len(opened(place, state / "none").changes) == 2


def test_a_sent_copy_is_united_and_saved(journal: Journal, tmp_path: Path, state: Path) -> None:
    mine, theirs = author(1)(2), author(2)(3)
    journal.append(mine)
    sent = tmp_path / "mail" / "acme (from Ann).json"
    _copy_with(sent, theirs)
    before = sent.read_bytes()

    assert journal.absorb(sent) == sorted(theirs)

    assert journal.absorb(sent) == journal.refresh() == []
    assert list(opened(journal.path, state).changes) == sorted([*mine, *theirs])
    assert sent.read_bytes() == before


def test_a_damaged_sent_copy_gives_what_is_left(journal: Journal, tmp_path: Path) -> None:
    sent = tmp_path / "mail" / "acme.json"
    _copy_with(sent, author(2)(3))
    sent.write_bytes(sent.read_bytes()[:-100])
    assert len(journal.absorb(sent)) == 2
    assert [notice.reason for notice in journal.notices] == ["store.recovered"]
    assert journal.notices[0].values["file"] == str(sent)


def test_what_is_not_a_copy_of_this_engagement_is_refused(
    journal: Journal, tmp_path: Path, state: Path
) -> None:
    journal.append(author(1)(1))
    before = journal.path.read_bytes()
    other = tmp_path / "other.json"
    Journal.create(other, state, {"engagement": "0b7c"}).append(author(2)(1))
    with pytest.raises(errors.Foreign) as refused:
        journal.absorb(other)
    assert refused.value.reason == "refusal.store.other-engagement"
    newer = tmp_path / "newer.json"
    with TinyDB(newer) as stock:
        stock.table("meta").insert({"engagement": ENGAGEMENT, "format": 9})
    with pytest.raises(errors.NewerFormat):
        journal.absorb(newer)
    (tmp_path / "words.txt").write_text("words")
    with pytest.raises(errors.Damaged):
        journal.absorb(tmp_path / "words.txt")
    with pytest.raises(errors.Missing):
        journal.absorb(tmp_path / "nothing.json")
    assert journal.path.read_bytes() == before
    assert len(journal.changes) == 1


def test_a_copy_that_can_t_be_saved_is_not_taken_in(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = tmp_path / "mail" / "acme.json"
    _copy_with(sent, author(2)(3))
    with monkeypatch.context() as broken:
        broken.setattr("coach_tui.store.disk.replace", _full)
        with pytest.raises(errors.WriteFailed):
            journal.absorb(sent)
    assert journal.changes == ()
    assert len(journal.absorb(sent)) == 3


@pytest.mark.parametrize("format_", [1, 2])
def test_another_engagement_put_in_the_file_s_place_is_not_written_over(
    journal: Journal, place: Path, tmp_path: Path, format_: int
) -> None:
    """While it is open: somebody copies another file over it, or a newer program converts it."""
    journal.append(author(1)(1))
    place.unlink()
    engagement = "0b7c" if format_ == 1 else ENGAGEMENT
    with TinyDB(place) as stock:
        stock.table("meta").insert({"engagement": engagement, "format": format_})
    before = place.read_bytes()
    refusal = errors.Foreign if format_ == 1 else errors.NewerFormat
    for act in (journal.refresh, journal.catch_up, lambda: journal.append(author(2)(1))):
        with pytest.raises(refusal):
            act()
    assert place.read_bytes() == before
    assert len(journal.changes) == 1


def _copy_with(copy: Path, changes: list[Change]) -> None:
    """The engagement as it was on another machine, with these changes of its own."""
    away = copy.parent / "away"
    theirs = created(away / "acme.json", away / "state")
    theirs.append(changes)
    theirs.path.rename(copy)
    shutil.rmtree(away)


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")
