"""Why an engagement's file could not be read or written."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from os import PathLike
from typing import Any, Final

from coach_tui.language.cause import Cause
from coach_tui.language.refusal import Refusal
from coach_tui.store.rights import Protected

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_ABSENT: Final = frozenset({errno.ENOENT, errno.ENOTDIR})


class StoreError(Exception):
    """Nothing was saved, or nothing could be read. `reason` is a word key, `values` its blanks."""

    reason = "refusal.store.write-failed"

    def __init__(self, file: str | PathLike[str], reason: str = "", **values: Any) -> None:
        self.reason = reason or type(self).reason
        self.values: dict[str, Any] = {"file": str(file), **values}
        super().__init__(self.reason, self.values)

    @property
    def refusal(self) -> Refusal:
        """The same, as decisions say no."""
        return Refusal(self.reason, self.values)


class Missing(StoreError):
    """No file there (any more)."""

    reason = "refusal.store.missing"


class Exists(StoreError):
    """A new engagement would have taken the place of a file."""

    reason = "refusal.store.exists"


class Foreign(StoreError):
    """Not an engagement of ours, or another engagement than the one asked for."""

    reason = "refusal.store.foreign"


class NewerFormat(StoreError):
    """Written by a later version of this program. Writing to it could lose what we don't know."""

    reason = "refusal.store.newer-format"


class Damaged(StoreError):
    """Unreadable, and nothing could be recovered from it or from what is kept beside it."""

    reason = "refusal.store.damaged"


class Unreadable(StoreError):
    """The system refuses to read it: permissions, a folder of that name, a failing disk."""

    reason = "refusal.store.unreadable"


class ReadOnly(StoreError):
    """The file or its folder can't be written to."""

    reason = "refusal.store.read-only"


class WriteFailed(StoreError):
    """Disk full, size limit or I/O error. What was saved before is untouched."""


class Locked(StoreError):
    """Another program has held the engagement for longer than we wait."""

    reason = "refusal.store.locked"


_UNREAD: Final = {
    errno.EISDIR: "refusal.store.folder",
    errno.EINVAL: "refusal.store.no-file",
    errno.EACCES: "refusal.store.forbidden",
    errno.EPERM: "refusal.store.forbidden",
    errno.EFBIG: "refusal.store.too-big",
}


@contextmanager
def reading(file: PathLike[str]) -> Iterator[None]:
    """System errors while reading `file`, as ours."""
    try:
        yield
    except OSError as error:
        if error.errno in _ABSENT:
            raise Missing(file) from error
        raise Unreadable(file, _UNREAD.get(error.errno or 0, ""), cause=Cause(error)) from error


@contextmanager
def writing(file: PathLike[str]) -> Iterator[None]:
    """System errors while writing `file`, as ours."""
    try:
        yield
    except OSError as error:
        raise _unwritten(file, error) from error


def _unwritten(file: PathLike[str], error: OSError) -> StoreError:
    if isinstance(error, FileExistsError):
        return Exists(file)
    if error.errno in _FULL:
        return WriteFailed(file, "refusal.store.no-space")
    if error.errno == errno.EFBIG:
        return WriteFailed(file, "refusal.store.too-large")
    if isinstance(error, Protected):
        return ReadOnly(file, "refusal.store.protected")
    if error.errno in _FORBIDDEN:
        return ReadOnly(file)
    if error.errno in _ABSENT:
        return Missing(file, "refusal.store.no-folder")
    return WriteFailed(file, cause=Cause(error))
