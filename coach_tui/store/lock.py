"""One writer of an engagement at a time, among this machine's programs.

The lock saves repair work, no more: where it can't hold (some network drives) or can't be made,
writers overwrite each other and every one of them puts back what the file lost of its own.

On Unix it is `flock`, the very lock that filelock takes there: both keep each other out, and the
system gives it back when its holder is killed. filelock takes a sixth of `coach step` to import,
so only Windows, where there is more to a lock, goes through it.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from coach_tui.store.errors import Locked

if sys.platform != "win32":
    import fcntl

PATIENCE: Final = 10.0
_POLL: Final = 0.005
_TAKEN: Final = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK})


@contextmanager
def held(lock: Path, file: Path, patience: float = PATIENCE) -> Iterator[bool]:
    """Wait for the lock, at most `patience` seconds, and hold it. Whether it is really held.

    Raises Locked.
    """
    way = _by_filelock if sys.platform == "win32" else _by_flock
    with way(lock, file, patience) as really:
        yield really


@contextmanager
def _by_flock(lock: Path, file: Path, patience: float) -> Iterator[bool]:
    try:
        # The lock file stays afterwards: removing it would part those who wait for it.
        latch = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError:
        yield False
        return
    try:
        yield _waited_for(latch, file, time.monotonic() + patience)
    finally:
        with suppress(OSError):  # a forked child may have it open too
            fcntl.flock(latch, fcntl.LOCK_UN)
        os.close(latch)


def _waited_for(latch: int, file: Path, deadline: float) -> bool:
    """Whether the lock could be had; False where the disk knows no locks. Raises Locked."""
    while True:
        try:
            fcntl.flock(latch, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in _TAKEN:
                return False
        else:
            return True
        if time.monotonic() >= deadline:
            raise Locked(file)
        time.sleep(_POLL)


@contextmanager
def _by_filelock(lock: Path, file: Path, patience: float) -> Iterator[bool]:
    from filelock import FileLock, Timeout

    # Where the system has no locks, filelock would take the presence of a file for one, and a
    # killed program would leave it there.
    latch = FileLock(lock, timeout=patience, mode=0o600, fallback_to_soft=False)
    try:
        latch.acquire(poll_interval=_POLL)
    except Timeout as error:
        raise Locked(file) from error
    except (OSError, NotImplementedError):
        yield False
        return
    try:
        yield True
    finally:
        with suppress(OSError):
            latch.release()
