"""What reading an engagement's file gave last time, so that the same text isn't parsed twice.

Kept in this machine's private folder, compressed, with a digest of the very text it came from, and
believed only where the file still begins with a text of that digest. The file only grows at its
end, so a year of history is taken from here and the few lines added since are read as ever. Long
texts are not kept twice: they are read from their line (`saved_fields`). Nothing depends on it:
missing, damaged, out of date or of another version, the file is read in full. Saving and opening
keep it anew; reading does where it is another version's, once, and where nothing else would.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import repeat
from pathlib import Path
from typing import Any, Final
from zlib import compress, crc32, decompress

from coach_tui import __version__
from coach_tui.engagement.change import Change
from coach_tui.store import disk, layout
from coach_tui.store.rights import is_ours_alone
from coach_tui.store.saved_fields import SavedFields, parted

_MARK: Final = "kept"
WORTH: Final = 200  # events: fewer than these are parsed sooner than fetched from here
# `marshal` belongs to one Python, and what counts as a change to one version of ours: the number
# is raised when `change.from_record` or `layout.sift` asks for more than it did.
_STAMP: Final = f"coach-tui {__version__} 5 {sys.version}\n".encode()
_SIZES: Final = len("01234567 012345678901\n")  # the check and the length of what follows
_QUICKLY: Final = 1  # of zlib's levels: a tenth of the size, in a fraction of the time of parsing
_FIELDS: Final = Change._fields.index("changes")
_CHANGE: Final = partial(tuple.__new__, Change)  # `Change._make`, without a call of ours for each

# How much of the text it is of, its digest; what the file says of itself, where each line begins
# and ends, the changes as rows, and which of these have long texts.
_Kept = tuple[int, bytes, layout.Record, Sequence[int], list[Any], Sequence[int]]


class Parsed:
    """One engagement's, in this file. `count` is how many events it holds.

    is_anothers  whether what was found here was kept by another version, or by another Python.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0
        self.is_anothers = False

    def of(self, text: bytes) -> layout.Contents | None:
        """What `text` holds, its events as changes where they are kept here; None if not kept."""
        kept = self._kept()
        if kept is None:
            return None
        length, digest, meta, marks, rows, long = kept
        if _digest(memoryview(text)[:length]) != digest:
            return None
        lines = [*map(text.__getitem__, map(slice, marks[::2], marks[1::2]))]
        for at in long:
            rows[at] = (*rows[at][:_FIELDS], SavedFields(lines[at], *rows[at][_FIELDS]),
                        *rows[at][_FIELDS + 1 :])  # fmt: skip
        self.count = len(rows)
        rows.reverse()  # each is let go as it becomes a change: of a long history, that is 12 MB
        one_by_one = map(rows.pop, repeat(-1, len(rows)))
        events: dict[bytes, Any] = dict(zip(lines, map(_CHANGE, one_by_one), strict=True))
        rest = text[length:]
        _, added = layout.sift(rest, events)
        if rest != layout.ending(self.count, added) or not events.keys().isdisjoint(added):
            self.count = 0
            return None  # something was moved, repeated or hurt: the whole text has to be looked at
        events.update(added)
        return layout.Contents(meta, {}, events, tidy=True)

    def keep(
        self, text: bytes | bytearray, meta: layout.Record, changes: Mapping[bytes, Change]
    ) -> None:
        """Keep what this tidy text holds. Where that can't be written, nothing is lost."""
        beginning = layout.beginning(text)
        marks: list[int] = []
        end = 0
        for line in changes:
            start = beginning.index(line, end)  # right after the number that follows the last one
            end = start + len(line)
            marks += (start, end)
        rows = _rows(changes)
        long = tuple(at for at, row in enumerate(rows) if isinstance(row[_FIELDS], tuple))
        what = (dict(meta), tuple(marks), rows, long)
        body = compress(marshal.dumps((len(beginning), _digest(beginning), *what)), _QUICKLY)
        with suppress(OSError):
            disk.make_folder(self.path.parent)
            disk.put(self.path, _head(body) + body, _MARK)
            self.count, self.is_anothers = len(changes), False

    def _kept(self) -> _Kept | None:
        try:
            if not is_ours_alone(self.path):
                return None
            text, _ = disk.read(self.path)
        except OSError:
            return None
        head = text[: len(_STAMP) + _SIZES]
        body = memoryview(text)[len(head) :]
        if head != _head(body):
            self.is_anothers = not head.startswith(_STAMP)
            return None
        # Ours, whole, and nobody else's to write: `marshal` is to be trusted then.
        kept: _Kept
        kept = marshal.loads(decompress(body))  # noqa: S302
        return kept


def _head(body: bytes | memoryview) -> bytes:
    return b"%b%08x %012d\n" % (_STAMP, crc32(body), len(body))


def _digest(text: bytes | bytearray | memoryview) -> bytes:
    # Not for files that are parsed sooner. `hashlib` would bring OpenSSL, which has no part in it.
    try:
        from _blake2 import blake2b
    except ImportError:  # a Python that was built without
        from hashlib import blake2b

    return blake2b(text, digest_size=32).digest()


def _rows(changes: Mapping[bytes, Change]) -> list[tuple[Any, ...]]:
    """The changes as plain tuples. What is said twice is one object, written and read once.

    In the place of its fields, a change with long texts has the others, and where those are.
    """
    once: dict[str, str] = {}
    same = once.setdefault
    rows = []
    for line, change in changes.items():
        said, places = parted(line, change.changes)
        rows.append((
            same(change.id, change.id),
            same(change.at, change.at),
            same(change.actor, change.actor),
            same(change.entity, change.entity),
            same(change.entity_id, change.entity_id),
            (said, places) if places else said,
            {name: same(seen, seen) for name, seen in change.base.items()},
            change.undoes,
        ))  # fmt: skip
    return rows
