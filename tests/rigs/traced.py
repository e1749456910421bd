"""The calls of a real command by which files are written, forced and named, by strace."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.store.power import Call

from .rig import Home, stock

CALLS = "openat,write,fsync,fdatasync,rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir"
SAID = re.compile(rb"Saved|[Tt]ook back|[Bb]egun")  # the words of a command that has saved
_LINE = re.compile(r"^(?:\d+\s+)?(\w+)\((.*)\)\s+=\s+\d+")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_OPEN = re.compile(r"^\d+<((?:\\x[0-9a-f]{2})*)>")


def can_trace() -> bool:
    """Whether strace is there, and allowed."""
    if shutil.which("strace") is None:
        return False
    return subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], check=False).returncode == 0


class Tracer:
    """What becomes of the files under `top`, written down for the model of `tests.store.power`.

    calls   in the order made; files are numbers, folders and names are paths inside `top`.
    """

    def __init__(self, home: Home, top: Path) -> None:
        self.calls: list[Call] = []
        self._top = str(top)
        self._home = home
        self._numbers: dict[str, int] = {}
        self._count = 0
        for path in sorted(top.rglob("*")):
            if path.is_file():
                name = str(path.relative_to(top))
                self.calls.append(("placed", name, self._numbered(name), path.read_bytes()))
        if self.calls:
            self._acknowledge()

    def run(self, command: Iterable[str], scratch: Path) -> None:
        """Run this command, and write its calls down; where it says so, that it has saved."""
        trace, talk = scratch / "trace", scratch / "talk"
        tracing = ["strace", "-f", "-qq", "-y", "-xx", "-s", "9999999", "-o", str(trace)]
        with talk.open("wb") as said:
            asked = [*tracing, "-e", f"trace={CALLS}", *self._home.argv(*command)]
            subprocess.run(asked, env=self._home.env, stdout=said, stderr=said, check=True, cwd="/")
        with trace.open() as lines:
            for line in lines:
                if match := _LINE.match(line):
                    self.calls += self._told(match[1], match[2], talk)

    def _told(self, call: str, rest: str, talk: Path) -> Iterator[Call]:
        texts = [_bytes(text) for text in _TEXT.findall(rest)]
        paths = [self._name(text.decode("utf-8", "surrogateescape")) for text in texts]
        opened = _OPEN.match(rest)
        file = _bytes(opened[1]).decode() if opened else ""
        own = self._name(file)
        if call == "write" and file == str(talk):
            if SAID.search(texts[-1]):
                self._acknowledge()
        elif call == "write" and own:
            yield ("write", self._numbers[own], texts[-1])
        elif call in ("fsync", "fdatasync") and own:
            yield ("force", self._numbers.get(own, own))
        elif call == "mkdir" and paths[0]:
            yield ("bind", paths[0], self._count + 1)
            self._count += 1
        elif call == "openat" and paths[-1] and "O_CREAT" in rest:
            if paths[-1] not in self._numbers:
                yield ("bind", paths[-1], self._numbered(paths[-1]))
        elif call.startswith("rename") and paths[-1]:
            self._numbers[paths[-1]] = self._numbers.pop(paths[0])
            yield ("move", paths[0], paths[-1], self._numbers[paths[-1]])
        elif call.startswith("link") and paths[-1]:
            self._numbers[paths[-1]] = self._numbers[paths[0]]
            yield ("bind", paths[-1], self._numbers[paths[-1]])
        elif call.startswith("unlink") and paths[-1]:
            self._numbers.pop(paths[-1], None)
            yield ("unbind", paths[-1])

    def _acknowledge(self) -> None:
        ids = frozenset(event["id"] for event in stock(self._home.file))
        self.calls.append(("acknowledged", ids))

    def _numbered(self, name: str) -> int:
        self._count += 1
        return self._numbers.setdefault(name, self._count)

    def _name(self, path: str) -> str:
        """The path inside `top`; empty for what lies elsewhere."""
        inside = path == self._top or path.startswith(f"{self._top}/")
        return os.path.relpath(path, self._top) if inside else ""


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
