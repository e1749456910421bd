"""Documents people take away and bring back: written whole or not at all, never over another."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Final

from coach_tui.store import disk
from coach_tui.store.errors import Exists, Missing, StoreError, Unreadable, reading, writing
from coach_tui.store.looking import is_there
from coach_tui.store.signature import signature
from coach_tui.store.windows_names import is_kept_from_files

_ENGAGEMENT: Final = re.compile(rb'\s*\{[^\0]*?"(?:engagement|entity_id)": ?"')
LONGEST: Final = 100  # numbers tried for a name no file has
# Where a document written to such a name would go to a device, or be called otherwise.
HAS_DEVICES: Final = sys.platform == "win32"
LIMIT: Final = 4 * 1024 * 1024  # bytes; a checklist of every step has forty thousand


def file_named(said: str) -> Path:
    """The file someone typed the name of. Raises StoreError where nothing is typed.

    As in a shell, `~` is the home folder and an unknown user's is left as it is written.
    """
    if not said.strip():
        raise StoreError("", "refusal.store.no-name")
    # Path's own expanduser raises for a user there is not.
    return Path(os.path.expanduser(said.strip()))  # noqa: PTH111


def check_name(path: Path, *, over: bool = False) -> None:
    """Raise StoreError where it is known before writing that no document can have this name.

    Exists unless `over`; Missing where its folder is not there; a folder, a device, an engagement's
    own file or a copy of one, even `over`; and, on Windows, a name that is no file's there.
    """
    if HAS_DEVICES and is_kept_from_files(path.name):
        raise StoreError(path, "refusal.store.device")
    with writing(path):
        if path.is_dir():
            raise StoreError(path, "refusal.store.folder")
        if path.exists() and not over:
            raise Exists(path)
        if path.exists() and not path.is_file():
            raise StoreError(path, "refusal.store.not-over")
        if path.exists() and _is_an_engagement(path):
            raise StoreError(path, "refusal.store.not-over-engagement")
        if not path.parent.is_dir():
            raise Missing(path, "refusal.store.no-such-folder", folder=str(path.parent))


def write_document(path: Path, text: str, *, over: bool = False) -> None:
    """Write `text`: a new file for this user alone, one `over` another with that one's rights.

    Raises as `check_name`, and ReadOnly or WriteFailed.
    """
    check_name(path, over=over)
    with writing(path):
        (disk.replace if over else disk.create)(path, text.encode("utf-8", "replace"), "document")


def free_name(file: Path) -> Path:
    """This name, or the first of `name-2`, `name-3` … that no file has."""
    numbered = (file.with_stem(f"{file.stem}-{number}") for number in range(2, LONGEST))
    return next((each for each in (file, *numbered) if not is_there(each)), file)


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of this file, however written. Raises Missing, or Unreadable beyond `limit`."""
    with reading(path):
        seen = signature(path)
        if seen and seen.size > limit:  # known before anything of it is read
            raise Unreadable(path, "refusal.store.too-big")
        raw, _ = disk.read(path)
    if len(raw) > limit:
        raise Unreadable(path, "refusal.store.too-big")
    return raw


def read_document(path: Path) -> str:
    """The text of this file. Raises Missing, or Unreadable where it is not text of a sane size."""
    raw = read_bytes(path, LIMIT)
    text = text_in(raw)
    if text is None:
        raise Unreadable(path, "refusal.export.not-text")
    return text


def text_in(raw: bytes) -> str | None:
    """The text of these bytes; None where they are none, as UTF-16's are, full of zeros."""
    try:
        return None if b"\0" in raw else raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _is_an_engagement(path: Path) -> bool:
    """Whether this is an engagement's file, whole or damaged, by how it begins."""
    with path.open("rb") as file:
        return _ENGAGEMENT.match(file.read(4096)) is not None
