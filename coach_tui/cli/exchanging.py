"""A command on a shared engagement takes in what has arrived, and puts there what it recorded.

Neither keeps it from doing its work: where the place is not reached, that is said, and all is saved
on this computer. Whichever command reaches it next puts there what was left; a server that was
waited for in vain is left for a minute, without waiting.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from coach_tui.cli.output import say
from coach_tui.engagement.actor import hand_of
from coach_tui.engagement.history import Conflict, crossed
from coach_tui.sharing.doors import exchange_of, leave, reaching, refuse_sealing, shared_at
from coach_tui.sharing.place import MOST_S
from coach_tui.store.errors import StoreError
from coach_tui.store.membership import Membership, membership_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from coach_tui.language import Refusal, Words
    from coach_tui.places import Home
    from coach_tui.session import Session
    from coach_tui.sharing.exchange import Exchange

PATIENCE_S: Final = 0.2  # what has not been opened until then is read the next time


class CommandExchange:
    """One command's part in it; whatever there is to say is said once.

    crossed  where what came meets what was written here, neither having seen the other.
    """

    def __init__(self, home: Home, words: Words, session: Session) -> None:
        self._home, self._words, self._session = home, words, session
        self.crossed: list[Conflict] = []
        self._said: set[str] = set()
        self._of: Membership | None = None
        self._exchange: Exchange | None = None
        self._is_away = False

    def take_in(self) -> None:
        """Know what others have put there."""
        self._exchanged(self._take_in)

    def push(self) -> None:
        """Put there what is not yet; a place that was not reached is not waited for again."""
        session = self._session
        session.membership = membership_of(self._home.state, session.id)  # renewed meanwhile?
        if not self._is_away:
            self._exchanged(self._push)
        if self._is_away:
            with suppress(StoreError):  # it is saved, and in no push: the app finds it all the same
                leave(self._home, session)

    def _take_in(self, exchange: Exchange) -> None:
        session, fresh = self._session, exchange.take_in(PATIENCE_S)
        session.know(fresh)
        mine = hand_of(session.actor)
        self.crossed += crossed(session.engagement, session.changes, fresh, mine)
        if exchange.is_closed:
            self._say(self._words("share.closed"))
        elif exchange.ledger.is_owing and self._session.puts:
            exchange.push()

    def _push(self, exchange: Exchange) -> None:
        if self._session.puts:
            exchange.push()
            exchange.tidy()

    def _exchanged(self, work: Callable[[Exchange], None]) -> None:
        where = shared_at(self._session)
        if where and (lack := refuse_sealing(where)):
            self._refuse(lack)
        try:
            with reaching(where):
                if self._exchange is None or self._of != self._session.membership:
                    self._exchange = None
                    self._exchange = exchange_of(
                        self._home, self._session, MOST_S / 2, hurried=True
                    )
                    self._of = self._session.membership
                if self._exchange:
                    work(self._exchange)
        except StoreError as error:
            self._is_away = True
            self._refuse(error.refusal)
        for notice in self._exchange.take_notices() if self._exchange else ():
            self._say(self._words(notice.reason, **notice.values))

    def _refuse(self, refusal: Refusal) -> None:
        self._say(self._words.refusal(refusal))

    def _say(self, said: str) -> None:
        if said not in self._said:
            self._said.add(said)
            say(said)
