"""Pushes changed, cut, moved, renumbered or made without the key: none is taken in.

The control seals for the right key, as anybody who knows its public half can, and checks nothing.
"""

from __future__ import annotations

import gzip
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from coach_tui.sharing import age
from coach_tui.sharing.key import Key, Unopened, name_of

from .rig import Found, Rig

ENGAGEMENT = "0197a000-0000-7000-8000-000000000001"
DEVICE = "0123456789abcdef"


def run(trials: int, folder: Path) -> Found:
    del folder
    key, wrong = Key(age.new_identity(), ENGAGEMENT), Counter[str]()
    for why, device, name, sealed in _attacks(key, trials):
        try:
            key.open(device, name, sealed)
        except Unopened:
            continue
        wrong[why] += 1
    return Found(trials, +wrong)


def control(trials: int, folder: Path) -> Found:
    """Believing whatever opens."""
    del folder
    key, wrong = Key(age.new_identity(), ENGAGEMENT), Counter[str]()
    for why, _, _, sealed in _attacks(key, trials):
        try:
            gzip.decompress(age.unseal(key.identity, sealed))
        except (age.Unsealed, OSError, EOFError):
            continue
        wrong[why] += 1
    return Found(trials, +wrong)


def _attacks(key: Key, trials: int) -> Iterator[tuple[str, str, str, bytes]]:
    dice = random.Random(4)
    name, sealed = key.seal(DEVICE, 7, [b'{"id":"x"}'] * 3)
    stranger = Key(age.new_identity(), ENGAGEMENT)
    elsewhere = Key(key.identity, ENGAGEMENT.replace("1", "2"))
    later = key._replace(generation=2)
    for trial in range(trials):
        at = dice.randrange(len(sealed))
        flipped = sealed[:at] + bytes([sealed[at] ^ 1 << dice.randrange(8)]) + sealed[at + 1 :]
        cut = sealed[: dice.randrange(len(sealed))]
        forged = age.seal(key.identity, gzip.compress(b"coach-push 1 0.1.0 " + b"0" * 64 + b"\n{}"))
        yield from (
            ("flipped", DEVICE, name, flipped),
            ("flipped and renamed", DEVICE, name_of(7, flipped), flipped),
            ("cut", DEVICE, name_of(7, cut), cut),
            ("renumbered", DEVICE, name_of(8, sealed), sealed),
            ("another device's", "f" * 16, name, sealed),
            ("forged by the public half", DEVICE, name_of(7, forged), forged),
            ("without the key", DEVICE, *stranger.seal(DEVICE, 7, [])),
            ("another engagement's", DEVICE, *elsewhere.seal(DEVICE, 7, [])),
            ("another generation's", DEVICE, *later.seal(DEVICE, 7, [])),
        )[trial % 9 : trial % 9 + 1]


RIG = Rig("sealed", run, control, small=180, full=20_000)
