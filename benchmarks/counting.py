"""Instructions executed, where the machine can count them: the same at every run, however busy.

`perf` asks the processor; where it may not, Valgrind's callgrind counts them one by one, fifty
times slower. Neither minds the machine's load: a commit that costs more is seen.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.history import YEAR, engagement_with, home_in
from benchmarks.measure import Row, Taken
from benchmarks.starting import ROOT, child_environment

PERF = ["perf", "stat", "-x", ",", "-e", "instructions:u"]
CALLGRIND = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
_COUNTED = re.compile(r"^(\d+),.*instructions|Collected : (\d+)", re.MULTILINE)
MILLION = 1_000_000
CLIENTS, CHANGES = 5, 200


def counting_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """`coach status` worked out anew and told again, and a portfolio that is kept."""
    counter = counter_here(folder)
    if counter is None:
        return
    nothing = instructions(counter, folder, "-c", "pass")
    home = home_in(folder / "counted")
    engagement_with(YEAR, home)
    status = ("-m", "coach_tui", "status")
    several = home_in(folder / "counted-clients")
    for _ in range(CLIENTS):
        engagement_with(CHANGES, several)
    portfolio = ("-m", "coach_tui", "portfolio")
    for what, root, command, anew in (
        (f"coach status at {YEAR:,}, worked out anew", "counted", status, True),
        ("… told again", "counted", status, False),
        (f"coach portfolio, {CLIENTS} kept lines", "counted-clients", portfolio, False),
    ):
        _run(folder / root, command)  # so that what is kept from run to run is there
        if anew:
            for answer in (folder / root / "state").glob("*.remembered"):
                answer.unlink()
        counted = instructions(counter, folder / root, *command)
        ours, theirs = Taken(counted, counted), Taken(nothing, nothing)
        yield Row(what, ours, "python -c pass", theirs, unit="M instructions")


def counter_here(root: Path) -> Sequence[str] | None:
    """What can count here; None where nothing can."""
    for counter in (PERF, CALLGRIND):
        if shutil.which(counter[0]) and _COUNTED.search(_run(root, ("--version",), counter)):
            return counter
    return None


def instructions(counter: Sequence[str], root: Path, *arguments: str) -> float:
    """Millions of instructions that Python executes for this."""
    found = _COUNTED.search(_run(root, arguments, counter))
    return int(found[1] or found[2]) / MILLION if found else 0.0


def _run(root: Path, arguments: Sequence[str], counter: Sequence[str] = ()) -> str:
    done = subprocess.run(
        [*counter, sys.executable, *arguments],
        cwd=ROOT,
        env=child_environment(root) | {"PYTHONHASHSEED": "0"},
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    return done.stderr
