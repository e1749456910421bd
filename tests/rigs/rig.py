"""What every rig stands on: a home, the real commands in it, and a count of what was found."""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from tinydb import TinyDB

from .warm import ROOT, Command

BEGIN = ("new", "Dupont", "--start", "2026-11-02", "--days-per-week", "2")
PATIENCE = 120  # seconds; a command that takes longer hangs


class Found(NamedTuple):
    """How often something was tried, and what was wrong, by kind."""

    tried: int
    wrong: Counter[str]

    def __str__(self) -> str:
        told = dict(self.wrong.most_common(4)) or "nothing wrong"
        more = f" and {len(self.wrong) - 4} more" if len(self.wrong) > 4 else ""
        return f"{self.tried} tried, {told}{more}"


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
        if "Traceback" in self.err or self.code not in (0, 1, 2, 3, 4):  # 3 and 4 are `check`'s
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
        """The same as a program of its own."""
        return [sys.executable, "-m", "coach_tui", *arguments]

    def coach(self, *arguments: str, **env: str) -> Ended:
        """Run this command as a user would."""
        command = self.started(*arguments, **env)
        try:
            return Ended(command.ended(PATIENCE), *command.said())
        finally:
            command.close()

    def started(self, *arguments: str, **env: str) -> Command:
        return Command(arguments, {**self.env, **env})


def stock(file: Path) -> list[dict[str, Any]]:
    """The events, by a TinyDB that knows nothing of us. Raises where it can't read them."""
    with TinyDB(file, access_mode="r") as tables:
        return [dict(event) for event in tables.table("events").all()]


def notes_of(events: Iterable[dict[str, Any]]) -> set[str]:
    return {event["changes"]["text"] for event in events if event.get("entity") == "note"}
