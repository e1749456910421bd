"""A connection on which every call ends: a network that swallows answers is not waited for.

Each call runs in a thread of its own and is given up when its time is over, finding the server and
agreeing with it included: neither keep-alives nor the server's own limits end a call that a
machine on the way keeps open.
"""

import socket
import time
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Final, TypeVar
from weakref import finalize

from coach_tui.sharing.server.faults import fault_of, slow
from coach_tui.sharing.server.library import psycopg

Answer = TypeVar("Answer")
PATIENT_S: Final = 20.0  # where nobody waits for it, or somebody has asked for just this
_AGREEING: Final = 2  # times as long where there is no connection yet: it takes several answers
_SLOWEST: Final = 20_000  # bytes a second, of a line that still counts as one


class _Held:
    """A connection, or that it is being made; given up with the call that outlasted its time."""

    def __init__(self) -> None:
        self.connection: Any = None
        self.given_up = False

    @property
    def is_open(self) -> bool:
        """Whether there is a connection that nobody is known to have ended."""
        return self.connection is not None and not self.connection.closed

    def close(self) -> None:
        """End whatever goes on there."""
        self.given_up = True
        if not self.is_open:
            return
        with suppress(OSError, psycopg().Error):
            line = socket.socket(fileno=self.connection.fileno())
            try:
                line.shutdown(socket.SHUT_RDWR)
            finally:
                line.detach()
        with suppress(psycopg().Error):
            self.connection.close()


class _Line:
    """The connection in use. Apart from whoever uses it, so that it can be ended after them."""

    def __init__(self) -> None:
        self.held = _Held()

    def close(self) -> None:
        """End the connection; the next call makes another."""
        self.held.close()
        self.held = _Held()


class Calls:
    """Ask a server. Nothing is prepared and nothing is set: a pooler between us does no harm.

    took_s  seconds that the last call took which had to connect; 0 before.
    """

    def __init__(self, where: str, seconds: float) -> None:
        self._where, self._seconds = where, seconds
        self._agreeing_s = _AGREEING * seconds
        self.took_s = 0.0
        self._line = _Line()
        finalize(self, self._line.close)

    def hurry(self, seconds: float) -> None:
        """From now on, a call that has to connect is given so long; on an open line, as before."""
        self._agreeing_s = seconds

    def ask(self, call: Callable[[Any], Answer], *, size: int = 0, more_s: float = 0.0) -> Answer:
        """What the call answers, given a connection that commits each statement.

        A call that has to connect agrees with the server too, and is given twice the time.

        size    bytes that go to or fro: a thin line is given the time.
        more_s  seconds that the call itself waits.
        Raises Unreached.
        """
        held, said = self._line.held, SimpleQueue[tuple[Any, BaseException | None]]()

        def run() -> None:
            try:
                said.put((call(self._connected(held)), None))
            except BaseException as error:  # whatever it is, is raised where somebody hears it
                said.put((None, error))

        is_open, began = held.is_open, time.monotonic()
        seconds = self._seconds if is_open else self._agreeing_s
        Thread(target=run, daemon=True).start()
        try:
            answer, error = said.get(timeout=seconds + size / _SLOWEST + more_s)
        except Empty:
            self._line.close()
            raise slow() from None
        if isinstance(error, psycopg().Error):
            self._line.close()
            raise fault_of(error) from error
        if error is not None:
            raise error
        if not is_open:
            self.took_s = time.monotonic() - began
        return answer  # type: ignore[no-any-return]

    def _connected(self, held: _Held) -> Any:
        if not held.is_open:
            held.connection = psycopg().connect(
                self._where,
                autocommit=True,
                prepare_threshold=None,
                connect_timeout=max(2, int(self._agreeing_s)),
                application_name="",
            )
            if held.given_up:
                held.close()
        return held.connection
