"""Fifty write to one engagement at once, and one follows: none missing, none skipped.

`control` counts by one sequence for all, as a table usually does: who asks for what came after the
last number skips what was numbered before and arrived after.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from pathlib import Path

from tests.sharing.postgres import Database, cluster, ready

from .rig import Found, Rig
from .served import Follower, Writers, missing

_EACH = {True: 200, False: 8}  # pushes of each, at full size and small
_MANY = 50


def run(trials: int, folder: Path) -> Found:
    """As many writers; how many pushes were acknowledged."""
    if not ready(folder):
        return Found(0, Counter())
    each = _EACH[trials >= _MANY]
    writers = Writers(cluster().database(), trials, each)
    follower = Follower(writers)
    for thread in writers.threads:
        thread.start()
    for thread in writers.threads:
        thread.join()
    wrong = missing(writers, follower)
    wrong["not acknowledged"] = trials * each - len(writers.acked)
    return Found(len(writers.acked), +wrong)


def control(trials: int, folder: Path) -> Found:
    """The same with a table that numbers its rows as they begin, not as they arrive."""
    ready(folder)
    practice = cluster().database()
    with practice.admin() as admin:
        admin.execute("create table coach.plain (seq bigserial, writer int, number int)")
    done = threading.Event()
    seen: set[int] = set()
    follower = threading.Thread(target=_follow, args=(practice, seen, done))
    writers = [threading.Thread(target=_add, args=(practice, each)) for each in range(trials)]
    for thread in (follower, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    time.sleep(0.1)
    done.set()
    follower.join()
    with practice.admin() as admin:
        there = {seq for (seq,) in admin.execute("select seq from coach.plain")}
    return Found(len(there), +Counter({"skipped": len(there - seen)}))


def _add(practice: Database, writer: int) -> None:
    with practice.admin() as connection:
        for number in range(8):
            with connection.transaction():
                connection.execute(
                    "insert into coach.plain (writer, number) values (%s, %s)", (writer, number)
                )
                connection.execute("select pg_sleep(random() * 0.02)")


def _follow(practice: Database, seen: set[int], done: threading.Event) -> None:
    last = 0
    with practice.admin() as connection:
        while True:
            ending = done.is_set()
            rows = connection.execute(
                "select seq from coach.plain where seq > %s order by seq", (last,)
            ).fetchall()
            seen |= {seq for (seq,) in rows}
            last = rows[-1][0] if rows else last
            if ending:
                return


RIG = Rig("crowded", run, control, small=8, full=50)
