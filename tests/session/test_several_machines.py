"""Three machines, one engagement, a careless synchroniser, and damage on the way.

Whatever happens in whatever order, nothing acknowledged is lost, nothing appears that nobody
recorded, undo puts back what was there, and all end up alike.
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from coach_tui.engagement.change import Change, Draft
from coach_tui.engagement.profile import begin
from coach_tui.language.refusal import Refusal
from coach_tui.places import Home
from coach_tui.session import Session, create_session, make_home, open_session
from coach_tui.session import open_engagement as sessions
from coach_tui.store import disk, file, layout
from coach_tui.store.union import Union

NAME = "acme.json"
START_MS = 1_788_771_600_000
SKEWS_MS = (0, 3_600_000, -3_600_000)  # how wrong each machine's clock is
MACHINES = range(len(SKEWS_MS))
SMALL = settings(max_examples=40, stateful_step_count=25)

machines = st.sampled_from(MACHINES)
steps = st.sampled_from(["brief", "crm", "kpi"])
parts = st.integers(0, 999)


class Machines(RuleBasedStateMachine):
    """Every machine has a folder, a clock and a session; each knows what it was told was saved."""

    restarts: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="coach-machines-"))
        self.saved: dict[str, Change] = {}
        self.time = START_MS
        self.homes = [
            Home(self.folder / str(number) / "engagements", self.folder / str(number) / "state")
            for number in MACHINES
        ]
        decision = begin("Acme", date(2026, 9, 7), 2.0, "cmo")
        self.set_clock(0)
        first = create_session(self.homes[0], decision, "cmo/0", self.now)
        assert isinstance(first, Session)
        self.acknowledge(first.changes)
        for home in self.homes:
            make_home(home)
            shutil.copy(first.path, home.engagements / NAME)
        first.path.unlink()
        self.sessions = [self.opened(number) for number in MACHINES]

    def teardown(self) -> None:
        try:
            self.all_end_up_alike()
        finally:
            shutil.rmtree(self.folder)

    @rule(n=machines, step=steps, status=st.sampled_from(["done", "todo", "doing"]))
    def record(self, n: int, step: str, status: str) -> None:
        self.set_clock(n)
        self.acknowledge(self.sessions[n].record([Draft("step", step, {"status": status})]))
        assert self.status(n, step) == status, "what was just said is what is shown"

    @rule(n=machines, step=steps)
    def record_and_undo(self, n: int, step: str) -> None:
        self.sessions[n].refresh()
        before = self.status(n, step)
        self.record(n, step, "blocked")
        self.set_clock(n)
        self.acknowledge(self.sessions[n].undo())
        assert self.status(n, step) == before

    @rule(n=machines)
    def look(self, n: int) -> None:
        self.sessions[n].refresh()

    @rule(n=machines)
    def restart(self, n: int) -> None:
        self.sessions[n] = self.opened(n)

    @rule(source=machines, to=machines)
    def overwrite(self, source: int, to: int) -> None:
        if source != to:
            shutil.copy(self.file(source), self.file(to))

    @rule(source=machines, to=machines, number=st.integers(1, 3))
    def leave_a_conflict_copy(self, source: int, to: int, number: int) -> None:
        copy = self.file(to).with_name(f"acme (conflicted copy {number}).json")
        shutil.copy(self.file(source), copy)

    @rule(n=machines, part=parts)
    def cut_short(self, n: int, part: int) -> None:
        text = self.file(n).read_bytes()
        self.file(n).write_bytes(text[: len(text) * part // 1000])

    @rule(n=machines, part=parts, bit=st.integers(0, 7))
    def flip_a_bit(self, n: int, part: int, bit: int) -> None:
        text = bytearray(self.file(n).read_bytes())
        if layout.read(bytes(text)).tidy:
            text[len(text) * part // 1000] ^= 1 << bit
            self.file(n).write_bytes(text)

    @invariant()
    def nothing_is_invented(self) -> None:
        for session in self.sessions:
            assert all(self.saved.get(change.id) == change for change in session.changes)

    def all_end_up_alike(self) -> None:
        for source in (*MACHINES, *MACHINES):
            for n in MACHINES:
                self.restart(n)
            for n in MACHINES:
                self.leave_a_conflict_copy(source, n, 9)
        for n in MACHINES:
            self.restart(n)
            found = open_session(self.file(n), self.homes[n], "cmo", self.now)
            assert {change.id: change for change in found.changes} == self.saved
            assert found.engagement.records("step") == self.sessions[0].engagement.records("step")

    def opened(self, n: int) -> Session:
        session = open_session(self.file(n), self.homes[n], f"cmo/{n}", self.now)
        session.catch_up()
        return session

    def file(self, n: int) -> Path:
        return self.homes[n].engagements / NAME

    def status(self, n: int, step: str) -> object:
        record = self.sessions[n].engagement.record("step", step)
        return record["status"].value if "status" in record else None

    def acknowledge(self, made: Any) -> None:
        assert not isinstance(made, Refusal)
        self.saved |= {change.id: change for change in made}

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.time / 1000, UTC)

    def set_clock(self, n: int) -> None:
        """Time passes; ids are stamped by this machine's clock, and come out alike at each run."""
        self.time += 250
        moment, noise = (self.time + SKEWS_MS[n]) * 1_000_000, self.time.to_bytes(8, "big")
        self.patch(sessions, "time", SimpleNamespace(time_ns=lambda: moment))
        self.patch(sessions, "os", SimpleNamespace(urandom=lambda _: noise))

    patch: ClassVar[Any] = staticmethod(setattr)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting for the disk, nor for another program to end its writing."""
    monkeypatch.setattr(Machines, "patch", staticmethod(monkeypatch.setattr))
    monkeypatch.setattr(disk, "_force", lambda _: None)
    monkeypatch.setattr(disk, "force_folder", lambda _: None)
    monkeypatch.setattr(file, "READ_PAUSES", ())


def test_nothing_is_lost_or_invented_and_all_end_up_alike() -> None:
    run_state_machine_as_test(Machines, settings=SMALL)


@pytest.mark.parametrize("part", ["recall", "adopt"])
def test_control_without_the_replica_or_the_copies_something_is_lost(
    part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Union, part, lambda _: None)
    only_look = settings(SMALL, phases=[Phase.generate], max_examples=60)
    with pytest.raises(Exception, match=r"assert|Damaged|damaged"):
        run_state_machine_as_test(Machines, settings=only_look)
