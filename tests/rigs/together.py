"""Eight commands at once, with locks and where the disk has none: nothing acknowledged is lost."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .rig import Ended, Found, Home, Rig, notes_of, stock
from .warm import shimmed

WRITERS = 8


def run(trials: int, folder: Path) -> Found:
    library = shimmed()
    with_locks = _all_at_once(trials, Home(folder / "together").begun(), "locks")
    if not library:
        return with_locks
    no_locks = {"LD_PRELOAD": library, "FLOCK_ERRNO": str(errno.ENOLCK)}
    without = _all_at_once(trials, Home(folder / "no-locks").begun(), "no locks", **no_locks)
    return Found(with_locks.tried + without.tried, with_locks.wrong + without.wrong)


def control(trials: int, folder: Path) -> Found:
    """TinyDB as it is shipped, by as many programs."""
    file = folder / "stock-together.json"
    file.unlink(missing_ok=True)
    program = (
        "import sys\nfrom tinydb import TinyDB\n"
        "for n in range(20):\n"
        " try:\n"
        "  TinyDB(sys.argv[1]).table('events').insert({'id': sys.argv[2] + str(n)})\n"
        "  print(n)\n"
        " except Exception: pass\n"
    )
    commands = [[sys.executable, "-c", program, str(file), f"{n}-"] for n in range(WRITERS)]
    with ThreadPoolExecutor(WRITERS) as pool:
        said = pool.map(lambda c: subprocess.run(c, capture_output=True, check=False), commands)
        acknowledged = sum(len(each.stdout.split()) for each in said)
    try:
        lost = acknowledged - len(stock(file))
    except ValueError:
        return Found(acknowledged, Counter({"corrupt": 1}))
    return Found(acknowledged, +Counter({"lost": lost}))


def _all_at_once(trials: int, home: Home, label: str, **env: str) -> Found:
    wrong = Counter[str]()

    def one(number: int) -> tuple[str, Ended]:
        note, status = f"note {number}", ("done", "todo", "doing")[number % 3]
        step = ("access-crm", "baselines")[number % 2]
        return note, home.coach("step", step, status, "--note", note, **env)

    with ThreadPoolExecutor(WRITERS) as pool:
        said = list(pool.map(one, range(trials)))
    home.coach("step", "access-analytics", "doing", **env)
    there = notes_of(stock(home.file))
    for note, ended in said:
        if ended.broken or ended.code != 0:
            wrong[f"{label}: {ended.broken or 'refused'}"] += 1
        elif note not in there:
            wrong[f"{label}: lost"] += 1
        if label == "locks" and "had lost" in ended.err:
            wrong[f"{label}: false “had lost”"] += 1
    return Found(trials, +wrong)


RIG = Rig("together", run, control, small=16, full=400)
