"""What expires, at the command line: listed, filled in, decided, and told wherever it matters."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Coach


@pytest.fixture
def acme(coach: Coach, monkeypatch: pytest.MonkeyPatch) -> Coach:
    monkeypatch.setenv("COACH_TODAY", "2026-03-02")
    monkeypatch.setenv("COACH_LANG", "en")
    coach("new", "Acme", "--start", "2026-03-02", "--days-per-week", "2")
    coach("team", "add", "Zoé")
    coach("access", "add", "example.com", "--category", "site", "--owner", "Zoé")
    return coach


def test_the_list_says_by_when_and_whose(acme: Coach) -> None:
    said = acme("expiry", "set", "example.com", "--kind", "domain", "--day", "2026-05-01",
                "--notice", "40", "--cost", "12", "--owner", "Zoé")  # fmt: skip
    assert (said.code, said.out) == (0, ""), said.err
    listed = acme("expiry", "list").out
    assert listed == "! example.com · domain · act by 22 Mar 2026, 20 days left · Zoé\n"
    assert "expiry-near" in acme("check").out
    assert acme("check").code == 3
    acme("expiry", "set", "example.com", "--ends", "renew")
    assert "expiry-near" not in acme("check").out
    [line] = json.loads(acme("expiry", "list", "--json").out)
    assert (line["act_by"], line["days_left"], line["cost"]) == ("2026-03-22", 20, 12)
    assert "ce qui expire « example.com »" in acme("history", "--lang", "fr").out.replace(
        "\xa0", " "
    )


def test_whoever_else_looks_is_told_for_whom_it_waits(acme: Coach) -> None:
    """What either of the two who lead may decide has a role of its own, said in words."""
    acme("expiry", "set", "example.com", "--day", "2026-03-20")
    for role in ("team", "ops", "sales", "successor"):
        shown = acme("--as", role, "today").out
        assert "Waiting for the founder or the CMO" in shown, role
        assert "move.the" not in shown
        assert "role.leads" not in acme("--as", role, "walk").out


def test_an_owner_who_left_is_said_and_somebody_takes_it(acme: Coach) -> None:
    acme("expiry", "set", "example.com", "--day", "2026-09-01", "--owner", "Zoé")
    acme("team", "add", "Zoé", "--left", "2026-03-01")
    assert "Zoé (give it to someone else)" in acme("expiry", "list").out
    assert "What expires · example.com" in acme("team", "handover", "Zoé").out


def test_the_accesses_fill_it_in_and_the_calendar_and_the_dossier_say_it(acme: Coach) -> None:
    offered = acme("expiry", "gather")
    origin = offered.out.split()[0]
    assert origin.startswith("access:")
    assert "1 more can be listed" in offered.err
    gathered = acme("expiry", "gather", f"{origin}=2026-10-01")
    assert gathered.code == 0, gathered.err
    assert "All that the accesses and the contract say is listed" in gathered.err
    assert "example.com · domain · act by 1 Oct 2026" in acme("expiry", "list").out
    assert "Expires\\, last day to act: example.com" in acme("export", "calendar").out
    dossier = acme("export", "handover").out
    section = dossier[dossier.index("## 10.") : dossier.index("## 11.")]
    assert "| example.com | domain | 1 October 2026 | 1 October 2026 | Zoé |" in section
    acme("access", "add", "Webflow", "--category", "site")
    acme("expiry", "gather", "access:webflow=2026-11-01")
    assert "Webflow · subscription" in acme("expiry", "list").out, "a site is not its name"
    assert acme("expiry", "drop", "Webflow").code == 0
    assert acme("expiry", "drop", "example.com").code == 0
    assert acme("expiry", "list").out == ""


def test_what_is_refused_names_the_remedy(acme: Coach) -> None:
    cases = {
        ("gather", "access:none=2026-10-01"): "is none of those offered",
        ("gather", "access:none"): "or has no =DATE",
        ("drop", "wine"): "`coach expiry list` shows it",
        ("set", "x", "--day", "9999-01-01"): "Check the year",
    }
    for options, remedy in cases.items():
        said = acme("expiry", *options)
        assert (said.code, remedy in said.err) == (1, True), (options, said.err)
