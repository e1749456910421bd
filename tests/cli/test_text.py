"""What was typed is what is saved, or it is refused: no byte is dropped, no person doubled."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from coach_tui.cli.exit_codes import FINE, MISUSED, REFUSED
from tests.cli.conftest import Coach

BAD = os.fsdecode(b"Zo\xff\xe9e")  # as a shell hands over bytes that are no UTF-8


def test_bytes_that_are_no_text_are_refused_and_not_dropped(dupont: Coach, home: Path) -> None:
    before = [file.read_bytes() for file in (home / "engagements").glob("*")]
    for command in (
        ("new", BAD, "--start", "2026-12-07", "--days-per-week", "2"),
        ("step", "access-crm", "doing", "--note", BAD), ("team", "add", BAD),
        ("kpi", "add", "mql", "--owner", BAD), ("access", "add", BAD),
        ("rhythm", "decide", BAD, "--why", "x"), ("rhythm", "promise", BAD, "--due", "2026-12-08"),
    ):  # fmt: skip
        ended = dupont(*command, "--lang", "en")
        assert ended.code == REFUSED, command
        assert "bytes that are no text" in ended.err, command
    assert [file.read_bytes() for file in (home / "engagements").glob("*")] == before
    for command in (("import", "-"), ("kpi", "import", "-"), ("report", "month", "--keep", "-")):
        assert dupont(*command, stdin=b"a\xff\x81").code == REFUSED, command


def test_what_was_typed_is_kept_to_the_letter(dupont: Coach, home: Path) -> None:
    typed = "Ça\u200f cafe\u0301 \x1b[31m« oui »\u00a0! 👩‍👩‍👧 \u2028x"
    assert dupont("step", "access-crm", "doing", "--note", typed).code == FINE
    [file] = (home / "engagements").glob("*.json")
    events = json.loads(file.read_text("utf-8"))["events"].values()
    assert typed in [event["changes"].get("text") for event in events]


def test_a_person_added_twice_is_asked_about(dupont: Coach) -> None:
    assert dupont("team", "add", "Léa", "--role", "SEO").code == FINE
    for again in (("léa ",), ("LEA",), ("Léa", "--role", "seo")):
        ended = dupont("team", "add", *again, "--lang", "en")
        assert ended.code == REFUSED, again
        assert "Léa is in the team already" in ended.err
        assert "--role" in ended.err
    assert dupont("team", "add", "Léa", "--role", "Events").code == FINE


def test_a_home_named_from_here_is_told_as_a_whole_path(
    coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COACH_HOME", "rel")
    ended = coach("new", "Acme", "--start", "2026-12-07", "--days-per-week", "2")
    assert ended.out.startswith(str(tmp_path / "rel" / "engagements"))
    assert str(tmp_path / "rel") in coach("where").out
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "rel"))
    assert coach("status").code == FINE  # the engagement last used is found from anywhere


@pytest.mark.parametrize("day", ["9999-12-31", "1999-12-31", "2101-01-01"])
def test_every_door_that_takes_a_date_refuses_one_no_mission_can_have(
    dupont: Coach, monkeypatch: pytest.MonkeyPatch, day: str
) -> None:
    taken: list[object] = []
    dupont("team", "add", "Lea")
    dupont("team", "skills", "add", "seo")
    dupont("rhythm", "add", "weekly-ceo", "--cadence", "weekly", "--day", "fri", "--time", "08:00")
    dupont("kpi", "add", "mql")
    dupont("access", "add", "HubSpot")
    for command in (
        ("new", "Other", "--start", day, "--days-per-week", "2"),
        ("rhythm", "promise", "No end", "--due", day),
        ("rhythm", "add", "far", "--name", "F", "--cadence", "weekly", "--since", day),
        ("rhythm", "stop", "weekly-ceo", "--date", day),
        ("rhythm", "decide", "x", "--date", day), ("rhythm", "decide", "x", "--review", day),
        ("rhythm", "days", "1", "--date", day),
        ("transition", "plan", "--t0", day),
        ("transition", "signals", "--headcount", "3", "--day", day),
        ("team", "drill", "lea", "--from", day), ("team", "drill", "lea", "--to", day),
        ("team", "add", "lea", "--left", day), ("team", "use", "lea", "seo", "--date", day),
        ("kpi", "read", "mql", "5", "--date", day), ("kpi", "add", "cac", "--on", day),
        ("access", "set", "hubspot", f"planned_end={day}"),
        ("frame", "situation", "launch", "--deadline", day),
    ):  # fmt: skip
        ended = dupont(*command, "--lang", "en")
        if (ended.code, "is too far away. Check the year." in ended.err) != (REFUSED, True):
            taken.append((command, ended.err))
    assert not taken
    monkeypatch.setenv("COACH_TODAY", day)
    assert dupont("status").code == MISUSED
