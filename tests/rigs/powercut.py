"""The power goes at any moment of a real command: what it said is saved is there afterwards.

The calls come from strace, and `tests.store.power` makes of them the states that a cut may leave.
The tests of the store play that over its own functions; here it is the whole program, and `new`
with the folders it makes.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from coach_tui.store.errors import StoreError
from coach_tui.store.journal import Journal
from tests.store.power import Call, Disk, State

from .damage import hasty
from .rig import BEGIN, Found, Home, Rig, stock
from .traced import Tracer, can_trace

COMMANDS = (
    ("step", "access-crm", "todo", "--note", "x" * 3000),
    ("undo",),
    ("step", "baselines", "doing", "--note", "été"),
)


def run(trials: int, folder: Path) -> Found:
    """Cuts of saves, with this machine's record and without; cuts of `new` in an empty place."""
    if not can_trace():
        return Found(0, Counter())
    saves = _saves(folder, trials)
    return _cut(trials, folder, (saves, _without_record(saves), _begun(folder)))


def control(trials: int, folder: Path) -> Found:
    """The same, had saving forced nothing; had neither forced a folder."""
    saves = _saves(folder, trials)
    nothing = [call for call in saves if call[0] != "force"]
    own, begun = _no_folder(_without_record(saves)), _no_folder(_begun(folder))
    return _cut(trials, folder, (nothing, own, begun))


def _begun(folder: Path) -> list[Call]:
    """The calls of `new` where the home and the folder it is in are not there yet."""
    top = folder / "power-new"
    tracer = Tracer(Home(top / "deep" / "home"), top)
    top.mkdir(exist_ok=True)
    tracer.run(BEGIN, folder)
    return tracer.calls


def _no_folder(calls: Sequence[Call]) -> list[Call]:
    return [call for call in calls if call[0] != "force" or isinstance(call[1], int)]


def _saves(folder: Path, trials: int) -> list[Call]:
    home = Home(folder / "power").begun()
    home.coach("step", "access-crm", "done", "--note", "first " * 60)
    tracer = Tracer(home, home.folder)
    for command in COMMANDS[: 1 if trials < 200 else None]:
        tracer.run(command, folder)
    return tracer.calls


def _without_record(calls: Sequence[Call]) -> list[Call]:
    """As if this machine kept nothing beside the file."""
    return [call for call in calls if not str(call[1]).startswith("state")]


def _cut(trials: int, folder: Path, stories: Sequence[Sequence[Call]]) -> Found:
    wrong, tried = Counter[str](), 0
    with hasty():
        for story in stories:
            for state, wanted in _sampled(list(_states(story)), trials // len(stories)):
                tried += 1
                wrong[_judged(folder / "cut", state, wanted)] += 1
    del wrong[""]
    return Found(tried, +wrong)


def _states(calls: Sequence[Call]) -> Iterator[tuple[State, frozenset[str]]]:
    """What may be left at each moment, and what had been acknowledged by then."""
    disk, dice, wanted = Disk(), random.Random(3), frozenset[str]()
    folders = {call[1] for call in calls if call[0] == "bind" and _is_folder(call[1], calls)}
    for call in calls:
        if call[0] == "acknowledged":
            wanted = call[1]
        disk.follow(call)
        if wanted:
            for state in disk.states(dice):
                yield _reachable(state, folders), wanted


def _is_folder(name: str, calls: Sequence[Call]) -> bool:
    return any(str(call[1]).startswith(f"{name}/") for call in calls if call[0] == "bind")


def _reachable(state: State, folders: set[str]) -> State:
    """Without what lies in a folder whose own name is not on the disk."""
    return {
        name: text
        for name, text in state.items()
        if name not in folders
        and all(str(above) in state for above in Path(name).parents if str(above) in folders)
    }


def _sampled(
    found: list[tuple[State, frozenset[str]]], most: int
) -> list[tuple[State, frozenset[str]]]:
    return found if len(found) <= most else random.Random(5).sample(found, most)


def _judged(folder: Path, state: State, wanted: frozenset[str]) -> str:
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in state.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    found = [path for path in folder.rglob("engagements/*.json") if path.name[0] != "."]
    if len(found) != 1:
        return "gone"
    try:
        journal = Journal.open(found[0], found[0].parents[1] / "state")
        journal.catch_up()
    except StoreError:
        return "corrupt"
    there = {change.id for change in journal.changes}
    if wanted - there:
        return "lost"
    return "" if wanted <= {event["id"] for event in stock(found[0])} else "not put back"


RIG = Rig("powercut", run, control, small=150, full=6000)
