"""A disk that may lose power at any moment: a model of what is left of the calls made until then.

Every system call of the store is recorded. Of data not yet forced to the disk, nothing, all, half,
zeros, or any of its blocks may be there; of names not yet forced, any beginning of their order or
any handful of them; a file that was renamed may have both names. What was forced is there.
"""

from __future__ import annotations

import errno
import itertools
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Names = dict[str, int]
Call = tuple[Any, ...]
State = dict[str, bytes]
Remains = Callable[[bytes], bytes]

BLOCK = 512
MOST_NAMINGS = 24


class RecordingOs:
    """`os`, which writes down what is written, forced and named. Inodes are numbers of ours."""

    def __init__(self, root: Path, *, hard_links: bool = True) -> None:
        self.log: list[Call] = []
        self._root = root
        self._hard_links = hard_links
        self._names: Names = {}
        self._open: dict[int, int | str] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def acknowledge(self, ids: frozenset[str]) -> None:
        """The user was told that these are saved."""
        self.log.append(("acknowledged", ids))

    def settle(self) -> None:
        """A quiet minute: all that was done until here has reached the disk."""
        self.log.append(("settled",))

    def overwrite(self, path: Path, text: bytes) -> None:
        """Another program puts this text in the file's place, safely."""
        path.unlink(missing_ok=True)
        path.write_bytes(text)
        self._names[self._name(path)] = len(self.log)
        self.log.append(("placed", self._name(path), len(self.log), text))

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
        self.log.append(("force", self._open[file]))

    def link(self, source: Path, name: Path) -> None:
        if not self._hard_links:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))
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
        self._written: dict[int, bytes] = {}
        self._forced: dict[int, int] = {}
        self._names: Names = {}
        self._pending: dict[str, list[Call]] = {}

    def follow(self, call: Call) -> None:
        kind = call[0]
        if kind == "write":
            self._written[call[1]] = self._written.get(call[1], b"") + call[2]
        elif kind == "placed":
            self._settle()
            self._names[call[1]], self._written[call[2]] = call[2], call[3]
            self._forced[call[2]] = len(call[3])
        elif kind == "settled":
            self._settle()
        elif kind == "force" and isinstance(call[1], str):
            self._force_names(call[1])
        elif kind == "force":
            self._forced[call[1]] = len(self._written.get(call[1], b""))
        elif kind in ("bind", "unbind", "move"):
            self._pending.setdefault(str(Path(call[1]).parent), []).append(call)

    def states(self, dice: random.Random) -> Iterator[State]:
        """Folders as a cut may leave them at this moment."""
        per_folder = [list(_survivors(namings, dice)) for namings in self._pending.values()]
        for chosen in itertools.islice(itertools.product(*per_folder), MOST_NAMINGS):
            names = dict(self._names)
            for naming in itertools.chain.from_iterable(chosen):
                _apply(names, naming, twice=dice.random() < 0.1)
            for remains in (_none, _all, _half, _zeros):
                yield {name: self._text(inode, remains) for name, inode in names.items()}
            for _ in range(3):  # each file in a state of its own
                remaining = {inode: _any(dice) for inode in names.values()}
                yield {n: self._text(inode, remaining[inode]) for n, inode in names.items()}

    def _text(self, inode: int, remains: Remains) -> bytes:
        written, forced = self._written.get(inode, b""), self._forced.get(inode, 0)
        return written[:forced] + remains(written[forced:]) if forced < len(written) else written

    def _force_names(self, folder: str) -> None:
        for naming in self._pending.pop(folder, []):
            _apply(self._names, naming)

    def _settle(self) -> None:
        for folder in list(self._pending):
            self._force_names(folder)
        self._forced = {inode: len(text) for inode, text in self._written.items()}


def _survivors(namings: list[Call], dice: random.Random) -> Iterator[list[Call]]:
    for length in range(len(namings) + 1):
        yield namings[:length]
    for _ in range(3 if len(namings) > 1 else 0):
        yield [naming for naming in namings if dice.random() < 0.5]


def _apply(names: Names, naming: Call, *, twice: bool = False) -> None:
    if naming[0] == "bind":
        names[naming[1]] = naming[2]
        return
    if not (twice and naming[0] == "move"):
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


def _any(dice: random.Random) -> Remains:
    """Some of the blocks, zeros for the others; or one of the plain ways."""
    plain = dice.choice((_none, _all, _half, _zeros, None))
    return plain or (lambda unforced: _blocks(unforced, dice))


def _blocks(unforced: bytes, dice: random.Random) -> bytes:
    blocks = (unforced[start : start + BLOCK] for start in range(0, len(unforced), BLOCK))
    return b"".join(each if dice.random() < 0.5 else b"\0" * len(each) for each in blocks)
