"""The team's sheet, the drill, the monthly report: right figures, people's words left whole."""

from __future__ import annotations

from datetime import date

import pytest

from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.coach.named import named_in
from coach_tui.coach.rhythm.month import last_month, month_bounds
from coach_tui.coach.team.absence import uncovered
from coach_tui.engagement.documents.record import BLANK
from coach_tui.engagement.profile import begin
from coach_tui.engagement.rhythm.days import agree_days, log_days
from coach_tui.engagement.rhythm.decisions import promise
from coach_tui.engagement.rhythm.rituals import Schedule, hold
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import UNTOUCHED, set_status
from coach_tui.engagement.team.absence import log_drill
from coach_tui.engagement.team.levels import rate
from coach_tui.engagement.team.people import add_person
from coach_tui.engagement.team.plan import delegate
from coach_tui.engagement.team.skills import amend_skill, keep_skill, log_use
from coach_tui.exports.team.absence import absence_sheet
from coach_tui.exports.team.sheet import team_sheet
from coach_tui.language import Words
from tests.engagement.recorded import after, new_id
from tests.engagement.recording import taken, waiting
from tests.exports.reading import READER, tables
from tests.exports.reports import report_of

TODAY = date(2026, 3, 12)
EMPTY = Engagement()
HOSTILE = "a | b [x] `c` <script>alert(1)</script> {company}"


def rated(known, person, skill, level, day=TODAY):
    proof = {"evidence": "May", "verified_by": "Eva"} if level >= 3 else {}
    return after(known, rate(known, new_id(), person=person, skill=skill, level=level, side="cmo",
                             day=day, today=TODAY, **proof))  # fmt: skip


@pytest.fixture
def team() -> Engagement:
    """The worked example's team, with hostile words wherever people may write some."""
    known = after(
        Engagement(),
        begin("Acme", date(2026, 1, 5), 2, "cmo"),
        add_person("lea", "Léa"),
        add_person("tom", HOSTILE),
        keep_skill("da-reporting", 3, True),
        keep_skill("ac-seo", 1, False),
        keep_skill("cr-ops", 3, True),
        keep_skill("own", 1, False, HOSTILE),
        agree_days(52, 26, None),
    )
    known = after(known, amend_skill(known, "own", external=HOSTILE))
    for person, skill, level in (("lea", "da-reporting", 3), ("tom", "da-reporting", 2),
                                 ("tom", "ac-seo", 3)):  # fmt: skip
        known = rated(known, person, skill, level)
    for skill, person in (("da-reporting", "tom"), ("cr-ops", "lea")):
        known = after(known, log_use(known, new_id(), skill, person, TODAY, TODAY))
    return after(
        known,
        delegate(known, "d", HOSTILE, "tom", 5, 7),
        log_drill(known, "x", "cmo", date(2026, 2, 2), date(2026, 2, 6), "passed", TODAY, HOSTILE),
    )


def named(language, engagement=EMPTY):
    return named_in(engagement, Catalogues(), language)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_team_sheet_says_the_index_and_its_working_and_nobodys_level(team, language):
    sheet = team_sheet(team, "Acme", TODAY, named(language), Words(language))
    assert "4.25 ÷ 8" in sheet or "4,25 ÷ 8" in sheet
    cover = tables(sheet)[0]
    assert {len(row) for row in cover} == {7}
    shares = {row[0].removesuffix(" ★"): row[5].rstrip("%\u00a0") for row in cover[1:]}
    assert list(shares.values()) == ["100", "25", "75", "25"]
    assert HOSTILE in shares
    assert "<script>" not in READER.render(sheet)
    assert "Léa" not in sheet


def test_ratings_are_there_when_asked_for_with_columns_that_stay_columns(team):
    sheet = team_sheet(team, "Acme", TODAY, named("en"), Words("en"), ratings=True)
    matrix = tables(sheet)[1]
    assert matrix[0] == ["Skill", "Léa", HOSTILE]
    assert ["Reporting and KPI reading", "3", "2"] in matrix


def test_a_team_without_a_map_still_gives_a_valid_sheet():
    sheet = team_sheet(Engagement(), "Acme", TODAY, named("fr"), Words("fr"))
    assert "Aucune compétence" in sheet
    assert "{" not in sheet


def test_the_drill_is_a_list_to_tick(team):
    drill = uncovered(team, "tom", TODAY, date(2026, 3, 27))
    sheet = absence_sheet(drill, HOSTILE, named("en", team), Words("en"))
    assert "- [ ] SEO and organic visibility" in sheet
    assert "12 March 2026" in sheet
    assert "<script>" not in READER.render(sheet)
    known = after(team, hold("weekly-ceo", new_id(), Schedule(date(2026, 1, 5)), minutes=60))
    cmo = absence_sheet(uncovered(known, "cmo", TODAY, date(2026, 3, 27)), "CMO", named("fr"),
                        Words("fr"))  # fmt: skip
    assert "- [ ] Heure hebdomadaire dirigeant-CMO × 2" in cmo
    nobody = absence_sheet(
        uncovered(Engagement(), "cmo", TODAY, TODAY), "CMO", named("fr"), Words("fr")
    )
    assert "Rien de ce qui est enregistré" in nobody


# The monthly report


def draft(engagement, language="en", *, levels=False, month="2026-03"):
    return report_of(engagement, month, TODAY, language, levels=levels)


@pytest.fixture
def march(team) -> Engagement:
    known = rated(team, "lea", "cr-ops", 1, date(2026, 2, 10))
    known = rated(known, "lea", "cr-ops", 2, date(2026, 3, 10))
    return after(
        known,
        taken("t", "Stop the show", TODAY, why=HOSTILE),
        waiting("o", HOSTILE, TODAY),
        promise("p", "Late thing", TODAY, due=date(2026, 3, 2)),
        log_days("u", date(2026, 3, 3), 2.5, TODAY),
        log_days("v", date(2026, 2, 27), 9, TODAY),
        set_status("access-crm", "done", current=UNTOUCHED, actor="cmo"),
    )


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_draft_has_what_was_recorded_and_nothing_left_to_fill(march, language):
    text = draft(march, language)
    assert text.count("\n## ") == 7
    assert not BLANK.findall(text)
    assert "<script>" not in READER.render(text)
    days = ("Days used: 2.5", "Days planned: 3.4") if language == "en" else (
        "Jours utilisés\u00a0: 2,5", "Jours prévus\u00a0: 3,4"
    )  # fmt: skip
    assert all(each in text for each in days)
    assert "**Stop the show**" in text
    title = load_playbook(language)[0].step("access-crm").title
    assert title in text


def test_people_whose_level_moved_are_named_only_if_asked(march):
    assert "1 skill level moved" in draft(march)
    assert "Léa" not in draft(march)
    assert "Léa, CRM, scoring and data quality: 1 → 2" in draft(march, levels=True)


def test_a_month_of_another_time_has_nothing_of_this_one(march):
    text = draft(march, month="2026-01")
    assert "Stop the show" not in text
    assert "Days used: 0" in text
    empty = draft(Engagement())
    assert empty.count("\n## ") <= 3, "nothing recorded, nothing said"


def test_the_month_to_report_on():
    assert last_month(TODAY, date(2025, 6, 1)) == "2026-02"
    assert last_month(TODAY, date(2026, 3, 2)) == "2026-03"
    assert last_month(date(2026, 1, 3), None) == "2025-12"
    assert month_bounds("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert month_bounds("2025-12")[1] == date(2025, 12, 31)
