"""kill −9 of the server while eight push: what it acknowledged is there when it is back.

Each of its processes is ended at once, and it is begun again; whoever follows by asking for what
came since misses nothing. `control` is a login that waits for no disk, on a server where the
measure against that was undone.
"""

from __future__ import annotations

import random
import threading
import time
from collections import Counter
from pathlib import Path

from coach_tui.sharing.place import Name, Unreached
from coach_tui.sharing.server.place import Server
from tests.sharing.devices import new_key
from tests.sharing.postgres import Cluster, Database, ready

from .rig import Found, Rig

ENGAGEMENT = "0197a000-0000-7000-8000-00000000000c"
_WRITERS = 8
_AGAIN = 0.2  # seconds until who finds no server asks again: each time costs it a process
_MEASURE = "perform set_config('synchronous_commit', 'on', true);"


class Writers:
    """Several devices, each putting one push after the other until told to stop.

    `acked` is what the server said it has.
    """

    def __init__(self, practice: Database, count: int, each: int = 10**9) -> None:
        self.practice, self.each = practice, each
        self.key = new_key(ENGAGEMENT)
        self.acked: set[tuple[str, str]] = set()
        self.waited: list[float] = []
        self.stopping = threading.Event()
        self.logins = [f"w{number}{practice.name}" for number in range(min(count, 8))]
        practice.given({login: {ENGAGEMENT: True} for login in self.logins})
        self.threads = [
            threading.Thread(target=self._write, args=(number,), daemon=True)
            for number in range(count)
        ]

    def _write(self, number: int) -> None:
        place = Server(self.practice.url(self.logins[number % len(self.logins)]), ENGAGEMENT, 10)
        device = f"{number:016x}"
        for push in range(1, self.each + 1):
            name, sealed = self.key.seal(device, push, [b"x" * 400])
            while not self._put(place, Name(device, name), sealed):
                if self.stopping.is_set():
                    return
                time.sleep(_AGAIN)
            if self.stopping.is_set():
                return

    def _put(self, place: Server, name: Name, sealed: bytes) -> bool:
        began = time.perf_counter()
        try:
            place.put(1, name, sealed, "")
        except Unreached:
            return False
        self.waited.append(time.perf_counter() - began)
        self.acked.add((name.device, name.name))
        return True


class Follower:
    """Asks again and again for what came since; `seen` is all that it was told."""

    def __init__(self, writers: Writers) -> None:
        self._place = Server(writers.practice.url(writers.logins[0]), ENGAGEMENT, 10)
        self._last = threading.Event()
        self.seen: list[tuple[str, str]] = []
        self.thread = threading.Thread(target=self._follow, daemon=True)
        self.thread.start()

    def _follow(self) -> None:
        while True:
            last = self._last.is_set()
            try:
                names = self._place.names(1)
            except Unreached:
                time.sleep(_AGAIN)
                continue
            self.seen = [(there.name.device, there.name.name) for there in names]
            if last:
                return
            time.sleep(0.01)

    def end(self) -> list[tuple[str, str]]:
        self._last.set()
        self.thread.join(60)
        return self.seen


def missing(writers: Writers, follower: Follower) -> Counter[str]:
    """What was acknowledged and is not there; what is there and the follower never heard of."""
    seen = follower.end()
    with writers.practice.admin() as admin:
        there = set(admin.execute("select device, name from coach.push").fetchall())
    lost = len(writers.acked - there)
    skipped, twice = len(there - set(seen)), len(seen) - len(set(seen))
    return Counter({"acknowledged and missing": lost, "skipped": skipped, "twice": twice})


def run(trials: int, folder: Path) -> Found:
    """As many kills; how many pushes were acknowledged."""
    if not ready(folder):
        return Found(0, Counter())
    return _killed(trials, undone=False)


def control(trials: int, folder: Path) -> Found:
    """The same server, told to wait for no disk."""
    ready(folder)
    return _killed(trials, undone=True)


def _killed(kills: int, *, undone: bool) -> Found:
    cluster, dice = Cluster(forced=True), random.Random(kills)
    try:
        practice = cluster.database()
        writers = Writers(practice, _WRITERS)
        if undone:
            _undo(practice, writers.logins)
        follower = Follower(writers)
        for thread in writers.threads:
            thread.start()
        for _ in range(kills):
            time.sleep(dice.uniform(0.4, 1.0))
            cluster.kill()
            cluster.start()
        time.sleep(3 * _AGAIN)  # all are back at it
        writers.stopping.set()
        for thread in writers.threads:
            thread.join(60)
        return Found(len(writers.acked), +missing(writers, follower))
    finally:
        cluster.stop()


def _undo(practice: Database, logins: list[str]) -> None:
    with practice.admin() as admin:
        found = admin.execute(
            "select pg_get_functiondef('coach.push_arrives()'::regprocedure)"
        ).fetchone()
        assert found is not None
        assert _MEASURE in found[0]
        admin.execute(found[0].replace(_MEASURE, ""))
        admin.execute("alter system set wal_writer_delay = '10s'")
        admin.execute("select pg_reload_conf()")
        for login in logins:
            admin.execute(f"alter role {login} set synchronous_commit = off")


RIG = Rig("served", run, control, small=1, full=12)
