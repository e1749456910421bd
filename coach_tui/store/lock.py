"""One writer of an engagement at a time, among this machine's programs.

The lock saves repair work, no more: where it can't hold (some network drives) or can't be made,
writers overwrite each other and every one of them puts back what the file lost of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from coach_tui.store.errors import Locked

PATIENCE: Final = 10.0
_POLL: Final = 0.005


@contextmanager
def held(lock: Path, file: Path, patience: float = PATIENCE) -> Iterator[bool]:
    """Wait for the lock, at most `patience` seconds, and hold it. Whether it is really held.

    Raises Locked. filelock takes longer to import than most commands take: hence in here.
    """
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
