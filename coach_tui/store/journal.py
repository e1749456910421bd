"""One engagement's recorded changes: opened, added to, and kept up with every other writer."""

import time
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from threading import RLock
from typing import Any, Final, NamedTuple

from coach_tui.engagement.change import Change, to_record
from coach_tui.engagement.order import ENTITY as ORDER
from coach_tui.engagement.order import Places
from coach_tui.store import layout
from coach_tui.store.errors import Damaged, Foreign, StoreError, WriteFailed, writing
from coach_tui.store.event_set import uncollected
from coach_tui.store.file import EngagementFile
from coach_tui.store.looking import is_there
from coach_tui.store.notice import Notice
from coach_tui.store.private_files import Beside
from coach_tui.store.union import Taken, Union

__all__ = ["Journal", "Notice", "OlderCopy", "Recalled", "Taken"]
# Why a save failed says as much and more: heard together, one would sound like a second trouble.
_SAID_BY_A_REFUSAL: Final = frozenset({"store.no-second-copy", "store.read-only"})


class OlderCopy(NamedTuple):
    """A copy of an engagement: where it lies, its text as found, the changes in it that count."""

    path: Path
    text: bytes
    changes: tuple[Change, ...]


class Recalled(NamedTuple):
    """What a reading found beside the file: changes of this machine's record, and of each copy."""

    lacking: int = 0
    copies: Mapping[Path, int] = {}


class Journal:
    """One open engagement on disk.

    path            where it is.
    engagement_id   which engagement it is: the same in every copy of it.
    meta            what the file says of itself.
    notices         what the user should hear of; whoever tells them empties the list.
    recalled        what `recall` last found beside the file.

    Safe to use from several threads. Every method that can fail raises a StoreError, and has then
    added nothing of the caller's to `changes`.
    """

    def __init__(self, file: EngagementFile, beside: Beside, clock: Callable[[], float]) -> None:
        """For `create` and `open`. `clock` gives seconds since 1970."""
        self.path = file.path
        self.meta: Mapping[str, Any] = {k: v for k, v in file.meta.items() if k != "c"}
        self.engagement_id: str = file.meta["engagement"]
        self.notices: list[Notice] = []
        self.recalled = Recalled()
        self._union = Union(file, beside, self._tell, clock)
        self._beside = beside
        self._caught_up = False
        self._guard = RLock()

    @property
    def private_folder(self) -> Path:
        """Where this machine keeps what is its own of every engagement."""
        return self._beside.folder

    @classmethod
    def create(
        cls,
        path: Path,
        state_dir: Path,
        meta: Mapping[str, Any],
        clock: Callable[[], float] = time.time,
    ) -> "Journal":
        """A new engagement, on disk when this returns. `meta` names it: {"engagement": uuid, …}.

        `state_dir` is this machine's private folder; it need not exist.
        Raises Exists where there is a file, ReadOnly, WriteFailed.
        """
        beside = Beside(state_dir)
        file = EngagementFile(path, beside)
        file.create({**meta, "format": layout.FORMAT})
        journal = cls(file, beside, clock)
        journal._union.replicate()
        return journal

    @classmethod
    def open(cls, path: Path, state_dir: Path, clock: Callable[[], float] = time.time) -> "Journal":
        """The engagement in this file. Reads that file only, and writes nothing to it.

        A damaged file opens with what can be recovered, and a notice; it is mended at the first
        `catch_up` or `append`. Raises Missing, Unreadable, Foreign, NewerFormat, Damaged.
        """
        beside = Beside(state_dir)
        file = EngagementFile(path, beside)
        with uncollected():
            contents = file.read()
            file.meta = file.meta or _told_elsewhere(file, beside)
            journal = cls(file, beside, clock)
            journal._union.learn(contents.events)
            if contents.damaged:
                journal._union.recover()
        journal._union.news.clear()
        return journal

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change that counts, in the order in which they do."""
        return self._union.known.ordered

    @property
    def places(self) -> Places:
        """Where those changes count that were put elsewhere than their ids say."""
        return self._union.known.places

    @property
    def held(self) -> tuple[Change, ...]:
        """Changes dated so far ahead that they wait until the user agrees, in id order."""
        return self._union.known.held

    def append(self, changes: Sequence[Change]) -> None:
        """Save these: all or none, and on the disk when this returns.

        What other writers added meanwhile is taken in too, and told by the next `refresh`.
        """
        try:
            records = {layout.encode(record): record for record in map(to_record, changes)}
        except ValueError as error:
            raise WriteFailed(self.path, "refusal.store.no-number") from error
        if not records:
            return
        lines = [*records]
        with self._guard:
            try:
                self._union.write(lines)
            except StoreError:
                self.notices = [
                    each for each in self.notices if each.reason not in _SAID_BY_A_REFUSAL
                ]
                raise
            before = self._union.known.changes
            fresh = self._union.known.take(records)
            self._union.replicate(lines)
            if any(change.entity == ORDER for change in fresh):
                self._union.waiting.judge(before, fresh)
            self._union.remember()

    def refresh(self) -> list[Change]:
        """Changes by others since last asked. Cheap where the file still looks the same.

        Takes in copies next to the file, and puts back what the file has lost.
        Raises Missing, Unreadable, Foreign, NewerFormat.
        """
        with self._guard:
            if self._union.look():
                self._union.mend()
            self._union.adopt()
            if self._union.news and self._caught_up:
                self._union.replicate()
            return self._news()

    def is_behind(self) -> bool:
        """Whether the file no longer looks as last read or written. Raises as `refresh` does."""
        return self._union.is_behind()

    def catch_up(self) -> list[Change]:
        """Unite the file with this machine's replica and with copies next to it. What is new.

        The slower part of opening: meant for right after the first picture.
        """
        with self._guard:
            self._union.look()
            self._union.recall()
            self._union.mend()
            self._union.adopt()
            self._union.replicate()
            self._union.remember()
            self._caught_up = True
            return self._news()

    def recall(self) -> list[Change]:
        """Know what this machine's own record and the copies beside know too. What is new.

        Nothing of it is written: reading takes in what there is, and only a gesture or `catch_up`
        saves it. `recalled` then says how many of these changes the file lacks, and which copies
        have.
        """
        with self._guard:
            self._union.look()
            self._union.recall()
            lacking = len(self._union.known.lacking(self._union.file_events))
            self.recalled = Recalled(lacking, self._union.glance())
            self._union.remember_anew()
            return self._news()

    @property
    def own_files(self) -> list[Path]:
        """The file, its folder, this machine's own record of it, and how it takes part."""
        engagement, beside = self.engagement_id, self._beside
        record = (
            beside.replica(engagement),
            beside.held(engagement),
            beside.membership(engagement),
        )
        return [self.path, self.path.parent, *record]

    @property
    def copies(self) -> list[Path]:
        """The files beside that may be copies of it."""
        return self._union.copies

    def copy_at(self, path: Path) -> OlderCopy:
        """Another copy of this engagement as it is; what it has that we have not is known then.

        Raises Foreign for another engagement's file, Damaged where it can't be read whole, and
        what reading raises.
        """
        with self._guard:
            other = EngagementFile(path, self._beside)
            contents = other.read()
            if other.meta.get("engagement", contents.claimed) not in ("", self.engagement_id):
                raise Foreign(path, "refusal.store.other-engagement")
            if contents.damaged or not other.meta:
                raise Damaged(path, "refusal.store.damaged-copy")
            self._union.learn(contents.events)
            lines = map(self._union.known.change, contents.events)
            there = {change.id for change in lines if change}
            counted = tuple(change for change in self.changes if change.id in there)
            return OlderCopy(path, other.text, counted)

    @property
    def overwritten(self) -> Path | None:
        """The last file found to lack what is known, as it was before that was put back."""
        kept = self._beside.overwritten(self.engagement_id)
        return kept if is_there(kept) else None

    def keep_as_found(self, copy: OlderCopy) -> Path:
        """Keep this copy's text in the private folder. Where. Raises ReadOnly, WriteFailed."""
        with writing(copy.path):
            return self._beside.set_aside(self.path, copy.text, "older")

    def absorb(self, path: Path) -> list[Change]:
        """Take in another copy of this engagement, wherever it lies. What was new in it, now saved.

        Raises Foreign for another engagement's file, and what reading and writing raise.
        """
        with self._guard:
            other = EngagementFile(path, self._beside)
            contents = other.read(self._union.known)
            engagement = other.meta.get("engagement", contents.claimed)
            if not engagement:
                raise Damaged(path)
            if engagement != self.engagement_id:
                raise Foreign(path, "refusal.store.other-engagement")
            if contents.damaged:
                self._tell("store.recovered", file=str(path), n=len(contents.events))
            return self._union.absorb(contents.events)

    def take_lines(self, lines: Sequence[bytes]) -> Taken:
        """Take in another machine's events: what was new is saved. Raises what writing raises."""
        with self._guard:
            return self._union.take_lines(lines)

    def lines_of(self, changes: Sequence[Change]) -> list[bytes]:
        """The lines that these known changes are on."""
        return list(map(self._union.known.line, changes))

    def _news(self) -> list[Change]:
        news, self._union.news = self._union.news, []
        return sorted(news, key=itemgetter(0))

    def _tell(self, reason: str, /, **values: Any) -> None:
        self.notices.append(Notice(reason, {"file": str(self.path), **values}))


def _told_elsewhere(file: EngagementFile, beside: Beside) -> layout.Record:
    """What a file too damaged to say what it is was, by the replica or by a trace in its text."""
    meta = beside.meta_of(file.target)
    if meta is None and file.contents.claimed:
        meta = {"engagement": file.contents.claimed, "format": layout.FORMAT}
    if meta is None:
        raise Damaged(file.path)
    return meta
