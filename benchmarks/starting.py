"""`coach status`, from the shell's prompt to the shell's prompt, beside Python doing nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.history import YEAR, engagement_with, home_in
from benchmarks.measure import Contestant, Milliseconds, Row, in_turns, timed

ROOT = Path(__file__).resolve().parents[1]
AIM_RATIO = 3.0


def starting_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """Asked again as a shell prompt asks, and after a change, young and with a year of history."""
    for size in (100, YEAR):
        root = folder / f"status-{size}"
        engagement_with(size, home_in(root))
        taken = in_turns(
            {
                "again": _run(root, "-m", "coach_tui", "status"),
                "anew": _run(root, "-m", "coach_tui", "status", anew=True),
                "nothing": _run(root, "-c", "pass"),
            },
            rounds,
            warm_up=2,
        )
        for how, what in (("again", "unchanged since"), ("anew", "after a change")):
            name = f"coach status at {size:,}, {what}"
            yield Row(name, taken[how], "python -c pass", taken["nothing"], aim_ratio=AIM_RATIO)


def child_environment(root: Path) -> dict[str, str]:
    """What a user's shell would hand over, with `root` as the coach's home."""
    unwanted = ("PYTHONDONTWRITEBYTECODE", "COLUMNS", "LINES", "NO_COLOR", "COACH_TODAY")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return kept | {"COACH_HOME": str(root), "COACH_LANG": "en", "LANG": "C.UTF-8"}


def _run(root: Path, *arguments: str, anew: bool = False) -> Contestant:
    environment = child_environment(root)

    def run() -> None:
        subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=environment,
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )

    def contest() -> Milliseconds:
        for answer in (root / "state").glob("*.remembered") if anew else ():
            answer.unlink()
        return timed(run)()

    return contest
