"""Rights taken away, as an ordinary user: nothing is lost, and why not is said in words."""

from __future__ import annotations

import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tinydb import TinyDB

from .rig import PATIENCE, Ended, Found, Home, Rig, stock
from .warm import Command

TAKEN = (
    ("file", 0), ("file", 0o444), ("engagements", 0), ("engagements", 0o500),
    ("engagements", 0o300), ("state", 0), ("state", 0o500), ("home", 0), ("home", 0o500),
    ("record", 0), ("settings", 0), ("lock", 0), ("parsed", 0), ("previous", 0), ("record", 0o444),
)  # fmt: skip
COMMANDS = tuple(
    said.split()
    for said in (
        "step access-crm todo", "status", "list", "today", "undo", "export checklist", "doctor",
        "new Zed --start 2026-11-02 --days-per-week 1", "forget Dupont --yes Dupont", "portfolio",
        "backup ../kept.zip", "history", "doctor --bring-back Dupont --apply",
    )
)  # fmt: skip


def run(trials: int, folder: Path) -> Found:
    return _each(trials, folder, "coach_tui.cli:main")


def control(trials: int, folder: Path) -> Found:
    """A program that opens the file with TinyDB and asks nothing."""
    return _each(1, folder, "tests.rigs.rights:unasked")


def unasked(arguments: list[str]) -> int:
    """Add an event as TinyDB does."""
    [file] = Path(os.environ["COACH_HOME"]).glob("engagements/*.json")
    TinyDB(file).table("events").insert({"id": " ".join(arguments)})
    return 0


def _each(trials: int, folder: Path, call: str) -> Found:
    wrong, tried = Counter[str](), 0
    points = [(what, mode, said) for what, mode in TAKEN for said in COMMANDS]
    for what, mode, said in points[:: max(1, len(points) // trials)]:
        home = _home(folder)
        before = {event["id"] for event in stock(home.file)}
        place = _place(home, what)
        place.chmod(mode)
        command = Command(said, home.env, ordinary=True, call=call, cwd=str(folder))
        ended = Ended(command.ended(PATIENCE), *command.said())
        command.close()
        subprocess.run(["chmod", "-R", "u+rwX", str(home.folder)], check=True)
        tried += 1
        wrong.update(f"{why}: {what} {mode:o}, {said[0]}" for why in _judged(home, before, ended))
    return Found(tried, +wrong)


def _judged(home: Home, before: set[str], ended: Ended) -> Iterator[str]:
    if ended.broken:
        yield ended.broken
    if ended.code == 1 and not ended.err.strip() and not ended.out.strip():
        yield "refused without a word"
    if not list(home.folder.glob("engagements/dupont*.json")):
        if "leaves" not in ended.err and ended.code:
            yield "gone"
        return
    now = {event["id"] for event in stock(home.file)}
    if before - now:
        yield "lost"
    if ended.code == 0 and "Saved" in ended.err and now == before:
        yield "said saved, and is not"
    if ended.code == 1 and now != before:
        yield "said not saved, and is"


def _home(folder: Path) -> Home:
    (folder / "kept.zip").unlink(missing_ok=True)
    home = Home(folder / "rights").begun()
    home.coach("step", "access-crm", "done")
    home.coach("status")
    return home


def _place(home: Home, what: str) -> Path:
    if what in ("home", "engagements", "state"):
        return home.folder / ("" if what == "home" else what)
    patterns = {"record": "*.jsonl", "settings": "settings.json", "lock": "*.lock",
                "parsed": "*.parsed", "previous": "*.previous.json"}  # fmt: skip
    if what == "file":
        return home.file
    return next(home.state.glob(patterns[what]), home.state)


RIG = Rig("rights", run, control, small=13, full=len(TAKEN) * len(COMMANDS))
