"""An engagement of which one field is known: every command answers, and work goes on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest
from tinydb import TinyDB

from tests.cli.conftest import Coach
from tests.cli.test_hostile_files import COMMANDS

ENGAGEMENT: Final = "6f0f3c1e-3d0a-4f7e-9d55-0a1b2c3d4e5f"
FIELDS: Final[list[dict[str, Any]]] = [
    {"company": "Acme"},
    {"role": "cmo"},
    {"first_day": "2026-11-02"},
    {"days_per_week": 2},
    {"archived": True},
    {},
]


@pytest.fixture(params=FIELDS, ids=json.dumps)
def single(home: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """Such a file, made with TinyDB alone; errors of ours are raised and not reported."""
    monkeypatch.setenv("COACH_DEBUG", "1")
    return written(home / "engagements" / "solo.json", request.param)


@pytest.mark.parametrize(("language", "said"), [("en", "press 0 then c"), ("fr", "touche 0")])
def test_today_says_how_to_date_a_mission_without_a_first_day(
    single: Path, coach: Coach, request: pytest.FixtureRequest, language: str, said: str
) -> None:
    dated = "first_day" in request.node.callspec.params["single"]
    told = coach("today", "--lang", language)
    assert (said in told.err) is not dated
    assert said not in coach("today", "--json", "--lang", language).err


def written(path: Path, fields: dict[str, Any]) -> Path:
    """An engagement's file with these fields of its profile, as stock TinyDB writes it."""
    path.parent.mkdir(parents=True)
    with TinyDB(path) as stock:
        stock.table("meta").insert({"engagement": ENGAGEMENT, "format": 1})
        if fields:
            about = {"entity": "engagement", "entity_id": "engagement", "changes": fields}
            stamp = {"id": "019b8d4e-0000-7000-8000-000000000001", "at": "2026-01-05T09:00:00Z"}
            stock.table("events").insert({**stamp, "actor": "cmo", **about})
    return path


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_command_answers(single: Path, coach: Coach, language: str) -> None:
    for command in COMMANDS:
        ended = coach(*command.split(), "--lang", language)
        assert ended.code in ((0, 3) if command == "check" else (0, 1)), (command, ended.err)
        assert "solo.json is damaged" not in ended.out + ended.err
    assert coach("step", "access-crm", "done").code == 0
    assert coach("status", "--json").json["changes"] > 0


def test_what_has_no_name_goes_by_its_file_s(home: Path, coach: Coach) -> None:
    written(home / "engagements" / "solo.json", {"role": "cmo"})
    assert coach("status", "--lang", "en").out.startswith("solo · as CMO")
    assert coach("list", "--lang", "en").out.splitlines()[0].strip() == "solo · CMO"
    assert "Readable: (solo.json)" in coach("doctor", "--lang", "en").out
