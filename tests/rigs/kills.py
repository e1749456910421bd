"""kill -9 while commands and a session save: what was acknowledged is there."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from tinydb import TinyDB
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import JSONStorage

from coach_tui.engagement.change import Draft
from coach_tui.places import Home as Places
from coach_tui.session import open_session
from coach_tui.wall_clock import wall_clock

from .rig import PATIENCE, Found, Home, Rig, notes_of, stock

Say = Callable[[str], object]


def run(trials: int, folder: Path) -> Found:
    home = Home(folder / "kills").begun()
    sessions = _killed(trials, home.file, partial(_session, home))
    commands = _killed_commands(trials, home)
    found = Found(sessions.tried + commands.tried, sessions.wrong + commands.wrong)
    told = home.coach("history", "--limit", "0", "--json")
    if told.broken or home.coach("doctor").code != 0:
        found.wrong["unwell afterwards"] += 1
    return found


def control(trials: int, folder: Path) -> Found:
    """TinyDB's own cache says saved when nothing is on the disk."""
    file = folder / "cached.json"
    file.unlink(missing_ok=True)
    TinyDB(file).close()
    return _killed(trials, file, partial(_cached, file))


def _killed(trials: int, file: Path, work: Callable[[Say, int], object]) -> Found:
    dice, wrong, acknowledged = random.Random(1), Counter[str](), set[str]()
    for trial in range(trials):
        acknowledged |= one_kill(partial(work, number=trial), 0.02 + dice.random() / 4)
        try:
            there = notes_of(stock(file))
        except ValueError:
            wrong["corrupt"] += 1
            continue
        wrong["lost"] += len(acknowledged - there)
        acknowledged &= there
    return Found(trials, +wrong)


def _killed_commands(trials: int, home: Home) -> Found:
    """Commands are killed at any moment of theirs: what one said is saved is in the file."""
    dice, wrong = random.Random(2), Counter[str]()
    for trial in range(trials):
        status, note = ("done", "todo")[trial % 2], f"command {trial} " + "z" * dice.randrange(200)
        command = home.started("step", "access-crm", status, "--note", note)
        time.sleep(dice.random() / 6)
        with suppress(ProcessLookupError):
            os.kill(command.pid, signal.SIGKILL)
        command.ended(PATIENCE)
        said = "Saved" in command.said()[1]
        command.close()
        try:
            wrong["lost"] += said and note not in notes_of(stock(home.file))
        except ValueError:
            wrong["corrupt"] += 1
    return Found(trials, +wrong)


def one_kill(work: Callable[[Say], object], after: float) -> set[str]:
    """What a process said was saved before it was killed."""
    said, pipe = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(said)
        try:
            work(lambda text: os.write(pipe, f"{text}\n".encode()))
        finally:
            os._exit(9)
    os.close(pipe)
    heard = os.read(said, 64)  # it is at work
    time.sleep(after)
    os.kill(pid, signal.SIGKILL)
    with os.fdopen(said, "rb") as rest:
        heard += rest.read()
    os.waitpid(pid, 0)
    return set(heard.decode().split("\n")[1:-1])


def _session(home: Home, say: Say, number: int) -> None:
    places = Places(home.file.parent, home.state)
    session = open_session(home.file, places, "founder", wall_clock({}))
    session.catch_up()
    say("ready")
    for count in range(10**6):
        text = f"{number}-{count}"
        session.record([Draft("note", session.new_id(), {"step": "access-crm", "text": text})])
        say(text)


def _cached(file: Path, say: Say, number: int) -> None:
    table = TinyDB(file, storage=CachingMiddleware(JSONStorage)).table("events")
    say("ready")
    for count in range(10**6):
        table.insert({"entity": "note", "changes": {"text": f"{number}-{count}"}})
        say(f"{number}-{count}")


RIG = Rig("kills", run, control, small=12, full=200)
