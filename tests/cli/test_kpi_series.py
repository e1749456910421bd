"""A definition that changes, a target that passes, a day read twice: the same in every command."""

from __future__ import annotations

import csv
import io

import pytest

from tests.cli.conftest import Coach


@pytest.fixture
def at(coach: Coach, monkeypatch: pytest.MonkeyPatch):
    """`at("2026-03-10", "kpi", "read", …)`: a command given that day, which must be accepted."""

    def run(today: str, *command: str):
        monkeypatch.setenv("COACH_TODAY", today)
        ended = coach("--lang", "en", *command)
        assert ended.code == 0, (command, ended.err)
        return ended

    return run


@pytest.fixture
def redefined(at):
    """CAC read twice fully loaded, the second time corrected; then marketing's cost alone."""
    at("2026-01-05", "new", "Acme", "--start", "2026-01-05", "--days-per-week", "2")
    at("2026-01-05", "kpi", "add", "cac", "--definition", "loaded", "--baseline", "4200",
       "--target-3", "3900", "--target-12", "3000")  # fmt: skip
    at("2026-03-05", "kpi", "read", "cac", "4000")
    at("2026-04-05", "kpi", "read", "cac", "380")
    at("2026-04-05", "kpi", "read", "cac", "3800")
    said = at("2026-04-10", "kpi", "add", "cac", "--definition", "marketing-only")
    assert "a new series from 10 Apr 2026" in said.err
    at("2026-05-05", "kpi", "read", "cac", "1500")
    return at


def test_the_sheet_shows_each_series_apart_with_its_verdicts(redefined) -> None:
    sheet = redefined("2026-05-06", "export", "kpis").out
    now, then = sheet.split("### Until 10 April 2026: Fully loaded")
    assert "Definition in force since** 10 April 2026" in now
    assert "€1,500" in now
    assert "€3,800" not in now
    assert "? no baseline" in now
    assert "| €3,800 |" in then
    assert "€380 " not in sheet, "it was corrected the same day"
    assert "**Baseline** €4,200, 5 January 2026" in then
    assert "€3,900 by 5 April 2026 · reached: €3,800 on 5 April 2026" in then


def test_the_table_says_under_which_definition_each_line_was_read(redefined, tmp_path) -> None:
    table = redefined("2026-05-06", "export", "kpis", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff"))))
    told = [(row["Value"], row["Definition"].partition(":")[0]) for row in rows]
    assert told == [
        ("4000", "Fully loaded"), ("3800", "Fully loaded"), ("1500", "Marketing only"),
    ]  # fmt: skip
    file = tmp_path / "own.csv"
    file.write_text(table, encoding="utf-8", newline="")
    assert "3 are recorded already" in redefined("2026-05-06", "kpi", "import", str(file)).err


def test_json_tells_the_series_in_force_and_the_earlier_one(redefined) -> None:
    [frame] = redefined("2026-05-06", "kpi", "list", "--json").json
    assert (frame["since"], frame["readings"], frame["baseline"]) == ("2026-04-10", 1, None)
    [earlier] = frame["earlier"]
    assert (earlier["until"], earlier["readings"]) == ("2026-04-10", 2)
    assert [(each["value"], each["outcome"], each["read"]) for each in earlier["verdicts"]] == [
        (3900, "reached", 3800)
    ]


def test_what_was_corrected_stays_in_the_history(redefined) -> None:
    told = redefined("2026-05-06", "history").out
    assert "€380" in told
    assert "KPI’s definition ended" in told
    redefined("2026-05-06", "undo")  # the reading of May
    redefined("2026-05-06", "undo")  # the definition
    [frame] = redefined("2026-05-06", "kpi", "list", "--json").json
    assert (frame["since"], frame["readings"], frame["baseline"]) == (None, 2, 4200)


def test_a_month_is_reported_with_its_own_readings(redefined) -> None:
    may = redefined("2026-06-02", "report", "month", "--month", "2026-05", "--draft").out
    june = redefined("2026-06-29", "report", "month", "--month", "2026-06", "--draft").out
    assert "| €1,500 | — | — | — |" in may, "April's were read under another definition"
    assert "| —, last read 5 May 2026 | €1,500 | — | — |" in june


USUAL = {
    "en": "Leads that meet the fit and interest criteria agreed with sales.",
    "fr": "Leads qui remplissent les critères de profil et d’intérêt convenus avec l’équipe"
    " commerciale.",
}


def test_the_catalogues_definition_is_in_force_until_another_is_written(at) -> None:
    """What it says is shown from the first day; its own words, in any language, change nothing."""
    at("2026-01-05", "new", "Acme", "--start", "2026-01-05", "--days-per-week", "2")
    at("2026-01-05", "kpi", "add", "mql", "--baseline", "100", "--target-6", "200")
    at("2026-02-05", "kpi", "read", "mql", "120")
    assert USUAL["en"] in at("2026-02-05", "kpi", "show", "mql").out
    assert USUAL["fr"] in at("2026-02-05", "--lang", "fr", "kpi", "show", "mql").out
    for said in USUAL.values():
        assert "series" not in at("2026-02-06", "kpi", "add", "mql", "--definition", said).err
    at("2026-02-06", "undo")
    at("2026-02-06", "undo")
    said = at("2026-02-07", "kpi", "add", "mql", "--definition", "Leads that sales accepted").err
    assert "a new series from 7 Feb 2026" in said
    now, then = at("2026-02-07", "kpi", "show", "mql").out.split("### Until 7 February 2026: ")
    assert "120" not in now
    assert then.startswith(USUAL["en"])
    assert "| 120 |" in then


def test_a_definition_written_where_none_was_in_force_changes_nothing(at) -> None:
    at("2026-01-05", "new", "Acme", "--start", "2026-01-05", "--days-per-week", "2")
    at("2026-01-05", "kpi", "add", "demos", "--unit", "count", "--kind", "increase")
    at("2026-02-05", "kpi", "read", "demos", "12")
    said = at("2026-02-07", "kpi", "add", "demos", "--definition", "Demos held").err
    assert "series" not in said
