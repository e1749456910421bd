"""Taking in and pushing: one engagement in one place, seen from one device.

taking in  every push not yet read is read, those in this device's own folder too: after a
           restored backup they are its own lost work. Saved first, marked as read after.
pushing    what may leave and is in no push that was read; never "what came since".
own names  a push under this device's name that it did not write: it was restored or cloned,
           takes it in, and goes on under a new name.
lacking    a push says which numbers its writer misses or can't open; who has them says them
           again (their author first), `instead` of those.
whole      a push of all that may leave, put now and then so that joining is quick. What it
           replaces is deleted once another device says that it has read that very one.
renewing   the last push under a key says `closed`, with the names it still vouches for.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NamedTuple

from coach_tui.engagement.change import Change
from coach_tui.engagement.withheld import part
from coach_tui.sharing.key import Key, Push, Unopened
from coach_tui.sharing.ledger import PlaceLedger
from coach_tui.sharing.ledger_file import LedgerFile
from coach_tui.sharing.place import (
    LEFT_S,
    MOST_S,
    SOON_S,
    Name,
    NameTaken,
    Place,
    Slow,
    There,
)
from coach_tui.sharing.saying import Begun, PushSays
from coach_tui.store.errors import StoreError
from coach_tui.store.journal import Journal, Taken
from coach_tui.store.notice import Notice

WHOLE, LAST = "w", "r"  # the kinds of push that are read first
_ORDER: Final = (LAST, WHOLE)
_MANY: Final = 40  # own pushes, until one replaces them all
_USUAL: Final = 3  # times what a place last took to be reached
_LONGER: Final = 2  # times what was waited in vain, the next time: a network may have got slower


class _Opened(NamedTuple):
    name: Name
    push: Push


class Exchange:
    """Push and take in.

    actor     who pushes: told to the others, inside the seal.
    now       seconds since 1970.
    """

    def __init__(
        self,
        journal: Journal,
        key: Key,
        place: Place,
        ledger: Path,
        actor: str = "",
        now: Callable[[], float] = time.time,
    ) -> None:
        self.key, self.place, self.actor = key, place, actor
        self.notices: list[Notice] = []
        self._kept = LedgerFile(ledger, key.generation)
        self.ledger = self._kept.read()
        self._journal = journal
        self._now = now
        self._told: set[tuple[str, str]] = set()
        self._patience_s = 0.0
        self._begun: Begun | None = None  # what the place did not take yet

    @property
    def is_closed(self) -> bool:
        """Whether the key was renewed: pushing waits for a new invitation."""
        return self.ledger.closed is not None

    def take_notices(self) -> list[Notice]:
        """What the user should hear of since this was last asked."""
        notices, self.notices = self.notices, []
        return notices

    def hurry(self) -> None:
        """Wait for the place no longer than a command may, which has something else to do.

        Raises Slow where one waited in vain a moment ago: it is left for now.
        """
        if 0 <= self._now() - self.ledger.silent_at < LEFT_S:
            raise Slow("refusal.server.slow")
        self._patience_s = min(max(SOON_S, _USUAL * self.ledger.took_s), MOST_S)
        self.place.hurry(self._patience_s)

    def take_in(self, seconds: float | None = None) -> list[Change]:
        """Read what is there and was not read yet. The changes that are new, already saved.

        With `seconds`, stops opening so long after the place was reached, one push at least being
        opened, and goes on the next time.
        Raises OSError where the place is not reached, StoreError where nothing could be saved.
        """
        ledger = self.ledger = self._as_kept()
        asked = {*ledger.seen}
        there = self._names()
        names = {each.name.text for each in there}
        until = None if seconds is None else time.monotonic() + seconds
        is_news = ledger.reached(self.place.took_s)
        is_news |= ledger.keep_to(names, asked)
        opened: dict[str, _Opened] = {}
        in_order = sorted(there, key=first_things_first)
        self.place.ahead([each for each in in_order if ledger.wants(each.name)])
        for each in in_order:
            if each.name.text in opened or not ledger.wants(each.name):
                continue
            if opened and until is not None and time.monotonic() > until:
                break
            if push := self._open(each):
                ledger.heed(push.head)
                opened[each.name.text] = _Opened(each.name, push)
                if push.head.get("whole"):
                    self.place.ahead([other for other in in_order if ledger.wants(other.name)])
        taken = self._journal.take_lines(
            [line for one in opened.values() for line in one.push.lines]
        )
        if opened or is_news:
            with self._changing() as kept:
                kept.reached(self.place.took_s)
                kept.keep_to(names, asked)
                for one in opened.values():
                    self._mark_read(kept, one, taken)
        return list(taken.fresh)

    def push(self, *, whole: bool = False, closing: bool = False) -> Name | None:
        """Put what is not there yet. The push's name; None where there was nothing to say.

        Raises OSError where the place is not reached or the ledger can't be kept.
        """
        now = self._now()
        with self._changing() as ledger:
            if self.is_closed:  # what is made meanwhile goes under the new key, by invitation
                return None
            current = self._is_current()
            saying = self._saying(ledger, now, whole=whole, closing=closing)
            if current:
                ledger.unsent = False
            if not (saying.is_worth_it or whole or closing):
                ledger.settle({one.id for one in self._known})
                return None
            kind = LAST if closing else WHOLE if whole else ""
            begun = self._begun or Begun.of_record(ledger.last)
            if begun is None or not begun.still_says(saying, kind, ledger):
                begun = self._begin(ledger, saying, kind, now)
            self._begun, ledger.last = begun, begun.record if closing else {}
        try:
            self.place.put(self.key.generation, begun.name, begun.sealed, kind)
        except NameTaken:  # go on under another name of our own; what this one held is said again
            with self._changing() as ledger:
                if ledger.device == begun.name.device:
                    ledger.rename()
            raise
        except FileExistsError:  # it is there, and is not what it says
            self._begun = None
            with self._changing() as ledger:
                ledger.last = {}
            raise
        with self._changing() as ledger:
            ledger.last = {}
            ledger.put(begun.name, begun.head, saying.ids, saying.again, saying.lacking, begun.when)
        self._begun = None
        return begun.name

    def _begin(self, ledger: PlaceLedger, saying: PushSays, kind: str, now: float) -> Begun:
        """A push sealed and named, known as ours before it is put: even if we stop here."""
        head = saying.head | {"who": self.actor, "when": now}
        lines = self._journal.lines_of(saying.changes)
        label, sealed = self.key.seal(ledger.device, ledger.next_number(), lines, **head)
        name, ids = Name(ledger.device, label), saying.ids
        begun = Begun(name, sealed, kind, ids, saying.again, saying.lacking, head, now)
        ledger.begun(name, ids)
        return begun

    def tidy(self) -> int:
        """Replace this device's many pushes by a whole one, and delete what another has read so.

        How many were deleted. Raises OSError.
        """
        if self.ledger.since_whole() > _MANY:
            self.push(whole=True)
        old = self.ledger.superfluous()
        if old:
            self.place.retire(self.key.generation, old)
        return len(old)

    def _names(self) -> Sequence[There]:
        try:
            return self.place.names(self.key.generation)
        except Slow:
            if self._patience_s:
                with self._kept.amended() as kept:
                    kept.silent_at = self._now()
                    kept.took_s = min(_LONGER * self._patience_s, MOST_S) / _USUAL
            raise

    def _open(self, there: There) -> Push | None:
        """This push; None where it can't be opened, which is told."""
        name, why, version = there.name, "unreadable", ""
        try:
            sealed = self.place.get(self.key.generation, there)
            return self.key.open(name.device, name.name, sealed)
        except Unopened as error:
            why, version = error.why, error.version
        except (FileNotFoundError, PermissionError):
            pass
        if why != "newer":  # nobody need say that again: a later version will read it
            self.ledger.miss(name, self._now())
        if why != "incomplete":
            self._tell(f"share.unopened-{why}", push=there.name.text, version=version)
        return None

    def _mark_read(self, ledger: PlaceLedger, one: _Opened, taken: Taken) -> None:
        name, push = one
        ids = [taken.ids[line] for line in push.lines if line in taken.ids]
        ledger.heed(push.head)
        ledger.read(name, push.head, ids, self._now())
        who, when = push.head.get("who"), push.head.get("when")
        if isinstance(who, str) and isinstance(when, int | float):
            ledger.met(name.device, who, float(when))
        if ledger.is_anothers_of_mine(name):
            self._tell("share.restored")
            ledger.rename()
        if not taken.refused.isdisjoint(push.lines):
            self._tell("share.other-words", push=name.text)

    def _as_kept(self) -> PlaceLedger:
        """What was kept by now: the app and the commands of this machine keep the same."""
        return self.ledger.going_on_from(self._kept.read())

    @contextmanager
    def _changing(self) -> Iterator[PlaceLedger]:
        """The ledger as it is kept by now, to be kept as it is left. Raises Locked, OSError."""
        with self._kept.held():
            self.ledger = self._as_kept()
            yield self.ledger
            self._kept.save(self.ledger)

    @property
    def _known(self) -> Sequence[Change]:
        return (*self._journal.changes, *self._journal.held)

    def _is_current(self) -> bool:
        """Whether all that is recorded is known here: another program may have just saved some."""
        try:
            return not self._journal.is_behind()
        except StoreError:
            return False

    def _saying(
        self, ledger: PlaceLedger, now: float, *, whole: bool = False, closing: bool = False
    ) -> PushSays:
        """What a push holds and says, were it put now; the last one vouches for what was read."""
        everything = self._known
        known, covered = {one.id for one in everything}, ledger.covered()
        again = [each for each in ledger.to_say_again(now) if known.issuperset(ledger.seen[each])]
        due = {one for each in again for one in ledger.seen[each]}
        leaving = part(everything).leaving
        changes = [one for one in leaving if whole or one.id in due or one.id not in covered]
        lacking, instead = ledger.lacking(now), [*again, *ledger.stood_for(known, whole=whole)]
        head = {
            "instead": sorted({Name.read(each).short for each in instead}),
            "lacking": [list(each) for each in lacking],
            "wholes": sorted(ledger.wholes),
            "whole": whole,
        }
        if closing:
            head["closed"] = sorted({Name.read(each).short for each in ledger.seen})
        return PushSays(changes, again, lacking, head, ledger.is_news(lacking))

    def _tell(self, reason: str, /, **values: Any) -> None:
        """Once: what lies there is looked at again and again."""
        if (reason, str(values.get("push", ""))) not in self._told:
            self._told.add((reason, str(values.get("push", ""))))
            self.notices.append(Notice(reason, values))


def first_things_first(there: There) -> tuple[int, There]:
    """The end of a generation, then the whole ones: what comes after need not be opened then."""
    kind = there.label[len(there.name.name) :]
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER), there
