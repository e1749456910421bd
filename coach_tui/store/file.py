"""An engagement's file as this program last read or wrote it."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from coach_tui.engagement.change import Change
from coach_tui.language.cause import Cause
from coach_tui.store import disk, layout
from coach_tui.store.errors import (
    Foreign,
    Missing,
    NewerFormat,
    StoreError,
    Unreadable,
    reading,
    writing,
)
from coach_tui.store.parsed import Parsed
from coach_tui.store.private_files import Beside
from coach_tui.store.rights import is_protected
from coach_tui.store.signature import Signature, signature

# Another program may be in the middle of writing the file in place: look again before believing
# that it is damaged or gone.
READ_PAUSES: tuple[float, ...] = (0.02, 0.05, 0.1)
_ENGAGEMENT: Final = re.compile(r"[0-9A-Za-z-]{1,64}")  # it names files beside: no path in it
_HEAD: Final = 4096  # bytes: a file says what it is before anything else


class EngagementFile:
    """The text on disk, what it holds, and the one way of adding to it.

    path is what the user calls it; a symbolic link is followed once, so that saving does not
    replace the link.
    """

    def __init__(self, path: Path, beside: Beside) -> None:
        self.path = path
        self.target = Path(os.path.realpath(path))  # unlike Path.resolve, no error on a loop
        self.contents = layout.Contents(None, {}, {})
        self.meta: layout.Record = {}
        self.signature: Signature | None = None
        self.aside: Path | None = None  # where the last damaged text was put
        self.unconfirmed = ""  # why the disk would not say that the last save will last
        self._text: bytes | bytearray = b""
        self._beside = beside
        self._swept = False
        self._parsed: Parsed | None = None

    def create(self, meta: layout.Record, events: Iterable[bytes] = ()) -> None:
        """Write a new engagement, of these events. Raises Exists, ReadOnly, WriteFailed."""
        events = dict.fromkeys(events)
        text = layout.compose(meta, {}, events)
        with writing(self.path):
            disk.make_folder(self.target.parent)
            self.signature = disk.create(self.target, text, self._mark())
        self.meta, self._text = meta, text
        self.contents = layout.Contents(meta, {}, events, tidy=True)

    def changed(self) -> bool:
        """Whether the file no longer looks as it did. Costs one system call."""
        with reading(self.path):
            return self.signature is None or signature(self.target) != self.signature

    def writable(self) -> bool:
        """Whether this user could change it: saving gives the name to a new file."""
        folder_allows = os.access(self.target.parent, os.W_OK | os.X_OK)
        return folder_allows and not is_protected(self.target)

    def read(self, known: Container[bytes] = ()) -> layout.Contents:
        """Read it again. Raises Missing, Unreadable, Foreign, NewerFormat, and overwrites nothing.

        A damaged file is no error: `contents` has what could be read, and says so.
        """
        contents = self._patiently(known)
        try:
            self._accept(contents)
        except StoreError:
            self.signature = None  # so that it is looked at again before anything is written
            raise
        self.contents = contents._replace(events=dict.fromkeys(contents.events))
        return contents

    def append(self, lines: Sequence[bytes]) -> None:
        """Add events, all or none; durable when this returns, unless `unconfirmed` says why not.

        Raises ReadOnly, WriteFailed, Missing; the file is then as it was. A damaged file is set
        aside before its place is taken.
        """
        events, fresh = self.contents.events, dict.fromkeys(lines)
        is_new = len(fresh) == len(lines) and events.keys().isdisjoint(fresh)
        if self.contents.tidy and is_new:
            self._extend(fresh)
        else:
            self._compose({**events, **fresh})

    def _compose(self, events: dict[bytes, Any]) -> None:
        """Write it with these events, from nothing."""
        meta, others = self.meta, self.contents.others
        self._put(layout.compose(meta, others, events))
        self.contents = layout.Contents(meta, others, events, tidy=not others)

    def _extend(self, fresh: dict[bytes, Any]) -> None:
        """Write it with these at its end: what a long history holds is not copied for one more."""
        text = self._text if isinstance(self._text, bytearray) else bytearray(self._text)
        length = len(text)
        try:
            layout.extend(text, len(self.contents.events), fresh)
            self._put(text)
        except BaseException:
            self._text = layout.shortened(text, length)
            raise
        self.contents.events.update(fresh)

    def _put(self, text: bytes | bytearray) -> None:
        """Have the file hold this text. Raises as `append` does."""
        damaged = self.contents.damaged
        previous = None if damaged else self._beside.previous(self.meta["engagement"])
        with writing(self.path):
            if damaged:
                self.aside = self._beside.set_aside(self.target, self.text)
            try:
                self.signature = disk.replace(self.target, text, self._mark(), previous)
            except disk.Unconfirmed as error:
                self.signature = error.written
                self.unconfirmed = Cause(error)
        self._text = text

    @property
    def text(self) -> bytes:
        """What was last read or written."""
        return bytes(self._text)

    @property
    def unparsed(self) -> int:
        """How many of its events the next opening would have to parse."""
        return len(self.contents.events) - (self._parsed.count if self._parsed else 0)

    @property
    def is_parsed_elsewhere(self) -> bool:
        """Whether what is kept of it is another version's, which this one can't take from."""
        return self._parsed is not None and self._parsed.is_anothers

    def keep_parsed(self, changes: Mapping[bytes, Change]) -> None:
        """Keep what it holds, for the next opening. It must be tidy and hold these changes only."""
        self._parsed = self._parsed or Parsed(self._beside.parsed(self.meta["engagement"]))
        self._parsed.keep(self._text, self.meta, changes)

    def tables(self) -> dict[str, dict[str, Any]]:
        """Every table by name, as TinyDB wants them."""
        found: dict[str, dict[str, Any]] = json.loads(self._text)
        return found

    def _accept(self, contents: layout.Contents) -> None:
        if contents.foreign:
            raise Foreign(self.path)
        if contents.meta is None:
            return
        _understood(contents.meta, self.path)
        if self.meta and self.meta["engagement"] != contents.meta["engagement"]:
            raise Foreign(self.path, "refusal.store.other-engagement")
        self.meta = self.meta or contents.meta

    def _patiently(self, known: Container[bytes]) -> layout.Contents:
        met_before = bool(self._text)
        for pause in READ_PAUSES:
            try:
                contents = self._once(known)
            except (Missing, Unreadable):
                if not met_before:
                    raise
            else:
                if not contents.damaged:
                    return contents
            time.sleep(pause)
        return self._once(known)

    def _once(self, known: Container[bytes]) -> layout.Contents:
        with reading(self.path):
            self._text, self.signature = disk.read(self.target)
        return self._ready_made(known) or layout.read(self._text, known)

    def _ready_made(self, known: Container[bytes]) -> layout.Contents | None:
        """What this text was last time, where nothing is known yet and it was kept."""
        engagement = layout.claimed(self.text[:_HEAD])
        if known or not engagement:
            return None
        self._parsed = Parsed(self._beside.parsed(engagement))
        return self._parsed.of(self.text)

    def sweep_once(self) -> None:
        """Once a session, under the lock: what writers killed on this machine left behind."""
        if not self._swept:
            disk.sweep(self.target, self._mark())
            self._swept = True

    def _mark(self) -> str:
        """Tells this machine's temporary files from those of another in a shared folder."""
        machine = f"{_machine()}:{self._beside.folder}"
        return f"{crc32(machine.encode(errors='surrogatepass')):08x}"


def _machine() -> str:
    """What this computer is called."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def _understood(meta: layout.Record, file: Path) -> None:
    engagement, version = meta.get("engagement"), meta.get("format")
    if not isinstance(engagement, str) or not _ENGAGEMENT.fullmatch(engagement):
        raise Foreign(file)
    if type(version) is not int or version < 1:
        raise Foreign(file)
    if version > layout.FORMAT:
        raise NewerFormat(file, format=version)
