"""A machine put back from a backup, or copied onto another, again and again: nothing said is lost.

Whoever is restored has what it pushed since brought back from the place; whoever is cloned goes on
beside its original. The control numbers its pushes by itself, and readers go by the last number.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

from tests.sharing.devices import Device, two

from .damage import hasty
from .rig import Found, Rig


def run(trials: int, folder: Path) -> Found:
    """As many backups, each put back or run beside its original."""
    dice, wrong = random.Random(11), Counter[str]()
    with hasty():
        ann, nora, place = two(folder / "restored")
        made = set(ann.made)
        for trial in range(trials):
            backup = folder / f"backup-{trial}"
            shutil.copytree(ann.folder, backup)
            for number in range(dice.randrange(1, 4)):
                ann.note(f"ann {trial}-{number}")
                nora.note(f"nora {trial}-{number}")
                _some_of_them_meet(dice, ann, nora)
            ann.sync()  # what never left a disk that is gone is gone
            again = Device(backup, ann.key, place, "cmo/Ann", clock=ann.clock)
            if dice.random() < 0.5:
                again.note(f"again {trial}, offline")
            if dice.random() < 0.5:
                ann.note(f"the original {trial}")
                _meet(ann, again, nora, ann)
                wrong["two of one name"] += ann.exchange.ledger.device == _name(again)
            again.sync()
            made |= ann.made | again.made
            shutil.rmtree(ann.folder)
            ann = again
        _meet(ann, nora, ann, nora)
        newcomer = Device(folder / "new", ann.key, place, "founder/New", clock=ann.clock)
        newcomer.take_in()
        made |= nora.made
        for device in (ann, nora, newcomer):
            device.reopen()
            wrong["lost"] += len(made - device.ids)
            wrong["invented"] += len(device.ids - made)
    return Found(trials, +wrong)


def control(trials: int, folder: Path) -> Found:
    """A counter of one's own, set back with the disk; readers ask for what came after the last."""
    del folder
    dice, place, read, last = random.Random(11), dict[int, int](), set[int](), 0
    made = number = 0
    for _ in range(trials):
        backup = number
        for _ in range(dice.randrange(1, 4)):
            number, made = number + 1, made + 1
            place[number] = made
        for each in sorted(each for each in place if each > last):
            read.add(place[each])
            last = each
        number = backup
    return Found(trials, +Counter({"lost": len(set(range(1, made + 1)) - read)}))


def _some_of_them_meet(dice: random.Random, ann: Device, nora: Device) -> None:
    for device in (ann, nora):
        if dice.random() < 0.6:
            device.sync()
    if dice.random() < 0.1:
        ann.exchange.push(whole=True)


def _meet(*devices: Device) -> None:
    for device in devices:
        device.sync()


def _name(device: Device) -> str:
    return device.exchange.ledger.device


RIG = Rig("restored", run, control, small=6, full=60)
