"""One engagement's line of the portfolio, kept while nothing that it came from has changed.

In the private folder, one file an engagement, with a look (inode, size, times) at every file the
line was worked out from. Nothing depends on it: missing, damaged or out of date, the line is worked
out again.
"""

import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from coach_tui.read_before import look_at, settled
from coach_tui.store import disk, layout
from coach_tui.store.copies import Copies
from coach_tui.store.private_files import Beside

_HEAD: Final = 4096  # bytes: a file says what it is before anything else

Marks = list[list[Any]]


class KeptLines:
    """The lines kept in this private folder; `told` is all else that they depend on."""

    def __init__(self, state: Path, told: str) -> None:
        self._beside = Beside(state)
        self._told = told

    def engagement_in(self, path: Path) -> str:
        """The engagement that this file says it is; empty where it can't be told at a glance."""
        with suppress(OSError):
            return layout.claimed(disk.head(path, _HEAD))
        return ""

    def marks(self, path: Path, engagement: str) -> Marks:
        """A look at every file that this engagement is read from, copies beside among them."""
        target = Path(os.path.realpath(path))
        own = self._beside.replica(engagement), self._beside.held(engagement)
        copies = sorted(Copies(target, engagement).nominated())
        return [[*look_at(str(each))] for each in (path, target, *own, *copies)]

    def get(self, path: Path, engagement: str) -> Mapping[str, Any] | None:
        """What was kept of it, where it is still so."""
        try:
            kept = layout.plain(disk.read(self._beside.line(engagement))[0])
        except (OSError, ValueError, RecursionError):
            return None
        if not isinstance(kept, dict) or not isinstance(kept.get("line"), dict):
            return None
        same = kept.get("told") == self._told and kept.get("marks") == self.marks(path, engagement)
        return kept["line"] if same else None

    def put(self, engagement: str, marks: Marks, line: Mapping[str, Any]) -> None:
        """Keep this, worked out after `marks` were taken; not where a file is changing just now."""
        if not settled(marks, time.time_ns()):
            return
        text = json.dumps({"told": self._told, "marks": marks, "line": line}, allow_nan=False)
        with suppress(OSError, ValueError):
            disk.put(self._beside.line(engagement), text.encode("ascii"), "line")
