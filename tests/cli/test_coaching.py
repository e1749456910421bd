"""What next, why, across all my clients, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Coach


@pytest.fixture
def begun(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Coach:
    """A mission begun on its first day, looked at five weeks later: things are late."""
    monkeypatch.setenv("COACH_TODAY", "2026-11-23")
    options = ("--start", "2026-11-23", "--days-per-week", "3", "--day-rate", "1100")
    assert coach("new", "Dupont", *options, "--activation-budget", "50000").code == 0
    monkeypatch.setenv("COACH_TODAY", "2027-01-06")
    return coach


def test_check_ends_with_what_cron_needs(begun: Coach) -> None:
    told = begun("check", "--lang", "en")
    assert told.code == 3
    lines = told.out.splitlines()
    assert lines[0].startswith("alert: Cut days, or raise the activation budget. Fee €145,200")
    assert lines[0].endswith("(fee-eats-budget)")
    assert any(line.startswith("watch: ") for line in lines)
    first = begun("check", "--json").json[0]
    assert first["id"] == "fee-eats-budget"
    assert first["severity"] == "alert"
    assert first["opens"] == "budget-time"
    assert {record["id"] for record in first["records"]} >= {"activation_budget"}


def test_check_is_quiet_where_nothing_is_grave(coach: Coach) -> None:
    assert coach("new", "Calm", "--start", "2027-06-07", "--days-per-week", "2").code == 0
    told = coach("check", "--lang", "en")
    assert (told.code, told.out) == (0, "")
    assert "No advice" in told.err


def test_check_says_that_a_file_is_damaged(begun: Coach, home: Path) -> None:
    file = home / "engagements" / "broken.json"
    file.write_bytes(b"not an engagement")
    told = begun("check", "-e", file.stem)
    assert told.code == 4
    assert file.name in told.err


def test_why_gives_reason_records_and_source(begun: Coach) -> None:
    told = begun("why", "fee-eats-budget", "--lang", "fr")
    assert told.code == 0
    for words in ("Pourquoi", "règle de l’outil", "Budget d’activation", "Source", "(R05)"):
        assert words in told.out
    assert "Mission · Tarif journalier (€ HT) : 1 100 €" in told.out
    records = begun("why", "fee-eats-budget", "--lang", "en", "--json").json["records"]
    assert records[0] == {
        "entity": "engagement",
        "id": "activation_budget",
        "name": "Engagement · Activation budget (€ a year)",
        "value": "€50,000",
    }
    assert begun("why", "nonsense").code == 1
    silent = begun("why", "no-business-kpi", "--lang", "en")
    assert (silent.code, silent.out) == (0, "")
    assert "nothing to say" in silent.err


def test_whoever_acts_here_is_told_without_her_name(begun: Coach) -> None:
    """As the app does: whose file it is says nothing of who reads it."""
    assert begun("team", "add", "Ann Lee", "--kind", "cmo").code == 0
    found = {each["id"]: each["who"] for each in begun("check", "--json").json}
    hers = next(each for each, who in found.items() if who == "cmo")
    theirs = next(each for each, who in found.items() if who == "founder")
    called = {hers: "Ann: ", theirs: "Founder: "}
    for own, other, options in ((theirs, hers, ()), (hers, theirs, ("--as", "cmo/Ann Lee"))):
        said = ("--lang", "en", *options)
        told = {each["id"]: each["words"] for each in begun("check", "--json", *said).json}
        assert not told[own].startswith(called[own]), told[own]
        assert told[other].startswith(called[other]), told[other]
        lines = begun("check", *said).out
        assert (told[own] in lines, told[other] in lines) == (True, True), lines
        for each in called:
            assert begun("why", each, *said).out.startswith(told[each])
            assert begun("why", each, "--json", *said).json["words"] == told[each]


def test_search_finds_without_accents_and_in_one_engagement_only(begun: Coach) -> None:
    assert begun("step", "access-crm", "doing", "--note", "Réunion avec Éloïse").code == 0
    options = ("--start", "2026-11-23", "--days-per-week", "2")
    assert begun("new", "Autre", *options).code == 0
    assert begun("search", "eloise", "-e", "Autre").code == 1
    told = begun("search", "ELOISE", "reunion", "-e", "Dupont", "--lang", "en")
    assert told.code == 0
    assert told.out.startswith("note: Open CRM access (access-crm)")
    hit = begun("search", "fractional", "cmo", "-e", "Dupont", "--json").json[0]
    assert set(hit) == {"kind", "id", "title", "excerpt", "opens"}


def test_the_portfolio_shows_each_client_and_says_what_is_damaged(begun: Coach, home: Path) -> None:
    options = ("--start", "2026-11-23", "--days-per-week", "2.5")
    assert begun("new", "Autre", *options).code == 0
    broken = home / "engagements" / "broken.json"
    broken.write_bytes(b"not an engagement")
    told = begun("portfolio", "--lang", "en")
    assert told.code == 0
    lines = told.out.splitlines()
    assert lines[0].startswith("Autre · KPIs")
    assert lines[1].startswith("Dupont · Onboarding")
    assert "pieces of advice" in lines[1]
    assert broken.name in told.err
    assert "5.5 days a week" in told.err
    as_json = begun("portfolio", "--json").json
    assert as_json["overloaded"] is True
    assert [bool(client["error"]) for client in as_json["clients"]].count(True) == 1


def test_an_empty_portfolio_says_how_to_begin(coach: Coach) -> None:
    told = coach("portfolio", "--lang", "en")
    assert (told.code, told.out) == (0, "")
    assert "coach new" in told.err


def test_status_says_what_remains_to_pass_each_stage(begun: Coach) -> None:
    told = begun("status", "--remaining", "--lang", "en")
    assert told.code == 0
    assert "What remains to leave “Onboarding and access”" in told.out
    assert "missing: Hand over the full company brief" in told.out
    remaining = begun("status", "--remaining", "--json").json["remaining"]
    assert set(remaining) >= {"framing", "onboarding"}
    first = remaining["onboarding"]["exit"][0]
    assert first["id"] == "onboarding-access-verified"
    assert first["met"] is False
    assert "remaining" not in begun("status", "--json").json
