"""The power goes at any moment: what was acknowledged is there when it comes back.

Eight stories, each recorded call by call, cut at every call in all the ways the model knows (see
`power`). Each is told again by writers that leave out a step of saving: those must lose something.
"""

from __future__ import annotations

import json
import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from coach_tui.engagement.change import to_record
from coach_tui.store import disk, layout, union
from coach_tui.store.errors import StoreError
from coach_tui.store.journal import Journal
from coach_tui.store.missing_files import bring_back, records_without_a_file
from coach_tui.store.private_files import sifted
from coach_tui.store.signature import Signature, signature

from .conftest import ENGAGEMENT, author, created, opened
from .failing import fail_calls
from .power import Disk, RecordingOs, State

ENOUGH = 400  # states of a story: those beyond are sampled
AT_LEAST = {
    "creation": 20,
    "saves": ENOUGH,
    "saves_of_several": ENOUGH,
    "two_windows": ENOUGH,
    "repair": 150,
    "putting_back": 300,
    "uniting": 180,
    "bringing_back": 20,
}


class Desk(NamedTuple):
    """Where a story takes place, and the recorder of its calls."""

    root: Path
    recording: RecordingOs

    @property
    def place(self) -> Path:
        return self.root / "missions" / "acme.json"

    @property
    def state(self) -> Path:
        return self.root / "state"

    def acknowledge(self, *journals: Journal) -> None:
        """All that these journals know was said to be saved."""
        ids = {change.id for journal in journals for change in journal.changes}
        self.recording.acknowledge(frozenset(ids))

    def begun(self, changes: int = 3) -> Journal:
        """An engagement that has lain on the disk for long."""
        journal = created(self.place, self.state)
        journal.append(author(1)(changes))
        journal.catch_up()
        self.recording.settle()
        self.acknowledge(journal)
        return journal


def creation(desk: Desk) -> None:
    journal = created(desk.place, desk.state)
    desk.acknowledge(journal)
    journal.append(author(1)(1))
    desk.acknowledge(journal)


def saves(desk: Desk) -> None:
    journal = desk.begun()
    for change in author(2)(5):
        journal.append([change])
        desk.acknowledge(journal)


def saves_of_several(desk: Desk) -> None:
    """Imports: one gesture of many changes; and the account of what was parsed, kept each time."""
    journal = desk.begun(8)
    for count in (1, 9, 2):
        journal.append(author(count + 1)(count))
        desk.acknowledge(journal)


def two_windows(desk: Desk) -> None:
    mine = desk.begun()
    hers = opened(desk.place, desk.state)
    for number in range(2):
        mine.append(author(10 + number)(1))
        desk.acknowledge(mine, hers)
        hers.append(author(20 + number)(1))
        desk.acknowledge(mine, hers)
    mine.refresh()
    desk.acknowledge(mine, hers)


def repair(desk: Desk) -> None:
    """The file was found cut by another program: set aside, then written anew."""
    journal = desk.begun(5)
    whole = desk.place.read_bytes()
    desk.recording.overwrite(desk.place, whole[:-400])
    again = opened(desk.place, desk.state)
    again.catch_up()
    desk.acknowledge(journal, again)
    again.append(author(2)(1))
    desk.acknowledge(again)


def putting_back(desk: Desk) -> None:
    """A synchroniser brought an older version: what the file lost is put back."""
    journal = desk.begun(2)
    older = desk.place.read_bytes()
    journal.append(author(2)(3))
    desk.acknowledge(journal)
    desk.recording.overwrite(desk.place, older)
    again = opened(desk.place, desk.state)
    again.catch_up()
    desk.acknowledge(again)
    again.append(author(3)(1))
    desk.acknowledge(again)


def uniting(desk: Desk) -> None:
    """A conflict copy is taken in, saved, and renamed."""
    journal = desk.begun(2)
    text = desk.place.read_bytes()
    journal.append(author(2)(2))
    desk.recording.overwrite(desk.place.with_name("acme (conflicted copy).json"), _with(text))
    journal.refresh()
    desk.acknowledge(journal)
    journal.append(author(4)(1))
    desk.acknowledge(journal)


def bringing_back(desk: Desk) -> None:
    """The file went away and is written anew from this machine's own record."""
    desk.begun(4)
    desk.recording.unlink(desk.place)
    desk.recording.settle()
    [record] = records_without_a_file(desk.state, (), ())
    bring_back(record, [desk.place], desk.state)
    again = opened(desk.place, desk.state)
    again.catch_up()
    desk.acknowledge(again)
    again.append(author(2)(1))
    desk.acknowledge(again)


STORIES: dict[str, Callable[[Desk], None]] = {
    story.__name__: story
    for story in (
        creation,
        saves,
        saves_of_several,
        two_windows,
        repair,
        putting_back,
        uniting,
        bringing_back,
    )
}
# What the user may hear of, once the power is back: nothing, but where there was something to mend.
TOLD: dict[str, frozenset[str]] = {
    "repair": frozenset({"store.recovered", "store.set-aside"}),
    "putting_back": frozenset({"store.put-back"}),
    "uniting": frozenset({"store.adopted", "store.retired", "store.put-back"}),
}
# All but those that the second copy saves: its name has lain on the disk since the beginning.
CONTROLS = [
    (story, recipe)
    for story in STORIES
    for recipe in ("unforced file", "unforced folder", "in place")
    if (story, recipe) not in (("putting_back", "unforced folder"), ("uniting", "unforced folder"))
]
WRITTEN = frozenset(change.id for seed in range(100) for change in author(seed)(12))


@pytest.fixture(autouse=True)
def as_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was parsed is kept from the second event on, and part of every story.

    Recorded calls are not really forced to this machine's disk, whose power stays on.
    """
    monkeypatch.setattr(union, "WORTH", 2)


@pytest.mark.parametrize("hard_links", [True, False], ids=["", "no hard links"])
@pytest.mark.parametrize("story", STORIES)
def test_what_was_acknowledged_outlives_a_power_cut(
    story: str, hard_links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = _recorded(story, "ours", hard_links, tmp_path / "before", monkeypatch)
    states = list(_states(log))
    if len(states) > ENOUGH:
        states = random.Random(2).sample(states, ENOUGH)
    monkeypatch.setattr(disk, "_force", lambda _: None)
    monkeypatch.setattr(disk, "force_folder", lambda _: None)
    for number, (state, acknowledged) in enumerate(states):
        assert _survives(state, acknowledged, story, tmp_path / "after"), number
    assert len(states) >= AT_LEAST[story], "the story has become shorter than it was"


def test_they_are_as_many_states_as_we_promise() -> None:
    assert 2 * sum(AT_LEAST.values()) >= 3000


@pytest.mark.parametrize(("story", "recipe"), CONTROLS)
def test_control_a_writer_that_leaves_out_a_step_loses_something(
    story: str, recipe: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = _recorded(story, recipe, True, tmp_path / "before", monkeypatch)
    monkeypatch.setattr(disk, "_force", lambda _: None)
    monkeypatch.setattr(disk, "force_folder", lambda _: None)
    assert not all(
        _survives(state, acknowledged, story, tmp_path / "after")
        for state, acknowledged in _states(log)
    )


def _recorded(
    story: str, recipe: str, hard_links: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[object, ...]]:
    """The calls of this story, and what was acknowledged when."""
    folder.mkdir()
    recording = RecordingOs(folder, hard_links=hard_links)
    with monkeypatch.context() as watched:
        fail_calls(watched, recording)
        watched.setattr(Path, "rename", lambda path, name: recording.replace(path, name))
        if recipe == "unforced file":
            watched.setattr(disk, "_force", lambda _: None)
        if recipe == "unforced folder":
            watched.setattr(disk, "force_folder", lambda _: None)
        if recipe == "in place":
            watched.setattr(disk, "replace", _in_place)
        STORIES[story](Desk(folder, recording))
    return recording.log


def _states(log: list[tuple[object, ...]]) -> Iterator[tuple[State, frozenset[str]]]:
    """Every different state that a cut may leave, from the first acknowledgement on."""
    dice, drive = random.Random(1), Disk()
    acknowledged: frozenset[str] | None = None
    seen: set[int] = set()
    for call in log:
        drive.follow(call)
        if call[0] == "acknowledged":
            acknowledged = call[1]  # type: ignore[assignment]
        if acknowledged is None:
            continue
        for state in drive.states(dice):
            mark = hash((len(acknowledged), frozenset(state.items())))
            if mark not in seen:
                seen.add(mark)
                yield state, acknowledged


def _survives(state: State, acknowledged: frozenset[str], story: str, folder: Path) -> bool:
    """Whether all that was acknowledged is there, said of nothing else, and work goes on."""
    for name, text in state.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    try:
        return _is_whole(folder / "missions" / "acme.json", folder / "state", acknowledged, story)
    except (StoreError, ValueError):
        return False
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _is_whole(place: Path, state: Path, acknowledged: frozenset[str], story: str) -> bool:
    if story == "bringing_back" and not place.exists():  # it had not come back yet
        _, kept = sifted(state / f"{ENGAGEMENT}.jsonl")
        return acknowledged <= {record["id"] for record in kept.values()}
    told = TOLD.get(story, frozenset())
    if not told:  # the file by itself, on another computer
        alone = opened(place, state / "none")
        if alone.notices or not acknowledged <= _ids(alone):
            return False
    together = opened(place, state)
    together.catch_up()
    together.append(author(99)(1))
    json.loads(place.read_bytes())
    again = opened(place, state / "none")
    reasons = {notice.reason for notice in together.notices}
    return (
        acknowledged <= _ids(together) == _ids(again)
        and reasons <= told
        and again.notices == []
        and all(change.id in WRITTEN for change in again.changes)
    )


def _ids(journal: Journal) -> set[str]:
    return {change.id for change in journal.changes}


def _with(text: bytes) -> bytes:
    """A copy of the file in which somebody else saved two changes more."""
    meta, events = layout.sift(text)
    assert meta is not None
    theirs = [layout.encode(to_record(change)) for change in author(3)(2)]
    return layout.compose(meta, {}, [*events, *theirs])


def _in_place(path: Path, text: bytes, mark: str, previous: Path | None = None) -> Signature:
    """As stock TinyDB writes: over the old text, then forced."""
    disk.os.unlink(path)
    file = disk.os.open(path, os.O_WRONLY | os.O_CREAT)
    try:
        disk.os.write(file, text)
        disk._force(file)
    finally:
        disk.os.close(file)
    found = signature(path)
    assert found is not None
    return found
