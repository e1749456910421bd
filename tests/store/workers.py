"""Other programs at work on the same file: forked, so that none pays for starting Python."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from typing import NamedTuple

Say = Callable[[str], None]


class Worker(NamedTuple):
    """A process, and the pipe it reports through, one line a report."""

    pid: int
    reports: int

    def kill_after(self, seconds: float, reports: int = 0) -> list[str]:
        """Kill it (no warning, no clean-up) this long after so many reports. What it had said."""
        heard = b""
        while heard.count(b"\n") < reports and (more := os.read(self.reports, 4096)):
            heard += more
        time.sleep(seconds)
        os.kill(self.pid, signal.SIGKILL)
        return heard.decode().split("\n")[:-1] + self.said()

    def said(self) -> list[str]:
        """Everything it said, once it is gone."""
        with os.fdopen(self.reports, "rb") as pipe:
            heard = pipe.read()
        os.waitpid(self.pid, 0)
        return [line.decode() for line in heard.split(b"\n")[:-1]]


def started(work: Callable[[Say], None]) -> Worker:
    """A process of its own doing this work. What goes wrong in it, it says as `error: …`."""
    reports, pipe = os.pipe()
    pid = os.fork()
    if pid:
        os.close(pipe)
        return Worker(pid, reports)
    try:
        os.close(reports)
        work(lambda line: _say(pipe, line))
    except BaseException as error:
        _say(pipe, f"error: {error!r}")
    finally:
        os._exit(0)


def _say(pipe: int, line: str) -> None:
    os.write(pipe, line.encode() + b"\n")
