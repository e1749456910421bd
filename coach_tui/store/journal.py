"""One engagement's recorded changes: opened, added to, and kept up with every other writer."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from operator import itemgetter
from pathlib import Path
from threading import RLock
from typing import Any, Final, NamedTuple

from coach_tui.engagement.change import Change, to_record
from coach_tui.engagement.clock import milliseconds_of
from coach_tui.store import disk, layout
from coach_tui.store.beside import Beside, Replica, sifted
from coach_tui.store.copies import Copies, retire
from coach_tui.store.errors import Damaged, Foreign, StoreError
from coach_tui.store.file import EngagementFile
from coach_tui.store.known import Known
from coach_tui.store.lock import held

# Our rule of thumb: a clock two days fast is a wrong date, not a time zone.
AHEAD_MS: Final = 48 * 3600 * 1000


class Notice(NamedTuple):
    """Something the user should hear of, though nothing failed. `reason` is a word key."""

    reason: str
    values: Mapping[str, Any]


class Journal:
    """One open engagement on disk.

    changes    every change known, in id order.
    notices    what the user should hear of; whoever tells them empties the list.

    Safe to use from several threads. Every method that can fail raises a StoreError, and has then
    added nothing of the caller's to `changes`.
    """

    def __init__(self, file: EngagementFile, beside: Beside, clock: Callable[[], float]) -> None:
        """For `create` and `open`. `clock` gives seconds since 1970."""
        self.path = file.path
        self.meta: Mapping[str, Any] = {k: v for k, v in file.meta.items() if k != "c"}
        self.engagement_id: str = file.meta["engagement"]
        self.notices: list[Notice] = []
        self._file = file
        self._beside = beside
        self._clock = clock
        self._known = Known()
        self._replica = Replica(beside.replica(self.engagement_id))
        self._copies = Copies(file.target, self.engagement_id)
        self._news: list[Change] = []
        self._caught_up = False
        self._said_once: set[str] = set()
        self._guard = RLock()

    @classmethod
    def create(
        cls,
        path: Path,
        state_dir: Path,
        meta: Mapping[str, Any],
        clock: Callable[[], float] = time.time,
    ) -> Journal:
        """A new engagement, on disk when this returns. `meta` names it: {"engagement": uuid, …}.

        Raises Exists where there is a file, ReadOnly, WriteFailed.
        """
        beside = Beside(state_dir)
        file = EngagementFile(path, beside)
        file.create({**meta, "format": layout.FORMAT})
        journal = cls(file, beside, clock)
        journal._replicate()
        return journal

    @classmethod
    def open(cls, path: Path, state_dir: Path, clock: Callable[[], float] = time.time) -> Journal:
        """The engagement in this file. Reads that file only, and writes nothing.

        A damaged file opens with what can be recovered, and a notice; it is mended at the first
        `catch_up` or `append`. Raises Missing, Unreadable, Foreign, NewerFormat, Damaged.
        """
        beside = Beside(state_dir)
        file = EngagementFile(path, beside)
        contents = file.read()
        meta = contents.meta or beside.meta_of(file.target)
        if meta is None and contents.claimed:
            meta = {"engagement": contents.claimed, "format": layout.FORMAT}
        if meta is None:
            raise Damaged(path)
        file.meta = meta
        journal = cls(file, beside, clock)
        journal._learn(contents.events)
        if contents.damaged:
            journal._recover()
        journal._news.clear()
        return journal

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change known, in id order."""
        return self._known.changes

    def append(self, changes: Sequence[Change]) -> None:
        """Save these: all or none, and on the disk when this returns.

        What other writers added meanwhile is taken in too, and told by the next `refresh`.
        """
        lines = [layout.encode(to_record(change)) for change in changes]
        if not lines:
            return
        with self._guard:
            self._write(lines)
            self._known.take({line: json.loads(line) for line in lines})
            with self._replica_optional():
                self._replica.add(lines)

    def refresh(self) -> list[Change]:
        """Changes by others since last asked. Cheap where the file still looks the same.

        Takes in conflict copies next to the file, and puts back what the file has lost.
        Raises Missing, Unreadable, Foreign, NewerFormat.
        """
        with self._guard:
            if self._file.changed():
                self._look()
                self._mend()
            self._adopt()
            if self._news and self._caught_up:
                self._replicate()
            return self._told()

    def catch_up(self) -> list[Change]:
        """Unite the file with this machine's replica and with conflict copies next to it.

        The slower part of opening: meant for right after the first picture. Gives what is new.
        """
        with self._guard:
            if self._file.changed():
                self._look()
            with self._replica_optional():
                self._learn(self._replica.read(self._known))
            self._mend()
            self._adopt()
            self._replicate()
            self._caught_up = True
            return self._told()

    def absorb(self, path: Path) -> list[Change]:
        """Take in another copy of this engagement, wherever it lies. What was new in it, now saved.

        Raises Foreign for another engagement's file, and what reading and writing raise.
        """
        with self._guard:
            other = EngagementFile(path, self._beside)
            contents = other.read(self._known)
            engagement = contents.meta["engagement"] if contents.meta else contents.claimed
            if not engagement:
                raise Damaged(path)
            if engagement != self.engagement_id:
                raise Foreign(path, "refusal.store.other-engagement")
            lines = [line for line in contents.events if line not in self._known]
            if lines:
                self._write(lines)
            told = len(self._news)
            fresh = self._learn(contents.events)
            del self._news[told:]
            self._replicate()
            return fresh

    def _look(self) -> None:
        """Read the file again, and learn what is new in it."""
        self._learn(self._file.read(self._known).events)

    def _learn(self, events: Mapping[bytes, layout.Record | None]) -> list[Change]:
        """Know these too. The changes that are new."""
        odd, doubled = self._known.odd, self._known.doubled
        fresh = self._known.take(events)
        self._news += fresh
        limit = self._clock() * 1000 + AHEAD_MS
        if fresh and milliseconds_of(fresh[-1].id) > limit:
            ahead = sum(milliseconds_of(change.id) > limit for change in fresh)
            self._notice("store.ahead", n=ahead)
        if self._known.odd > odd:
            self._notice("store.odd", n=self._known.odd - odd)
        if self._known.doubled > doubled:
            self._notice("store.doubled", n=self._known.doubled - doubled)
        return fresh

    def _recover(self) -> None:
        """Add what is kept beside to what a damaged file still holds."""
        self._learn(sifted(self._beside.previous(self.engagement_id))[1])
        known_here = disk.signature(self._beside.replica(self.engagement_id)) is not None
        with self._replica_optional():
            self._learn(self._replica.read(self._known))
        if not self.changes and not known_here:
            raise Damaged(self.path)
        self._notice("store.recovered", n=len(self.changes))

    def _write(self, lines: Sequence[bytes]) -> None:
        """Bring the file up to all that is known and these lines, in one replacement."""
        from coach_tui.store.storage import EventDB  # loads TinyDB

        with self._alone():
            if self._file.changed():
                self._look()
            there = self._file.contents.events
            wanted = self._known.lacking(there)
            wanted += [line for line in lines if line not in there and line not in self._known]
            if wanted or self._file.contents.damaged:
                EventDB(self._file).table("events").insert_multiple(map(json.loads, wanted))
        if self._file.aside is not None:
            self._notice("store.set-aside", copy=str(self._file.aside))
            self._file.aside = None

    def _mend(self) -> None:
        """Put back what the file lost, if that can be done now; any later write will, too."""
        lost = len(self._known.lacking(self._file.contents.events))
        if lost or self._file.contents.damaged:
            with suppress(StoreError):
                self._write(())
                if lost:
                    self._notice("store.put-back", n=lost)

    def _adopt(self) -> None:
        """Take in what conflict copies next to the file have and we have not."""
        for copy in self._copies.unread(self._known):
            fresh = self._learn(copy.contents.events)
            try:
                self._write(())
            except StoreError:
                continue  # known at least: any later write will save it
            kept = retire(copy)
            if fresh:
                self._notice("store.adopted", n=len(fresh), copy=str(copy.path), kept=str(kept))

    def _replicate(self) -> None:
        with self._replica_optional():
            self._replica.keep(self.meta, self._file.target, self._known)

    def _told(self) -> list[Change]:
        told, self._news = sorted(self._news, key=itemgetter(0)), []
        return told

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with suppress(OSError):
            disk.make_folder(self._beside.folder)
        with held(self._beside.lock(self.engagement_id), self.path) as really:
            if not really:
                self._notice_once("store.no-lock")
            yield

    @contextmanager
    def _replica_optional(self) -> Iterator[None]:
        """The replica is a second safety: without it, what was saved is saved."""
        try:
            yield
        except OSError as error:
            self._notice_once("store.no-replica", cause=error.strerror or type(error).__name__)

    def _notice(self, reason: str, **values: Any) -> None:
        self.notices.append(Notice(reason, {"file": str(self.path), **values}))

    def _notice_once(self, reason: str, **values: Any) -> None:
        if reason not in self._said_once:
            self._said_once.add(reason)
            self._notice(reason, **values)
