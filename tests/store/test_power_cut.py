"""The power goes at any moment: what was acknowledged is there when it comes back.

A model, not a disk: every system call of a few saves is recorded, and for each moment the states
that a cut may leave are built. Of data not yet forced to the disk, nothing, all, half, or zeros;
of names not yet forced, any beginning of their order or any handful of them.
"""

from __future__ import annotations

import itertools
import json
import os
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from coach_tui.store import disk
from coach_tui.store.errors import StoreError

from .conftest import author, created, opened

SAVES = 6
Names = dict[str, int]


class RecordingOs:
    """`os`, which writes down what is written, forced and named. Inodes are numbers of ours."""

    def __init__(self, root: Path) -> None:
        self.log: list[tuple[Any, ...]] = []
        self._root = root
        self._names: Names = {}
        self._open: dict[int, int | str] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def open(self, path: Path, flags: int, mode: int = 0o777) -> int:
        file = os.open(path, flags, mode)
        name = self._name(path)
        if flags & os.O_CREAT and name not in self._names:
            self._bind(name, len(self.log))
        self._open[file] = self._names.get(name, name)
        return file

    def close(self, file: int) -> None:
        del self._open[file]
        os.close(file)

    def write(self, file: int, text: bytes) -> int:
        count = os.write(file, text)
        self.log.append(("write", self._open[file], bytes(text[:count])))
        return count

    def fsync(self, file: int) -> None:
        os.fsync(file)
        self.log.append(("force", self._open[file]))

    def link(self, source: Path, name: Path) -> None:
        os.link(source, name)
        self._bind(self._name(name), self._names[self._name(source)])

    def replace(self, source: Path, name: Path) -> None:
        os.replace(source, name)  # noqa: PTH105 (the very call that is recorded)
        inode = self._names.pop(self._name(source))
        self._names[self._name(name)] = inode
        self.log.append(("move", self._name(source), self._name(name), inode))

    def unlink(self, path: Path) -> None:
        os.unlink(path)  # noqa: PTH108
        del self._names[self._name(path)]
        self.log.append(("unbind", self._name(path)))

    def _bind(self, name: str, inode: int) -> None:
        self._names[name] = inode
        self.log.append(("bind", name, inode))

    def _name(self, path: Path) -> str:
        return str(Path(path).relative_to(self._root))


class Disk:
    """What of the recorded calls is on the disk for certain, and what is still on its way."""

    def __init__(self) -> None:
        self.written: dict[int, bytes] = {}
        self.forced: dict[int, int] = {}
        self.names: Names = {}
        self.pending: dict[str, list[tuple[Any, ...]]] = {}

    def follow(self, call: tuple[Any, ...]) -> None:
        kind = call[0]
        if kind == "write":
            self.written[call[1]] = self.written.get(call[1], b"") + call[2]
        elif kind == "force" and isinstance(call[1], str):
            for naming in self.pending.pop(call[1], []):
                _apply(self.names, naming)
        elif kind == "force":
            self.forced[call[1]] = len(self.written.get(call[1], b""))
        elif kind in ("bind", "unbind", "move"):
            self.pending.setdefault(str(Path(call[1]).parent), []).append(call)

    def states(self, dice: random.Random) -> Iterator[dict[str, bytes]]:
        """Folders as a cut may leave them at this moment."""
        per_folder = [list(_survivors(namings, dice)) for namings in self.pending.values()]
        for chosen in itertools.islice(itertools.product(*per_folder), 40):
            names = dict(self.names)
            for naming in itertools.chain.from_iterable(chosen):
                _apply(names, naming)
            for remains in (_none, _all, _half, _zeros):
                yield {name: self._text(inode, remains) for name, inode in names.items()}

    def _text(self, inode: int, remains: Any) -> bytes:
        written, forced = self.written.get(inode, b""), self.forced.get(inode, 0)
        text: bytes = written[:forced] + remains(written[forced:])
        return text


def _survivors(namings: list[Any], dice: random.Random) -> Iterator[list[Any]]:
    for length in range(len(namings) + 1):
        yield namings[:length]
    for _ in range(3 if len(namings) > 1 else 0):
        yield [naming for naming in namings if dice.random() < 0.5]


def _apply(names: Names, naming: tuple[Any, ...]) -> None:
    if naming[0] == "bind":
        names[naming[1]] = naming[2]
        return
    names.pop(naming[1], None)
    if naming[0] == "move":
        names[naming[2]] = naming[3]


def _none(unforced: bytes) -> bytes:
    return b""


def _all(unforced: bytes) -> bytes:
    return unforced


def _half(unforced: bytes) -> bytes:
    return unforced[: len(unforced) // 2]


def _zeros(unforced: bytes) -> bytes:
    return b"\0" * len(unforced)


@pytest.mark.parametrize("recipe", ["ours", "unforced file", "unforced folder"])
def test_what_was_acknowledged_outlives_a_power_cut(
    recipe: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The two recipes that leave out a step of saving are the controls: they must lose some."""
    log = _recorded(recipe, tmp_path / "before", monkeypatch)
    states = bad = 0
    dice, drive = random.Random(1), Disk()
    acknowledged: frozenset[str] | None = None
    seen: set[str] = set()
    monkeypatch.setattr(disk, "_force", lambda _: None)
    monkeypatch.setattr(disk, "_force_folder", lambda _: None)
    for call in log:
        drive.follow(call)
        if call[0] == "acknowledged":
            acknowledged = call[1]
        if acknowledged is None:
            continue
        for state in drive.states(dice):
            mark = f"{len(acknowledged)}{sorted(state.items())}"
            if mark in seen:
                continue
            seen.add(mark)
            states += 1
            bad += not _survives(state, acknowledged, tmp_path / str(states))
    assert states > 300
    assert (bad == 0) is (recipe == "ours"), f"{bad} of {states} states are bad"


def _recorded(recipe: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    folder.mkdir()
    (folder / "state").mkdir()
    recording = RecordingOs(folder)
    with monkeypatch.context() as watched:
        watched.setattr(disk, "os", recording)
        journal = created(folder / "acme.json", folder / "state")
        if recipe == "unforced file":
            watched.setattr(disk, "_force", lambda _: None)
        if recipe == "unforced folder":
            watched.setattr(disk, "_force_folder", lambda _: None)
        for change in author(1)(SAVES):
            journal.append([change])
            ids = frozenset(change.id for change in journal.changes)
            recording.log.append(("acknowledged", ids))
    return recording.log


def _survives(state: dict[str, bytes], acknowledged: frozenset[str], folder: Path) -> bool:
    """Whether the file alone, without the replica, has all that was acknowledged, undamaged."""
    (folder / "state").mkdir(parents=True)
    for name, text in state.items():
        (folder / name).write_bytes(text)
    try:
        alone = opened(folder / "acme.json", folder / "none")
        together = opened(folder / "acme.json", folder / "state")
        together.append(author(2)(1))
        json.loads((folder / "acme.json").read_bytes())
    except (StoreError, ValueError):
        return False
    found = {change.id for change in alone.changes}
    return acknowledged <= found and not alone.notices and not together.notices
