"""Transition from the command line: signals, readiness, dates, documents, open loops."""

from __future__ import annotations

import re

import pytest

from tests.cli.conftest import Coach


def test_four_signals_at_two_monthly_reviews(dupont: Coach) -> None:
    review = ("--headcount", "130", "--budget", "170 K€", "--presence", "yes", "--team", "6")
    dupont("transition", "signals", *review, "--day", "2026-10-20")
    told = dupont("transition", "signals", *review, "--json").json
    assert (told["level"], told["band"], told["confirmed"]) == (4, "launch", True)
    assert dupont("transition", "signals", "--headcount", "many").code == 1


def test_with_nothing_recorded_readiness_says_where_to_begin(dupont: Coach) -> None:
    told = dupont("transition", "readiness", "--json").json
    assert (told["score"], told["verdict"], told["advice"]) == (0, "not-ready", "unknown")
    assert (told["need"], len(told["failed_gates"])) == (None, 5)
    said = dupont("--lang", "fr", "transition", "readiness").out
    assert "Conditions" in said.splitlines()[9:][0] or "Conditions" in said
    assert "0 sur 100 · pas prêt" in said


def test_t0_gives_every_date_and_a_contract_too_short_is_flagged(dupont: Coach) -> None:
    told = dupont("transition", "plan", "--t0", "2027-09-06", "--contract-end", "2027-09-01",
                  "--successor", "Ada", "--leaving", "Max", "--json").json  # fmt: skip
    assert {"id": "search", "day": "2027-03-08", "weeks": -26.0} in told["milestones"]
    assert {"id": "contract-before-t0", "alert": True} in told["flags"]
    said = dupont("--lang", "en", "transition", "plan").out
    assert "the new CMO (Ada) decides on everything" in said
    assert dupont("transition", "plan", "--t0", "2026-12-01").code == 1, "before the first day"
    refused = dupont("--lang", "fr", "transition", "plan", "--overlap-weeks", "0")
    assert refused.code == 1
    assert "Tuilage" in refused.err


def test_nobody_verifies_their_own_document(dupont: Coach) -> None:
    dupont("transition", "documents", "strategy", "--author", "Ada", "--link", "wiki")
    assert dupont("transition", "documents", "strategy", "--verified-by", "ada").code == 1
    told = dupont("transition", "documents", "strategy", "--verified-by", "Tom", "--json").json
    assert told[0]["state"] == "verified"
    assert len(told) == 9


def test_an_open_loop_is_listed_signed_by_both_and_closed(dupont: Coach) -> None:
    dupont("transition", "open-loops", "--add", "Rebate | promised", "--due", "2026-12-01")
    dupont("transition", "open-loops", "--of", "rebate", "--sign", "left", "--name", "Max")
    told = dupont("transition", "open-loops", "--json").json
    assert told["settled"] is False
    signed = dupont("transition", "open-loops", "--of", "rebate", "--sign", "taken", "--name",
                    "Ada", "--json").json  # fmt: skip
    assert signed["settled"] is True
    assert "Rebate | promised" in dupont("transition", "open-loops").out
    assert dupont("transition", "open-loops", "--of", "nothing", "--close").code == 1
    closed = dupont("transition", "open-loops", "--of", "rebate", "--close", "--json").json
    assert closed["loops"][0]["closed"] is True


def test_a_password_is_not_kept(dupont: Coach) -> None:
    told = dupont("transition", "open-loops", "--add", "mot de passe : Tr0ub4dor&3x")
    assert told.code == 1
    assert dupont("transition", "open-loops", "--json").json["loops"] == []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    "command",
    [
        ("transition", "signals"),
        ("transition", "plan"),
        ("transition", "readiness"),
        ("export", "handover"),
    ],
)
def test_a_command_never_tells_to_press_a_key_of_the_app(
    dupont: Coach, command: tuple[str, ...], language: str
) -> None:
    said = dupont("--lang", language, *command)
    assert said.code == 0
    assert not re.search(r"Press [a-z] |Appuyez", said.out + said.err)


def test_a_planned_end_that_passed_is_no_departure_somebody_told(
    coach: Coach, monkeypatch: pytest.MonkeyPatch
) -> None:
    def plan(language: str, day: str) -> str:
        monkeypatch.setenv("COACH_TODAY", day)
        return coach("--lang", language, "transition", "plan").out

    monkeypatch.setenv("COACH_TODAY", "2026-03-02")
    coach("new", "Uno", "--start", "2026-03-10", "--end", "2026-03-10", "--days-per-week", "2")
    assert "The CMO leaves on 10 March 2026" in plan("en", "2026-03-10")
    assert "The planned end, 10 March 2026, has passed: nobody has said" in plan("en", "2026-03-11")
    assert "La fin prévue, le 10 mars 2026, est passée" in plan("fr", "2026-03-11")
    assert coach("transition", "plan", "--ended", "2026-03-10").code == 0
    assert "The CMO left on 10 March 2026" in plan("en", "2026-03-11")
