"""Each system call of a command fails in turn: the old state whole, or the new one, as it says."""

from __future__ import annotations

import errno
import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from tinydb import TinyDB

from .rig import Found, Home, Rig, stock
from .warm import shimmed

ERRORS = ("EIO", "ENOSPC", "EACCES", "EMFILE", "EROFS", "EDQUOT")
COMMANDS = (("step", "access-crm", "done"), ("undo",), ("status",), ("new", "Zed", *"12"))


def run(trials: int, folder: Path) -> Found:
    wrong, tried = Counter[str](), 0
    template = Home(folder / "calls-template").begun()
    for step in ("access-crm", "baselines"):
        template.coach("step", step, "done", "--note", f"old {step}")
    for command, error, number in _points(trials):
        home = _copy(template, folder / "calls")
        before = {event["id"] for event in stock(home.file)}
        fault = _fault(folder, home.folder, error, number)
        if not fault["LD_PRELOAD"]:
            break
        ended = home.coach(*_whole(command), **fault)
        if not Path(fault["FAULT_LOG"]).exists():
            continue  # fewer calls than that
        tried += 1
        wrong.update(_judged(home, before, command[0], ended.code, ended.broken))
    return Found(tried, +wrong)


def control(trials: int, folder: Path) -> Found:
    """TinyDB as it is shipped writes the file in place."""
    file, wrong, tried = folder / "stock.json", Counter[str](), 0
    program = (
        "import sys; from tinydb import TinyDB\n"
        "TinyDB(sys.argv[1]).table('events').update({'text': 'short'})"
    )
    for number in range(1, max(trials // 4, 12)):
        file.unlink(missing_ok=True)
        with TinyDB(file) as tables:
            tables.table("events").insert_multiple({"text": "x" * 90} for _ in range(300))
        fault = _fault(folder, file, "EIO", number)
        command = [sys.executable, "-c", program, str(file)]
        subprocess.run(command, env=fault, capture_output=True, check=False)
        tried += Path(fault["FAULT_LOG"]).exists()
        try:
            wrong["lost"] += len(stock(file)) < 300
        except ValueError:
            wrong["corrupt"] += 1
    return Found(tried, +wrong)


def _points(trials: int) -> Iterator[tuple[tuple[str, ...], str, int]]:
    """Spread over the commands, the errors and the places where they can strike."""
    every = [(c, e, n) for n in range(1, 90) for c in COMMANDS for e in ERRORS]
    step = max(1, len(every) // trials)
    yield from every[:: step | 1]


def _judged(
    home: Home, before: set[str], command: str, code: int | None, broken: str
) -> Iterator[str]:
    if broken:
        yield broken
    try:
        after = {event["id"] for event in stock(home.file)}
    except (OSError, ValueError):
        yield "corrupt"
        return
    if before - after:
        yield "lost"
    if command in ("step", "undo"):
        if code == 0 and after == before:
            yield "said saved, and is not"
        if code == 1 and after != before:
            yield "said not saved, and is"
    if home.coach("step", "baselines", "doing", "-e", "Dupont").code != 0:
        yield "the next one fails"


def _whole(command: tuple[str, ...]) -> tuple[str, ...]:
    """`new` needs its dates."""
    if command[0] != "new":
        return (*command, "-e", "Dupont")
    return ("new", "Zed", "--start", "2026-11-02", "--days-per-week", "1")


def _copy(template: Home, folder: Path) -> Home:
    home = Home(folder)
    shutil.copytree(template.folder, folder)
    settings = {"engagement": str(home.file), "language": "en"}
    (home.state / "settings.json").write_text(json.dumps(settings))
    return home


def _fault(folder: Path, on: Path, error: str, number: int) -> Mapping[str, str]:
    log = folder / "fault.log"
    log.unlink(missing_ok=True)
    return {
        "LD_PRELOAD": shimmed(),
        "FAULT_N": str(number),
        "FAULT_ERRNO": str(getattr(errno, error)),
        "FAULT_DIR": str(on),
        "FAULT_LOG": str(log),
    }


RIG = Rig("calls", run, control, small=16, full=1000)
