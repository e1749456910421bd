"""Hearing at once that something was put on a server, on a connection of its own.

It makes looking quicker and is never counted on: a pooler or a proxy may swallow what is said, so
whoever listens looks now and then all the same.
"""

from collections.abc import Callable
from threading import Event, Thread
from typing import Final

from coach_tui.sharing.place import Unreached
from coach_tui.sharing.server.place import Server

_AT_ONCE_S: Final = 5.0  # one wait; after it, whether anybody still listens is looked at
_AGAIN_S: Final = 5.0  # between two tries to reach the server


class Ear:
    """Listens beside everything else, until it is told to stop."""

    def __init__(self, where: str, engagement: str, heard: Callable[[], object]) -> None:
        self._place = Server(where, engagement)
        self._heard = heard
        self._stopped = Event()
        self.hears = False
        Thread(target=self._listen, daemon=True).start()

    def stop(self) -> None:
        """Hear nothing more; what it waits for just now ends by itself."""
        self._stopped.set()

    def _listen(self) -> None:
        while not self._stopped.is_set():
            try:
                if self.hears:
                    came = self._place.wait(_AT_ONCE_S)
                else:
                    self._place.wait(0)
                    self.hears = came = True  # whatever came before is looked for once
            except Unreached:
                self.hears, came = False, False
                self._stopped.wait(_AGAIN_S)
            if came and not self._stopped.is_set():
                self._heard()
