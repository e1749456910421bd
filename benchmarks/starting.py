"""`coach status`, from the shell's prompt to the shell's prompt, beside Python doing nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from benchmarks.history import YEAR, engagement_with, home_in
from benchmarks.measure import Contestant, Milliseconds, Row, in_turns, timed

ROOT = Path(__file__).resolve().parents[1]
AIM_RATIO = 3.0
ANEW_RATIO = 4.0  # where it is worked out anew


def starting_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """As a shell prompt asks: again, after a command, and where it has to be worked out."""
    for size in (100, YEAR):
        root = folder / f"status-{size}"
        engagement_with(size, home_in(root))
        status = ("-m", "coach_tui", "status")
        taken = in_turns(
            {
                "again": command(root, *status),
                "after": command(root, *status, before=_another_step(root)),
                "anew": command(root, *status, before=_forget(root)),
                "nothing": command(root, "-c", "pass"),
            },
            rounds,
            warm_up=2,
        )
        for how, what in (
            ("again", "unchanged since"),
            ("after", "after `coach step`"),
            ("anew", "worked out anew"),
        ):
            name = f"coach status at {size:,}, {what}"
            aim = ANEW_RATIO if how == "anew" else AIM_RATIO
            yield Row(name, taken[how], "python -c pass", taken["nothing"], aim_ratio=aim)


def child_environment(root: Path) -> dict[str, str]:
    """What a user's shell would hand over, with `root` as the coach's home."""
    unwanted = ("PYTHONDONTWRITEBYTECODE", "COLUMNS", "LINES", "NO_COLOR", "COACH_TODAY")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return kept | {"COACH_HOME": str(root), "COACH_LANG": "en", "LANG": "C.UTF-8"}


def _another_step(root: Path) -> Callable[[], object]:
    statuses = cycle(("done", "doing"))
    return lambda: _python(root, "-m", "coach_tui", "step", "access-crm", next(statuses))


def _forget(root: Path) -> Callable[[], object]:
    return lambda: [answer.unlink() for answer in (root / "state").glob("*.remembered")]


def command(root: Path, *arguments: str, before: Callable[[], object] = lambda: None) -> Contestant:
    """How long Python takes for this, from the shell's prompt to the shell's prompt."""

    def contest() -> Milliseconds:
        before()
        return timed(lambda: _python(root, *arguments))()

    return contest


def _python(root: Path, *arguments: str) -> None:
    subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=child_environment(root),
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
