"""What every rig stands on: a home, the real commands in it, and a count of what was found."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from tinydb import TinyDB

ROOT = Path(__file__).parents[2]
BEGIN = ("new", "Dupont", "--start", "2026-11-02", "--days-per-week", "2")
PATIENCE = 120  # seconds; a command that takes longer hangs


class Found(NamedTuple):
    """How often something was tried, and what was wrong, by kind."""

    tried: int
    wrong: Counter[str]

    def __str__(self) -> str:
        return f"{self.tried} tried, {dict(self.wrong) or 'nothing wrong'}"


class Rig(NamedTuple):
    """`run` and `control` take how many trials; a control must find something wrong."""

    name: str
    run: Callable[[int, Path], Found]
    control: Callable[[int, Path], Found]
    small: int
    full: int


class Ended(NamedTuple):
    """How a command ended. Code None: it hung."""

    code: int | None
    out: str
    err: str

    @property
    def broken(self) -> str:
        """What no command may do; empty where it did not."""
        if self.code is None:
            return "hung"
        if "Traceback" in self.err or self.code not in (0, 1, 2, 3):
            return "traceback"
        return "own error" if "error of its own" in self.err else ""


class Home:
    """A home of its own, with an engagement begun in it."""

    def __init__(self, folder: Path, **env: str) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        self.folder = folder
        kept = {name: value for name, value in os.environ.items() if not name.startswith("COACH_")}
        own = {"COACH_HOME": str(folder), "COACH_LANG": "en", "PYTHONPATH": str(ROOT)}
        self.env = {**kept, **own, **env}

    def begun(self) -> Home:
        ended = self.coach(*BEGIN)
        assert ended.code == 0, ended.err
        return self

    def twin(self, folder: Path) -> Home:
        """The same engagement on another machine."""
        other = Home(folder)
        (folder / "engagements").mkdir(parents=True)
        shutil.copy(self.file, folder / "engagements")
        return other

    @property
    def file(self) -> Path:
        found = (self.folder / "engagements").glob("[!.]*.json")
        return min(found, key=lambda file: (file.name.startswith("zed"), len(file.name)))

    @property
    def state(self) -> Path:
        return self.folder / "state"

    def argv(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "coach_tui", *arguments]

    def coach(self, *arguments: str, **env: str) -> Ended:
        """Run this command as a user would."""
        try:
            ended = subprocess.run(
                self.argv(*arguments),
                env={**self.env, **env},
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=PATIENCE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return Ended(None, "", "")
        texts = (stream.decode("utf-8", "replace") for stream in (ended.stdout, ended.stderr))
        return Ended(ended.returncode, *texts)


def stock(file: Path) -> list[dict[str, Any]]:
    """The events, by a TinyDB that knows nothing of us. Raises where it can't read them."""
    with TinyDB(file, access_mode="r") as tables:
        return [dict(event) for event in tables.table("events").all()]


def notes_of(events: Iterable[dict[str, Any]]) -> set[str]:
    return {event["changes"]["text"] for event in events if event.get("entity") == "note"}


def shim(folder: Path) -> str:
    """The library that fails system calls and shifts clocks; empty where there is no compiler."""
    made = folder / "shim.so"
    source = Path(__file__).with_name("shim.c")
    command = ["gcc", "-O1", "-w", "-shared", "-fPIC", "-o", str(made), str(source), "-ldl"]
    if shutil.which("gcc") is None or not sys.platform.startswith("linux"):
        return ""
    return str(made) if subprocess.run(command, check=False).returncode == 0 else ""
