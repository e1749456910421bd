"""A program in a real terminal: what it painted, and when.

Output is only noted with its time of arrival while the program runs; what the screen looked like
is worked out afterwards, so that working it out slows nothing down.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

import pyte

COLUMNS, ROWS = 120, 40
# Sequences pyte does not know, and would show as text.
_UNKNOWN = re.compile(rb"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?\d+(?:;\d+)*\$p|\x1b\[\d*[ ]q", re.S)


class Painted(NamedTuple):
    """Bytes from the program, and when they arrived (seconds)."""

    at: float
    output: bytes


class Terminal:
    """A program started in a terminal of its own."""

    def __init__(
        self, arguments: Sequence[str], environment: Mapping[str, str], folder: Path
    ) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self.started = time.perf_counter()
        self._process, self._file = pty.fork()
        if self._process == 0:
            try:
                os.chdir(folder)
                os.environ.clear()
                os.environ.update(environment, TERM="xterm-256color", COLORTERM="truecolor")
                os.execv(arguments[0], list(arguments))
            finally:
                os._exit(127)
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, size)

    def press(self, key: bytes) -> float:
        """Send a key; when that was."""
        at = time.perf_counter()
        os.write(self._file, key)
        return at

    def watch(self, *, quiet: float, patience: float = 10.0) -> list[Painted]:
        """Everything painted until nothing has been for `quiet` seconds."""
        painted: list[Painted] = []
        end = time.perf_counter() + patience
        while (now := time.perf_counter()) < end:
            wait = quiet if painted else end - now
            if not select.select([self._file], [], [], wait)[0]:
                break
            try:
                output = os.read(self._file, 1 << 16)
            except OSError:
                break
            if not output:
                break
            painted.append(Painted(time.perf_counter(), output))
        return painted

    def show(self, painted: Painted) -> str:
        """The screen's text once this has been painted on it."""
        self._stream.feed(_UNKNOWN.sub(b"", painted.output))
        return self.text

    @property
    def text(self) -> str:
        """What is on the screen, as far as `show` was told."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.kill(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)
        os.close(self._file)
