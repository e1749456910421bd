"""A command is one gesture: all that was said is recorded at once, or nothing is."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import Coach

SEVERAL = [
    ("access", "set", "crm", "owner=Zoé", "critical=yes", "na_reason=not sold here"),
    ("transition", "open-loops", "--add", "Rebate", "--due", "2026-12-01", "--sign", "left",
     "--name", "Max", "--close", "--looked-in", "calendar", "--looked-in", "press"),
    ("transition", "open-loops", "--of", "old", "--next", "call", "--sign", "taken",
     "--name", "Ada", "--close"),
    ("frame", "need", "stall", "yes", "--fact", "flat", "--conclusion", "we need one"),
    ("frame", "fit", "--headcount", "60", "--sector", "saas"),
    ("frame", "model", "--headcount", "60", "--daily", "no", "--team", "3",
     "--keep", "fractional", "--reason", "not daily"),
    ("frame", "contract", "scope", "agreed", "--independence", "clients=red",
     "--independence", "tools=doubt"),
    ("frame", "candidates", "--add", "Ada", "--mark", "sector=4", "--veto", "no-exit"),
    ("team", "rate", "Tom", "cr-ops", "2"),
    ("team", "skills", "ac-seo", "da-reporting"),
    ("rhythm", "days", "1", "--date", "2026-11-20", "--agreed", "24", "--weeks", "26"),
    ("rhythm", "add", "weekly-ceo", "--minutes", "45", "--day", "thu"),
    ("rhythm", "decide", "Stop the show", "--open", "--why", "1 lead", "--review", "2027-01-04",
     "--outcome", "no show"),
    ("step", "access-crm", "done", "--note", "with Tom"),
    ("transition", "plan", "--t0", "2027-09-06", "--successor", "Ada"),
]  # fmt: skip
REFUSED = [
    ("access", "set", "crm", "owner=Zoé", "na_reason=no", "verified_on=2027-12-12"),
    ("access", "set", "mail", "na_reason=no", "owner=Zoé"),
    ("transition", "open-loops", "--add", "Rebate", "--looked-in", "press", "--sign", "left"),
    ("transition", "open-loops", "--looked-in", "press", "--of", "nothing", "--close"),
    ("frame", "need", "stall", "yes", "--fact", "flat", "--conclusion", "password: Tr0ub4dor&3x"),
    ("frame", "fit", "--sector", "saas", "--headcount", "-4"),
    ("frame", "model", "--headcount", "60", "--daily", "no", "--keep", "fractional"),
    ("frame", "contract", "scope", "agreed", "--independence", "clients=blue"),
    ("frame", "candidates", "--add", "Ada", "--mark", "sector=9"),
    ("team", "rate", "Tom", "cr-ops", "3"),
    ("team", "skills", "ac-seo", "nothing"),
    ("rhythm", "days", "1", "--agreed", "24", "--weeks", "0"),
    ("rhythm", "add", "weekly-ceo", "--minutes", "45", "--time", "25:00"),
    ("rhythm", "decide", "Stop the show", "--why", "x", "--review", "2020-01-01"),
    ("step", "access-crm", "done", "--note", "password: Tr0ub4dor&3x"),
    ("transition", "plan", "--t0", "2026-12-01", "--successor", "Ada"),
]  # fmt: skip


@pytest.fixture
def mission(dupont: Coach) -> Coach:
    """A mission with one of each thing these commands speak of."""
    for said in (
        ("access", "add", "HubSpot", "--id", "crm"),
        ("access", "add", "Mail", "--id", "mail"),
        ("access", "next", "mail", "--role", "editor", "--owner", "Paul", "--admins", "2"),
        ("transition", "open-loops", "--add", "Old rebate"),
        ("team", "add", "Tom"),
        ("rhythm", "add", "weekly-ceo"),
    ):
        assert dupont(*said).code == 0, said
    return dupont


def recorded(coach: Coach) -> list[Any]:
    """Every gesture recorded, the oldest first."""
    found: list[Any] = coach("history", "--json", "--limit", "0").json[::-1]
    return found


def test_what_is_said_at_once_is_recorded_at_once_and_taken_back_at_once(mission: Coach) -> None:
    for command in SEVERAL:
        before = recorded(mission)
        ended = mission(*command)
        assert ended.code == 0, (command, ended.err)
        made = recorded(mission)[len(before) :]
        assert len(made) == 1, (command, made)
        touched = [(each["entity"], each["entity_id"]) for each in made[0]["changes"]]
        assert len(touched) == len(set(touched)), (command, touched)
        assert mission("undo").code == 0, command
        assert [each["undone"] for each in recorded(mission)[len(before) :]] == [True, False]


def test_what_is_refused_leaves_nothing_behind(mission: Coach) -> None:
    before = recorded(mission)
    for command in REFUSED:
        ended = mission(*command)
        assert ended.code == 1, (command, ended.out)
        assert ended.out == "", command
        assert recorded(mission) == before, command


def test_what_was_begun_and_taken_back_is_listed_no_more(dupont: Coach) -> None:
    cases = (
        (("access", "add", "Zorg"), ("access", "list", "--json"), "lines"),
        (("kpi", "add", "Trials", "--unit", "count", "--kind", "increase"),
         ("kpi", "list", "--json"), ""),
        (("rhythm", "add", "--usual"), ("rhythm", "list", "--json"), "rituals"),
        (("team", "add", "Tom"), ("team", "list", "--json"), "people"),
        (("rhythm", "decide", "Leave", "--why", "x"), ("rhythm", "decide", "--json"), ""),
        (("transition", "open-loops", "--add", "Fair"), ("transition", "open-loops", "--json"),
         "loops"),
    )  # fmt: skip
    for begins, lists, key in cases:
        empty = dupont(*lists).json
        assert dupont(*begins).code == 0, begins
        listed = dupont(*lists).json
        assert len(listed[key] if key else listed) > len(empty[key] if key else empty), begins
        assert dupont("undo").code == 0, begins
        assert dupont(*lists).json == empty, begins
