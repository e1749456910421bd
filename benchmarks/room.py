"""What years of work and a whole practice take: clients side by side, memory, private files."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.history import NOW, YEAR, engagement_with, home_in
from benchmarks.measure import Row, Taken, in_turns
from benchmarks.starting import ROOT, child_environment, command
from coach_tui.engagement.change import Draft
from coach_tui.session import open_session

CLIENTS, CHANGES = 50, 2_000
PORTFOLIO_AIM = 500.0  # milliseconds
MEMORY_AIM = 120.0  # MB
PRIVATE_AIM = 1.5  # × the file
MEGA = 1_000_000
# Run by itself, so that it tells the memory of its one child.
_MEMORY = (
    "import resource, subprocess, sys;"
    "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def room_rows(folder: Path, rounds: int) -> Iterator[Row]:
    """A CMO's fifty clients, and what this machine keeps beside a year's file."""
    root = folder / "practice"
    for _ in range(CLIENTS):
        engagement_with(CHANGES, home_in(root))
    portfolio, nothing = ("-m", "coach_tui", "portfolio"), ("-c", "pass")
    bare = memory_of(root, *nothing)
    anew, size = memory_of(root, *portfolio), f"{CLIENTS} × {CHANGES:,}"
    taken = in_turns(
        {"kept": command(root, *portfolio), "nothing": command(root, *nothing)}, rounds
    )
    yield Row(f"coach portfolio, {size}", taken["kept"], "python -c pass", taken["nothing"],
              PORTFOLIO_AIM)  # fmt: skip
    yield Row("… its memory, worked out anew", anew, "python -c pass", bare, MEMORY_AIM, unit="MB")
    yield _private(folder)


def _private(folder: Path) -> Row:
    home = home_in(folder / "private")
    path = engagement_with(YEAR, home)
    session = open_session(path, home, "founder", lambda: NOW)
    session.catch_up()
    session.record([Draft("step", "access-crm", {"status": "doing"})])
    beside = sum(each.stat().st_size for each in home.state.iterdir()) / MEGA
    file = path.stat().st_size / MEGA
    return Row(
        f"private folder at {YEAR:,} changes", Taken(beside, beside), "the file", Taken(file, file),
        aim_ratio=PRIVATE_AIM, unit="MB",
    )  # fmt: skip


def memory_of(root: Path, *arguments: str) -> Taken:
    """The most memory it ever took."""
    told = subprocess.run(
        [sys.executable, "-c", _MEMORY, sys.executable, *arguments],
        cwd=ROOT, env=child_environment(root), check=True, capture_output=True, text=True,
    )  # fmt: skip
    unit = 1 if sys.platform == "darwin" else 1_024  # bytes there, kilobytes elsewhere
    most = int(told.stdout) * unit / MEGA
    return Taken(most, most)
