"""The app in a terminal, killed (-9) while keys are pressed: what it showed is in the file."""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from pathlib import Path
from signal import SIGKILL

from tests.terminal.terminal import KEYS, Terminal

from .rig import Found, Home, Rig, stock

SHOWN = re.compile(r"· (\d)/8")
STEP = "access-list"


def run(trials: int, folder: Path) -> Found:
    home = Home(folder / "window").begun()
    found = _killed(trials, home, home.argv())
    if home.coach("step", "baselines", "doing").code != 0 or home.coach("doctor").code != 0:
        found.wrong["unwell afterwards"] += 1
    return found


def control(trials: int, folder: Path) -> Found:
    """The same app, were its saves only said to be made."""
    home = Home(folder / "window-control").begun()
    return _killed(1, home, [sys.executable, "-m", "tests.rigs.window"])


def unsaved() -> int:
    """The app where a file that is replaced stays what it was."""
    from coach_tui.cli import main
    from coach_tui.store import disk

    disk.replace = lambda path, *_: disk.read(path)[1]
    return main([])


def _killed(trials: int, home: Home, command: list[str]) -> Found:
    wrong, kills = Counter[str](), 0
    env = {**home.env, "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}
    for trial in range(trials):
        before = _toggles(home)
        with Terminal(command, 100, 30, env) as terminal:
            seen = _pressed(terminal, random.Random(trial), before)
            terminal.send(SIGKILL)
            terminal.wait_for_exit()
        kills += 1
        try:
            wrong["lost"] += max(0, seen - (_toggles(home) - before))
        except ValueError:
            wrong["corrupt"] += 1
    return Found(kills, +wrong)


def _pressed(terminal: Terminal, dice: random.Random, before: int) -> int:
    """Tick and untick one step for a while. How often the screen showed it as recorded."""
    terminal.wait_for("Dupont · Now")
    terminal.press("2")
    terminal.wait_for("Open CRM access")
    terminal.press("down")
    seen, shown, end = 0, str(before % 2), time.monotonic() + dice.uniform(1.5, 5)
    while time.monotonic() < end:
        terminal.write(" ")
        if shown == "0":
            terminal.wait_for(r"Ctrl\+S save")
            terminal.write(f"seen{KEYS['ctrl+s']}")
        while _now(terminal) != str(1 - int(shown)):
            if not terminal.pump(dice.uniform(0, 0.05)) or time.monotonic() > end:
                return seen  # killed while it is at it
        seen, shown = seen + 1, str(1 - int(shown))
    return seen


def _now(terminal: Terminal) -> str:
    """How many steps of the stage the screen says are done."""
    found = SHOWN.search(terminal.text)
    return found[1] if found else ""


def _toggles(home: Home) -> int:
    return sum(
        event["entity_id"] == STEP and "status" in event["changes"] for event in stock(home.file)
    )


RIG = Rig("window", run, control, small=1, full=25)

if __name__ == "__main__":
    sys.exit(unsaved())
