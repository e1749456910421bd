"""Who may read and change a file, and how the one that takes its place is given the same.

Calls go through `os` by name, so that the tests can make each of them fail.
"""
# ruff: noqa: PTH101, PTH116

import os
import sys
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE, S_ISREG
from typing import Final

_WRITING: Final = 0o222


class Protected(PermissionError):
    """The file's own rights forbid changing it: somebody has seen to that, and it is respected.

    The system would not: a file takes another's place by leave of the folder alone.
    """


def is_protected(path: Path) -> bool:
    """Whether the file is there and may not be changed, by root neither where nobody may."""
    try:
        found = os.stat(path)
    except OSError:
        return False
    return not (found.st_mode & _WRITING and os.access(path, os.W_OK))


def is_ours_alone(path: Path) -> bool:
    """Whether nobody else can have written it; a link leads who knows where. Raises OSError."""
    found = os.lstat(path)
    if sys.platform == "win32":  # its rights are not in the mode: a user's folders are theirs alone
        return S_ISREG(found.st_mode)
    mine = found.st_uid == os.getuid()
    return mine and S_ISREG(found.st_mode) and not found.st_mode & 0o022


def share_alike(path: Path, temporary: Path) -> None:
    """Give the new file the owner, group and rights of the one whose place it takes.

    As far as the system allows: where the group can't be the same, it may do what anybody may.
    """
    with suppress(OSError):
        old, new = os.stat(path), os.stat(temporary)
        rights = S_IMODE(old.st_mode) & 0o777
        if sys.platform != "win32" and (old.st_uid, old.st_gid) != (new.st_uid, new.st_gid):
            try:
                os.chown(temporary, old.st_uid if os.geteuid() == 0 else -1, old.st_gid)
            except OSError:
                rights = rights & 0o707 | (rights & 0o007) << 3 & rights
        if rights != S_IMODE(new.st_mode):
            os.chmod(temporary, rights)
