"""A rehearsal of the handover: twelve questions of the dossier's own; what is missing is work."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coach_tui.demo import make_demo
from coach_tui.language import Words
from coach_tui.places import Home
from tests.cli.conftest import Coach
from tests.ui.records import TODAY


@pytest.fixture
def acme(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Coach:
    monkeypatch.setenv("COACH_TODAY", "2026-03-02")
    monkeypatch.setenv("COACH_LANG", "en")
    for command in (
        ("new", "Acme", "--start", "2026-03-02", "--days-per-week", "2"),
        ("access", "add", "HubSpot", "--owner", "Zoé"),
        ("kpi", "add", "mql", "--baseline", "40"),
        ("rhythm", "decide", "Leave the fair", "--why", "1 lead", "--options", "stay"),
    ):  # fmt: skip
        assert coach(*command).code == 0, command
    return coach


def test_questions_come_from_the_record_and_are_filled_up_to_twelve(acme: Coach) -> None:
    lines = acme("rehearse").out.splitlines()
    assert len(lines) == 12
    asked = "\n".join(lines)
    assert "Where is “HubSpot”" in asked
    assert "“Leave the fair”: which option was rejected" in asked
    assert "How is “Marketing-qualified leads (MQL)” defined" in asked
    assert "In one minute: where are we" in asked
    assert len(set(lines)) == 12


def test_a_miss_opens_a_loop_on_the_section_that_failed(acme: Coach) -> None:
    acme("rehearse")
    noted = acme("rehearse", "1=missing", "2=vague", "3=found", "--who", "Ada", "--minutes", "7")
    assert "1 found, 1 vague, 1 missing, of 12 · 7 min · 9 questions left" in noted.err
    assert "1 missing answer becomes an open loop" in noted.err
    loops = acme("transition", "open-loops").out
    assert "Dossier, Access and security: Where is “HubSpot”" in loops or "HubSpot" in loops
    acme("rehearse", "1=missing")
    assert acme("transition", "open-loops").out.count("HubSpot") == loops.count("HubSpot")
    assert "Last rehearsal: 2 March 2026 · Ada · 1 found" in acme("transition", "readiness").out
    put_right = acme("rehearse", "1=found")
    assert "1 open loop is closed: its answer is there." in put_right.err
    assert "open: 0" in acme("transition", "open-loops").out
    assert acme("undo").code == 0, "one gesture: the answer and its loop"
    assert acme("transition", "open-loops").out == loops


def test_one_left_half_way_is_gone_on_with_and_two_a_day_ask_otherwise(acme: Coach) -> None:
    first = acme("rehearse").out
    acme("rehearse", "1=found")
    again = acme("rehearse")
    assert again.out.startswith("✓ 1.")
    acme("rehearse", *(f"{n}=found" for n in range(2, 13)), "--minutes", "30")
    second = acme("rehearse").out
    assert second != first
    held = json.loads(acme("rehearse", "--json").out)
    assert (held["day"], held["whole"], len(held["questions"])) == ("2026-03-02", False, 12)


def test_what_was_only_drawn_hides_no_rehearsal_and_a_miss_is_no_question(acme: Coach) -> None:
    acme("rehearse")
    acme("rehearse", *(f"{n}=found" for n in range(3, 13)), "1=missing", "2=vague", "--who", "Ada")
    drawn = acme("rehearse", "--new")
    assert "Dossier," not in drawn.out, "the loop of the miss is not asked about"
    for language, told in (
        ("en", "Last rehearsal: 2 March 2026 · Ada · 10 found, 1 vague, 1 missing, of 12"),
        ("fr", "2 mars 2026 · Ada · 10 trouvées, 1 vague, 1 introuvable, sur 12"),
    ):
        assert told in acme("--lang", language, "transition", "readiness").out
    acme("rehearse", "1=found")
    fr = acme("--lang", "fr", "transition", "readiness").out
    assert "1 trouvée, 0 vague, 0 introuvable, sur 12" in fr


def test_minutes_are_counted_where_nobody_writes_them(acme: Coach) -> None:
    acme("rehearse")
    acme("rehearse", "1=found")
    assert json.loads(acme("rehearse", "--json").out)["minutes"] == 0


def test_minutes_add_up_from_answer_to_answer_and_a_break_is_not_counted(
    acme: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    monkeypatch.setattr("coach_tui.wall_clock.wall_clock", lambda _: lambda: at)
    counted = []
    for hour, minute, said in (
        (9, 0, ()), (9, 20, ("1=found", "2=vague")), (9, 32, ("3=found",)), (11, 30, ("4=found",)),
        (11, 35, ("5=found",)), (11, 50, ("6=found", "--minutes", "7")),
    ):  # fmt: skip
        at = at.replace(hour=hour, minute=minute)
        ended = acme("rehearse", *said)
        assert ended.code == 0, ended.err
        counted.append(json.loads(acme("rehearse", "--json").out)["minutes"])
    assert counted == [None, 20, 32, 32, 37, 44]
    over = acme("rehearse", "7=found", "--minutes", "137")
    assert "181 minutes is no sitting" in over.err
    assert acme("rehearse", "7=found", "--minutes=-5").code == 1


def test_what_is_refused_names_the_remedy(acme: Coach) -> None:
    assert "draws its questions" in acme("rehearse", "1=found").err
    acme("rehearse")
    cases = {
        ("13=found",): "they go from 1 to 12", ("1=good",): "Write found, vague or missing",
        ("one=found",): "such as 3=vague", ("1=found", "--minutes", "900"): "from 0 to 180",
    }  # fmt: skip
    for options, remedy in cases.items():
        said = acme("rehearse", *options)
        assert (said.code, remedy in said.err) == (1, True), (options, said.err)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_demo_is_rehearsed_whole_in_both_languages(
    coach: Coach, language: str, tmp_path: Path
) -> None:
    folder = tmp_path / "demo"
    make_demo(Home(folder / "engagements", folder / "state"), Words(language), TODAY)
    at = ("--home", str(folder), "--lang", language)
    asked = coach(*at, "rehearse")
    assert (asked.code, len(asked.out.splitlines())) == (0, 12), asked.err
    assert "rehearsal." not in asked.out
    noted = coach(*at, "rehearse", *(f"{n}={'vague' if n % 3 else 'missing'}"
                                     for n in range(1, 13)), "--minutes", "31")  # fmt: skip
    assert noted.code == 0, noted.err
    assert noted.out.count("✗") == 4
    assert len(json.loads(coach(*at, "transition", "open-loops", "--json").out)["loops"]) >= 4
