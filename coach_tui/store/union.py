"""The file, the replica beside it and the copies next to it, kept as one set of changes."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

from coach_tui.engagement.change import Change
from coach_tui.language.cause import Cause
from coach_tui.store import disk, layout
from coach_tui.store.copies import Copies, retire
from coach_tui.store.errors import Damaged, StoreError
from coach_tui.store.event_set import KnownEvents
from coach_tui.store.file import EngagementFile
from coach_tui.store.lock import held
from coach_tui.store.looking import seen
from coach_tui.store.notice import Tell
from coach_tui.store.parsed import WORTH
from coach_tui.store.private_files import Beside, Replica, sifted
from coach_tui.store.waiting import Waiting

# One and the same trouble, met while opening or after a save.
NO_SECOND_COPY: Final = frozenset({"store.no-second-copy", "store.no-replica"})


class Taken(NamedTuple):
    """What another machine's lines gave: the changes that are new, the id of each line's change,
    and the lines that contradict what is known."""

    fresh: Sequence[Change]
    ids: Mapping[bytes, str]
    refused: frozenset[bytes]


class Union:
    """Everything known of one engagement on this machine, and how the places it is in catch up.

    known   what has been seen anywhere.
    waiting what of it is dated too far ahead to count.
    news    the changes learned since somebody emptied the list.

    Learning never fails. `write` raises StoreError; `mend`, `adopt` and `replicate` do what can be
    done now: what they could not save is still known, and the next write saves it.
    """

    def __init__(
        self, file: EngagementFile, beside: Beside, tell: Tell, clock: Callable[[], float]
    ) -> None:
        self.known = KnownEvents()
        self.news: list[Change] = []
        engagement = file.meta["engagement"]
        self._file = file
        self._replica = Replica(beside.replica(engagement))
        self._previous = beside.previous(engagement)
        self._overwritten = beside.overwritten(engagement)
        self._lock = beside.lock(engagement)
        self._copies = Copies(file.target, engagement)
        self._tell = tell
        self._told_once: set[str] = set()
        self.waiting = Waiting(self.known, self._replica, beside.held(engagement), tell, clock)
        self._recovered = False

    def learn(self, events: Mapping[bytes, layout.Record | Change | None]) -> list[Change]:
        """Know these too. The changes that are new, and count."""
        odd, doubled = self.known.odd, self.known.doubled
        before = self.known.changes
        fresh = self.known.take(events)
        if fresh and self.waiting.is_doubtful(fresh):
            fresh = self.waiting.judge(before, fresh)
        self.news += fresh
        if self.known.odd > odd:
            self._tell("store.odd", n=self.known.odd - odd)
        if self.known.doubled > doubled:
            self._tell("store.doubled", n=self.known.doubled - doubled)
        return fresh

    def absorb(self, events: Mapping[bytes, layout.Record | Change | None]) -> list[Change]:
        """Save these, then know them; what is new is handed back, and is no news to tell."""
        self.write(list(events))
        told = len(self.news)
        fresh = self.learn(events)
        del self.news[told:]
        self.replicate()
        return fresh

    def take_lines(self, lines: Sequence[bytes]) -> Taken:
        """Take in another machine's events: what is new is saved. Raises StoreError.

        One that has other words for an id known here is left out: it takes nothing's place.
        """
        self.look()
        _, events = layout.sift(b"\n".join(lines), self.known)
        new = {line: one for line, one in events.items() if one is not None}
        refused = frozenset(line for line, one in new.items() if self.known.contradicts(line, one))
        new = {line: one for line, one in new.items() if line not in refused}
        fresh = self.absorb(new) if new else []
        told = {line: one.id for line in events if (one := self.known.change(line))}
        return Taken(fresh, told, refused)

    def is_behind(self) -> bool:
        """Whether the file looks changed."""
        return self._file.changed()

    def look(self) -> bool:
        """Learn what is new in the file, where it looks changed. Whether it did."""
        if not self._file.changed():
            return False
        self.learn(self._file.read(self.known).events)
        return True

    def recover(self) -> None:
        """Add what is kept beside to what the damaged file still held. Raises Damaged."""
        self.learn(sifted(self._previous)[1])
        self.recall()
        if not self.known and seen(self._replica.path) is None:
            raise Damaged(self._file.path)
        self._recovered = True
        self._tell("store.recovered", n=len(self.known.changes))

    def recall(self) -> None:
        """Learn what this machine has seen before."""
        with self._optional("store.no-second-copy"):
            self.learn(self._replica.read(self.known))
            self.learn(self.waiting.recall())

    def glance(self) -> dict[Path, int]:
        """Learn what copies next to the file have, and leave them be. How much, by copy."""
        found = {}
        for copy in Copies(self._file.target, self._file.meta["engagement"]).unread(self.known):
            if fresh := self.learn(copy.contents.events):
                found[copy.path] = len(fresh)
            if copy.contents.damaged:
                self._tell("store.copy-damaged", copy=str(copy.path))
        return found

    @property
    def file_events(self) -> Mapping[bytes, object]:
        """The events that the file holds, as last seen."""
        return self._file.contents.events

    @property
    def copies(self) -> list[Path]:
        """The files beside whose names say that they may be copies."""
        return self._copies.nominated()

    def write(self, lines: Sequence[bytes] = ()) -> None:
        """Bring the file up to all that is known, and these lines, in one replacement."""
        from coach_tui.store.storage import EventDB  # loads TinyDB

        with self._alone() as really:
            self.look()
            if really:
                self._file.sweep_once()
            there = self._file.contents.events
            wanted = self.known.lacking(there)
            wanted += [line for line in lines if line not in there and line not in self.known]
            if wanted or self._file.contents.damaged:
                EventDB(self._file).events.insert_lines(wanted)
        if not really:  # said of what was saved: where nothing was, the refusal says enough
            self._once("store.no-lock")
        if self._file.unconfirmed:
            self._once("store.unconfirmed", self._file.unconfirmed)
        if self._file.aside is not None:
            self._tell("store.set-aside", copy=str(self._file.aside))
            self._file.aside = None

    def mend(self) -> None:
        """Put back what the file has lost."""
        if not self._lacks():
            return
        # What another window has saved since we looked is in our record already: look again, so
        # that a file which lost nothing is not said to have.
        with suppress(StoreError):
            self.look()
        lost = len(self.known.lacking(self._file.contents.events))
        if self._lacks():
            if lost and not self._file.contents.damaged:  # somebody may have meant it
                disk.keep(self._file.target, self._overwritten)
            with suppress(StoreError):
                self.write()
                if lost and not self._recovered:  # that has told of it
                    self._tell("store.put-back", n=lost)
                self._recovered = False

    def _lacks(self) -> bool:
        """Whether there is something to put back in the file, or to mend."""
        contents = self._file.contents
        return contents.damaged or bool(self.known.lacking(contents.events))

    def adopt(self) -> None:
        """Take in what copies next to the file have and we have not.

        One that is damaged stays where it is: it may still be arriving.
        """
        for copy in self._copies.unread(self.known):
            fresh = self.learn(copy.contents.events)
            with suppress(StoreError):
                if self.known.lacking(self._file.contents.events):
                    self.write()
                retired = None if copy.contents.damaged else retire(copy)
                if fresh:
                    self._tell("store.adopted", n=len(fresh), copy=str(copy.path))
                if copy.contents.damaged:
                    self._tell("store.copy-damaged", copy=str(copy.path))
                if retired is not None:
                    self._tell("store.retired", copy=str(copy.path), kept=str(retired))

    def replicate(self, lines: Sequence[bytes] | None = None) -> None:
        """Add these lines, just saved, to the replica; without lines, whatever it lacks."""
        if lines is not None:
            with self._optional("store.no-replica"):
                self._replica.add(lines)
        elif not self._file.writable():
            self._once("store.read-only")
            with suppress(OSError):  # what can't be changed here needs no second copy to be safe
                self._keep_all()
        else:
            with self._optional("store.no-second-copy"):
                self._keep_all()

    def _keep_all(self) -> None:
        known: Collection[bytes] = self.known
        if apart := self.waiting.lines:
            known = dict.fromkeys(line for line in self.known if line not in apart)
            self.waiting.keep(self._file.meta, self._file.target)
        self._replica.keep(self._file.meta, self._file.target, known)

    def remember(self) -> None:
        """Have the next opening parse little, once it would parse much; and the record be small."""
        with suppress(OSError):  # it is then as it was, and serves as well
            self._replica.pack()
        self._keep_parsed()

    def remember_anew(self) -> None:
        """The same for who only reads, where a version before kept what this one can't take."""
        if self._file.is_parsed_elsewhere:
            self._keep_parsed()

    def _keep_parsed(self) -> None:
        contents = self._file.contents
        if not contents.tidy or self._file.unparsed < WORTH:
            return
        changes = {line: change for line in contents.events if (change := self.known.change(line))}
        if len(changes) == len(contents.events) == len(self.known.changes):
            self._file.keep_parsed(changes)

    @contextmanager
    def _alone(self) -> Iterator[bool]:
        with suppress(OSError):
            disk.make_folder(self._lock.parent)
        with held(self._lock, self._file.path) as really:
            yield really

    @contextmanager
    def _optional(self, reason: str) -> Iterator[None]:
        """The replica is a second safety: without it, what was saved is saved."""
        try:
            yield
        except OSError as error:
            if not self._told_once.intersection(NO_SECOND_COPY):
                self._once(reason, Cause(error))

    def _once(self, reason: str, cause: str = "") -> None:
        if reason not in self._told_once:
            self._told_once.add(reason)
            self._tell(reason, cause=cause)
