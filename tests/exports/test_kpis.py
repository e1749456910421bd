"""The KPI sheet and its table say the same numbers in both languages, and come back in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D

import pytest

from coach_tui import bundled
from coach_tui.coach.kpi.overview import by_id, find_kpi, follow_up, worked_out
from coach_tui.engagement.change import Draft
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard, readings_of
from coach_tui.engagement.kpi.setup import follow
from coach_tui.engagement.kpi.status import rules_of
from coach_tui.engagement.state import Engagement
from coach_tui.exports.kpi.readings_out import readings_table
from coach_tui.exports.kpi.sheet import KpiSheet, kpi_sheet
from coach_tui.language import Words
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
    made = KpiSheet(
        "Dupont | fils", TODAY, followed, computed, entries, rules_of(mission), **options
    )
    return kpi_sheet(made, words).replace("\u202f", " ").replace("\u00a0", " ")


def line_of(document, words):
    return next(line for line in document.split("\n") if words in line)


def test_the_worked_example_in_french(mission, entries):
    document = sheet(mission, entries, "fr")
    mql = line_of(document, "| Leads qualifiés marketing (MQL)")
    assert "| 40 | 64 | 100 pour le 4 juillet 2026 | 40 % | ! à surveiller · avance 0,80 |" in mql
    cac = line_of(document, "| Coût d’acquisition client")
    assert "| 4 200 € | 3 600 € | 3 000 € pour le 4 juillet 2026 | 50 % |" in cac
    assert "✓ dans les temps · avance 1,00" in cac
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
    assert "a note" not in readings_table(followed, entries, words, company="Acme")
    assert "a note" in readings_table(followed, entries, words, notes=True, company="Acme")


def test_hostile_names_break_no_table(entries):
    mission = recorded(
        Engagement(), follow(Engagement(), "x", {"name": HOSTILE, "owner": HOSTILE}, TODAY)
    )
    document = sheet(mission, entries, "en")
    row = line_of(document, "cmd")
    assert row.replace("\\|", "").count("|") == 8
    assert "\n# no" not in document


def test_kpis_are_found_by_id_name_or_beginning(mission, entries):
    words = Words("fr")
    assert find_kpi("mql", mission, entries, words) == ("mql",)
    assert find_kpi("coût d’acq", mission, entries, words) == ("cac",)
    assert find_kpi("cout d’acquisition client (cac)", mission, entries, words) == ("cac",)
    assert set(find_kpi("m", mission, entries, words)) == {"mql", "mql-to-sql", "gross-margin"}


def test_a_broken_row_of_a_batch_is_passed_over(mission):
    rows = [["mql", "2026-02-01", 5], ["mql", "soon", 5], ["mql", "2026-02-02", True], 3, [], None,
            ["mql", "2026-02-03", "6"], ["mql", "2026-02-04", 7.5, "noted"]]  # fmt: skip
    after = recorded(mission, [Draft("readings", "b", {"rows": rows})])
    found = [(each.value, each.note) for each in readings_of(after)["mql"][:2]]
    assert found == [(5, ""), (D("7.5"), "noted")]


def test_what_is_computed_is_neither_handed_over_as_readings_nor_taken_in(mission, entries):
    mission = recorded(mission, follow(mission, "ltv", {"catalogue": "ltv", "unit": "eur"}, TODAY))
    words = Words("en")
    assert "ltv" not in readings_table(
        follow_up(mission, entries, words, TODAY), entries, words, company="Acme"
    )
