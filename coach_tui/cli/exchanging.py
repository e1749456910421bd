"""A command on a shared engagement takes in what has arrived, and puts there what it recorded.

Neither keeps it from doing its work: where the place is not reached, that is said, and all is saved
on this computer.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from coach_tui.cli.output import say
from coach_tui.sharing.doors import exchange_of, place_of, reaching, refuse_sealing
from coach_tui.sharing.server.calls import HURRIED_S
from coach_tui.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach_tui.language import Refusal, Words
    from coach_tui.places import Home
    from coach_tui.session import Session
    from coach_tui.sharing.exchange import Exchange

PATIENCE_S: Final = 0.2  # what has not been opened until then is read the next time


class CommandExchange:
    """One command's part in it; whatever there is to say is said once."""

    def __init__(self, home: Home, words: Words, session: Session) -> None:
        self._home, self._words, self._session = home, words, session
        self._said: set[str] = set()
        self._exchange: Exchange | None = None
        self._is_away = False

    def take_in(self) -> None:
        """Know what others have put there."""
        with self._exchanged() as exchange:
            if exchange:
                self._session.know(exchange.take_in(PATIENCE_S))
                if exchange.is_closed:
                    self._say(self._words("share.state.closed"))

    def push(self) -> None:
        """Put there what is not yet; a place that was not reached is not waited for again."""
        if self._is_away:
            return
        with self._exchanged() as exchange:
            if exchange and self._session.puts:
                exchange.push()
                exchange.tidy()

    @contextmanager
    def _exchanged(self) -> Iterator[Exchange | None]:
        where = place_of(self._session)
        if where and (lack := refuse_sealing(where)):
            self._refuse(lack)
        try:
            with reaching(where):
                if self._exchange is None:
                    self._exchange = exchange_of(self._home, self._session, HURRIED_S)
                yield self._exchange
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
