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
from pathlib import Path
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
PATIENCE: Final = 120.0  # seconds; only a test that fails waits so long
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
        self._shown = -1, ""  # what was on the screen once so much had been printed
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
        if self._fd >= 0:
            os.close(self._fd)

    @property
    def text(self) -> str:
        """What is on the screen."""
        if len(self.raw) != self._shown[0]:
            drawn = "\n".join(line.rstrip() for line in self.screen.display)
            self._shown = len(self.raw), drawn
        return self._shown[1]

    @property
    def descriptor(self) -> int:
        """The terminal's own side of the pair."""
        return self._fd

    def press(self, *keys: str) -> None:
        """Press these keys, one after the other, each once the program has done with the last."""
        for key in keys:
            self.type(KEYS.get(key, key))

    def type(self, text: str) -> None:
        """Type this text, and let the program do with it what it does."""
        self.write(text)
        self.settle()

    def send(self, number: int) -> None:
        """Send the program this signal."""
        os.kill(self._pid, number)

    def hang_up(self) -> None:
        """Close the window: nothing is read or drawn any more, and the system says so."""
        os.close(self._fd)
        self._fd = -1

    def wait_for_end(self, seconds: float = PATIENCE) -> int | None:
        """The exit code of a program that has no terminal any more."""
        end = time.monotonic() + seconds
        while self.exit_code is None and time.monotonic() < end:
            found, status = os.waitpid(self._pid, os.WNOHANG)
            if found:
                self.exit_code = os.waitstatus_to_exitcode(status)
            else:
                time.sleep(0.05)
        return self.exit_code

    def settle(self) -> None:
        """Read on until the program rests: on a busy machine, it may not even have had its turn."""
        end, quiet = time.monotonic() + PATIENCE, 0
        while quiet < 2 and self.exit_code is None and time.monotonic() < end:
            printed = len(self.raw)
            self._read(0.04)
            quiet = quiet + 1 if len(self.raw) == printed and self._rests() else 0

    def _rests(self) -> bool:
        """Whether none of the program's threads runs or wants to; where only Linux tells, yes."""
        try:
            tasks = list(Path(f"/proc/{self._pid}/task").iterdir())
            states = {(task / "stat").read_text().rpartition(")")[2].split()[0] for task in tasks}
        except OSError:
            return True
        return not states & {"R", "D"}

    def wait_for(self, pattern: str, seconds: float = PATIENCE) -> str:
        """The screen, once it shows this pattern and rests; fails with the screen otherwise."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self._read(0.05):
            if re.search(pattern, self.text):
                self.settle()
                return self.text
        if re.search(pattern, self.text):
            return self.text
        raise AssertionError(
            f"{pattern!r} is not on the screen:\n{self.text}\nexit {self.exit_code}"
        )

    def wait_for_bytes(self, printed: bytes, times: int, seconds: float = PATIENCE) -> None:
        """Wait until this was sent so many times: the screen of tests has no second one."""
        end = time.monotonic() + seconds
        while self.raw.count(printed) < times:
            assert time.monotonic() < end, self.text
            assert self._read(0.05), f"exit {self.exit_code}"

    def wait_for_exit(self, seconds: float = PATIENCE) -> int | None:
        """The exit code, once the program has ended."""
        end = time.monotonic() + seconds
        while self.exit_code is None and time.monotonic() < end:
            self._read(0.05)
        return self.exit_code

    def write(self, text: str) -> None:
        """Press these keys, and do not wait for what comes of it."""
        os.write(self._fd, text.encode())

    def pump(self, seconds: float) -> bool:
        """Read what is printed for this long. False once the program has ended."""
        return self._read(seconds)

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
