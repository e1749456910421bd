"""Two machines and a careless synchroniser: overwrites, delays, conflict copies in many styles."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from pathlib import Path

from tinydb import TinyDB

from coach_tui.engagement.change import Draft
from coach_tui.places import Home as Places
from coach_tui.session import Session, open_session
from coach_tui.wall_clock import wall_clock

from .damage import hasty
from .rig import Found, Home, Rig, stock

NAMES = (
    "{s} (B's conflicted copy 2026-01-05){n}.json", "{s}.sync-conflict-20260105-1010{n}-AB.json",
    "{s}-LAPTOP{n}.json", "{s} ({n}).json", "{s} {n}.json", "{s} (conflict {n}).json",
    "{s} (Kopie in Konflikt stehend {n}).json", "{s} (copie en conflit de B {n}).json",
)  # fmt: skip


class Synchroniser:
    """Carries the file between two folders; where both changed, one becomes a conflict copy."""

    def __init__(self, files: list[Path], *, copies: bool) -> None:
        self._files = files
        self._copies = copies
        self._server = files[0].read_bytes()
        self._carried = [self._server, self._server]
        self._count = 0

    def carry(self, side: int) -> None:
        file = self._files[side]
        mine = file.read_bytes()
        if mine != self._carried[side] and self._server not in (self._carried[side], mine):
            self._count += 1
            if self._copies:
                name = NAMES[self._count % len(NAMES)].format(s=file.stem, n=self._count)
                for each in self._files:
                    each.with_name(name).write_bytes(mine)
            file.write_bytes(self._server)
        elif mine != self._carried[side]:
            self._server = mine
        elif self._server != mine:
            file.write_bytes(self._server)
        self._carried[side] = file.read_bytes()


def run(trials: int, folder: Path) -> Found:
    with hasty():
        wrong = sum((_played(trials // 2, folder, copies=c) for c in (True, False)), Counter[str]())
    return Found(trials, +wrong)


def control(trials: int, folder: Path) -> Found:
    """TinyDB as it is shipped, through a folder where the last one wins."""
    files, dice = [folder / "sync-a.json", folder / "sync-b.json"], random.Random(5)
    for file in files:
        file.unlink(missing_ok=True)
        TinyDB(file).close()
    for number in range(trials):
        side = dice.randrange(2)
        with TinyDB(files[side]) as tables:
            tables.table("events").insert({"id": number})
        if dice.random() < 0.35:
            shutil.copy(files[side], files[1 - side])
    shutil.copy(files[0], files[1])
    return Found(trials, +Counter({"lost": trials - len(stock(files[1]))}))


def _played(edits: int, folder: Path, *, copies: bool) -> Counter[str]:
    dice, made = random.Random(edits + copies), set[str]()
    first = Home(folder / "sync-first").begun()
    homes = [Places(folder / f"sync-{side}" / "e", folder / f"sync-{side}" / "s") for side in "ab"]
    for home in homes:
        shutil.rmtree(home.engagements.parent, ignore_errors=True)
        home.engagements.mkdir(parents=True)
        shutil.copy(first.file, home.engagements)
    files = [home.engagements / first.file.name for home in homes]
    sessions = [_opened(file, home) for file, home in zip(files, homes, strict=True)]
    folder_between = Synchroniser(files, copies=copies)
    for number in range(edits):
        side = dice.randrange(2)
        draft = Draft("step", "baselines", {"by": f"{side}-{number}"})
        answer = sessions[side].record([draft])
        made |= {change.id for change in answer if not isinstance(change, str)}
        if dice.random() < 0.35:
            folder_between.carry(dice.randrange(2))
        if dice.random() < 0.3:
            sessions[side].refresh()
        if dice.random() < 0.02:
            sessions[side] = _opened(files[side], homes[side])
    for _ in range(4):
        for side in (0, 1):
            folder_between.carry(side)
            sessions[side].catch_up()
            folder_between.carry(side)
    found = [
        {change.id for change in _opened(*pair).changes} for pair in zip(files, homes, strict=True)
    ]
    shown = {str(session.engagement.record("step", "baselines")["by"]) for session in sessions}
    return Counter(
        {
            "lost": sum(len(made - ids) for ids in found),
            "lost in the file": sum(len(made - {e["id"] for e in stock(f)}) for f in files),
            "they differ": len(shown) - 1,
        }
    )


def _opened(file: Path, home: Places) -> Session:
    session = open_session(file, home, "founder", wall_clock({}))
    session.catch_up()
    return session


RIG = Rig("synced", run, control, small=160, full=3000)
