"""Anything that takes over a second says so on the last row, and how long it has been at it.

What draws the app is what works: while it works nothing can be drawn. So somebody beside it looks,
from each key on until all is quiet again, whether it still answers, and writes to the terminal
where it does not. What was there is drawn again as soon as it does.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from threading import Event, Thread
from time import monotonic
from typing import Final

from coach_tui.ui.widgets.lines import fit

PATIENT: Final = 1.0  # seconds without an answer after which it is said, and said anew
AFTERWARDS: Final = 3.0  # seconds after a key in which what it set off may still begin
BETWEEN: Final = 0.1  # seconds from one answer to the next look


class Patience:
    """`say` gets the seconds gone by, and answers whether it said them; `unsay` is called in the
    app's own turn once it answers."""

    def __init__(self, say: Callable[[int], bool], unsay: Callable[[], None]) -> None:
        self._say, self._unsay = say, unsay
        self._loop = asyncio.get_running_loop()
        self._heard_at = monotonic()
        self._woken, self._gone = Event(), Event()
        Thread(target=self._watch, daemon=True).start()

    def heard(self) -> None:
        """A key or a click came in: something may take its time from here on."""
        self._heard_at = monotonic()
        self._woken.set()

    def leave(self) -> None:
        """The app is closed."""
        self._gone.set()
        self._woken.set()

    def _watch(self) -> None:
        while True:
            self._woken.wait()
            self._woken.clear()
            while monotonic() - self._heard_at < AFTERWARDS:
                if not self._looked():
                    self._heard_at = monotonic()
                if self._gone.wait(BETWEEN):
                    return
            if self._gone.is_set():
                return

    def _looked(self) -> bool:
        """Whether it answers at once; said, and waited for, where it does not."""
        answered, seconds = Event(), 0
        if not self._has(answered.set):
            return False
        looked_at = monotonic()
        while not answered.wait(PATIENT):
            if self._gone.is_set():
                return False
            # Later than that it was itself stopped, in its shell's background.
            if monotonic() - looked_at < 2 * PATIENT and self._say(seconds + 1):
                seconds += 1
            looked_at = monotonic()
        return not seconds or not self._has(self._unsay)

    def _has(self, turn: Callable[[], object]) -> bool:
        """Whether the app was given this to do in its own turn; not once it is closed."""
        try:
            self._loop.call_soon_threadsafe(turn)
        except RuntimeError:  # nobody is to be told any more
            self._gone.set()
        return not self._gone.is_set()


def last_row(text: str, width: int, height: int) -> str:
    """What a terminal is sent to show this on its last row, its cursor left where it is."""
    return f"\x1b7\x1b[{height};1H\x1b[0;1;7m{fit(f'  {text}', width)}\x1b[0m\x1b8"
