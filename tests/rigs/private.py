"""Private words recorded in every way, between words for all: none of them leaves this machine.

Notes, contacts, sections and documents, what turns private later, and gestures taken back, while
pushes go out, some of them whole. The control pushes all that was recorded.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from coach_tui.engagement import step
from coach_tui.engagement.change import Decision, Draft
from coach_tui.language import Refusal
from coach_tui.sharing.place import Name, Place
from tests.sharing.devices import Device, two

from .damage import hasty
from .rig import Found, Rig

HIDDEN, TOLD = "hush", "told"


def run(trials: int, folder: Path) -> Found:
    """As many gestures; private words that left, and words for all that did not."""
    with hasty():
        ann, nora, place = two(folder / "private")
        dice = random.Random(13)
        for number in range(trials):
            _say(ann, dice, number)
            if dice.random() < 0.15:
                undone = ann.session.undo()
                assert not isinstance(undone, Refusal), undone
            if dice.random() < 0.3:
                ann.exchange.push(whole=dice.random() < 0.1)
                nora.sync()
        for device in (ann, nora, ann):
            device.sync()
        return Found(trials, +_judged(ann, nora, place))


def control(trials: int, folder: Path) -> Found:
    """All that was recorded is put there."""
    with hasty():
        ann, nora, place = two(folder / "all")
        dice = random.Random(13)
        for number in range(trials):
            _say(ann, dice, number)
        lines = ann.session.journal.lines_of(ann.session.changes)
        device = ann.exchange.ledger.device
        name, sealed = ann.key.seal(device, 1, lines)
        place.put(1, Name(device, name), sealed, "")
        nora.take_in()
        return Found(trials, +_judged(ann, nora, place))


def _say(ann: Device, dice: random.Random, number: int) -> None:
    """In one of the ways there are: something private, something for all, or both."""
    hidden, told, which = f"{HIDDEN}-{number}-", f"{TOLD}-{number}-", ann.session.new_id()
    note = step.add_note(which, "access-crm", told, private=False)
    turned, later = Draft("note", which, {"private": True}), Draft("note", which, {"text": hidden})
    ways: tuple[tuple[Decision, ...], ...] = (
        (note,),
        (step.add_note(which, "access-crm", hidden, private=True),),
        (note, [turned], [later]),
        ([Draft("contact", which, {"name": told, "private": hidden})],),
        ([Draft("dossier-section", which, {"text": told, "private": hidden})],),
        ([Draft("document", which, {"title": hidden, "personal": True})],),
    )
    for decision in dice.choice(ways):
        ann.record(decision)


def _judged(ann: Device, nora: Device, place: Place) -> Counter[str]:
    at_hers = b"".join(
        each.read_bytes() for each in nora.folder.rglob("*") if each.is_file()
    ) + b"\n".join(_lines(nora, place))
    own = {
        one.id
        for one in ann.session.changes
        if not any(str(value).startswith(HIDDEN) for value in one.changes.values())
        and not (one.changes.keys() & {"private", "personal"})
    }
    return Counter(
        {
            "left": at_hers.count(f"{HIDDEN}-".encode()),
            "did not leave": len(own - nora.ids - _of_hidden(ann)),
        }
    )


def _of_hidden(ann: Device) -> set[str]:
    """Changes of records that are private as a whole, undoing ones among them."""
    records = {
        (one.entity, one.entity_id)
        for one in ann.session.changes
        if one.entity in ("note", "document")
        and (one.changes.get("private") or one.changes.get("personal"))
    }
    return {one.id for one in ann.session.changes if (one.entity, one.entity_id) in records}


def _lines(nora: Device, place: Place) -> Iterator[bytes]:
    """What lies in the place, as whoever has the key reads it."""
    for there in place.names(1):
        push = nora.key.open(there.name.device, there.name.name, place.get(1, there))
        yield from push.lines


RIG = Rig("private", run, control, small=40, full=1000)
