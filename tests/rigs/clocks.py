"""One gesture under a wrong clock, by a shifted system clock: no machine is cut off for good."""

from __future__ import annotations

import shutil
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .rig import Ended, Found, Home, Rig
from .warm import shimmed

DAY = 86_400
AHEAD = (1, 3, 30, 730, 3650)  # days


def run(trials: int, folder: Path) -> Found:
    """A gesture ahead, the clock put right, today's date said; the other machine has it all."""
    return _each(trials, folder, answered=True)


def control(trials: int, folder: Path) -> Found:
    """The same where nobody says what day it is: the other machine must not have it all."""
    return _each(trials, folder, answered=False)


def _each(trials: int, folder: Path, *, answered: bool) -> Found:
    library, wrong = shimmed(), Counter[str]()
    if not library:
        return Found(0, +wrong)
    for trial in range(trials):
        wrong.update(_one(folder, library, AHEAD[(trial + 1) % len(AHEAD)], answered))
    return Found(trials, +wrong)


def _one(folder: Path, library: str, days: int, answered: bool) -> Iterator[str]:
    def at(home: Home, shift: int, *arguments: str) -> Ended:
        return home.coach(*arguments, LD_PRELOAD=library, CLOCK_SHIFT=str(shift))

    a = Home(folder / "clock-a").begun()
    shutil.rmtree(folder / "clock-b", ignore_errors=True)
    b = a.twin(folder / "clock-b")
    at(a, days * DAY, "step", "access-crm", "done", "--note", "W")
    said = ("--today", time.strftime("%Y-%m-%d")) if answered else ()
    for number, status in enumerate(("done", "todo", "doing")):
        ended = at(a, 0, "step", "baselines", status, "--note", f"R{number}", *said)
        said = ()
        if answered and (ended.broken or ended.code != 0):
            yield ended.broken or "refused once the day was said"
    shutil.copy(a.file, b.file)
    told = at(b, 0, "history", "--limit", "0").out
    yield from ("not counted" for note in ("W", "R0", "R1", "R2") if f"→ {note}" not in told)
    if at(b, 0, "step", "baselines", "done").code != 0:
        yield "the other can't save"
    shutil.copy(b.file, a.file)
    for home in (a, b):
        if "[x]" not in _line(at(home, 0, "export", "checklist").out, "baselines"):
            yield "they differ"


def _line(checklist: str, step: str) -> str:
    return next((line for line in checklist.splitlines() if f"step: {step} " in line), "")


RIG = Rig("clocks", run, control, small=1, full=25)
