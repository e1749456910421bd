"""No place at all: one sealed file at a time, by mail or on a stick.

A letter is a whole push under a name of its own: nothing has to be remembered of what the other
has, one that is lost, late or opened twice does no harm, and the last one is enough.
"""

from collections.abc import Mapping
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import Final, NamedTuple

from coach_tui.engagement.withheld import part
from coach_tui.sharing.key import LARGEST, Key, Push, Unopened, name_of
from coach_tui.store import disk
from coach_tui.store.errors import Unreadable, reading, writing
from coach_tui.store.journal import Journal

_DEVICE: Final = "letter"
_SUFFIX: Final = ".age"


class Letter(NamedTuple):
    """An opened letter: of which engagement, and what it holds."""

    engagement: str
    push: Push


def letter_path(folder: Path, today: date) -> Path:
    """A new file here, whose name tells nothing but the day."""
    stem = f"coach-{today.isoformat()}"
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(path for name in names if not (path := folder / f"{name}{_SUFFIX}").exists())


def write_letter(journal: Journal, key: Key, actor: str, path: Path) -> int:
    """Write a letter of all that may leave to a new file. How many changes.

    Raises Exists, Missing where the folder is not there, ReadOnly, WriteFailed.
    """
    leaving = part((*journal.changes, *journal.held)).leaving
    _, sealed = key.seal(_DEVICE, 0, journal.lines_of(leaving), who=actor)
    with writing(path):
        disk.create(path, sealed, "letter")
    return len(leaving)


def opened(path: Path, keys: Mapping[str, Key]) -> Letter:
    """What a letter holds, whatever the mail has done to its name; by the key that opens it.

    Raises Unopened, Missing, Unreadable.
    """
    with reading(path):
        if path.stat().st_size > LARGEST:
            raise Unreadable(path, "refusal.store.too-big")
        sealed, _ = disk.read(path)
    why = Unopened("not-ours")
    for engagement, key in keys.items():
        try:
            return Letter(engagement, key.open(_DEVICE, name_of(0, sealed), sealed))
        except Unopened as error:
            if error.why != "not-ours":
                why = error
    raise why
