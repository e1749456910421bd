"""`python -m benchmarks [PART …]`: one table; of all parts where none is named.

It ends with 1 where an aim was missed even at best. Where the yardstick beside it was itself slowed
down, the machine is too busy to say: such a row is "noisy", the load is named, and it ends well.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.coaching import coaching_rows
from benchmarks.counting import counting_rows
from benchmarks.measure import Row, in_turns, timed
from benchmarks.places import place_rows
from benchmarks.practice import practice_rows
from benchmarks.room import room_rows
from benchmarks.saving import saving_rows
from benchmarks.screens import screen_rows
from benchmarks.sharing import sharing_rows
from benchmarks.starting import starting_rows

PARTS: dict[str, Callable[[Path, int], Iterator[Row]]] = {
    "saving": saving_rows,
    "coaching": coaching_rows,
    "starting": starting_rows,
    "screens": screen_rows,
    "places": place_rows,
    "room": room_rows,
    "counting": counting_rows,
    "practice": practice_rows,
    "sharing": sharing_rows,
}


def main() -> int:
    """Print the table; 1 where an aim was missed even at best."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART")
    parser.add_argument("--rounds", type=int, default=15)
    arguments = parser.parse_args()
    print("| | coach-tui | best | beside | | best | ratio | aim | |")
    print("|---|---:|---:|---|---:|---:|---:|---:|---|")
    missed = noisy = 0
    before = _load()
    with tempfile.TemporaryDirectory(prefix="coach-benchmarks-") as folder:
        for part in arguments.parts or PARTS:
            for row in PARTS[part](Path(folder), arguments.rounds):
                verdict = "noisy" if row.verdict == "missed" and _is_busy() else row.verdict
                print(_line(row, verdict), flush=True)
                missed += verdict == "missed"
                noisy += verdict == "noisy"
        print(f"\n{_circumstances(Path(folder), before)}")
    if noisy:
        print(f"\nToo busy to say for {noisy} of them: run it again on a quiet machine.")
    return 1 if missed else 0


def _line(row: Row, verdict: str) -> str:
    aims = [
        *([] if row.aim is None else [f"< {row.aim:.0f} {row.unit}"]),
        *([] if row.aim_ratio is None else [f"≤ {row.aim_ratio:.1f} ×"]),
    ]
    ours, theirs = (
        f"{each.usual:.1f} {row.unit} | {each.best:.1f}" for each in (row.ours, row.theirs)
    )
    return (
        f"| {row.what} | {ours} | {row.beside} | {theirs}"
        f" | {row.ratio:.2f} × | {', '.join(aims)} | {verdict} |"
    )


def _load() -> str:
    """Programs that wanted a core in the last minute, where the system tells."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "?"


def _is_busy() -> bool:
    """Whether more programs want a core than there are: aims are those of a quiet machine."""
    return hasattr(os, "getloadavg") and os.getloadavg()[0] > (os.cpu_count() or 1)


def _circumstances(folder: Path, before: str) -> str:
    """What the figures depend on: the disk above all."""

    def force() -> None:
        with (folder / "forced").open("wb") as file:
            file.write(b"x" * 4096)
            file.flush()
            os.fsync(file.fileno())

    disk = in_turns({"fsync": timed(force)}, 25)["fsync"].usual
    return (
        f"Medians and best times, contestants taking turns. Python {platform.python_version()},"
        f" {platform.system()}, {os.cpu_count()} cores, load {before} before and {_load()} after;"
        f" a small file forced to this disk: {disk:.2f} ms."
    )


if __name__ == "__main__":
    sys.exit(main())
