"""Copies of an engagement's file that lie next to it: what synchronisers leave after a conflict.

Dropbox writes `acme (Ann's conflicted copy 2026-01-05).json`, Syncthing
`acme.sync-conflict-….json`, OneDrive `acme-LAPTOP.json`, Drive `acme (1).json`, iCloud
`acme 2.json`, Nextcloud and others their own. A name only nominates: what counts is that the copy
says it is the same engagement.
"""

import os
import re
from collections.abc import Container, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple
from zlib import crc32

from coach_tui.store import disk, layout
from coach_tui.store.signature import Signature, signature

_CONFLICT: Final = r"(?i)[ck]onfli[ck]?t|en conflit"


class Copy(NamedTuple):
    """A copy of the same engagement, as found."""

    path: Path
    text: bytes
    contents: layout.Contents


class Copies:
    """The copies next to one file. Each is read once for each state it is found in."""

    def __init__(self, file: Path, engagement: str) -> None:
        self._file = file
        self._engagement = engagement
        self._seen: dict[str, Signature] = {}

    def unread(self, known: Container[bytes]) -> Iterator[Copy]:
        """Copies that are new, or have changed, since last asked. Never fails."""
        for path in self.nominated():
            with suppress(OSError):
                found = signature(path)
                if found is None or self._seen.get(path.name) == found:
                    continue
                text, self._seen[path.name] = disk.read(path)
                contents = layout.read(text, known)
                if self._is_ours(contents):
                    yield Copy(path, text, contents)

    def nominated(self) -> list[Path]:
        """The files whose names say that they may be copies. Never fails."""
        own, stem, suffix = self._file.name, self._file.stem, self._file.suffix
        try:
            names = os.listdir(self._file.parent)  # noqa: PTH208 (names, at every look)
        except OSError:
            return []
        return [
            self._file.with_name(name)
            for name in names
            if name.startswith(stem) and name.endswith(suffix) and name != own
        ]

    def _is_ours(self, contents: layout.Contents) -> bool:
        meta = contents.meta
        if meta is None:
            return contents.claimed == self._engagement
        return meta.get("engagement") == self._engagement and meta.get("format") == layout.FORMAT


def retire(copy: Copy) -> Path | None:
    """Rename a conflict copy whose changes are safe, so that it is met no more. Its new name.

    Other copies stay as they are: somebody may have made them on purpose. Never deletes, never
    fails.
    """
    if not re.search(_CONFLICT, copy.path.name):
        return None
    retired = copy.path.with_name(f"{copy.path.name}.merged-{crc32(copy.text):08x}")
    try:
        copy.path.rename(retired)
    except OSError:
        return None
    return retired
