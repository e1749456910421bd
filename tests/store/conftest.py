"""What every test of the store stands on: an engagement in a folder of its own, and changes."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coach_tui.engagement.change import Change
from coach_tui.engagement.clock import HybridClock
from coach_tui.store import file
from coach_tui.store.journal import Journal

ENGAGEMENT = "6f0f3c1e-3d0a-4f7e-9d55-0a1b2c3d4e5f"
JANUARY_MS = 1_767_600_000_000

Author = Callable[..., list[Change]]


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged file is looked at again, but without the pauses that a user would not notice."""
    monkeypatch.setattr(file, "READ_PAUSES", (0.0,))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the engagement's file is, alone in its folder."""
    return tmp_path / "missions" / "acme.json"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """This machine's private folder."""
    return tmp_path / "state"


@pytest.fixture
def journal(place: Path, state: Path) -> Journal:
    """A new engagement."""
    return created(place, state)


@pytest.fixture
def write() -> Author:
    """`write(3)`: three changes, later than all the ones before, by one author."""
    return author(seed=1)


@pytest.fixture
def umask() -> Iterator[None]:
    """The usual, permissive umask."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def created(place: Path, state: Path) -> Journal:
    """A new engagement at `place`."""
    about = {"engagement": ENGAGEMENT, "created_by": "coach-tui 0", "created_at": "2026-01-05"}
    return Journal.create(place, state, about, clock=january)


def opened(place: Path, state: Path) -> Journal:
    """The engagement, on the day the tests play."""
    return Journal.open(place, state, clock=january)


def january() -> float:
    """The tests' own clock, in seconds: 5 January 2026."""
    return JANUARY_MS / 1000


def author(seed: int, name: str = "cmo/Léa", start_ms: int = JANUARY_MS) -> Author:
    """Somebody who writes changes, each later than those before."""
    clock, dice = HybridClock(), random.Random(seed)

    def write(count: int = 1, note: str = "vu avec l’équipe") -> list[Change]:
        return [
            Change(
                id=clock.stamp(start_ms, dice.getrandbits(62)),
                at="2026-01-05T09:00:00Z",
                actor=name,
                entity="step",
                entity_id=f"access-{dice.randrange(40)}",
                changes={"status": "done", "note": f"{note} {dice.randrange(1000)}"},
            )
            for _ in range(count)
        ]

    return write
