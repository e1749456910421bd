"""The KPI sheet and its table say the same numbers in both languages, and come back in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D
from itertools import count

import pytest

from coach_tui import bundled
from coach_tui.coach.kpi.overview import by_id, find_kpi, follow_up, worked_out
from coach_tui.engagement.change import Draft
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard, readings_of
from coach_tui.engagement.kpi.record import kpis_of
from coach_tui.engagement.kpi.setup import follow
from coach_tui.engagement.kpi.status import rules_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.csv_reader import read_table
from coach_tui.exports.kpi.readings_in import (
    Found,
    Known,
    NotRead,
    meanings_of,
    read_rows,
    record_all,
    refuse_meanings,
)
from coach_tui.exports.kpi.readings_out import readings_table
from coach_tui.exports.kpi.sheet import Sheet, kpi_sheet
from coach_tui.language import Refusal, Words
from coach_tui.language.fold import folded
from tests.engagement.kpi_mission import recorded

TODAY = date(2026, 4, 5)
BASELINE = {"baseline_on": date(2026, 1, 5), "target_6_on": date(2026, 7, 4)}
HOSTILE = "[/x] | `a` <b> =cmd\n# no"


@pytest.fixture(scope="module")
def entries():
    return by_id(bundled.load_catalogue("kpis")[0])


@pytest.fixture
def mission():
    """The worked example of the design."""
    mission = Engagement()
    for kpi_id, fields in {
        "mql": {"kind": "increase", "baseline": D(40), "target_6": D(100), **BASELINE},
        "cac": {"kind": "decrease", "unit": "eur", "definition": "loaded",
                "baseline": D(4200), "target_6": D(3000), **BASELINE},
        "mql-to-sql": {"kind": "above", "unit": "percent", "limit": D(20)},
        "arpa": {"kind": "input", "unit": "eur"},
        "gross-margin": {"kind": "input", "unit": "percent"},
        "churn": {"kind": "input", "unit": "percent"},
    }.items():  # fmt: skip
        mission = recorded(mission, follow(mission, kpi_id, {"catalogue": kpi_id, **fields}, TODAY))
    values = {"mql": 64, "cac": 3600, "mql-to-sql": 18, "arpa": 400, "gross-margin": 80,
              "churn": "2.5"}  # fmt: skip
    for kpi_id, value in values.items():
        heard = Heard(kpi_id, TODAY, D(str(value)), "a note")
        mission = recorded(mission, read_kpi(mission, f"r-{kpi_id}", heard, TODAY), "cmo/Ann")
    return mission


def sheet(mission, entries, language, **options):
    words = Words(language)
    followed = follow_up(mission, entries, words, TODAY)
    computed = worked_out(mission, entries, words, TODAY)
    made = Sheet("Dupont | fils", TODAY, followed, computed, entries, rules_of(mission), **options)
    return kpi_sheet(made, words).replace("\u202f", " ").replace("\u00a0", " ")


def line_of(document, words):
    return next(line for line in document.split("\n") if words in line)


def test_the_worked_example_in_french(mission, entries):
    document = sheet(mission, entries, "fr")
    mql = line_of(document, "| Leads qualifiés marketing (MQL)")
    assert "| 40 | 64 | 100 pour le 4 juillet 2026 | 40 % | ! à surveiller · allure 0,80 |" in mql
    cac = line_of(document, "| Coût d’acquisition client")
    assert "| 4 200 € | 3 600 € | 3 000 € pour le 4 juillet 2026 | 50 % |" in cac
    assert "✓ dans le rythme · allure 1,00" in cac
    rate = line_of(document, "| Taux MQL")
    assert "| — | 18 % | rester au-dessus de 20 % | — | ! à surveiller |" in rate
    assert "400 € × 80 % ÷ 2,5 % = 12 800 €" in document
    assert "400 € × 80 % ÷ 2,5 % ÷ 3 600 € = 3,56 ×" in document
    assert "3 600 € ÷ (400 € × 80 %) = 11,25 mois" in document
    assert "règle de l’outil" in document


def test_the_worked_example_in_english_from_the_same_records(mission, entries):
    document = sheet(mission, entries, "en")
    mql = line_of(document, "| Marketing-qualified leads")
    assert "| 40 | 64 | 100 by 4 July 2026 | 40% | ! watch · pace 0.80 |" in mql
    assert "€400 × 80% ÷ 2.5% = €12,800" in document
    assert "= 3.56×" in document
    assert "= 11.25 months" in document
    assert "Fully loaded" in document


def test_churn_of_zero_is_explained(mission, entries):
    heard = Heard("churn", TODAY, D(0))
    mission = recorded(mission, read_kpi(mission, "zero", heard, TODAY))
    assert "a lifetime has no end" in sheet(mission, entries, "en")


def test_notes_stay_unless_asked_for(mission, entries):
    assert "a note" not in sheet(mission, entries, "en")
    assert "a note" in sheet(mission, entries, "en", notes=True)
    words = Words("en")
    followed = follow_up(mission, entries, words, TODAY)
    assert "a note" not in readings_table(followed, entries, words)
    assert "a note" in readings_table(followed, entries, words, notes=True)


def test_hostile_names_break_no_table(entries):
    mission = recorded(
        Engagement(), follow(Engagement(), "x", {"name": HOSTILE, "owner": HOSTILE}, TODAY)
    )
    document = sheet(mission, entries, "en")
    row = line_of(document, "cmd")
    assert row.replace("\\|", "").count("|") == 8
    assert "\n# no" not in document


def names(mission, entries):
    found = {}
    for language in ("fr", "en"):
        for each in follow_up(mission, entries, Words(language), TODAY):
            found[folded(each.name)] = found[folded(each.kpi.id)] = each.kpi.id
    return found


def read_in(mission, entries, text, language="fr", more=None):
    table = read_table(text)
    named = names(mission, entries)
    meanings = {**meanings_of(table.header, mission, named), **(more or {})}
    refusal = refuse_meanings(meanings)
    if refusal:
        return refusal, meanings
    rows = read_rows(
        table, meanings, mission, kpis_of(mission), named, language=language, today=TODAY
    )
    return list(rows), meanings


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_went_out_comes_back_in_and_adds_nothing(mission, entries, language):
    words = Words(language)
    text = readings_table(follow_up(mission, entries, words, TODAY), entries, words, notes=True)
    found, _ = read_in(mission, entries, text, language)
    assert [type(each) for each in found] == [Known] * 6


def test_a_column_for_each_kpi_french_numbers_and_dates(mission, entries):
    text = "Jour;MQL;Coût\r\n31/03/2026;58;3 650,50 €\r\n28/02/2026;52;\r\n"
    refusal, meanings = read_in(mission, entries, "Jour;Coût\n31/03/2026;1\n")
    assert isinstance(refusal, Refusal)
    assert meanings["Coût"] == ""
    found, meanings = read_in(mission, entries, text, more={"Coût": "kpi:cac"})
    assert [each.heard[:3] for each in found] == [
        ("mql", date(2026, 3, 31), 58), ("cac", date(2026, 3, 31), D("3650.50")),
        ("mql", date(2026, 2, 28), 52),
    ]  # fmt: skip
    ids = (f"i{number}" for number in count())
    mission = recorded(mission, record_all(found, ids, meanings, mission))
    assert len(readings_of(mission)["mql"]) == 3
    again, meanings = read_in(mission, entries, text)  # the header is remembered
    assert meanings["Coût"] == "kpi:cac"
    assert [type(each) for each in again] == [Known] * 3


def test_a_line_for_each_reading_english_numbers(mission, entries):
    text = 'date,kpi,value,comment\n2026-03-31,CAC,"3,650.50",ok\n2026-03-31,nope,1,\n'
    found, _ = read_in(mission, entries, text, "en", {"comment": "note"})
    assert found[1].refusal.reason == "refusal.kpi.unknown"
    assert found[0] == Found(2, Heard("cac", date(2026, 3, 31), D("3650.50"), "ok"))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("31/03/2026;1.234", "refusal.number.two-readings"),
        ("31/03/2026;abc", "refusal.number.unread"),
        ("31/03/2026;-5", "refusal.kpi.negative"),
        ("31/03/2026;5 €", "refusal.kpi.in-count"),
        ("04/01/2026;5", "refusal.kpi.before-baseline"),
        ("31/12/2026;5", "refusal.kpi.future"),
        ("31/02/2026;5", "refusal.dates.no-such-day"),
        (";5", "refusal.dates.empty"),
    ],
)
def test_each_line_refused_says_why(mission, entries, row, why):
    found, _ = read_in(mission, entries, f"Jour;MQL\n{row}\n")
    assert [(each.line, each.refusal.reason) for each in found] == [(2, why)]
    assert isinstance(found[0], NotRead)


def test_a_formula_in_a_cell_is_words_that_are_no_number(mission, entries):
    found, _ = read_in(mission, entries, "Jour;MQL\n31/03/2026;=cmd|' /C calc'!A0\n")
    assert found[0].refusal.reason == "refusal.number.unread"


def test_one_day_column_is_needed(mission, entries):
    refusal, _ = read_in(mission, entries, "MQL;CAC\n1;2\n")
    assert refusal.reason == "refusal.table.one-date"
    refusal, _ = read_in(mission, entries, "Jour;valeur\n1;2\n")
    assert refusal.reason == "refusal.table.value-of-what"


def test_kpis_are_found_by_id_name_or_beginning(mission, entries):
    words = Words("fr")
    assert find_kpi("mql", mission, entries, words) == ("mql",)
    assert find_kpi("coût d’acq", mission, entries, words) == ("cac",)
    assert find_kpi("cout d’acquisition client (cac)", mission, entries, words) == ("cac",)
    assert set(find_kpi("m", mission, entries, words)) == {"mql", "mql-to-sql", "gross-margin"}


def test_a_long_table_is_one_change_and_reads_as_its_readings(mission, entries):
    rows = "".join(f"{10 + n % 20}/02/2026;{n}\n" for n in range(2_000))
    found, meanings = read_in(mission, entries, f"Jour;MQL\n{rows}")
    kept = [each for each in found if isinstance(each, Found)]
    drafts = record_all(kept, (f"b{number}" for number in count()), meanings, mission)
    assert len([draft for draft in drafts if draft.entity != "csv-column"]) == 1
    after = recorded(mission, drafts, "ops/Tom")
    readings = readings_of(after)["mql"]
    assert len(readings) == len(kept) + 1
    assert {each.actor for each in readings} == {"ops/Tom", "cmo/Ann"}
    same_day = [each.value for each in readings if each.day == date(2026, 2, 10)]
    assert same_day == sorted(same_day)  # as the table has them: the last line of a day counts
    again, _ = read_in(after, entries, f"Jour;MQL\n{rows}")
    assert {type(each) for each in again if not isinstance(each, NotRead)} == {Known}


def test_a_broken_row_of_a_batch_is_passed_over(mission):
    rows = [["mql", "2026-02-01", 5], ["mql", "soon", 5], ["mql", "2026-02-02", True], 3, [], None,
            ["mql", "2026-02-03", "6"], ["mql", "2026-02-04", 7.5, "noted"]]  # fmt: skip
    after = recorded(mission, [Draft("readings", "b", {"rows": rows})])
    found = [(each.value, each.note) for each in readings_of(after)["mql"][:2]]
    assert found == [(5, ""), (D("7.5"), "noted")]


def test_what_is_computed_is_neither_handed_over_as_readings_nor_taken_in(mission, entries):
    mission = recorded(mission, follow(mission, "ltv", {"catalogue": "ltv", "unit": "eur"}, TODAY))
    words = Words("en")
    assert "ltv" not in readings_table(follow_up(mission, entries, words, TODAY), entries, words)
    found, _ = read_in(mission, entries, "Jour;ltv\n31/03/2026;5\n")
    assert [each.refusal.reason for each in found] == ["refusal.kpi.computed-one"]
