"""Engagements whose file went away while this machine's own record of them stayed.

Somebody deleted the file or the folder, on purpose or not; nobody can tell which. So nothing comes
back by itself: what there is is told, and brought back where the user asks for it.
"""

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from coach_tui.engagement.change import Change
from coach_tui.engagement.order import places
from coach_tui.store import disk, layout
from coach_tui.store.errors import Exists
from coach_tui.store.event_set import KnownEvents
from coach_tui.store.file import EngagementFile
from coach_tui.store.looking import is_there
from coach_tui.store.private_files import Beside, sifted

_HEAD = 4096  # bytes: a file says what it is before anything else


class Record(NamedTuple):
    """What this machine knows of an engagement.

    file     where its file was last seen; without a name where nothing says it.
    kept     where this record is; else where the file before the last save is, all that is left.
    changes  in id order.
    """

    engagement: str
    meta: layout.Record
    file: Path
    kept: Path
    events: dict[bytes, Any]
    changes: tuple[Change, ...]


def records_without_a_file(
    state_dir: Path, present: Collection[str], files: Collection[Path]
) -> Iterator[Record]:
    """The records of engagements that are not `present`, by their ids. Never fails.

    `files` are those in sight that can't be opened: a record last seen in one of them, or that one
    of them claims to be, is not without its file. Nor is one that still lies where it was last
    seen.
    """
    beside = Beside(state_dir)
    unclear = {os.path.realpath(file) for file in files}
    for engagement in beside.engagements_kept():
        if engagement in present:
            continue
        record = _record(beside, engagement)
        places = (record.file, *files)
        claimed = any(_claims(place, engagement) for place in places)
        if record.changes and str(record.file) not in unclear and not claimed:
            yield record


def bring_back(record: Record, paths: Collection[Path], state_dir: Path) -> Path:
    """Write the file anew under the first of these names that is free. Its name.

    Raises Exists where none is, or where somebody brought it back meanwhile; ReadOnly, WriteFailed.
    """
    for path in paths:
        if _claims(path, record.engagement):
            raise Exists(path)
    for path in paths:
        try:
            EngagementFile(path, Beside(state_dir)).create(record.meta, record.events)
        except Exists:
            continue
        return path
    raise Exists(next(iter(paths)))


def _record(beside: Beside, engagement: str) -> Record:
    kept = beside.replica(engagement)
    meta, events = sifted(kept)
    meta_before, before = sifted(beside.previous(engagement))
    _, held = sifted(beside.held(engagement))
    known = KnownEvents()
    known.take({**held, **before, **events})
    apart = {one.id for line in held if line not in events and (one := known.change(line))}
    if apart:
        there = places(one for one in known.changes if one.id not in apart)
        known.settle(apart - there.keys())
    file = str((meta or {}).get("file", ""))
    about = meta or meta_before or {"engagement": engagement}
    about = {name: value for name, value in about.items() if name not in ("file", "c")}
    about = {**about, "engagement": engagement, "format": layout.FORMAT}
    if not is_there(kept):
        kept = beside.previous(engagement)
    return Record(engagement, about, Path(file), kept, {**events, **before, **held}, known.ordered)


def _claims(path: Path, engagement: str) -> bool:
    """Whether a file of this name says, at its beginning, that it is this engagement's."""
    try:
        return layout.claimed(disk.head(path, _HEAD)) == engagement
    except OSError:
        return False
