"""A warm program that runs each command in a forked child: the same `main`, a tenth of the time.

One server for a run of the rigs, on a socket of its own; it ends with whoever started it. Whoever
asks hands over the three streams, so that nothing of the command goes through the server.
"""

from __future__ import annotations

import array
import contextlib
import gc
import json
import os
import resource
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, BinaryIO, Final

ROOT: Final = Path(__file__).parents[2]
MAIN: Final = "coach_tui.cli:main"
CPU: Final = 60  # seconds; a command that takes more is stuck
MEMORY: Final = 3 << 30  # bytes
_OVERRIDES: Final = (1, 2)  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH: what lets root read anything


class Command:
    """A command under way; `pid` is its process."""

    def __init__(
        self,
        arguments: Sequence[object],
        env: Mapping[str, str],
        *,
        stdin: bytes = b"",
        cwd: str = "/",
        umask: int = 0o022,
        ordinary: bool = False,
        call: str = MAIN,
        cpu: int = CPU,
    ) -> None:
        """`ordinary`: rights hold, for root too. `call` is what is run with the arguments.

        `cpu` is how many seconds of it the command may take.
        """
        self._streams = [tempfile.TemporaryFile() for _ in range(3)]  # noqa: SIM115
        self._streams[0].write(stdin)
        self._streams[0].seek(0)
        self._line = _connected(_server())
        asked = {
            "arguments": list(arguments), "env": dict(env), "cwd": cwd, "umask": umask,
            "ordinary": ordinary, "call": call, "cpu": cpu,
        }  # fmt: skip
        handed = array.array("i", [stream.fileno() for stream in self._streams])
        self._line.sendmsg([b"!"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, handed)])
        self._line.sendall(json.dumps(asked).encode() + b"\n")
        self._answers = self._line.makefile("r")
        self.pid = int(self._answers.readline())

    def ended(self, seconds: float) -> int | None:
        """How it ended, waited for; None where it took longer, and was stopped."""
        if not select.select([self._line], [], [], seconds)[0]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            self._answers.readline()
            return None
        return int(self._answers.readline())

    def said(self) -> tuple[str, str]:
        """What it wrote to stdout and stderr."""
        return _text(self._streams[1]), _text(self._streams[2])

    def close(self) -> None:
        for each in (self._answers, self._line, *self._streams):
            each.close()


def shim(folder: Path) -> str:
    """The library that fails system calls and shifts clocks; empty where there is no compiler."""
    made = folder / "shim.so"
    source = Path(__file__).with_name("shim.c")
    command = ["gcc", "-O1", "-w", "-shared", "-fPIC", "-o", str(made), str(source), "-ldl"]
    if not sys.platform.startswith("linux"):
        return ""
    try:
        return str(made) if subprocess.run(command, check=False).returncode == 0 else ""
    except FileNotFoundError:
        return ""


@cache
def shimmed() -> str:
    """The library all commands run under; it does nothing where it is not asked to."""
    return shim(Path(tempfile.mkdtemp(prefix="coach-shim-")))


@cache
def _server() -> str:
    path = str(Path(tempfile.mkdtemp(prefix="coach-warm-")) / "socket")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COACH_")}
    env = {**kept, "PYTHONPATH": str(ROOT), "LD_PRELOAD": shimmed(), "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.rigs.warm", path],
        env=env, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    _kept.append(process)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return path


_kept: list[subprocess.Popen[bytes]] = []  # its stdin open: the server lives as long as we do


def _connected(path: str) -> socket.socket:
    line = socket.socket(socket.AF_UNIX)
    line.connect(path)
    return line


def _text(stream: BinaryIO) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "replace")


def serve(path: str) -> None:
    """Answer until whoever started this is gone."""
    for module in walk_packages(import_module("coach_tui").__path__, "coach_tui."):
        if not module.name.startswith("coach_tui.ui") and not module.name.endswith("__main__"):
            import_module(module.name)
    for name in ("tinydb", "filelock"):
        import_module(name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever answers is nobody's to wait for
    gc.collect()
    gc.freeze()  # what was read is not looked through, and copied, anew in each child
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(path)
        door.listen(64)
        print("ready", flush=True)
        while True:
            ready, _, _ = select.select([door, sys.stdin], [], [])
            if sys.stdin in ready and not sys.stdin.read(1):
                return
            if door in ready:
                line, _ = door.accept()
                if not os.fork():
                    door.close()
                    _answer(line)
                line.close()


def _answer(line: socket.socket) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    try:
        _, sent, _, _ = line.recvmsg(1, socket.CMSG_SPACE(3 * array.array("i").itemsize))
        streams = array.array("i", sent[0][2])
        asked = json.loads(line.makefile("r").readline())
        pid = os.fork()
        if not pid:
            _run(list(streams), asked)
        line.sendall(f"{pid}\n".encode())
        _, status = os.waitpid(pid, 0)
        line.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())
    finally:
        os._exit(0)


def _run(streams: Sequence[int], asked: Mapping[str, Any]) -> None:
    """Be the command. Does not come back."""
    code = 97
    try:
        os.setsid()
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        os.closerange(3, 64)
        sys.stdin = open(0, encoding="utf-8", errors="surrogateescape")  # noqa: SIM115
        sys.stdout, sys.stderr = open(1, "w"), open(2, "w")  # noqa: SIM115
        os.environ.clear()
        os.environ.update(asked["env"])
        time.tzset()
        os.chdir(asked["cwd"])
        os.umask(asked["umask"])
        resource.setrlimit(resource.RLIMIT_CPU, (asked["cpu"], asked["cpu"]))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        if asked["ordinary"]:
            without_overrides()
        if shimmed_here := os.environ.get("LD_PRELOAD"):
            _again(shimmed_here)
        module, _, name = asked["call"].partition(":")
        sys.argv = ["coach", *asked["arguments"]]
        code = getattr(import_module(module), name)(asked["arguments"])
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 98
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        with contextlib.suppress(BaseException):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code if isinstance(code, int) and 0 <= code < 256 else 96)


def _again(library: str) -> None:
    """Have the library read its variables anew: it was loaded before they were set."""
    import ctypes

    ctypes.CDLL(library).read_again()


def without_overrides() -> None:
    """From now on, rights hold for root too: as for an ordinary user who owns the files."""
    import ctypes

    libc = ctypes.CDLL(None)
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)  # version 3, this process
    data = (ctypes.c_uint32 * 6)()
    libc.capget(head, data)
    for sort in range(3):  # effective, permitted, inheritable; low word first
        for capability in _OVERRIDES:
            data[sort] &= ~(1 << capability)
    if libc.capset(head, data):
        raise OSError("capset")


if __name__ == "__main__":
    serve(sys.argv[1])
