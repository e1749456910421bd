"""A network that cuts, and one that swallows all in silence, between a device and its server.

A small proxy cuts every connection again and again while edits are made; then it keeps all of them
open and lets nothing through; then each answer takes a quarter of the time that a call is given
(five seconds, at full size). In the end nothing is lost, no call outlasted its time, and through
the slow line all has arrived.
`control` believes that what was sent arrived.
"""

from __future__ import annotations

import random
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from coach_tui.sharing.place import Name, Unreached
from coach_tui.sharing.server.calls import PATIENT_S
from coach_tui.sharing.server.place import Server
from tests.sharing.devices import Device, begun, new_key
from tests.sharing.postgres import cluster, ready

from .damage import hasty
from .rig import Found, Rig

_PATIENCE_S = 1.0
_FULL = 600
ENGAGEMENT = "0197a000-0000-7000-8000-00000000000d"


class Proxy:
    """Between somebody and 127.0.0.1:port, on a free port of its own."""

    def __init__(self, port: int) -> None:
        self._to = port
        self._lines: list[socket.socket] = []
        self.silent = False
        self.answers_after_s = 0.0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                try:
                    far = socket.create_connection(("127.0.0.1", self._to))
                except OSError:
                    near.close()
                    continue
                self._lines += [near, far]
                for ends in ((near, far, False), (far, near, True)):
                    threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, near: socket.socket, far: socket.socket, answers: bool) -> None:
        with suppress(OSError):
            while data := near.recv(16384):
                time.sleep(self.answers_after_s if answers else 0)
                while self.silent:
                    time.sleep(0.02)
                far.sendall(data)
        for each in (near, far):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        near.close()  # the other one is closed by whoever reads it

    def cut(self) -> None:
        """End whatever goes on."""
        lines, self._lines = self._lines, []
        for each in lines:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def end(self) -> None:
        self.silent = False
        self.cut()
        self._listening.close()


def run(trials: int, folder: Path) -> Found:
    """As many edits through the proxy; what the other lacks in the end."""
    if not ready(folder):
        return Found(0, Counter())
    return _played(trials, folder / "run")


def control(trials: int, folder: Path) -> Found:
    """Each push is put once, and what became of it is not asked."""
    ready(folder)
    practice, key = cluster().database(), new_key(ENGAGEMENT)
    login, device = f"h{practice.name}", "d" * 16
    practice.given({login: {ENGAGEMENT: True}})
    proxy = Proxy(practice.cluster.port)
    place = Server(practice.url(login, proxy.port), ENGAGEMENT, _PATIENCE_S)
    with _cutting(proxy, trials):
        for number in range(1, trials + 1):
            name, sealed = key.seal(device, number, [b"x" * 300])
            with suppress(Unreached):
                place.put(1, Name(device, name), sealed, "")
    proxy.end()
    with practice.admin() as admin:
        there = admin.execute("select name from coach.push").fetchall()
    return Found(trials, +Counter({"lost": trials - len(there)}))


def _played(edits: int, folder: Path) -> Found:
    practice = cluster().database()
    session = begun(folder / "a")
    logins = [f"c{side}{practice.name}" for side in "ab"]
    practice.given({login: {session.id: True} for login in logins})
    proxy, key = Proxy(practice.cluster.port), new_key(session.id)
    through = Server(practice.url(logins[0], proxy.port), session.id, _PATIENCE_S)
    ann = Device(folder / "a", key, through, "cmo/Ann", session)
    ann.made = ann.ids
    nora = Device(folder / "b", key, Server(practice.url(logins[1]), session.id), "founder/Nora")
    wrong = Counter[str]()
    with hasty():
        with _cutting(proxy, edits):
            for number in range(edits):
                ann.note(f"cut {number}")
                with suppress(OSError):
                    ann.sync()
        wrong["outlasted its time"] = _in_silence(ann, proxy)
        _meet(ann, nora)
        patience = PATIENT_S if edits >= _FULL else _PATIENCE_S
        ann.place = Server(practice.url(logins[0], proxy.port), session.id, patience)
        ann.open(key)
        proxy.answers_after_s = patience / 4
        wrong["not exchanged slowly"] = _slowly(ann, nora)
    proxy.end()
    wrong["lost"] = len(ann.made - nora.ids)
    wrong["invented"] = len(nora.ids - ann.ids)
    return Found(edits, +wrong)


@contextmanager
def _cutting(proxy: Proxy, seed: int) -> Iterator[None]:
    """Again and again, meanwhile."""
    dice, done = random.Random(seed), threading.Event()

    def cutting() -> None:
        while not done.is_set():
            time.sleep(dice.uniform(0.005, 0.06))
            proxy.cut()

    cutter = threading.Thread(target=cutting)
    cutter.start()
    yield
    done.set()
    cutter.join()


def _in_silence(ann: Device, proxy: Proxy) -> int:
    proxy.silent = True
    ann.note("in silence")
    began = time.monotonic()
    with suppress(Unreached):
        ann.sync()
    took = time.monotonic() - began
    proxy.silent = False
    proxy.cut()
    return int(took > _PATIENCE_S + 5)


def _slowly(ann: Device, nora: Device) -> int:
    """What either lacks of the other once each answer takes long; nothing fails meanwhile."""
    nora.note("to her who waits long")
    nora.sync()
    ann.note("from her who waits long")
    ann.sync()
    nora.sync()
    return len(ann.ids ^ nora.ids)


def _meet(ann: Device, nora: Device) -> None:
    for _ in range(40):
        try:
            ann.sync()
            break
        except OSError:
            time.sleep(0.05)
    nora.sync()


RIG = Rig("cut", run, control, small=25, full=_FULL)
