"""Somebody leaves, again and again, and the key is renewed each time.

Late offline work arrives, what the leaver makes afterwards does not, and her key opens nothing that
comes after. The control renews without saying that the old key is closed.
"""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

from coach_tui.sharing.key import Key, Unopened
from coach_tui.sharing.place import Place
from tests.sharing.devices import Device, new_key, two

from .damage import hasty
from .rig import Found, Rig


def run(trials: int, folder: Path) -> Found:
    """As many people who leave."""
    return Found(trials, +_renewed(trials, folder / "renewed", closing=True))


def control(trials: int, folder: Path) -> Found:
    """The old key is never said to be closed."""
    return Found(trials, +_renewed(trials, folder / "open", closing=False))


def _renewed(trials: int, folder: Path, *, closing: bool) -> Counter[str]:
    dice, wrong = random.Random(12), Counter[str]()
    with hasty():
        ann, nora, place = two(folder)
        for trial in range(trials):
            leaver = Device(
                folder / f"leaver-{trial}", ann.key, place, f"founder/L{trial}", clock=ann.clock
            )
            leaver.take_in()
            theirs = leaver.note(f"while she was there {trial}")
            leaver.sync()
            ann.note(f"ann {trial}")
            ann.sync()
            late = nora.note(f"offline, before the renewal {trial}")
            old, key = ann.key, new_key(ann.key.engagement, ann.key.generation + 1)
            ann.exchange.push(closing=closing)
            ann.open(key)
            ann.exchange.push(whole=True)
            if dice.random() < 0.5:
                nora.exchange.push()  # under the old key: she has not looked yet
            after = leaver.note(f"after having left {trial}")
            leaver.exchange.push()
            nora.take_in()
            nora.open(key)
            for device in (nora, ann, nora):
                device.sync()
            wrong["late work lost"] += {late.id, theirs.id} - ann.ids != set()
            wrong["taken from who left"] += after.id in ann.ids | nora.ids
            wrong["opened by who left"] += _opened(place, old, key.generation)
        newcomer = Device(folder / "new", ann.key, place, "founder/New", clock=ann.clock)
        newcomer.take_in()
        wrong["they differ"] += len(ann.ids ^ nora.ids) + len(ann.ids ^ newcomer.ids)
    return wrong


def _opened(place: Place, old: Key, generation: int) -> int:
    """How many pushes of this generation the old key opens."""
    found = 0
    for there in place.names(generation):
        for key in (old, old._replace(generation=generation)):
            try:
                key.open(there.name.device, there.name.name, place.get(generation, there))
            except Unopened:
                continue
            found += 1
    return found


RIG = Rig("renewed", run, control, small=3, full=60)
