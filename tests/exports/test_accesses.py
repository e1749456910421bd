"""The ledger leaves with its two ends: what is open, and what is left to take back."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from coach_tui import bundled
from coach_tui.coach.access.overview import find_tools, if_it_ended_today, ledger
from coach_tui.engagement.access.change import add_access
from coach_tui.engagement.access.record import Access
from coach_tui.engagement.access.steps import take_step
from coach_tui.engagement.state import Engagement
from coach_tui.exports.access.register import COLUMNS, AccessLedger, access_document, access_table
from coach_tui.language import LANGUAGES, Words
from tests.engagement.kpi_mission import recorded

TODAY = date(2026, 3, 12)
HOSTILE = "[/x] | `a` <script> =cmd\n- [x] no"


def opened(mission, access_id, **fields):
    fields = {"tool": access_id, **fields}
    mission = recorded(mission, add_access(mission, access_id, fields, TODAY))
    for step in ("granted", "verified"):
        mission = recorded(
            mission, take_step(mission, access_id, step, {"granted_role": "r"}, TODAY)
        )
    return mission


@pytest.fixture
def mission():
    mission = opened(Engagement(), "hubspot", tool="HubSpot", owner="Zoé", admins=1)
    mission = opened(mission, "figma", tool=HOSTILE, exit="transfer")
    return recorded(mission, add_access(mission, "ga4", {"tool": "GA4"}, TODAY))


def document(mission, language):
    made = AccessLedger("Dupont", TODAY, ledger(mission, TODAY), if_it_ended_today(mission, TODAY))
    return access_document(made, Words(language))


def test_what_an_end_today_would_cost_is_said_first(mission):
    assert "If it ended today: 1 to revoke, 1 to transfer, 9 documents missing" in document(
        mission, "en"
    )
    assert "1 à retirer, 1 à transférer, 9 documents manquants" in document(mission, "fr")


def test_the_revocation_list_has_a_box_for_each_access_that_was_opened(mission):
    for step, said in (
        ("leaving", {}),
        ("removed", {}),
        ("exit-verified", {"exit_verified_by": "Léa"}),
    ):
        mission = recorded(mission, take_step(mission, "hubspot", step, said, TODAY))
    text = document(mission, "en")
    assert "- [x] HubSpot — revoke · Removed on 12 March 2026 · Removal verified on" in text
    assert "(Léa)" in text
    assert text.count("- [ ]") == 1
    assert "GA4 —" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_words_break_neither_table_nor_list(mission, language):
    lines = document(mission, language).split("\n")
    rows = [line for line in lines if line.startswith("|")]
    assert {row.replace("\\|", "").count("|") for row in rows} == {8}
    assert not any(line.startswith("- [x] no") for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_every_field_and_nothing_to_run(mission, language):
    text = access_table(ledger(mission, TODAY), Words(language), "=Acme")
    separator = ";" if language == "fr" else ","
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=separator))
    assert [len(row) for row in rows] == [len(COLUMNS) + 3] * 4
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert "2026-03-12" in rows[1]


def test_two_letters_find_a_tool():
    tools, problems = bundled.load_catalogue("accesses")
    assert not problems
    assert find_tools("hu", tools)[0].id == "hubspot"
    assert find_tools("an", tools)[0].id == "google-analytics"
    assert [each.id for each in find_tools("GA4", tools)] == ["google-analytics"], (
        "as people say it"
    )
    assert find_tools("gtm", tools)[0].id == "tag-manager"
    assert find_tools("zz", tools) == ()
    assert len(find_tools("", tools)) == len(tools)


def test_the_table_has_every_field_of_a_line_in_the_order_of_its_declaration() -> None:
    assert [*COLUMNS] == [name for name in Access._fields if name not in ("id", "catalogue")]
    assert "more" in COLUMNS
