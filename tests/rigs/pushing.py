"""kill -9 of a device while it notes, pushes, replaces and takes in: nothing said is lost.

The control pushes what came since its last push, and remembers that before the push is there.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

from coach_tui.sharing.folder import Folder
from coach_tui.sharing.key import Key
from tests.sharing.devices import Device, begun, new_key

from .kills import Say, one_kill
from .rig import Found, Rig

Works = Callable[..., None]


def run(trials: int, folder: Path) -> Found:
    return _played(trials, folder / "pushing", _works)


def control(trials: int, folder: Path) -> Found:
    return _played(trials, folder / "since", _since)


def _played(trials: int, folder: Path, works: Works) -> Found:
    dice, acknowledged = random.Random(3), set[str]()
    session = begun(folder / "ann")
    key, place = new_key(session.id), Folder(folder / "shared", session.id)
    place.begin()
    nora = Device(folder / "nora", key, place, "founder/Nora")
    for trial in range(trials):
        work = partial(works, folder / "ann", key, place, number=trial)
        acknowledged |= one_kill(work, 0.05 + dice.random() / 4)
        nora.note(f"nora {trial}")
        nora.sync()
    ann = Device(folder / "ann", key, place, "cmo/Ann")
    if works is _works:
        for device in (ann, nora, ann, nora):
            device.sync()
    else:
        nora.sync()
    newcomer = Device(folder / "new", key, place, "founder/New")
    newcomer.take_in()
    texts = [_notes(device) for device in (ann, nora, newcomer)]
    names = ("at home", "at the other's", "for a newcomer")
    lost = {name: len(acknowledged - there) for name, there in zip(names, texts, strict=True)}
    return Found(trials, +Counter(lost))


def _works(home: Path, key: Key, place: Folder, say: Say, number: int) -> None:
    device = Device(home, key, place, "cmo/Ann")
    say("ready")
    for count in range(10**6):
        device.note(f"{number}-{count}")
        say(f"{number}-{count}")
        device.take_in()
        device.exchange.push(whole=count % 17 == 16)
        if count % 19 == 18:
            device.exchange.tidy()


def _since(home: Path, key: Key, place: Folder, say: Say, number: int) -> None:
    device, mark = Device(home, key, place, "cmo/Ann"), home / "pushed"
    say("ready")
    for count in range(10**6):
        device.note(f"{number}-{count}")
        say(f"{number}-{count}")
        since = int(mark.read_text()) if mark.exists() else 0
        changes = device.session.changes
        mark.write_text(str(len(changes)))
        name, sealed = key.seal("0" * 16, count, device.session.journal.lines_of(changes[since:]))
        time.sleep(0.02)  # the moment between the two: most kills fall in it
        path = place.root / "1" / ("0" * 16) / f"{name}.age"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(sealed)


def _notes(device: Device) -> set[str]:
    records = device.session.engagement.records("note").values()
    return {str(record["text"].value) for record in records}


RIG = Rig("pushing", run, control, small=8, full=120)
