"""The file cut and changed anywhere: with this machine's record all comes back, and it is said."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import coach_tui.store.disk as disk
import coach_tui.store.file as store_file
from coach_tui.store.errors import StoreError
from coach_tui.store.journal import Journal

from .rig import Found, Home, Rig, stock


def run(trials: int, folder: Path) -> Found:
    home = Home(folder / "damage").begun()
    for status in ("done", "doing", "todo"):
        home.coach("step", "access-crm", status, "--note", f"Réunion “{status}”")
    good, wrong = home.file.read_bytes(), Counter[str]()
    want = {event["id"]: event["changes"] for event in stock(home.file)}
    record = next(home.state.glob("*.jsonl")).read_bytes()
    with hasty():
        for text in _damaged(good, trials):
            for known in (record, b""):
                wrong.update(_judged(folder / "damaged", text, known, want))
    return Found(2 * trials, +wrong)


def control(trials: int, folder: Path) -> Found:
    """TinyDB as it is shipped believes whatever parses."""
    home = Home(folder / "damage-control").begun()
    good, wrong = home.file.read_bytes(), Counter[str]()
    want = [event["changes"] for event in stock(home.file)]
    file = folder / "believed.json"
    for text in _damaged(good, trials):
        file.write_bytes(text)
        try:
            if [event.get("changes") for event in stock(file)] != want:
                wrong["silent"] += 1
        except (ValueError, AttributeError, TypeError, KeyError):
            wrong["unreadable"] += 1
    return Found(trials, +wrong)


def _damaged(good: bytes, trials: int) -> Iterator[bytes]:
    dice = random.Random(7)
    for trial in range(trials):
        at = dice.randrange(len(good))
        end = min(len(good), at + dice.randrange(1, 300))
        yield (
            good[:at],
            good[:at] + bytes([good[at] ^ 1 << dice.randrange(8)]) + good[at + 1 :],
            good[:at] + good[end:],
            good[:at] + b"\0" * (end - at) + good[end:],
        )[trial % 4]


def _judged(folder: Path, text: bytes, record: bytes, want: dict[str, object]) -> Iterator[str]:
    shutil.rmtree(folder, ignore_errors=True)
    file, state = folder / "dupont.json", folder / "state"
    state.mkdir(parents=True)
    file.write_bytes(text)
    engagement = text.partition(b'"engagement":"')[2][:36].decode("ascii", "replace")
    if record and len(engagement) == 36 and "\0" not in engagement and "/" not in engagement:
        (state / f"{engagement}.jsonl").write_bytes(record)
    try:
        journal = Journal.open(file, state)
        said = bool(journal.notices)
        journal.catch_up()
        said = said or bool(journal.notices)
    except StoreError:
        if file.read_bytes() != text:
            yield "refused, and touched"
        return
    except Exception as error:
        yield f"raised {type(error).__name__}"
        return
    found = {change.id: change.changes for change in journal.changes}
    if any(want.get(name) != changes for name, changes in found.items()):
        yield "invented"
    if want.keys() - found.keys() and not said:
        yield "lost silently"
    if {event["id"] for event in stock(file)} != found.keys():
        yield "file and memory differ"


class hasty:
    """Without the pauses and the forcing: no power is cut here, and nobody else writes."""

    def __enter__(self) -> None:
        self._before = disk._force, disk.force_folder, store_file.READ_PAUSES
        disk._force = disk.force_folder = lambda _: None
        store_file.READ_PAUSES = ()

    def __exit__(self, *_: object) -> None:
        disk._force, disk.force_folder, store_file.READ_PAUSES = self._before


RIG = Rig("damage", run, control, small=150, full=4000)
