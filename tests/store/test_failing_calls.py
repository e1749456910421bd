"""Each system call of a save fails in turn: nothing saved is lost, and nothing is half saved."""

from __future__ import annotations

import errno
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from coach_tui.store import disk, layout
from coach_tui.store.errors import ReadOnly, StoreError, WriteFailed
from coach_tui.store.journal import Journal
from coach_tui.store.signature import Signature, signature

from .conftest import Author, author, created, opened
from .failing import ERRORS, FailingOs, fail_calls

Act = Callable[[Journal, Path], object]


def _save(journal: Journal, place: Path) -> None:
    journal.append(author(9)(2))


def _refresh(journal: Journal, place: Path) -> None:
    journal.refresh()


def _catch_up(journal: Journal, place: Path) -> None:
    journal.catch_up()


ACTS: list[Act] = [_save, _refresh, _catch_up]


@pytest.mark.parametrize("persists", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("act", ACTS)
def test_the_nth_call_fails(
    act: Act, persists: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = 0
    for error in ERRORS if act is _save else (errno.EIO, errno.EACCES):
        for nth in range(1, 200):
            failing = FailingOs(nth, error, persists)
            _one_failure(act, failing, tmp_path / f"{error}-{nth}", monkeypatch)
            runs += 1
            if not failing.failed:
                break
        else:
            pytest.fail("more calls than thought of")
    assert runs > 20


def _one_failure(
    act: Act, failing: FailingOs, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two windows and a conflict copy; one window acts while the calls fail."""
    place, state = folder / "acme.json", folder / "state"
    journal = created(place, state)
    journal.append(author(1)(3))
    place.with_name("acme (conflicted copy).json").write_bytes(place.read_bytes())
    opened(place, state).append(author(2)(2))
    saved = {change.id for change in (*author(1)(3), *author(2)(2))}
    wanted = {change.id for change in author(9)(2)} if act is _save else set()
    known = {change.id for change in journal.changes}

    with monkeypatch.context() as broken:
        fail_calls(broken, failing)
        try:
            act(journal, place)
        except StoreError:
            assert {change.id for change in journal.changes} - saved == set(), "claims more"
        else:
            saved |= wanted

    json.loads(place.read_bytes())
    on_disk = {change.id for change in opened(place, state / "none").changes}
    assert saved <= on_disk
    assert on_disk <= saved | wanted
    assert known <= {change.id for change in journal.changes}
    journal.refresh()
    assert {change.id for change in journal.changes} == on_disk
    journal.append(author(8)(1))
    found = opened(place, state)
    assert found.changes == journal.changes
    assert len(found.changes) == len(on_disk) + 1
    assert found.notices == []


def test_a_save_that_failed_leaves_nothing_behind_for_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody else writes: what is held of the text is not read again, and must be as it was."""
    for nth in range(1, 60):
        place, state = tmp_path / str(nth) / "acme.json", tmp_path / str(nth) / "state"
        journal, write, failing = created(place, state), author(1), FailingOs(nth, errno.ENOSPC)
        journal.append(write(2))
        with monkeypatch.context() as broken, suppress(StoreError):
            fail_calls(broken, failing)
            journal.append(write(1))
        journal.append(write(1))
        text = place.read_bytes()
        assert layout.read(text).tidy, f"call {nth}"
        assert opened(place, state / "none").changes == journal.changes, f"call {nth}"
        if not failing.failed:
            return
    pytest.fail("more calls than thought of")


def test_a_save_interrupted_while_the_text_grows_leaves_nothing_behind_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, state = tmp_path / "acme.json", tmp_path / "state"
    journal, write = created(place, state), author(1)
    journal.append(write(2))

    def interrupted(*_: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(layout, "ending", interrupted)
        with pytest.raises(KeyboardInterrupt):
            journal.append(write(1))
    journal.append(write(1))
    assert layout.read(place.read_bytes()).tidy
    assert opened(place, tmp_path / "none").changes == journal.changes


def test_control_writing_in_place_loses_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same failures, and a writer such as stock TinyDB's: the file itself is written."""

    def in_place(path: Path, text: bytes, *_: object) -> Signature:
        path.write_bytes(b"")
        file = disk.os.open(path, disk.os.O_WRONLY)
        try:
            disk.os.write(file, text)
        finally:
            disk.os.close(file)
        found = signature(path)
        assert found is not None
        return found

    monkeypatch.setattr(disk, "replace", in_place)
    only = frozenset({"write"})
    failing = FailingOs(1, errno.ENOSPC, only=only)
    with pytest.raises(ValueError, match="Expecting value"):
        _one_failure(_save, failing, tmp_path, monkeypatch)


@pytest.mark.parametrize("error", ERRORS)
def test_a_new_engagement_is_there_whole_or_not_at_all(
    error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for nth in range(1, 60):
        failing = FailingOs(nth, error)
        place, state = tmp_path / str(nth) / "acme.json", tmp_path / str(nth) / "state"
        refused = False
        with monkeypatch.context() as broken:
            fail_calls(broken, failing)
            try:
                created(place, state)
            except StoreError:
                refused = True
        assert place.exists() is not refused
        (created if refused else opened)(place, state).append(author(1)(1))
        assert len(opened(place, state / "none").changes) == 1
        if not failing.failed:
            return
    pytest.fail("more calls than thought of")


@pytest.mark.parametrize(
    ("error", "refusal", "reason"),
    [
        (errno.ENOSPC, WriteFailed, "refusal.store.no-space"),
        (errno.EDQUOT, WriteFailed, "refusal.store.no-space"),
        (errno.EFBIG, WriteFailed, "refusal.store.too-large"),
        (errno.EIO, WriteFailed, "refusal.store.write-failed"),
        (errno.EROFS, ReadOnly, "refusal.store.read-only"),
        (errno.EACCES, ReadOnly, "refusal.store.read-only"),
    ],
)
def test_the_user_is_told_why(
    journal: Journal,
    write: Author,
    error: int,
    refusal: type[StoreError],
    reason: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fail_calls(monkeypatch, FailingOs(1, error, only=frozenset({"fsync"})))
    with pytest.raises(refusal) as refused:
        journal.append(write())
    assert refused.value.reason == reason
    assert refused.value.values["file"] == str(journal.path)


def test_a_replica_that_can_t_be_written_fails_no_save(
    journal: Journal, place: Path, state: Path, write: Author
) -> None:
    replica = state / f"{journal.engagement_id}.jsonl"
    replica.unlink()
    replica.mkdir()
    for change in write(3):
        journal.append([change])
    assert len(opened(place, state / "none").changes) == 3
    assert [notice.reason for notice in journal.notices] == ["store.no-replica"]
