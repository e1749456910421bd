"""An engagement as an earlier version wrote it: it opens, shows everything, and loses nothing.

`samples/lumen-71d622f.json` is the demonstration of that commit, on 20 May 2026.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coach_tui.exports.history.fields import TOLD
from coach_tui.language import Words

from .conftest import Coach

SAMPLE = Path(__file__).with_name("samples") / "lumen-71d622f.json"
READING = (
    "list", "status", "today", "check", "portfolio", "search a", "doctor", "kpi list", "kpi status",
    "team list", "team skills", "access list", "rhythm list", "rhythm resume", "report month",
    "transition readiness", "transition plan", "frame need", "frame cost", "frame contract",
    "export checklist", "export handover", "export decision", "export team", "export accesses",
    "export kpis", "export calendar",
)  # fmt: skip


@pytest.fixture
def lumen(coach: Coach, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in a home of its own, on its day."""
    monkeypatch.setenv("COACH_TODAY", "2026-05-20")
    file = home / "engagements" / "lumen.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(SAMPLE.read_bytes())
    return file


def events(file: Path) -> list[dict[str, Any]]:
    return list(json.loads(file.read_text())["events"].values())


def test_every_command_opens_it_and_none_changes_it(coach: Coach, lumen: Path) -> None:
    for command in READING:
        told = coach(*command.split())
        assert told.code == (3 if command == "check" else 0), (command, told.err)
        assert told.out.strip(), command
    assert lumen.read_bytes() == SAMPLE.read_bytes()


def test_the_history_tells_every_change_and_knows_every_field(coach: Coach, lumen: Path) -> None:
    recorded = events(lumen)
    told = [
        change
        for gesture in coach("history", "--json", "--limit", "0").json
        for change in gesture["changes"]
    ]
    assert {change["id"]: change["fields"] for change in told} == {
        each["id"]: each["changes"] for each in recorded
    }
    words = Words("en")
    shown = coach("history", "--limit", "0").out
    for key in ("history.unknown-thing", "history.unknown-field"):
        assert words(key, name="").strip("“” ") not in shown
    assert {each["entity"] for each in recorded} <= TOLD.keys()


def test_a_gesture_adds_to_it_and_leaves_all_that_was_there(coach: Coach, lumen: Path) -> None:
    before = events(lumen)
    assert coach("step", "access-crm", "todo", "--note", "one more").code == 0
    after = events(lumen)
    assert after[: len(before)] == before
    assert len(after) > len(before)
    assert coach("undo").code == 0
    assert coach("doctor").code == 0


def test_control_a_file_that_lost_a_change_is_found_out(coach: Coach, lumen: Path) -> None:
    lines = lumen.read_bytes().splitlines(keepends=True)
    lumen.write_bytes(b"".join(lines[:40] + lines[41:]))
    assert {each["id"] for each in events(lumen)} != {each["id"] for each in events(SAMPLE)}
    assert coach("doctor").code == 1
