"""Taking in and pushing beside the screens: off the first frame, and off every gesture.

One thread at a time does it, for the places it reaches may be slow or gone; what it took in is
shown by the app's own.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from coach_tui.engagement.actor import hand_of
from coach_tui.engagement.change import Change
from coach_tui.language import Words
from coach_tui.sharing.doors import exchange_of, leave, reaching, refuse_sealing, shared_at
from coach_tui.sharing.exchange import Exchange
from coach_tui.sharing.server.address import is_server
from coach_tui.sharing.server.listening import Ear
from coach_tui.sharing.words import short_words, since_words, state_words
from coach_tui.store.errors import StoreError
from coach_tui.store.membership import Membership, membership_of
from coach_tui.store.notice import Notice
from coach_tui.view_state import NOT_SHARED, Sharing

if TYPE_CHECKING:
    from coach_tui.places import Home
    from coach_tui.session import Session

UNHEARD_S: Final = 10.0  # between two looks at a server that would tell
# What is usual for somebody on the move, and ends by itself: the first line is enough.
_PASSES: Final = frozenset({
    "refusal.share.away", "refusal.share.not-reached", "refusal.server.slow", "refusal.server.down",
})  # fmt: skip
LONG_S: Final = 1.0  # of a first look, after which it is said to go on
LEAVING_S: Final = 2.0  # how long quitting waits for what is still to be pushed

Deliver = Callable[[Callable[[], None]], object]


class LookTaken(NamedTuple):
    """What one look brought: changes already saved, and what is to be told of it."""

    session: "Session"
    changes: Sequence[Change]
    notices: Sequence[Notice]


class Exchanging:
    """Whatever engagement is open: its part in what is shared, looked at again and again.

    home     where keys and places are kept.
    deliver  runs something where the app lives, and waits for it; raises where it lives no more.
    took     is handed what came, there.
    """

    def __init__(self, home: "Home", deliver: Deliver, took: Callable[[LookTaken], None]) -> None:
        self._home, self._deliver, self._took = home, deliver, took
        self._thread: Thread | None = None
        self._of: tuple[Session, Membership | None] | None = None
        self._exchange: Exchange | None = None
        self._pushed: Sequence[Change] = ()
        self._looked_at: Session | None = None  # whose is all that follows
        self._away_since = 0.0
        self._hindered = ""  # by what, as a word key
        self._untold: list[Notice] = []
        self._ear: Ear | None = None
        self._looked = 0.0
        self._heard = False
        self._first: Session | None = None  # the one that was looked at to the end since it is open

    def look(self, session: "Session") -> None:
        """Begin to look, where it is shared in a folder and nobody looks already."""
        if not shared_at(session) or self._is_looking or self._would_hear(session):
            return
        self._looked = time.monotonic()
        self._thread = Thread(target=self._look, args=(session,), daemon=True)
        self._thread.start()

    def leave(self, session: "Session") -> None:
        """Push what is not there yet; not for longer than somebody who quits would wait."""
        if self._ear:
            self._ear.stop()
        if not shared_at(session):
            return
        last = Thread(target=self._exchanged, args=(session,), daemon=True)
        if self._thread:
            self._thread.join(LEAVING_S)
        if not self._is_looking:
            last.start()
            last.join(LEAVING_S)
        if self._away_since or last.is_alive() or self._is_looking:
            with suppress(StoreError):
                leave(self._home, session)

    def said(self, session: "Session", words: Words) -> Sharing:
        """How it stands, for the first line."""
        if not shared_at(session):
            return NOT_SHARED
        if lack := refuse_sealing(shared_at(session)):
            command = lack.values.get("command")
            said = words("share.state.no-age", command=command) if command else words.refusal(lack)
            return Sharing(said, words("share.short.no-age"), amiss=True)
        if self._away_since and self._looked_at is session:
            since = since_words(self._away_since, time.time(), words)
            return Sharing(words(f"share.state.{self._how}", since=since),
                           words(f"share.short.{self._how}", since=since), amiss=True)  # fmt: skip
        exchange = self._exchange
        if exchange is None or self._first is not session:
            long = self._is_looking and time.monotonic() - self._looked > LONG_S
            said, short = words("share.state.coming"), words("share.short.coming")
            return Sharing(said, short) if long else NOT_SHARED
        if exchange.is_closed:
            return Sharing(words("share.state.closed"), words("share.short.closed"), amiss=True)
        people, me = dict(exchange.ledger.people), hand_of(session.actor)
        said = state_words(people, me, time.time(), words)
        return Sharing(said, short_words(people, me, time.time(), words))

    @property
    def _is_looking(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def _look(self, session: "Session") -> None:
        self._heard = True
        while self._heard:  # what is heard of meanwhile may have come after the looking
            self._heard = False
            fresh = self._exchanged(session)
            notices = self._exchange.take_notices() if self._exchange else []
            taken = LookTaken(session, fresh, [*notices, *self._untold])
            self._untold = []
            with suppress(RuntimeError):  # the app is gone: what was taken in is saved all the same
                self._deliver(partial(self._took, taken))

    def _exchanged(self, session: "Session") -> Sequence[Change]:
        """Take in what came, push what is new here. What came, already saved."""
        fresh: Sequence[Change] = ()
        if self._looked_at is not session:  # what hinders one client is never said of the next
            self._away_since, self._hindered, self._untold = 0.0, "", []
            self._looked_at, self._exchange = session, None
        try:
            with reaching(shared_at(session)):
                if self._of != (session, session.membership) or self._exchange is None:
                    self._exchange = exchange_of(self._home, session)
                    self._of, self._pushed = (session, session.membership), ()
                    self._listen(session)
                if self._exchange:
                    fresh = self._exchange.take_in()
                    if self._exchange.is_closed:  # by a command of this machine, it may be
                        session.membership = membership_of(self._home.state, session.id)
                    self._push(session, self._exchange)
            self._away_since, self._first = 0.0, session
            self._hinder("share.closed" if self._is_ended(session) else "", {})
        except StoreError as error:
            self._away_since = self._away_since or time.time()
            self._hinder(error.reason, error.values)
        return fresh

    def _is_ended(self, session: "Session") -> bool:
        """Whether the key was renewed elsewhere, and this machine has no newer one."""
        same = self._of == (session, session.membership)
        return same and self._exchange is not None and self._exchange.is_closed

    def _hinder(self, reason: str, values: Mapping[str, Any]) -> None:
        """What keeps it from going on until somebody does something is told, once."""
        if reason and reason != self._hindered and reason not in _PASSES:
            self._untold.append(Notice(reason, values))
        self._hindered = reason

    @property
    def _how(self) -> str:
        """What the first line says of it."""
        if self._hindered in _PASSES:
            return "unreached"
        return "full" if self._hindered.endswith(".full") else "kept-out"

    def _listen(self, session: "Session") -> None:
        """From now on, hear of this engagement alone."""
        if self._ear:
            self._ear.stop()
        where, self._ear = shared_at(session), None
        if is_server(where) and self._exchange:
            self._ear = Ear(where, session.id, lambda: self._hear(session))

    def _hear(self, session: "Session") -> None:
        self._looked, self._heard = 0.0, True
        with suppress(RuntimeError):  # the app is gone
            self._deliver(lambda: self.look(session))

    def _would_hear(self, session: "Session") -> bool:
        """Whether looking can wait: all was pushed, and what is put there would be heard of."""
        quiet = self._ear is not None and self._ear.hears and not self._away_since
        same = self._of == (session, session.membership)
        pushed = session.journal.changes is self._pushed or not session.puts
        return quiet and same and pushed and time.monotonic() - self._looked < UNHEARD_S

    def _push(self, session: "Session", exchange: Exchange) -> None:
        everything = session.journal.changes
        if not session.puts or everything is self._pushed:
            return
        exchange.actor = hand_of(session.actor)
        exchange.push()
        exchange.tidy()
        self._pushed = everything
