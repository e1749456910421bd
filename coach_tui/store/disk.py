"""The system calls, in the order that survives a kill and a power cut.

A file is never changed in place: its next text is written beside it, forced to the disk, and takes
its name in one step; then the folder, which holds the name, is forced too. Leaving out either
forcing loses acknowledged saves in the power-cut model of the tests.

Calls go through `os` by name, so that the tests can make each of them fail.
"""
# ruff: noqa: PTH102, PTH108, PTH110, PTH116, PTH208

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import Final

from coach_tui.store.renaming import take_name
from coach_tui.store.rights import Protected, is_protected, share_alike
from coach_tui.store.signature import Signature, signature_of

if sys.platform == "darwin":
    import fcntl

_BINARY: Final = getattr(os, "O_BINARY", 0)
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_NO_WAITING: Final = getattr(
    os, "O_NONBLOCK", 0
)  # a pipe that nobody writes into would wait for ever
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_PRIVATE: Final = 0o600
LARGEST: Final = 256 * 1024 * 1024  # bytes; what is larger is neither read nor written
NEARLY: Final = 0.9  # of it: from there on it is told, while there is time
_AN_HOUR_NS: Final = 3600 * 10**9
# Folders that can't be forced to disk say so with one of these; their names are safe already.
_UNFORCEABLE: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EBADF})


class Unconfirmed(OSError):
    """The file is written and has its name; the disk would not say that the name will last.

    `written` is its signature.
    """

    def __init__(self, cause: OSError, written: Signature) -> None:
        super().__init__(cause.errno, cause.strerror)
        self.written = written


def read(path: Path) -> tuple[bytes, Signature]:
    """The whole file, and its signature from before it was read: a later write shows.

    Raises OSError; EFBIG for what is larger than any engagement, EISDIR for a folder, EINVAL for
    what is no file at all.
    """
    file = os.open(path, os.O_RDONLY | _BINARY | _NO_WAITING)
    try:
        found = os.fstat(file)
        if S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        if found.st_size > LARGEST:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return _all_of(file, found.st_size), signature_of(found)
    finally:
        os.close(file)


def nearly_full(path: Path) -> tuple[int, int] | None:
    """How large the file is and how large it may be, where little is left; None otherwise."""
    try:
        size = os.stat(path).st_size
    except OSError:
        return None
    return (size, LARGEST) if size >= LARGEST * NEARLY else None


def head(path: Path, size: int) -> bytes:
    """The first bytes of a file. Raises OSError as `read` does, but for its size."""
    file = os.open(path, os.O_RDONLY | _BINARY | _NO_WAITING)
    try:
        if not S_ISREG(os.fstat(file).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        return os.read(file, size)
    finally:
        os.close(file)


def create(path: Path, text: bytes, mark: str) -> Signature:
    """Write a file that must not exist yet. Raises OSError, FileExistsError among them."""
    temporary, written = _write_beside(path, text, mark)
    try:
        try:
            os.link(
                temporary, path
            )  # the one way of naming a file that never takes another's place
        except FileExistsError:
            raise
        except OSError as error:  # no hard links here (FAT, some network drives)
            if os.path.lexists(path):
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from error
            take_name(temporary, path)
    finally:
        _forget(temporary)
    try:
        force_folder(path.parent)
    except OSError:
        _forget(path)  # refused, so that trying again finds the name free
        raise
    return written


def replace(
    path: Path, text: bytes | bytearray, mark: str, previous: Path | None = None
) -> Signature:
    """Write the file anew, all or nothing, its rights as they were; keep the one before.

    Raises OSError, Protected among them, and the file is then what it was; but for Unconfirmed,
    where only the very last step, forcing the folder, failed.
    """
    temporary, written = _write_beside(path, text, mark)
    try:
        if is_protected(path):
            raise Protected(errno.EACCES, os.strerror(errno.EACCES))
        share_alike(path, temporary)
        if previous is not None:
            keep(path, previous)
        take_name(temporary, path)
    except BaseException:
        _forget(temporary)
        raise
    try:
        force_folder(path.parent)
    except OSError as error:
        raise Unconfirmed(error, written) from error
    return written


def add(path: Path, text: bytes) -> None:
    """Add to the end of a file of ours, made where missing, and force it to disk.

    Raises OSError, for a link of that name among others: whoever laid it, it leads elsewhere.
    """
    fresh = not os.path.exists(path)
    how = os.O_WRONLY | os.O_APPEND | os.O_CREAT | _BINARY | _NO_LINK | _NO_WAITING
    file = os.open(path, how, _PRIVATE)
    try:
        _write(file, text)
        _force(file)
    finally:
        os.close(file)
    if fresh:
        force_folder(path.parent)


def put(path: Path, text: bytes, mark: str, *, forced: bool = False) -> None:
    """Write a private file, whole or not at all, in the place of whatever had its name.

    A link of that name is replaced, not followed. Only where `forced` does it survive a power cut.
    """
    temporary = _beside(path, mark)
    file = os.open(temporary, _NEW, _PRIVATE)
    try:
        try:
            _write(file, text)
            if forced:
                _force(file)
            written = os.fstat(file).st_mtime_ns
        finally:
            os.close(file)
        take_name(temporary, path)
    except BaseException:
        _forget(temporary)
        raise
    if forced:
        force_folder(path.parent)
    sweep(path, mark, before_ns=written - _AN_HOUR_NS)  # nobody writes for so long


def sweep(path: Path, mark: str, *, before_ns: int | None = None) -> None:
    """Remove what killed writers with this mark left beside the file. Never fails.

    Without the lock a draft may be one that is being written: then only those from `before_ns`.
    """
    beginning = f".~{path.name}.{mark}-"
    with suppress(OSError):
        for name in os.listdir(path.parent):
            if name.startswith(beginning) and name.endswith(".tmp"):
                left = path.with_name(name)
                if before_ns is None or os.stat(left).st_mtime_ns < before_ns:
                    _forget(left)


def make_folder(path: Path) -> None:
    """The folder and those above it, for this user alone, their names forced to the disk too."""
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:
        return  # or a file, which whoever writes into it will find out
    except FileNotFoundError:
        make_folder(path.parent)
        with suppress(FileExistsError):
            os.mkdir(path, 0o700)
    force_folder(path.parent)


def _all_of(file: int, size: int) -> bytes:
    parts = []
    while part := os.read(file, size + 1):
        parts.append(part)
    return b"".join(parts)


def _write_beside(path: Path, text: bytes | bytearray, mark: str) -> tuple[Path, Signature]:
    if len(text) > LARGEST:  # it would never be read again
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    temporary = _beside(path, mark)
    file = os.open(temporary, _NEW, _PRIVATE)
    try:
        try:
            _write(file, text)
            _force(file)
            written = signature_of(os.fstat(file))
        finally:
            os.close(file)
    except BaseException:
        _forget(temporary)
        raise
    return temporary, written


def _beside(path: Path, mark: str) -> Path:
    # Synchronisers leave out names that begin so; `mark` tells whose leftover it would be.
    return path.with_name(f".~{path.name}.{mark}-{os.urandom(4).hex()}.tmp")


def _write(file: int, text: bytes | bytearray) -> None:
    done = 0
    while done < len(text):
        with memoryview(text) as whole, whole[done:] as rest:  # a text that grows is let go again
            done += os.write(file, rest)


def _force(file: int) -> None:
    os.fsync(file)
    if sys.platform == "darwin":  # there, fsync leaves the data in the drive's own memory
        with suppress(OSError):
            fcntl.fcntl(file, fcntl.F_FULLFSYNC)


def remove(path: Path) -> None:
    """Remove this file, where it is there. Raises OSError."""
    with suppress(FileNotFoundError):
        os.unlink(path)


def force_folder(folder: Path) -> None:
    """Have the names in this folder outlast a power cut. Raises OSError."""
    if sys.platform == "win32":  # folders can't be opened there; the rename is journalled
        return
    try:
        file = os.open(folder, os.O_RDONLY)
    except PermissionError:  # a folder one may write to and not list
        return
    try:
        os.fsync(file)
    except OSError as error:
        if error.errno not in _UNFORCEABLE:
            raise
    finally:
        os.close(file)


def keep(path: Path, previous: Path) -> None:
    """Name the present file `previous` too: no copying, for it is never changed in place.

    Without it nothing that was saved is at risk, so a failure here fails no save.
    """
    spare = previous.with_name(f"{previous.name}.new")
    with suppress(OSError):
        _forget(spare)
        try:
            os.link(path, spare)
        except OSError:  # another disk, or no hard links
            text, _ = read(path)
            file = os.open(spare, _NEW, _PRIVATE)
            try:
                _write(file, text)
            finally:
                os.close(file)
        take_name(spare, previous)


def _forget(path: Path) -> None:
    with suppress(OSError):
        os.unlink(path)
