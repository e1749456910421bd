"""A later version's file, an older one in its place: what we do not know is kept or not touched."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from coach_tui.engagement.clock import HybridClock
from coach_tui.store import layout

from .rig import Found, Home, Rig

COMMANDS = tuple(
    said.split()
    for said in (
        "step access-analytics done", "undo", "status", "history", "export handover", "doctor",
        "team add Ann", "rhythm decide Stop", "kpi add mql --definition x", "today",
    )
)  # fmt: skip
NEWER = (2, 99, 10**9, 1.5, "1", None, True, 0, -1)
READING = ("history", "export checklist --notes", "search LATER")


def run(trials: int, folder: Path) -> Found:
    wrong, tried = Counter[str](), 0
    for command in COMMANDS[:trials]:
        home = _later(folder / "later")
        before = json.loads(home.file.read_text())
        if (ended := home.coach(*command)).broken:
            wrong[f"{ended.broken}: {command[0]}"] += 1
        wrong.update(_lost(before, home))
        tried += 1
    for version in NEWER[: 1 + trials // 2]:
        wrong.update(_touched(folder / "newer", version))
        tried += 1
    for said in READING:
        wrong.update(_blind(folder / "older", said.split()))
        tried += 1
    return Found(tried, +wrong)


def control(trials: int, folder: Path) -> Found:
    """A program that writes back only what it knows."""
    home = _later(folder / "later-control")
    before = json.loads(home.file.read_text())
    known = ("id", "at", "actor", "entity", "entity_id", "changes", "base", "c")
    with TinyDB(home.file) as tables:
        events = [{n: e[n] for n in known if n in e} for e in tables.table("events").all()]
        tables.drop_table("attachments")
        tables.drop_table("events")
        tables.table("events").insert_multiple(events)
    return Found(1, Counter(_lost(before, home)))


def _later(folder: Path) -> Home:
    """An engagement in which a later version has written fields, things and tables of its own."""
    home = Home(folder).begun()
    home.coach("step", "access-crm", "done")
    meta, lines = layout.sift(home.file.read_bytes())
    assert meta is not None
    records = list(lines.values())
    clock = HybridClock()
    clock.observe(records[-1]["id"])
    said = {"at": records[-1]["at"], "actor": "founder"}
    step = {"entity": "step", "entity_id": "access-crm"}
    new: Sequence[dict[str, Any]] = (
        {**said, "id": clock.stamp(0, 1), "entity": "hologram", "entity_id": "h1", "v": 2,
         "changes": {"x": {"deep": [1, 2]}}, "colour": "blue"},
        {**said, **step, "id": clock.stamp(0, 2), "changes": {"mood": "good"}, "sig": "abc"},
        {"kind": "checkpoint", "n": 5},
        {"id": "zz", "what": [1]},
    )  # fmt: skip
    about = {name: value for name, value in meta.items() if name != "c"} | {"tz": "Europe/Paris"}
    text = layout.compose(
        about, {"attachments": {"1": {"a": [1, {"b": None}]}}},
        map(layout.encode, [*records, *new]),
    )  # fmt: skip
    home.file.write_bytes(text)
    shutil.rmtree(home.state)
    return home


def _lost(before: dict[str, Any], home: Home) -> Iterator[str]:
    after = json.loads(home.file.read_text())
    events = list(after["events"].values())
    if any(event not in events for event in before["events"].values()):
        yield "an event of a later version is lost or changed"
    if after.get("attachments") != before["attachments"]:
        yield "a table of a later version is lost"
    if after["meta"]["1"].get("tz") != "Europe/Paris":
        yield "what the file said of itself is lost"


def _touched(folder: Path, version: object) -> Iterator[str]:
    """A format we do not know is refused, in words, and nothing is written."""
    home = Home(folder).begun()
    meta, lines = layout.sift(home.file.read_bytes())
    home.file.write_bytes(layout.compose({**(meta or {}), "format": version}, {}, lines))
    before = home.file.read_bytes()
    for command in COMMANDS[:6]:
        ended = home.coach(*command)
        if ended.broken or ended.code == 0:
            yield f"format {version!r}: {ended.broken or 'taken'}, {command[0]}"
    names = list(home.file.parent.iterdir())
    if home.file.read_bytes() != before or len(names) != 1:
        yield f"format {version!r}: touched"


def _blind(folder: Path, command: list[str]) -> Iterator[str]:
    """A synchroniser puts an older file in place: reading knows what this machine knows."""
    home = Home(folder).begun()
    older = home.file.read_bytes()
    home.coach("step", "baselines", "done", "--note", "LATER")
    home.file.write_bytes(older)
    if "LATER" not in home.coach(*command).out:
        yield f"does not know what was saved: {command[0]}"
    if home.coach("doctor").code == 0:
        yield "the doctor says that all is well"
    home.coach("step", "access-crm", "done")
    if b"LATER" not in home.file.read_bytes():
        yield "not put back"


RIG = Rig("versions", run, control, small=2, full=len(COMMANDS) + len(NEWER))
