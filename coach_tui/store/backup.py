"""A whole home in one file, and back: every engagement, with all that this machine keeps of it.

A plain zip that opens without us: `engagements/…` and `state/…`, each file as it is. What can be
made again (answers told again, parsed files), drafts of killed writers and locks stay out of it.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from coach_tui.store import disk
from coach_tui.store.documents import check_name
from coach_tui.store.errors import Foreign, StoreError, reading, writing

if TYPE_CHECKING:
    from zipfile import ZipFile

_LEFT_OUT: Final = (".lock", ".parsed", ".line", ".remembered", ".tmp", ".log")
_WITHOUT_NAMES: Final = (1980, 1, 1, 0, 0, 0)  # the time of day is nobody's business
# What `zipfile` raises beside its own error, for files it was not made for.
_NO_ZIP: Final = (ValueError, NotImplementedError, RuntimeError, EOFError, KeyError)
_MOST: Final = 16 * disk.LARGEST

Folders = Mapping[str, Path]


def back_up(folders: Folders, path: Path) -> int:
    """Write these folders, by the name each has in it, to a new file. How many files it holds.

    Raises Exists, Missing where the folder of `path` is not there, ReadOnly, WriteFailed, and
    Unreadable for a file that can't be read: a backup without it would pass for whole.
    """
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    check_name(path)
    written, count = io.BytesIO(), 0
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, file in _files(folders):
            with reading(file):
                text, _ = disk.read(file)
            about = ZipInfo(name, _WITHOUT_NAMES)
            about.external_attr = 0o600 << 16
            archive.writestr(about, text, ZIP_DEFLATED)
            count += 1
    with writing(path):
        disk.create(path, written.getvalue(), "backup")
    return count


def restore(path: Path, folders: Folders) -> int:
    """Write what a backup holds into these folders: all of it, or nothing. How many files.

    Raises StoreError where a folder holds anything that the backup would mix with, Foreign where
    the file is no backup or is damaged, Missing, Unreadable, ReadOnly, WriteFailed.
    """
    import zlib
    from zipfile import BadZipFile, ZipFile

    if taken := next(_kept(folders), None):
        raise StoreError(taken, "refusal.backup.not-empty")
    with reading(path):
        raw, _ = disk.read(path)
    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            found = {_place(name, folders, path): name for name in archive.namelist()}
            if sum(each.file_size for each in archive.infolist()) > _MOST or archive.testzip():
                raise Foreign(path, "refusal.backup.no-backup")
            return _write(archive, found)
    except (BadZipFile, zlib.error, *_NO_ZIP) as error:
        raise Foreign(path, "refusal.backup.no-backup") from error


def _write(archive: ZipFile, found: Mapping[Path, str]) -> int:
    done: list[Path] = []
    try:
        for place, name in found.items():
            with writing(place):
                disk.make_folder(place.parent)
                disk.put(place, archive.read(name), "restored", forced=True)
            done.append(place)
    except StoreError:
        for place in done:
            disk.remove(place)
        raise
    return len(done)


def _place(name: str, folders: Folders, path: Path) -> Path:
    """Where this member goes; a name that leads anywhere else makes the whole file no backup."""
    parts = PurePosixPath(name).parts
    safe = name == "/".join(parts) and not {"..", "."} & {*parts} and "\\" not in name
    if not safe or len(parts) < 2 or parts[0] not in folders or "\0" in name:
        raise Foreign(path, "refusal.backup.no-backup")
    return folders[parts[0]].joinpath(*parts[1:])


def _files(folders: Folders) -> Iterator[tuple[str, Path]]:
    """The files worth keeping, with their names in the backup, in the order of those.

    The engagements last: a file that is saved meanwhile has all that its record here has.
    """
    for folder in sorted(folders, reverse=True):
        for root, inside, names in os.walk(folders[folder]):
            inside.sort()
            for name in sorted(names):
                file = Path(root, name)
                if not name.endswith(_LEFT_OUT):
                    yield f"{folder}/{file.relative_to(folders[folder]).as_posix()}", file


def _kept(folders: Folders) -> Iterator[Path]:
    """What is of an engagement in these folders already; this user's settings are not."""
    for name, file in _files(folders):
        if name != "state/settings.json":
            yield file
