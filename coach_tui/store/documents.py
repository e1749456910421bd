"""Documents people take away and bring back: written whole or not at all, never over another."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from coach_tui.store import disk
from coach_tui.store.errors import Unreadable, reading, writing

LIMIT: Final = 4 * 1024 * 1024  # bytes; a checklist of every step has forty thousand


def write_document(path: Path, text: str, *, over: bool = False) -> None:
    """Write `text`, for this user alone. Raises Exists unless `over`, ReadOnly or WriteFailed."""
    with writing(path):
        (disk.replace if over else disk.create)(path, text.encode("utf-8", "replace"), "document")


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of this file, however written. Raises Missing, or Unreadable beyond `limit`."""
    with reading(path):
        raw, _ = disk.read(path)
    if len(raw) > limit:
        raise Unreadable(path, "refusal.store.too-big")
    return raw


def read_document(path: Path) -> str:
    """The text of this file. Raises Missing, or Unreadable where it is not text of a sane size."""
    raw = read_bytes(path, LIMIT)
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable(path, "refusal.export.not-text") from None
