"""A gesture under a wrong clock cuts no machine off, and what waits goes on waiting.

Two machines with a clock each, one engagement, exchanged by copying the file as a colleague's.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from coach_tui.engagement import history, order
from coach_tui.engagement.change import Draft
from coach_tui.engagement.clock import milliseconds_of
from coach_tui.engagement.profile import begin
from coach_tui.language.refusal import Refusal
from coach_tui.session import Session
from coach_tui.session import open_engagement as sessions
from coach_tui.store.journal import Journal

DAY = 86_400
NOON = datetime(2026, 11, 30, 12, tzinfo=UTC).timestamp()
ENGAGEMENT = "0197a000-0000-7000-8000-000000000001"
STEP = "access-crm"


class Machine:
    """A home whose clock is `skew` seconds off. `passed` seconds are over for everybody."""

    passed = 0.0

    def __init__(self, folder: Path, actor: str) -> None:
        self.file, self.state = folder / "engagements" / "acme.json", folder / "state"
        self.actor = actor
        self.skew = 0.0
        self.session: Session = None  # type: ignore[assignment]

    @property
    def wall(self) -> float:
        return NOON + Machine.passed + self.skew

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.wall, UTC)

    def open(self) -> Session:
        self.session = Session(
            Journal.open(self.file, self.state, lambda: self.wall), self.actor, self.now
        )
        self.session.catch_up()
        return self.session

    def says(self, status: str, step: str = STEP) -> Any:
        Machine.passed += 10
        return self.session.record([Draft("step", step, {"status": status})])

    def shows(self, step: str = STEP) -> object:
        record = self.session.engagement.record("step", step)
        return record["status"].value if "status" in record else None

    def give(self, other: Machine) -> None:
        """Their copies meet: a conflict copy beside the other's file."""
        copy = other.file.with_name("acme (conflicted copy).json")
        copy.write_bytes(self.file.read_bytes())
        other.open()

    def counts(self) -> set[str]:
        return {change.id for change in self.session.changes}


Pair = tuple[Machine, Machine]


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pair:
    Machine.passed = 0
    a, b = Machine(tmp_path / "a", "founder/Nora"), Machine(tmp_path / "b", "cmo/Ann")
    acting = [a]
    wall = SimpleNamespace(time_ns=lambda: int(acting[0].wall * 10**9))
    monkeypatch.setattr(sessions, "time", wall)
    record = Session.record

    def as_itself(self: Session, decision: Any) -> Any:
        acting[0] = b if self is b.session else a
        return record(self, decision)

    def now_ms(self: Session) -> float:
        acting[0] = b if self is b.session else a
        return acting[0].wall * 1000

    monkeypatch.setattr(Session, "record", as_itself)
    monkeypatch.setattr(Session, "now_ms", property(now_ms))
    journal = Journal.create(a.file, a.state, {"engagement": ENGAGEMENT}, lambda: a.wall)
    a.session = Session(journal, a.actor, a.now)
    a.session.record(begin("Acme", date(2026, 11, 2), 2.0, "cmo"))
    b.file.parent.mkdir(parents=True)
    b.file.write_bytes(a.file.read_bytes())
    a.open()
    b.open()
    return a, b


def exchange(a: Machine, b: Machine) -> None:
    for one, other in ((a, b), (b, a), (a, b)):
        one.give(other)


@pytest.mark.parametrize("days", [3, 30, 730, 4000])
def test_one_gesture_days_ahead_and_then_right(pair: Pair, days: int) -> None:
    a, b = pair
    a.says("blocked")
    exchange(a, b)
    a.skew = days * DAY
    a.says("done")
    a.skew = 0
    exchange(a, b)
    assert len(b.session.held) == 1

    refused = a.says("doing")
    assert isinstance(refused, Refusal)
    assert refused.reason == "refusal.store.clock-ahead"
    assert a.shows() == "done", "reading works"
    assert a.session.today_is(date(2026, 11, 30)) is None
    assert not isinstance(a.says("doing"), Refusal)
    assert not isinstance(a.says("todo", "baselines"), Refusal)
    exchange(a, b)
    assert not b.session.held
    assert a.shows() == b.shows() == "doing"
    b.says("doing", "baselines")
    exchange(a, b)
    assert a.shows("baselines") == b.shows("baselines") == "doing"
    [made] = a.says("done", "baselines")
    assert datetime.fromtimestamp(milliseconds_of(made.id) / 1000, UTC).year == 2026
    exchange(a, b)
    assert a.shows("baselines") == b.shows("baselines") == "done"
    assert a.counts() == b.counts()


def test_what_waits_goes_on_waiting_when_its_day_has_come(pair: Pair) -> None:
    a, b = pair
    a.skew = 3 * DAY
    a.says("done")
    a.give(b)
    assert len(b.session.held) == 1
    b.says("todo")
    Machine.passed += 10 * DAY
    b.open()
    assert b.shows() == "todo"
    assert len(b.session.held) == 1


def test_agreeing_never_wins_over_what_was_recorded_since(pair: Pair) -> None:
    a, b = pair
    a.says("blocked")
    exchange(a, b)
    a.skew = 30 * DAY
    a.says("done")
    a.skew = 0
    a.give(b)
    b.says("todo")
    agreed = b.session.agree()
    assert not isinstance(agreed, Refusal)
    assert len(agreed) == 1
    assert not b.session.held
    assert b.shows() == "todo"
    found = history.conflicts(b.session.engagement, b.session.changes)
    assert [(one.kept.changes["status"], one.other.changes["status"]) for one in found] == [
        ("todo", "done")
    ]
    b.give(a)
    assert a.session.today_is(date(2026, 11, 30)) is None
    exchange(a, b)
    assert a.shows() == b.shows() == "todo"
    assert order.places(a.session.changes) == order.places(b.session.changes)


@pytest.mark.parametrize("reopened", [False, True])
def test_a_wrong_answer_can_be_taken_back(pair: Pair, reopened: bool) -> None:
    a, b = pair
    a.skew = 30 * DAY
    a.says("done")
    a.skew = 0
    a.give(b)
    b.says("todo")
    Machine.passed += 10
    b.session.agree()
    if reopened:
        b.open()
    assert not isinstance(b.session.undo(), Refusal)
    assert len(b.session.held) == 1
    b.open()
    assert len(b.session.held) == 1
    assert b.shows() == "todo"

    assert a.session.today_is(date(2026, 11, 30)) is None
    assert not a.session.is_ahead
    assert not isinstance(a.session.undo(), Refusal)
    assert a.session.is_ahead
    assert a.session.today_is(date(2026, 11, 30)) is None
    assert not a.session.is_ahead


def test_where_the_clock_is_behind_nothing_is_moved(pair: Pair) -> None:
    a, b = pair
    a.says("done")
    a.skew = -365 * DAY
    a.open()
    assert isinstance(a.says("todo"), Refusal)
    refused = a.session.today_is(date(2026, 3, 1))
    assert refused is not None
    assert refused.reason == "refusal.store.clock-neither"
    assert a.session.today_is(date(2026, 11, 30)) is None
    assert not isinstance(a.says("todo"), Refusal)
    assert order.places(a.session.changes) == {}
    a.skew = 0
    exchange(a, b)
    assert a.shows() == b.shows() == "todo"


@pytest.mark.parametrize("minutes", [2, 60, 24 * 60])
def test_an_edit_of_what_was_just_seen_counts_however_slow_the_clock(
    pair: Pair, minutes: int
) -> None:
    a, b = pair
    b.skew = -60 * minutes
    a.says("done")
    exchange(a, b)
    assert not isinstance(b.says("todo"), Refusal)
    exchange(a, b)
    assert a.shows() == b.shows() == "todo"


def test_undo_and_history_follow_the_places(pair: Pair) -> None:
    a, _ = pair
    a.says("blocked")
    a.skew = 700 * DAY
    a.says("done")
    a.skew = 0
    a.session.today_is(date(2026, 11, 30))
    a.says("doing")
    said = [change.changes.get("status") for change in a.session.changes]
    assert [each for each in said if each] == ["blocked", "done", "doing"]
    a.session.undo()
    assert a.shows() == "done"
    a.open()
    assert a.shows() == "done"


def test_an_order_stamped_by_a_wrong_clock_is_put_in_its_place_too(pair: Pair) -> None:
    a, b = pair
    a.skew = 900 * DAY
    a.says("done")
    a.give(b)
    b.skew = 100 * DAY
    b.session.agree()
    b.skew = 0
    b.open()
    assert b.session.is_ahead
    assert b.session.today_is(date(2026, 11, 30)) is None
    assert not b.session.is_ahead
    assert not b.session.held
    b.says("todo")
    assert b.shows() == "todo"
    assert not b.session.is_ahead
