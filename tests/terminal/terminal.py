"""A real terminal for tests: a pseudo-terminal of the system and a screen that understands it."""

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
from typing import Final, Self

import pyte

KEYS: Final = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "space": " ",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
# What pyte does not know: kitty's keyboard, synchronised output, private questions.
_UNKNOWN: Final = re.compile(
    rb"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?\d+(?:;\d+)*\$p|\x1b\[\d*[ ]q|\x1b[P_^].*?\x1b\\", re.S
)
LEAVES: Final = b"\x1b[?1049l"


class Terminal:
    """A program running in a terminal of `columns` × `rows`."""

    def __init__(
        self, command: Sequence[str], columns: int, rows: int, env: Mapping[str, str]
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.raw = b""
        self.exit_code: int | None = None
        self._stream = pyte.ByteStream(self.screen)
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            try:
                os.execvpe(command[0], list(command), dict(env))
            finally:
                os._exit(127)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.exit_code is None:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        os.close(self._fd)

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def press(self, *keys: str) -> None:
        """Press these keys, one after the other, as a person does."""
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())
            self._read(0.08)

    def type(self, text: str) -> None:
        """Type this text."""
        os.write(self._fd, text.encode())
        self._read(0.1)

    def wait_for(self, pattern: str, seconds: float = 20.0) -> str:
        """The screen, once it shows this pattern; fails with the screen otherwise."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self._read(0.05):
            if re.search(pattern, self.text):
                return self.text
        if re.search(pattern, self.text):
            return self.text
        raise AssertionError(
            f"{pattern!r} is not on the screen:\n{self.text}\nexit {self.exit_code}"
        )

    def wait_for_exit(self, seconds: float = 20.0) -> int | None:
        """The exit code, once the program has ended."""
        end = time.monotonic() + seconds
        while self.exit_code is None and time.monotonic() < end:
            self._read(0.05)
        return self.exit_code

    def _read(self, seconds: float) -> bool:
        """Take in what is printed for this long. False once the program has ended."""
        end = time.monotonic() + seconds
        while self.exit_code is None:
            ready, _, _ = select.select([self._fd], [], [], max(0.0, end - time.monotonic()))
            if not ready:
                return True
            try:
                printed = os.read(self._fd, 65536)
            except OSError:
                printed = b""
            if not printed:
                _, status = os.waitpid(self._pid, 0)
                self.exit_code = os.waitstatus_to_exitcode(status)
                return False
            self.raw += printed
            self._stream.feed(_UNKNOWN.sub(b"", printed))
        return False
