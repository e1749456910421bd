"""One open engagement: decide, save, fold. All that the app and the commands talk to.

The order never changes: a decision is taken on what is known, its changes are saved on disk, and
only then does what is known change. A save that fails raises, and nothing has moved.
"""

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coach_tui.engagement.change import Change, Decision, Draft
from coach_tui.engagement.clock import HybridClock, milliseconds_of
from coach_tui.engagement.gesture import together
from coach_tui.engagement.order import HELD_MS, far_ahead, place_of, redated
from coach_tui.engagement.profile import Profile, profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.still_there import refuse_gone
from coach_tui.engagement.text_checks import refuse_bytes
from coach_tui.engagement.withheld import apart
from coach_tui.language.refusal import Refusal
from coach_tui.session.taking_part import TakingPart
from coach_tui.store.errors import StoreError
from coach_tui.store.journal import Journal, Notice, OlderCopy
from coach_tui.wall_clock import Now, local_moment

if TYPE_CHECKING:
    from coach_tui.engagement.history import Gesture

_OF_THE_CLOCK: Final = frozenset({"store.ahead", "store.behind"})
_LONG_AGO: Final = "00000000-0000-7000-8000-000000000000"


class Session(TakingPart):
    """An engagement being worked on by one actor (a role, or "role/name").

    journal  what is recorded, on disk.
    """

    def __init__(self, journal: Journal, actor: str, now: Now) -> None:
        self.journal = journal
        self._clock = HybridClock()
        self._now = now
        self._latest = ""
        self._trusts_the_past = self._was_reordered = self._met = False
        self.actor = actor
        self.engagement = Engagement(moment=local_moment)
        self.know(journal.changes)

    @property
    def path(self) -> Path:
        return self.journal.path

    @property
    def id(self) -> str:
        return self.journal.engagement_id

    @property
    def changes(self) -> Sequence[Change]:
        """Everything recorded, in the order of its ids."""
        return self.journal.changes

    def take_notices(self) -> list[Notice]:
        """What the store had to repair or take in since this was last asked."""
        notices, self.journal.notices = self.journal.notices, []
        return notices

    @property
    def role(self) -> str:
        return self.actor.partition("/")[0]

    @property
    def profile(self) -> Profile:
        return profile_of(self.engagement)

    @property
    def today(self) -> date:
        return self._now().astimezone().date()

    def record(self, decision: Decision) -> tuple[Change, ...] | Refusal:
        """Save what was decided as one gesture, then know it. A refusal is handed back.

        Nothing is written where nothing was decided: what was said is known already.

        Raises StoreError where it could not be saved; nothing has changed then.
        """
        decision = together(decision)
        if isinstance(decision, Refusal):
            return decision
        if not decision:
            return ()
        if refusal := self.refuse_looking(decision) or refuse_bytes(decision):
            return refusal
        if refusal := self._refuse_gone(decision):
            return refusal
        if self.is_ahead and not self._trusts_the_past:
            return self.clock_refusal
        from coach_tui.store.named_files import save_with_files  # not before a save

        return save_with_files(self.journal, self.engagement, apart(decision), self._saved)

    def _refuse_gone(self, decision: Sequence[Draft]) -> Refusal | None:
        """Why not, where another window or program took away meanwhile what this is about."""
        knew = self.engagement
        with suppress(StoreError):  # what can't be read is told by the saving itself
            if self.journal.is_behind():
                self._met = self.refresh()
        return refuse_gone(knew, self.engagement, decision)

    def _saved(self, decision: Sequence[Draft]) -> tuple[Change, ...]:
        changes = self._stamped(decision)
        self.journal.append(changes)
        self.know(changes)
        return changes

    def refresh(self) -> bool:
        """Take in what other windows, programs and copies have written. True where it was news."""
        return self._taken_in(self.journal.refresh())

    def is_behind(self) -> bool:
        """Whether others have written, or may have, since this session last read or saved."""
        try:
            return self.journal.is_behind()
        except StoreError:
            return True

    def catch_up(self) -> bool:
        """Unite the file with this machine's own record of it. True where it was news."""
        return self._taken_in(self.journal.catch_up())

    def recall(self) -> bool:
        """Know what this machine's own record and copies beside know too, and write nothing.

        True where it was news.
        """
        return self._taken_in(self.journal.recall())

    def _taken_in(self, news: Sequence[Change]) -> bool:
        """Know these, of others. True where they, or what saving met since, were not known."""
        met, self._met = self._met, False
        self.know(news)
        return bool(news) or met

    @property
    def held(self) -> Sequence[Change]:
        """Changes dated so far ahead that they wait until the user agrees."""
        return self.journal.held

    def agree(self) -> Sequence[Change] | Refusal:
        """Count the changes that wait, each where it belongs: what was recorded since wins. They.

        One gesture like any other, known wherever the file goes; undo has them wait again.
        """
        held = self.held
        answer = self.record(redated(held, self.changes, self.now_ms))
        return answer if isinstance(answer, Refusal) else held

    @property
    def now_ms(self) -> float:
        """The clock that changes are judged by, in milliseconds since 1970.

        The machine's own, or the day that a demonstration plays where that is later.
        """
        return max(time.time_ns() / 1_000_000, self._now().timestamp() * 1000)

    @property
    def is_ahead(self) -> bool:
        """Whether what counts here is dated days after this machine's clock: one of them is wrong.

        Whatever is recorded then would be dated after it too, and wait on every other machine.
        """
        return bool(self._latest) and milliseconds_of(self._latest) > self.now_ms + HELD_MS

    @property
    def clock_refusal(self) -> Refusal:
        """Which day each of them says, and what to do about it."""
        return Refusal(
            "refusal.store.clock-ahead", {"day": self._clock_day, "last": self._latest_day}
        )

    def today_is(self, day: date) -> Refusal | None:
        """The user says what day it is: that tells which is wrong. None where all is well then.

        This machine's clock is right: what is dated after it goes where it belongs, by one gesture
        that undo takes back. It is behind: then it is what was recorded that is believed, for as
        long as this session lasts. Raises StoreError.
        """
        if abs((day - self._clock_day).days) <= 1:
            self._put_in_place(far_ahead(self.changes, self.journal.places, self.now_ms))
        elif self.is_ahead and (self._latest_day - day).days <= 2:
            self._trusts_the_past = True
            self._tell("store.clock-behind", day=self._clock_day)
        else:
            return Refusal("refusal.store.clock-neither", {"day": self._clock_day, "said": day})
        return None

    def tell_of_the_clock(self, *, reading: bool) -> None:
        """Have whoever reads hear that saving waits for today's date; a refusal says as much."""
        self._forget_notices_of_the_clock()
        if reading:
            said = {"day": self._clock_day, "last": self._latest_day}
            self._tell("store.clock-ahead", file=str(self.path), **said)

    def _tell(self, reason: str, /, **values: object) -> None:
        self._forget_notices_of_the_clock()
        self.journal.notices.append(Notice(reason, values))

    def _forget_notices_of_the_clock(self) -> None:
        """The store's own words on the same clock would sound like a second trouble."""
        kept = [each for each in self.journal.notices if each.reason not in _OF_THE_CLOCK]
        self.journal.notices = kept

    def _put_in_place(self, far: Sequence[Change]) -> None:
        if far:
            moved = {one.id for one in far}
            there = self.journal.places
            rest = (place_of(one, there) for one in self.changes if one.id not in moved)
            self._clock = HybridClock()
            self._clock.observe(max(rest, default=_LONG_AGO))
            self._saved(redated(far, self.changes, self.now_ms))
            self._tell("store.put-in-place", n=len(far))

    @property
    def _clock_day(self) -> date:
        return datetime.fromtimestamp(self.now_ms / 1000, UTC).astimezone().date()

    @property
    def _latest_day(self) -> date:
        return datetime.fromtimestamp(milliseconds_of(self._latest) / 1000, UTC).date()

    def copy_at(self, path: Path) -> OlderCopy:
        """Another copy of this engagement (see `Journal.copy_at`)."""
        return self.journal.copy_at(path)

    @property
    def overwritten(self) -> Path | None:
        """The file as it was found when it last lacked what is known; None where it never did."""
        return self.journal.overwritten

    def keep_as_found(self, copy: OlderCopy) -> Path:
        """Keep this copy's text in the private folder. Where. Raises StoreError."""
        return self.journal.keep_as_found(copy)

    def undo(self) -> tuple[Change, ...] | Refusal:
        """Take back this actor's latest gesture."""
        from coach_tui.engagement import history  # not before something is to be taken back

        gesture = history.last_undoable(self.changes, self.actor)
        if gesture is None:
            return Refusal("refusal.history.nothing")
        return self.record(history.undo(self.engagement, self.changes, gesture))

    def undo_gesture(self, gesture: "Gesture") -> tuple[Change, ...] | Refusal:
        """Take back one gesture picked in the history."""
        from coach_tui.engagement import history

        return self.record(history.undo(self.engagement, self.changes, gesture))

    def new_id(self) -> str:
        """An id for an entity about to be recorded."""
        return self._stamp()

    def _stamped(self, drafts: Sequence[Draft]) -> tuple[Change, ...]:
        at = self._now().astimezone(UTC).isoformat(timespec="microseconds")
        return tuple(self._change(draft, at) for draft in drafts if draft.changes)

    def _change(self, draft: Draft, at: str) -> Change:
        record = self.engagement.record(draft.entity, draft.entity_id)
        base = {name: record[name].change.id for name in draft.changes if name in record}
        about = draft.entity, draft.entity_id, draft.changes
        return Change(self._stamp(), at, self.actor, *about, base, draft.undoes)

    def _stamp(self) -> str:
        # The machine's own time, even when a demonstration plays another day: order must be real.
        return self._clock.stamp(time.time_ns() // 1_000_000, int.from_bytes(os.urandom(8)))

    def know(self, changes: Sequence[Change]) -> None:
        """Fold these, which the journal has taken in."""
        if not changes:
            return
        known = self.journal.changes
        if self.journal.places or self._was_reordered:
            # Orders put old changes elsewhere, and undoing one puts them back: begin again.
            self._was_reordered = bool(self.journal.places)
            self._clock, self.engagement = HybridClock(), Engagement(moment=local_moment)
            changes = known
        self.engagement = self.engagement.after(changes)
        self._latest = max(place_of(one, self.journal.places) for one in known[-1:])
        self._clock.observe(self._latest)
