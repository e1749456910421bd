"""Two laptops and a synchroniser that overwrites, delays and leaves conflict copies."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from coach_tui.store import disk
from coach_tui.store.event_set import KnownEvents
from coach_tui.store.journal import Journal
from coach_tui.store.union import Union

from .conftest import JANUARY_MS, author, created, opened

RUNS, EDITS = 6, 80


class Laptop:
    """A folder of its own, a clock of its own, a person who edits."""

    def __init__(self, folder: Path, name: str, skew_ms: int, seed: int) -> None:
        self.place, self.state = folder / name / "acme.json", folder / name / "state"
        self.compose = author(seed, name, JANUARY_MS + skew_ms)
        self.journal: Journal

    def edit(self) -> str:
        [change] = self.compose()
        self.journal.append([change])
        return change.id

    def restart(self) -> None:
        self.journal = opened(self.place, self.state)
        self.journal.catch_up()

    def in_file(self) -> set[str]:
        return {change.id for change in opened(self.place, self.state / "none").changes}


@pytest.mark.parametrize("together", [True, False], ids=["united", "control"])
def test_no_acknowledged_edit_is_lost(
    together: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control: the same safe storage in a program that reads, adds and writes, and no more."""
    monkeypatch.setattr(disk, "_force", lambda _: None)
    monkeypatch.setattr(disk, "force_folder", lambda _: None)
    if not together:
        monkeypatch.setattr(KnownEvents, "lacking", lambda *_: [])
        for part in ("recall", "mend", "adopt"):
            monkeypatch.setattr(Union, part, lambda _: None)
    lost = [_lost_in_a_run(seed, tmp_path / str(seed)) for seed in range(RUNS)]
    assert (sum(lost) == 0) is together, f"lost {lost} of {EDITS} each"


def _lost_in_a_run(seed: int, folder: Path) -> int:
    dice = random.Random(seed)
    ann = Laptop(folder, "ann", dice.randrange(-1_000_000, 1_000_000), seed * 2 + 1)
    bob = Laptop(folder, "bob", dice.randrange(-1_000_000, 1_000_000), seed * 2 + 2)
    ann.journal = created(ann.place, ann.state)
    bob.place.parent.mkdir(parents=True)
    bob.place.write_bytes(ann.place.read_bytes())
    bob.restart()
    underway: list[tuple[Path, bytes]] = []
    acknowledged = set()
    for number in range(EDITS):
        who, other = dice.sample([ann, bob], 2)
        acknowledged.add(who.edit())
        _synchronise(dice, who, other, number, underway)
        if dice.random() < 0.3:
            other.journal.refresh()
        if dice.random() < 0.05:
            who.restart()
    for target, source in ((bob, ann), (ann, bob), (bob, ann)):
        target.place.write_bytes(source.place.read_bytes())
        target.restart()
    assert ann.in_file() == bob.in_file()
    return len(acknowledged - ann.in_file())


def _synchronise(
    dice: random.Random, who: Laptop, other: Laptop, number: int, underway: list[tuple[Path, bytes]]
) -> None:
    """Half the time it overwrites; else a conflict copy, a delay, or an old version comes late."""
    text, fate = who.place.read_bytes(), dice.random()
    if fate < 0.5:
        _deliver(other.place, text)
    elif fate < 0.7:
        name = f"acme.sync-conflict-{number}.json"
        other.place.with_name(name).write_bytes(text)
    elif fate < 0.85:
        underway.append((other.place, text))
    elif underway:
        _deliver(*underway.pop(dice.randrange(len(underway))))


def _deliver(place: Path, text: bytes) -> None:
    """Synchronisers write beside and rename, as we do."""
    arriving = place.with_name(".arriving")
    arriving.write_bytes(text)
    arriving.replace(place)
