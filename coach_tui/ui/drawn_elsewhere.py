"""The app behind a pipe, which another program draws: `coach serve`, `textual serve`.

Textual's own way of it stays for ever once that program is gone, and can't begin where nobody
could ever type (`< /dev/null`).
"""

from __future__ import annotations

import os
import selectors
import sys
from typing import TYPE_CHECKING, Any

from textual.drivers.web_driver import WebDriver

if TYPE_CHECKING:
    from textual.app import App


class DrawnElsewhere(WebDriver):
    """Leaves, as Ctrl+Q does, when whoever draws it is gone."""

    def __init__(self, app: App[Any], **others: Any) -> None:
        _have_an_end()
        self._gone = False
        super().__init__(app, **others)

    def write(self, data: str) -> None:
        try:
            super().write(data)
        except BrokenPipeError:
            self._leave()

    def write_meta(self, data: dict[str, object]) -> None:
        try:
            super().write_meta(data)
        except BrokenPipeError:
            self._leave()

    def run_input_thread(self) -> None:
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._loop.call_soon_threadsafe(self._leave)

    def _leave(self) -> None:
        if not self._gone:
            self._gone = True
            self._app.exit(0)


def _have_an_end() -> None:
    """Where stdin can't be waited for, as the null device can't, be at the end of a pipe."""
    if sys.platform == "win32" or sys.__stdin__ is None:
        return
    number = sys.__stdin__.fileno()
    with selectors.DefaultSelector() as waiting:
        try:
            waiting.register(number, selectors.EVENT_READ)
        except PermissionError:
            reading, writing = os.pipe()
            os.close(writing)
            os.dup2(reading, number)
            os.close(reading)
