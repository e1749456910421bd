"""How much someone is watched next time: decided on evidence, reviewed, withdrawn, and followed."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Coach


@pytest.fixture
def acme(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Coach:
    monkeypatch.setenv("COACH_TODAY", "2026-03-02")
    monkeypatch.setenv("COACH_LANG", "en")
    for command in (
        ("new", "Acme", "--start", "2026-03-02", "--days-per-week", "2"),
        ("team", "add", "Ann"), ("team", "add", "Zoé"), ("team", "add", "Max", "--kind", "cmo"),
        ("team", "skills", "da-reporting"),
        ("team", "rate", "Ann", "da-reporting", "3", "--evidence", "two reports alone",
         "--verified-by", "Zoé"),
        ("team", "delegate", "kpi-target", "--to", "Ann", "--now", "3"),
    ):  # fmt: skip
        assert coach(*command).code == 0, command
    return coach


def entrust(acme: Coach, level: str, *options: str):
    said = ("team", "entrust", "Ann", "da-reporting", level, "--evidence", "two reports")
    return acme(*said, *(options or ("--by", "Zoé")))


def test_a_decision_is_shown_moves_the_board_and_holds_the_days(acme: Coach) -> None:
    made = entrust(acme, "2")
    assert (made.code, "2 · does it with me beside, decided by Zoé" in made.err) == (0, True)
    assert "what holds it back?" in made.err, "level 3, and still watched"
    assert "proposed: 2" in acme("team", "delegate").out
    assert "nobody is entrusted with Reporting" in acme("team", "taper").out
    entrust(acme, "4")
    assert "proposed: 5" in acme("team", "delegate").out
    assert "nobody is entrusted" not in acme("team", "taper").out
    dated = acme("team", "entrust", "Ann").out.splitlines()
    assert [line.partition(" · ")[0] for line in dated] == ["2 March 2026"] * 3
    assert dated[-1].endswith("next time 4 · does it alone, decided by Zoé: two reports")


def test_of_a_skill_of_which_nothing_is_known_that_is_said(acme: Coach) -> None:
    assert acme("team", "skills", "dg-nurture").code == 0
    for language, told in (("en", "Nothing was rated, used or decided"), ("fr", "Rien n’a encore")):
        shown = acme("--lang", language, "team", "entrust", "Zoé", "dg-nurture")
        assert (shown.code, shown.out) == (0, "")
        assert told in shown.err


def test_one_that_begins_later_is_told_with_its_day_and_one_skill_alone_is_shown(
    acme: Coach,
) -> None:
    entrust(acme, "2")
    made = entrust(acme, "4", "--by", "Zoé", "--since", "2026-04-06", "--limits", "500 €")
    assert " · 500 €" in made.err, "what it does not allow too"
    assert "From 6 April 2026: 4 · does it alone, decided by Zoé" in made.err
    assert "until 29 August 2026. From 6 April 2026" in made.err, "two sentences"
    acme("team", "skills", "dg-nurture")
    acme("team", "rate", "Ann", "dg-nurture", "1")
    assert "Nurture" in acme("team", "entrust", "Ann").out
    alone = acme("team", "entrust", "Ann", "da-reporting").out
    assert "Reporting" in alone
    assert "Nurture" not in alone


def test_a_member_reads_no_level_of_the_other_side(acme: Coach) -> None:
    made = acme("--as", "team/Ann", "team", "entrust", "Ann", "da-reporting", "2",
                "--evidence", "x", "--by", "Zoé")  # fmt: skip
    assert (made.code, "Level 3" in made.err) == (0, False), made.err
    shown = acme("--as", "team/Ann", "team", "entrust", "Ann").out
    assert "next time 2" in shown
    assert "level 3" not in shown


def test_it_expires_aloud_and_goes_one_level_down(acme: Coach, monkeypatch) -> None:
    entrust(acme, "4", "--by", "Zoé", "--until", "2026-04-01")
    assert "entrustment-expired" not in acme("check").out
    monkeypatch.setenv("COACH_TODAY", "2026-04-02")
    found = [each for each in json.loads(acme("check", "--json").out)
             if each["id"] == "entrustment-expired"]  # fmt: skip
    assert "to review by 1 April 2026" in found[0]["records"][0]["value"]
    # Level 3 instead of 4: nothing else is proposed for a line that stands at 3.
    assert "proposed" not in acme("team", "delegate").out
    assert "nobody is entrusted with Reporting" in acme("team", "taper").out


def test_it_is_withdrawn_with_a_reason(acme: Coach) -> None:
    entrust(acme, "4")
    without = acme("team", "entrust", "Ann", "da-reporting", "--withdraw", " ")
    assert (without.code, "withdrawn with a reason" in without.err) == (1, True)
    assert acme("team", "entrust", "Ann", "da-reporting", "--withdraw", "a wrong figure").code == 0
    assert "withdrawn: a wrong figure" in acme("team", "entrust", "Ann").out
    again = acme("team", "entrust", "Ann", "da-reporting", "--withdraw", "twice")
    assert (again.code, "No decision is in force here" in again.err) == (1, True)
    assert acme("undo").code == 0
    assert "withdrawn" not in acme("team", "entrust", "Ann").out


def test_nobody_decides_her_own_and_two_decide_for_good(acme: Coach) -> None:
    cases = {
        ("--by", "Ann"): "can’t decide on Ann",
        ("--by", "Zoé, ANN"): "can’t decide on Ann",
        ("--by", ""): "Nobody decides",
        ("--by", "Zoé", "--formal"): "takes two people",
        ("--by", "Max, CMO", "--formal"): "one of the two must be of the company",
        ("--by", "Zoé", "--until", "2026-03-02"): "has to come after the beginning",
        ("--by", "Zoé", "--since", "9999-01-01"): "Check the year",
    }
    for options, remedy in cases.items():
        said = entrust(acme, "4", *options)
        assert (said.code, remedy in said.err) == (1, True), (options, said.err)
    assert entrust(acme, "4", "--by", "Max, Zoé", "--formal").code == 0
    for name in ("Ann Lee", "Zoé Lang", "Max Roy"):
        assert acme("team", "add", name, *(("--kind", "cmo") * (name == "Max Roy"))).code == 0
    said = ("team", "entrust", "Ann Lee", "da-reporting", "4", "--evidence", "x", "--by")
    for by in ("Lee", "A. Lee", "lee ann", "Hélène, LEE"):
        assert "can’t decide on Ann Lee" in acme(*said, by).err, by
    assert "takes two people" in acme(*said, "Zoé Lang, Lang", "--formal").err
    assert "must be of the company" in acme(*said, "Roy, CMO", "--formal").err
    assert acme(*said, "Ann").code == 0, "Ann is another one here"
    assert acme(*said, "Lang, Roy", "--formal").code == 0
    for name in ("Martin", "Anne Martin"):
        assert acme("team", "add", name).code == 0
    for by in ("Anne, Anne Martin", "martin, Martin"):
        assert "takes two people" in acme(*said, by, "--formal").err, by
    assert acme(*said, "Martin, Anne Martin", "--formal").code == 0, "both are people here"
    acme("team", "add", "Ann", "--left", "2026-03-02")
    assert "is not there that day" in entrust(acme, "4").err


def test_one_who_left_with_a_decision_open_is_asked_about_no_more(acme: Coach, monkeypatch) -> None:
    entrust(acme, "4", "--by", "Zoé", "--until", "2026-04-01")
    acme("team", "add", "Ann", "--left", "2026-03-20")
    monkeypatch.setenv("COACH_TODAY", "2026-04-02")
    assert "entrustment-expired" not in acme("check").out
