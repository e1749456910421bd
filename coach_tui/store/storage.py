"""TinyDB's ways in: a Storage over our file, and a Table that only ever adds.

Stock `TinyDB(path)` reads the same file. What it would do on writing (the file in place, unlocked,
the whole of it parsed and written for each event) is what these classes are instead of.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from coach_tui.store import layout
from coach_tui.store.file import EngagementFile


class AppendOnly(TypeError):
    """What was recorded stays: taking something back is one more change."""


class EventStorage(Storage):
    """The file, as TinyDB sees it."""

    def __init__(self, file: EngagementFile) -> None:
        self._file = file

    def read(self) -> dict[str, dict[str, Any]] | None:
        """Every table, by name, as last read or written."""
        return self._file.tables()

    def write(self, data: dict[str, dict[str, Any]]) -> NoReturn:
        raise AppendOnly("events are added, never written over")

    def append(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Add events, all or none, on the disk when this returns. TinyDB's numbers for them."""
        return self.append_lines([layout.encode(document) for document in documents])

    def append_lines(self, lines: Sequence[bytes]) -> list[int]:
        """The same, of events that are written already, each on its line."""
        first = len(self._file.contents.events) + 1
        self._file.append(lines)
        return list(range(first, first + len(lines)))


class EventTable(Table):
    """The table `events`."""

    def insert(self, document: Mapping[str, Any]) -> int:
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        self.clear_cache()
        storage: EventStorage = self._storage  # type: ignore[assignment]
        return storage.append(documents)

    def insert_lines(self, lines: Sequence[bytes]) -> list[int]:
        """Insert events that are written already, as `layout.encode` writes them."""
        self.clear_cache()
        storage: EventStorage = self._storage  # type: ignore[assignment]
        return storage.append_lines(lines)

    def update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("events are never updated")

    def update_multiple(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("events are never updated")

    def upsert(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("events are never updated")

    def remove(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("events are never removed")

    def truncate(self) -> NoReturn:
        raise AppendOnly("events are never removed")


class EventDB(TinyDB):
    """TinyDB over an engagement's file: `EventDB(file).events`."""

    table_class = EventTable

    def __init__(self, file: EngagementFile) -> None:
        super().__init__(file, storage=EventStorage)

    @property
    def events(self) -> EventTable:
        """The table of the engagement's events."""
        return cast("EventTable", self.table("events"))
