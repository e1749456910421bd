"""A long life: years of changes in one file open, are added to and taken back, anywhere."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from coach_tui.engagement.change import Change, to_record
from coach_tui.engagement.clock import HybridClock, milliseconds_of
from coach_tui.store import layout

from .rig import Found, Home, Rig, stock

STEPS = ("access-crm", "baselines", "skill-map", "access-analytics")
COMMANDS = tuple(
    said.split()
    for said in (
        "status", "today", "history", "history --limit 0 --json", "search ordinary", "check",
        "export handover", "export checklist --notes", "portfolio", "doctor",
    )
)  # fmt: skip
KEPT = 2.2  # the private folder by the file: more would weigh on a disk for years
FEWEST = 2000  # changes; of fewer, what is kept once weighs too much to be compared


def run(trials: int, folder: Path) -> Found:
    home = Home(folder / "long").begun()
    recorded = {event["id"] for event in stock(home.file)} | _lived(home, trials)
    return Found(trials, +Counter(_wrong(home, recorded, folder)))


def control(trials: int, folder: Path) -> Found:
    """One change of so many goes missing, from the file and from this machine's record."""
    home = Home(folder / "long-control").begun()
    recorded = {event["id"] for event in stock(home.file)} | _lived(home, 200)
    meta, lines = layout.sift(home.file.read_bytes())
    assert meta is not None
    left = [line for number, line in enumerate(lines) if number != 100]
    home.file.write_bytes(layout.compose(meta, {}, left))
    shutil.rmtree(home.state)
    return Found(200, +Counter(_wrong(home, recorded, folder)))


def _wrong(home: Home, recorded: set[str], folder: Path) -> Iterator[str]:
    for command in COMMANDS:
        ended = home.coach(*command)
        if ended.broken or ended.code not in (0, 3):
            yield f"{ended.broken or ended.code}: {' '.join(command)}"
    for gesture in (("step", "access-crm", "doing"), ("step", "baselines", "todo"), ("undo",)):
        if home.coach(*gesture).code != 0:
            yield f"refused: {gesture[0]}"
    here = {event["id"] for event in stock(home.file)}
    if recorded - here:
        yield "lost"
    there = home.twin(folder / "long-twin")
    if there.coach("step", "skill-map", "doing").code or there.coach("doctor").code:
        yield "unwell on another machine"
    if here - {event["id"] for event in stock(there.file)}:
        yield "lost on another machine"
    if len(recorded) >= FEWEST:
        kept = sum(path.stat().st_blocks * 512 for path in home.state.iterdir())
        if kept > KEPT * home.file.stat().st_size:
            yield f"the private folder is {kept / home.file.stat().st_size:.2f} × the file"


def _lived(home: Home, count: int) -> set[str]:
    """Add so many changes of three years, as a session would have. Their ids."""
    meta, lines = layout.sift(home.file.read_bytes())
    assert meta is not None
    changes = list(_changes(count, max(record["id"] for record in lines.values())))
    added = [layout.encode(to_record(change)) for change in changes]
    home.file.write_bytes(layout.compose(meta, {}, [*lines, *added]))
    return {change.id for change in changes}


def _changes(count: int, first: str) -> Iterator[Change]:
    clock, dice, seen = HybridClock(), random.Random(1), dict[str, str]()
    clock.observe(first)
    for number in range(count):
        identity, step = clock.stamp(0, dice.getrandbits(62)), STEPS[number % 4]
        moment = datetime.fromtimestamp(milliseconds_of(identity) / 1000, UTC)
        at = moment.isoformat(timespec="microseconds")
        actor = ("founder", "cmo")[number % 2]
        if number % 3:
            status = ("done", "todo", "doing")[number % 3]
            base = {"status": seen[step]} if step in seen else {}
            seen[step] = identity
            yield Change(identity, at, actor, "step", step, {"status": status}, base)
        else:
            text = f"a note of an ordinary length, some words about what was said {number}"
            yield Change(identity, at, actor, "note", identity, {"step": step, "text": text}, {})


RIG = Rig("long", run, control, small=300, full=30_000)
