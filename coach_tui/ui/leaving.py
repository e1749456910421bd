"""Leaving because the system says so: the terminal is given back as it was, as for Ctrl+Q.

SIGTERM comes from `timeout`, a logout or an upgrade, SIGHUP from a window that was closed, SIGQUIT
from `kill -QUIT`. Everything is saved already. A terminal that is gone takes nothing more, and
nobody waits for it.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from threading import Timer
from typing import Final

SIGNALS: Final = ("SIGTERM", "SIGHUP", "SIGQUIT")  # by name: Windows has but the first
PATIENCE: Final = 3.0  # seconds for the terminal to take what gives it back


def leave_when_told(leave: Callable[[int], None]) -> None:
    """Call `leave` with the exit code (128 + the signal's number, as in a shell) at each signal.

    To be called in the app's own loop, before it draws.
    """

    def told(number: int) -> None:
        code = 128 + number
        at_the_latest = Timer(PATIENCE, os._exit, [code])
        at_the_latest.daemon = True
        at_the_latest.start()
        leave(code)

    for name in SIGNALS:
        number = getattr(signal, name, None)
        if number is not None:
            try:
                asyncio.get_running_loop().add_signal_handler(number, told, number)
            except (NotImplementedError, RuntimeError, ValueError):
                return  # Windows, or a loop that is not the main thread's: as without us


def has_a_shell() -> bool:
    """Whether somebody could bring us back once suspended: a shell of the same session."""
    if sys.platform == "win32":
        return False
    try:
        return os.getsid(os.getppid()) == os.getsid(0)
    except OSError:
        return False


def wait_in_its_background() -> None:
    """Stop this process, and all that the shell started together with it, until called back.

    Stopping this process alone would leave `make run` in front of it, waiting for ever.
    """
    if sys.platform != "win32":
        os.killpg(0, signal.SIGTSTP)
