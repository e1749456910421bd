"""Two programs of one machine push at once, as the app and a command do: nothing waits unsaid.

Each notes, takes in and pushes, again and again, through one folder and one list of what was put
there; a colleague and a newcomer read. `control` is the same where nobody waits for the other, and
a push stands for whatever was begun before it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Set
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from unittest.mock import patch

from coach_tui.sharing.folder import Folder
from coach_tui.sharing.key import Key
from coach_tui.sharing.ledger import PlaceLedger
from coach_tui.sharing.ledger_file import LedgerFile
from tests.sharing.devices import Device, begun, new_key

from .damage import hasty
from .rig import Found, Rig

_WHOLE = 13  # pushes, to one that stands for all of its device's


def run(trials: int, folder: Path) -> Found:
    """As many notes by each of the two."""
    with hasty():
        return _crossed(trials, folder / "crossing")


def control(trials: int, folder: Path) -> Found:
    """Each goes by what it knew."""
    with hasty(), _each_for_itself():
        return _crossed(trials, folder / "each-for-itself")


@contextmanager
def _each_for_itself() -> Iterator[None]:
    with (
        patch.object(LedgerFile, "held", lambda *_: nullcontext()),
        patch.object(PlaceLedger, "stood_for", _whatever_was_begun),
    ):
        yield


def _whatever_was_begun(ledger: PlaceLedger, _: Set[str], *, whole: bool) -> list[str]:
    return [each for each in ledger.mine if whole or each not in ledger.seen]


def _crossed(trials: int, folder: Path) -> Found:
    session = begun(folder / "ann")
    key, place = new_key(session.id), Folder(folder / "shared", session.id)
    place.begin()
    first = Device(folder / "ann", key, place, "cmo/Ann")
    first.sync()
    device = first.exchange.ledger.device
    told = Counter(_both(partial(_works, folder / "ann", key, place, trials)))
    nora, newcomer = (Device(folder / name, key, place, "founder/Nora") for name in ("nora", "new"))
    nora.take_in()
    newcomer.take_in()
    ann = Device(folder / "ann", key, place, "cmo/Ann")
    names = [there.name for there in place.names(1)]
    numbers = Counter((name.device, name.number) for name in names)
    wrong = Counter(
        {
            "nobody else has it": len(ann.ids - nora.ids) + len(ann.ids - newcomer.ids),
            "lost": 2 * trials - told["noted"],
            "two of one number": sum(count - 1 for count in numbers.values()),
            "falsely told": told["share.restored"] + (ann.exchange.ledger.device != device),
            "not known as ours": len({name.text for name in names} - ann.exchange.ledger.mine),
        }
    )
    return Found(2 * trials, +wrong)


def _works(home: Path, key: Key, place: Folder, trials: int, number: int) -> Iterator[str]:
    """One of the two; what it has to say of itself."""
    device = Device(home, key, place, "cmo/Ann")
    for count in range(trials):
        device.note(f"{number}-{count}")
        yield "noted"
        device.take_in()
        device.exchange.push(whole=count % _WHOLE == _WHOLE - 1)
        device.exchange.tidy()
        yield from (notice.reason for notice in device.exchange.take_notices())


def _both(work: Callable[[int], Iterator[str]]) -> list[str]:
    """What two programs of their own said, which begin at the same moment."""
    heard, pipe = os.pipe()
    gate, opening = os.pipe()
    children = []
    for number in range(2):
        pid = os.fork()
        if not pid:
            try:
                os.close(opening)
                os.read(gate, 1)  # nothing comes: it is closed, for both at once
                for said in work(number):
                    os.write(pipe, f"{said}\n".encode())
            finally:
                os._exit(0)
        children.append(pid)
    os.close(pipe)
    os.close(gate)
    os.close(opening)
    with os.fdopen(heard, encoding="utf-8") as said:
        lines = said.read().splitlines()
    for pid in children:
        os.waitpid(pid, 0)
    return lines


RIG = Rig("crossing", run, control, small=40, full=600)
