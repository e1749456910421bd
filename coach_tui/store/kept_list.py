"""What the list says of each engagement of a folder, kept while nothing it came from has changed.

One file for all, in the private folder, with a look (inode, size, times) at every file that each
was read from: five hundred are told without opening one. Nothing depends on it: missing, damaged
or out of date, an engagement is opened again. Forgetting a client removes it whole; and what is no
more so leaves it the next time that the list is told, were it the last of it.
"""

import json
import os
import time
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from coach_tui.engagement.clock import milliseconds_of
from coach_tui.read_before import look_at, settled
from coach_tui.store import disk, layout
from coach_tui.store.journal import Journal
from coach_tui.store.private_files import Beside

NAME: Final = "engagements.line"
WORTH_KEEPING: Final = 8  # engagements: fewer are opened sooner than anybody notices

Said = Mapping[str, Any]


class KeptList:
    """What was said of the engagements at these `paths`, all in one folder.

    told  all else that it depends on: what reads them.
    """

    def __init__(self, state: Path, paths: Sequence[Path], told: Sequence[Any]) -> None:
        self._file = state / NAME
        self._beside = Beside(state)
        self._told = json.loads(json.dumps(told, allow_nan=False))
        self._names = sorted(path.name for path in paths)
        self._begun: dict[Path, tuple[list[Any], int]] = {}
        self._kept = self._read()
        there = set(self._names) if len(paths) >= WORTH_KEEPING else set()
        self._still = {name: one for name, one in (self._kept or {}).items() if name in there}

    def get(self, path: Path) -> Said | None:
        """What was said of this one, where it is still so. A link is followed anew each time."""
        kept = self._still.get(path.name)
        try:
            if kept is None or os.path.islink(path):  # noqa: PTH114
                return None
            # Under a clock set back, what counted then may have to wait.
            known = kept["latest"] <= time.time() * 1000
            said: Said = kept["said"]
            return said if known and kept["looks"] == self._look(path, kept["id"]) else None
        except (KeyError, TypeError, ValueError):
            return None

    def begin(self, path: Path) -> None:
        """Look at what is about to be read: what was kept of it is so no more."""
        self._still.pop(path.name, None)
        self._begun[path] = [*look_at(str(path))], time.time_ns()

    def put(self, path: Path, journal: Journal, said: Said) -> None:
        """Have this kept, said of what was read since `begin`.

        Not where anything is odd, waits or was put elsewhere in time: then it is not the files
        alone that decide. Nor where a file has changed meanwhile, or just before.
        """
        odd = journal.notices or journal.held or journal.places
        if odd or os.path.islink(path) or len(self._names) < WORTH_KEEPING:  # noqa: PTH114
            return
        first, began = self._begun[path]
        looks = self._look(path, journal.engagement_id)
        if looks[0] != first or not settled(looks, began):
            return
        latest = max((milliseconds_of(change.id) for change in journal.changes), default=0)
        kept = {"id": journal.engagement_id, "looks": looks, "latest": latest, "said": said}
        self._still[path.name] = kept

    def save(self) -> None:
        """Keep them, where they are others than were kept; no file where there are none.

        Never fails: where they can't be written, those before are not left either.
        """
        if self._still == self._kept:
            return
        if self._still:
            with suppress(OSError, ValueError):
                text = json.dumps({"told": self._told, "lines": self._still}, allow_nan=False)
                disk.put(self._file, text.encode("ascii"), "list")
                return
        with suppress(OSError):
            disk.remove(self._file)

    def _read(self) -> dict[str, Any] | None:
        """What is kept; None where the file says nothing of ours, and may hold anything."""
        try:
            kept = layout.plain(disk.read(self._file)[0])
            lines = kept["lines"] if kept["told"] == self._told else None
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError, KeyError, TypeError):
            return None
        return lines if isinstance(lines, dict) else None

    def _look(self, path: Path, engagement: str) -> list[Any]:
        """Every file that this engagement is read from, copies beside among them."""
        own = self._beside.replica(engagement), self._beside.held(engagement)
        names = [
            str(path),
            *map(str, own),
            *(str(path.with_name(one)) for one in self._copies(path)),
        ]
        return [[*look_at(each)] for each in names]

    def _copies(self, path: Path) -> list[str]:
        """The names in its folder that `Copies.nominated` would give."""
        first = bisect_left(self._names, path.stem)
        found = []
        for name in self._names[first:]:
            if not name.startswith(path.stem):
                break
            found.append(name)
        return [name for name in found if name != path.name]
