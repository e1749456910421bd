"""This machine's own small tables: plain TinyDB, asked in its own query language, written safely.

They hold what belongs to this user on this computer and never travels with an engagement: what was
typed and not saved yet, for one. All are in one file of the private folder, for this user alone,
replaced whole at each change (see `disk.put`) and under a lock, so that two windows lose nothing of
each other's. TinyDB is loaded when a table is first asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from tinydb import TinyDB, where
from tinydb.storages import Storage

from coach_tui.store import disk, layout
from coach_tui.store.errors import Missing, reading, writing
from coach_tui.store.lock import held
from coach_tui.store.looking import is_there
from coach_tui.store.private_files import LOCAL_TABLES, Beside

_MARK: Final = "local"

Tables = dict[str, dict[str, Any]]


class LocalStorage(Storage):
    """The file of the local tables, as TinyDB sees it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Tables | None:
        """Every table by name; None where nothing was ever kept. Raises Unreadable.

        A file that makes no sense is kept as found, under another name, and begun again.
        """
        try:
            with reading(self._path):
                text, _ = disk.read(self._path)
        except Missing:
            return None
        try:
            found = layout.plain(text)
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, dict) and all(isinstance(table, dict) for table in found.values()):
            return found
        with writing(self._path):
            Beside(self._path.parent).set_aside(self._path, text)
        return None

    def write(self, data: Tables) -> None:
        """Replace the file. Raises ReadOnly, WriteFailed; it is then what it was."""
        text = json.dumps(data, separators=(",", ":"), allow_nan=False).encode()
        with writing(self._path):
            disk.make_folder(self._path.parent)
            disk.put(self._path, text, _MARK, forced=True)


def local_tables(state: Path) -> TinyDB:
    """The tables kept in this private folder, to be read."""
    return TinyDB(state / LOCAL_TABLES, storage=LocalStorage)


@contextmanager
def changing_local_tables(state: Path) -> Iterator[TinyDB]:
    """The same, to be changed by one program at a time. Raises StoreError where that can't be."""
    path = state / LOCAL_TABLES
    with writing(path):
        disk.make_folder(state)
    with held(path.with_suffix(".lock"), path):
        yield local_tables(state)


def forget_engagement(state: Path, engagement: str) -> None:
    """Take every row of this engagement out of every table. Raises StoreError."""
    if is_there(state / LOCAL_TABLES):
        with changing_local_tables(state) as tables:
            for name in tables.tables():
                tables.table(name).remove(where("engagement") == engagement)
