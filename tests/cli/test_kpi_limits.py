"""Natural limits at the command line: a published data set to the cent, and a chosen baseline."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Coach
from tests.engagement.test_kpi_limits import WHEELER

FIRST = date(2026, 1, 5)


@pytest.fixture
def wheeler(coach: Coach, monkeypatch: pytest.MonkeyPatch, tmp_path) -> Coach:
    """A KPI with Wheeler's sixteen readings, one a week, brought in from a table."""
    monkeypatch.setenv("COACH_TODAY", "2026-05-04")
    assert (
        coach("--lang", "en", "new", "Acme", "--start", "2026-01-05", "--days-per-week", "2").code
        == 0
    )
    added = coach("kpi", "add", "accounts", "--name", "Accounts", "--unit", "eur",
                  "--kind", "decrease", "--cadence", "week")  # fmt: skip
    assert added.code == 0, added.err
    days = (FIRST + timedelta(weeks=week) for week in range(16))
    rows = (f"{day},{value}" for day, value in zip(days, WHEELER.split(), strict=True))
    table = tmp_path / "readings.csv"
    table.write_text("\n".join(["Date,Accounts", *rows]), "utf-8")
    brought = coach("kpi", "import", str(table), "--apply")
    assert brought.code == 0, brought.err
    return coach


def test_the_published_limits_are_shown_to_the_cent(wheeler: Coach) -> None:
    window = ("--since", "2026-01-05", "--until", "2026-04-20", "--why", "all sixteen")
    said = wheeler("--lang", "en", "kpi", "limits", "accounts", *window)
    assert "€3,188.72 to €5,082.28 · mean €4,135.50 · from 16 readings" in said.err
    shown = wheeler("--lang", "fr", "kpi", "show", "accounts").out.replace("\u202f", " ")
    shown = shown.replace("\u00a0", " ")
    assert "3 188,72 € à 5 082,28 € · moyenne 4 135,50 €" in shown
    assert "choisies : all sixteen" in shown
    assert "5 200 € le 20 avril 2026 : hors de ses limites naturelles" in shown
    limits = json.loads(wheeler("kpi", "show", "accounts", "--json").out)["limits"]
    assert round(limits["range_limit"], 2) == 1163.19
    assert [each["rule"] for each in limits["signals"]] == ["outside", "range"]
    again = wheeler("--lang", "en", "kpi", "limits", "accounts", "--usual")
    assert "from 15 readings" in again.err
    history = wheeler("--lang", "en", "history").out
    assert "natural limits “Accounts” → readings from: 5 January 2026" in history


def test_the_limits_alone_are_written_as_french_is(wheeler: Coach) -> None:
    said = wheeler("--lang", "fr", "kpi", "limits", "accounts").out
    assert "Limites naturelles\u00a0: " in said
    assert "Signal ou bruit\u00a0: " in said


def test_an_input_says_why_it_has_no_limits_and_takes_none(coach: Coach) -> None:
    assert coach("new", "Acme", "--start", "2026-01-05", "--days-per-week", "2").code == 0
    assert coach("kpi", "add", "arpa", "--kind", "input", "--cadence", "month").code == 0
    for options in ((), ("--since", "2026-01-05", "--why", "x")):
        said = coach("--lang", "en", "kpi", "limits", "arpa", *options)
        assert "An input has no natural limits" in said.err, options
        assert "coach kpi add ID --kind" in said.err, options
        assert "Saved" not in said.err
    assert said.code == 1


def test_a_kpi_that_stays_below_a_limit_says_which(coach: Coach) -> None:
    assert coach("new", "Acme", "--start", "2026-01-05", "--days-per-week", "2").code == 0
    added = ("--kind", "below", "--limit", "24", "--unit", "hours", "--cadence", "week")
    assert coach("kpi", "add", "delay", "--name", "Delay", *added).code == 0
    assert "Target stay below 24 hours" in coach("--lang", "en", "kpi", "show", "delay").out


def test_what_is_refused_names_the_remedy(wheeler: Coach) -> None:
    cases = {
        ("--since", "2026-01-05"): "Write why these readings",
        ("--since", "2026-01-05", "--until", "2026-02-01", "--why", "x"): "there are 4 readings",
        ("--since", "2026-03-05", "--until", "2026-02-01", "--why", "x"): "Change one of the days",
        ("--since", "2027-01-01", "--why", "x"): "has not come yet",
    }
    for options, remedy in cases.items():
        said = wheeler("--lang", "en", "kpi", "limits", "accounts", *options)
        assert (said.code, remedy in said.err) == (1, True), (options, said.err)


def test_the_table_says_the_limits_beside_each_reading_and_comes_back(
    wheeler: Coach, tmp_path
) -> None:
    file = tmp_path / "out.csv"
    written = wheeler("--lang", "en", "export", "kpis", "--format", "csv", "-o", str(file))
    assert written.code == 0, written.err
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))
    assert rows[-1]["Signal"] == "outside its natural limits, a jump larger than chance makes"
    assert {row["Upper natural limit"] for row in rows} == {"4748.91"}
    assert {row["Signal"] for row in rows[1:10]} == {""}
    assert {row["Kind of centre line"] for row in rows} == {"mean"}
    older = file.read_text("utf-8-sig").replace("Centre line", "Mean")
    for name, table in (("new.csv", file.read_text("utf-8-sig")), ("old.csv", older)):
        (tmp_path / name).write_text(table, "utf-8")
        back = wheeler("--lang", "en", "kpi", "import", str(tmp_path / name))
        assert (back.code, "not read" in back.err) == (0, False), back.err
    back = wheeler("--lang", "en", "kpi", "import", str(file))
    assert back.code == 0, back.err
    assert "Signal" not in back.err


def test_too_few_readings_say_how_many_are_missing(coach: Coach) -> None:
    coach("--lang", "en", "new", "Acme", "--start", "2026-01-05", "--days-per-week", "2")
    coach("kpi", "add", "mql", "--baseline", "40")
    coach("kpi", "read", "mql", "41")
    shown = coach("--lang", "en", "kpi", "show", "mql").out
    assert "Natural limits 7 more readings, and they can be told (8 are needed)" in shown


def test_why_says_which_movements_are_noise(coach: Coach, monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("COACH_TODAY", "2026-05-04")
    coach("--lang", "en", "new", "Acme", "--start", "2026-01-05", "--days-per-week", "2")
    coach("kpi", "add", "mql", "--kind", "above", "--limit", "80", "--cadence", "week")
    table = tmp_path / "readings.csv"
    values = (100, 60, 95, 58, 104, 70, 62, 99, 57, 101, 66, 98, 61, 96, 63, 100, 60)
    rows = (f"{FIRST + timedelta(weeks=week)},{value}" for week, value in enumerate(values))
    table.write_text("\n".join(["Date,mql", *rows]), "utf-8")
    assert coach("kpi", "import", str(table), "--apply").code == 0
    said = coach("--lang", "en", "why", "kpi-fell")
    assert "the last movement stays inside and proves nothing" in said.err
    assert "kpi-fell" not in coach("--lang", "en", "check").out


def test_the_table_calls_a_median_by_its_name_in_both_languages(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A reading a thousand times off makes a mean of nothing: the centre is then the median."""
    monkeypatch.setenv("COACH_TODAY", "2026-05-04")
    coach("new", "Acme", "--start", "2026-01-05", "--days-per-week", "2")
    coach("kpi", "add", "mql", "--cadence", "week")
    values = "41 44 39 43 40 42000 45 41 42 44 40 43 41 45 42"
    rows = (f"{FIRST + timedelta(weeks=week)},{value}" for week, value in enumerate(values.split()))
    table = tmp_path / "readings.csv"
    table.write_text("\n".join(["Date,mql", *rows]), "utf-8")
    assert coach("kpi", "import", str(table), "--unlike", "add", "--apply").code == 0
    for lang, head, said in (
        ("en", "Kind of centre line", "median"), ("fr", "Nature de la ligne centrale", "médiane"),
    ):  # fmt: skip
        told = coach("--lang", lang, "export", "kpis", "--format", "csv").out.lstrip("\ufeff")
        mark = ";" if lang == "fr" else ","
        assert {row[head] for row in csv.DictReader(io.StringIO(told), delimiter=mark)} == {said}
