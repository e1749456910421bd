"""Commands run in this process, in a home of their own, on a day that never changes."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from coach_tui.cli import main

from .machine import Machine

TODAY = "2026-11-22"


class Ended(NamedTuple):
    """How a command ended: its exit code, its data, its talk."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Coach = Callable[..., Ended]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the commands keep everything."""
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "coach"))
    monkeypatch.setenv("COACH_TODAY", TODAY)
    return tmp_path / "coach"


@pytest.fixture
def coach(home: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Coach:
    """`coach("step", "access-crm", "done")`, as typed in a shell; `stdin` is what is piped in."""

    def run(*arguments: str, stdin: bytes | None = None) -> Ended:
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        code = main(arguments)
        return Ended(code, *capfd.readouterr())

    return run


@pytest.fixture
def dupont(coach: Coach) -> Coach:
    """A home where one mission was begun, by its founder."""
    begun = coach("new", "Dupont & fils", "--start", "2026-12-07", "--days-per-week", "2")
    assert begun.code == 0
    return coach


@pytest.fixture
def ann(tmp_path: Path) -> Machine:
    """A CMO's computer, with one engagement and a private note in it."""
    (tmp_path / "ann").mkdir()
    ann = Machine(tmp_path / "ann")
    ann.coach("new", "Dupont", "--start", "2026-11-02", "--days-per-week", "2", "--role", "cmo")
    ann.coach("step", "access-crm", "done", "--note", "opened by hand")
    ann.coach("step", "access-crm", "done", "--note", "between us", "--private")
    return ann


@pytest.fixture
def nora(tmp_path: Path) -> Machine:
    """Somebody else's, with nothing on it yet."""
    (tmp_path / "nora").mkdir()
    return Machine(tmp_path / "nora")
