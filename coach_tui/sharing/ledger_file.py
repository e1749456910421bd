"""A ledger on this machine's disk, which the app and several commands keep together.

Whoever changes it changes what is kept by then, and keeps it again, while holding a lock: what one
puts in, no other takes out. The lock is never held while a place is waited for.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

from coach_tui.sharing.ledger import PlaceLedger
from coach_tui.store import disk
from coach_tui.store.lock import PATIENCE, held

_MARK: Final = "share"
_NO_LEDGER: Final = (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError)


class LedgerFile(NamedTuple):
    """path        where it is kept.
    generation  which one this program takes part in: what is kept of a later one stays.
    """

    path: Path
    generation: int

    def read(self) -> PlaceLedger:
        """As it is kept; a new one where there is none, or of another generation."""
        try:
            return PlaceLedger.of_record(json.loads(disk.read(self.path)[0]), self.generation)
        except _NO_LEDGER:
            return PlaceLedger(self.generation)

    @contextmanager
    def held(self, patience: float = PATIENCE) -> Iterator[None]:
        """Nobody else of this machine changes it meanwhile. Raises Locked after so many seconds."""
        with held(self.path.with_suffix(".lock"), self.path, patience):
            yield

    def save(self, ledger: PlaceLedger) -> None:
        """Keep it, where it changed, unless a later generation's was found kept.

        For who holds it; raises OSError.
        """
        if ledger.is_outdated:
            return
        text = json.dumps(ledger.record, separators=(",", ":"), allow_nan=False).encode()
        if text != self._kept():
            disk.make_folder(self.path.parent)
            disk.put(self.path, text, _MARK)

    def _kept(self) -> bytes:
        try:
            return disk.read(self.path)[0]
        except OSError:
            return b""

    @contextmanager
    def amended(self, patience: float = PATIENCE) -> Iterator[PlaceLedger]:
        """As it is kept by now, to be kept again with what is set in it, where that can be.

        Where nothing of this generation is kept, nothing is. Raises Locked.
        """
        with self.held(patience):
            ledger = self.read()
            yield ledger
            if ledger.is_kept:
                with suppress(OSError):
                    self.save(ledger)
