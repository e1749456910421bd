"""Accesses and KPIs from the command line: the worked example, the two ends, what is refused."""

from __future__ import annotations

import pytest

from coach_tui.cli.exit_codes import FINE, MISUSED, REFUSED

TODAY = "2026-04-05"


@pytest.fixture
def acme(coach, monkeypatch):
    """An engagement begun in January, looked at in April."""
    monkeypatch.setenv("COACH_TODAY", TODAY)
    assert coach("new", "Acme", "--start", "2026-01-05", "--days-per-week", "2").code == FINE
    return coach


@pytest.fixture
def example(acme):
    """The design's worked example, typed as people would."""
    frame = ("--on", "2026-01-05", "--target-6-on", "2026-07-04")
    for command in (
        ("add", "mql", "--baseline", "40", "--target-6", "100", *frame),
        ("add", "cac", "--definition", "loaded", "--baseline", "4 200 €", "--target-6", "3 000 €",
         *frame),
        ("add", "mql-to-sql", "--kind", "above", "--limit", "20 %"),
        ("add", "arpa"), ("add", "gross-margin"), ("add", "churn"),
        ("read", "mql", "64"), ("read", "cac", "3 600 €"), ("read", "mql-to-sql", "18 %"),
        ("read", "arpa", "400"), ("read", "gross-margin", "80 %"), ("read", "churn", "2,5 %"),
    ):  # fmt: skip
        ended = acme("kpi", *command)
        assert ended.code == FINE, ended.err
    return acme


def test_the_worked_example_as_data(example):
    found = example("kpi", "status", "--json").json
    kpis = {each["id"]: each for each in found["kpis"]}
    assert (kpis["mql"]["progress"], kpis["mql"]["pace"], kpis["mql"]["status"]) == (
        0.4, 0.8, "watch",
    )  # fmt: skip
    assert (kpis["cac"]["progress"], kpis["cac"]["pace"], kpis["cac"]["status"]) == (
        0.5, 1.0, "on-track",
    )  # fmt: skip
    assert kpis["mql-to-sql"]["status"] == "watch"
    assert found["computed"]["ltv"]["value"] == 12800
    assert round(found["computed"]["ltv-cac"]["value"], 2) == 3.56
    assert found["computed"]["cac-payback"]["value"] == 11.25


def test_the_worked_example_in_french_words(example):
    said = example("kpi", "status", "--lang", "fr").out.replace("\u202f", " ").replace("\xa0", " ")
    assert "40 → 64 · 100 pour le 4 juillet 2026 · 40 % · ! à surveiller · avance 0,80" in said
    assert "✓ dans les temps · avance 1,00" in said
    assert "400 € × 80 % ÷ 2,5 % = 12 800 €" in said
    assert "= 3,56 ×" in said
    assert "= 11,25 mois" in said


def test_a_computed_kpi_is_not_typed(example):
    assert example("kpi", "add", "ltv", "--baseline", "10000", "--target-6", "20000").code == FINE
    ended = example("kpi", "read", "ltv", "5")
    assert ended.code == REFUSED
    assert "€400 × 80% ÷ 2.5% = €12,800" in ended.err


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("add", "nrr", "--kind", "increase", "--baseline", "90", "--target-6", "90"),
         "stay above"),
        (("add", "cac"), "loaded, sales-and-marketing, marketing-only, sourced, paid"),
        (("add", "moon-phase"), "catalogue has no"),
        (("read", "mql", "1.234"), "two ways"),
        (("read", "mql", "-5"), "below zero"),
        (("read", "mql", "-5,5"), "below zero"),
        (("read", "mql", "abc"), "not a number"),
        (("read", "mql", "5", "--date", "2026-01-04"), "before the baseline"),
        (("read", "nope", "5"), "No KPI"),
        (("read", "mql", "5", "--note", "password: hunter2!"), "looks like a password"),
    ],
)  # fmt: skip
def test_bad_input_is_refused_with_a_way_out(acme, command, said):
    acme("kpi", "add", "mql", "--baseline", "40", "--on", "2026-01-05")
    ended = acme("kpi", *command)
    assert (ended.code, ended.out) == (REFUSED, "")
    assert said in ended.err


def test_a_kpi_whose_id_begins_anothers_is_not_mistaken_for_it(acme):
    assert acme("kpi", "add", "ltv-cac").code == FINE
    assert acme("kpi", "add", "ltv").code == FINE
    assert [each["id"] for each in acme("kpi", "list", "--json").json] == ["ltv-cac", "ltv"]


def test_an_amount_of_a_frame_is_in_the_unit_of_its_kpi(acme):
    refused = acme("kpi", "add", "mql", "--baseline", "5 €")
    assert (refused.code, "5 €" in refused.err) == (REFUSED, True)
    assert acme("kpi", "add", "mql", "--baseline", "40").code == FINE
    assert acme("kpi", "add", "mql", "--limit", "12 %").code == REFUSED
    own = ("kpi", "add", "Fees", "--unit", "eur", "--kind", "decrease")
    assert acme(*own, "--baseline", "5 €").code == FINE


def test_a_kpi_of_ones_own_and_letting_it_go(acme):
    assert acme("kpi", "add", "Demos held", "--unit", "count", "--kind", "increase").code == FINE
    assert acme("kpi", "read", "demos", "12").code == FINE
    assert acme("kpi", "list", "--json").json[0]["readings"] == 1
    assert acme("kpi", "stop", "demos-held").code == FINE
    assert acme("kpi", "list", "--json").json == []


def test_an_access_goes_from_asked_to_verified_removed(acme):
    assert acme("access", "add", "hubs", "--owner", "Zoé", "--admins", "2").code == FINE
    line = acme("access", "list", "--json").json["lines"][0]
    assert (line["id"], line["category"], line["critical"]) == ("hubspot", "crm", True)
    assert line["tool"] == "HubSpot"
    assert "View-only" in line["requested_role"]
    more = acme("access", "next", "hubspot", "--role", "Super Admin", "--to", "ann@acme.example")
    assert "more than was asked" in more.err
    assert acme("access", "next", "hubspot", "--evidence", "won deals seen").code == FINE
    ended = acme("access", "exit")
    assert "1 to revoke, 0 to transfer, 9 documents missing" in ended.err
    for options in (("exit", "hubspot"), ("exit", "hubspot"), ("next", "hubspot", "--by", "Zoé")):
        assert acme("access", *options).code == FINE
    line = acme("access", "list", "--json").json["lines"][0]
    assert (line["state"], line["removed_on"], line["exit_verified_by"]) == (
        "exit-verified", TODAY, "Zoé",
    )  # fmt: skip
    assert acme("access", "next", "hubspot").code == REFUSED
    assert acme("access", "exit").out == ""


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (("set", "hubspot", "owner=mdp : Tr0ub4dor&3"), REFUSED, "looks like a password"),
        (("set", "hubspot", "colour=red"), REFUSED, "no field"),
        (("set", "hubspot", "owner"), REFUSED, "FIELD=VALUE"),
        (("set", "hubspot", "critical=maybe"), REFUSED, "neither yes nor no"),
        (("set", "hubspot", "admins=two"), REFUSED, "not a whole number"),
        (("set", "hubspot", "planned_end=31/02/2027"), REFUSED, "to 28 Feb 2027"),
        (("set", "nope", "owner=Zoé"), REFUSED, "no line"),
        (("exit", "hubspot"), REFUSED, "never opened"),
        (("next", "hubspot", "--role", ""), REFUSED, "role that was granted"),
        (("list", "--state", "open"), MISUSED, "open"),
    ],
)
def test_a_ledger_line_refuses_what_cannot_be(acme, command, code, said):
    acme("access", "add", "HubSpot")
    ended = acme("access", *command)
    assert ended.code == code
    assert said in ended.err


def test_the_list_can_be_cut_by_state_owner_and_criticality(acme):
    acme("access", "add", "HubSpot", "--owner", "Zoé")
    acme("access", "add", "Figma", "--owner", "Tom")
    acme("access", "set", "figma", "na_reason=no design in house")
    assert acme("access", "list", "--critical").out.startswith("hubspot")
    assert "figma" not in acme("access", "list", "--state", "requested").out
    assert "hubspot" not in acme("access", "list", "--owner", "tom").out
    acme("access", "set", "figma", "na_reason=")
    assert "figma" in acme("access", "list", "--state", "requested").out


def test_both_are_exported_as_markdown_and_as_tables(example, tmp_path):
    example("access", "add", "=cmd|calc")
    assert "| \\=cmd\\|calc |" in example("export", "accesses").out
    assert "'=cmd|calc" in example("export", "accesses", "--format", "csv").out
    assert "# KPIs" in example("export", "kpis").out
    table = example("export", "kpis", "--format", "csv", "--lang", "fr").out
    assert table.startswith("\ufeffJour;KPI;Nom;Valeur;Unité;Par;Entreprise\r\n")
    file = tmp_path / "kpis.md"
    assert example("export", "kpis", "-o", str(file)).code == FINE
    assert example("export", "kpis", "-o", str(file)).code == REFUSED


def test_steps_are_done_by_what_the_ledger_shows(acme):
    acme("access", "add", "HubSpot")
    acme("access", "next", "hubspot", "--role", "View-only", "--date", "2026-03-09")
    acme("access", "next", "hubspot", "--date", "2026-03-10")
    stages = acme("today", "--all", "--json").json
    found = next(step for step in _steps_in(stages) if step["id"] == "access-crm")
    assert (found["status"], found["evidence"]) == ("done", "HubSpot 2026-03-10")


def _steps_in(data):
    """Every step of what `coach today --all --json` says, however it is laid out."""
    if isinstance(data, dict):
        found = [data] if "evidence" in data else []
        return found + [step for value in data.values() for step in _steps_in(value)]
    return [step for value in data for step in _steps_in(value)] if isinstance(data, list) else []
