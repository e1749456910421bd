"""A command on a shared engagement takes in what has arrived, and puts there what it recorded.

Neither keeps it from doing its work: where the place is not reached, that is said, and all is saved
on this computer.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from coach_tui.cli.output import say
from coach_tui.sharing import age
from coach_tui.sharing.doors import exchange_of, folder_of, reaching
from coach_tui.store.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach_tui.language import Refusal, Words
    from coach_tui.places import Home
    from coach_tui.session import Session
    from coach_tui.sharing.exchange import Exchange

PATIENCE_S: Final = 0.2  # what has not been opened until then is read the next time


class Exchanging:
    """One command's part in it; whatever there is to say is said once."""

    def __init__(self, home: Home, words: Words, session: Session) -> None:
        self._home, self._words, self._session = home, words, session
        self._said: set[str] = set()

    def take_in(self) -> None:
        """Know what others have put there."""
        with self._exchange() as exchange:
            if exchange:
                self._session.know(exchange.take_in(PATIENCE_S))
                if exchange.is_closed:
                    self._say(self._words("share.state.closed"))

    def push(self) -> None:
        """Put there what is not yet."""
        with self._exchange() as exchange:
            if exchange and not self._session.looks_only:
                exchange.push()
                exchange.tidy()

    @contextmanager
    def _exchange(self) -> Iterator[Exchange | None]:
        session = self._session
        if folder_of(session) and (lack := age.refuse_without_age()):
            self._refuse(lack)
        exchange = None
        try:
            with reaching(folder_of(session)):
                exchange = exchange_of(self._home, session)
                yield exchange
        except StoreError as error:
            self._refuse(error.refusal)
        for notice in exchange.take_notices() if exchange else ():
            self._say(self._words(notice.reason, **notice.values))

    def _refuse(self, refusal: Refusal) -> None:
        self._say(self._words.refusal(refusal))

    def _say(self, said: str) -> None:
        if said not in self._said:
            self._said.add(said)
            say(said)
