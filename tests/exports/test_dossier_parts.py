"""A section of the dossier is written once all it needs is; its documents are read in it."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

import pytest

from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.coach.transition.dossier_parts import RECORDED, sections_of, written_sections
from coach_tui.engagement.state import Engagement
from coach_tui.exports.transition.dossier import Handover, handover
from coach_tui.language import LANGUAGES, Language, Words
from coach_tui.playbook.model import Playbook
from coach_tui.ui.transition.rows import transition_parts
from tests.exports.missions import recorded
from tests.exports.reading import check_document

TODAY = date(2026, 3, 12)
COMPANY = ("engagement", "engagement", {"company": "Acme", "first_day": "2026-01-05"})
MISSING = "Missing: nothing is written here yet"
HOSTILE = "# Ours\n\n## 9. Decision log\n\n<script>x</script>\n\n[a]: http://x\n\n```\nnever closed"


@cache
def playbook() -> Playbook:
    return load_playbook("en")[0]


def dossier(engagement: Engagement, language: Language = "en", *, empty: bool = False) -> str:
    made = Handover(engagement, Catalogues(), playbook(), TODAY, empty=empty)
    return handover(made, Words(language))


def section(written: str, number: int) -> str:
    return written.partition(f"\n## {number}. ")[2].partition("\n## ")[0]


def document(identity: str, **fields: Any) -> tuple[str, str, dict[str, Any]]:
    return ("document", identity, fields)


def test_every_part_a_section_needs_is_known_to_the_count() -> None:
    catalogues = Catalogues()
    kinds = {entry.id for entry in catalogues["documents"]}
    for entry in catalogues["dossier-sections"]:
        assert {*entry.fields["needs"]} <= {"own", *RECORDED, *kinds}, entry.id


def test_a_section_is_written_once_all_it_needs_is() -> None:
    entries = Catalogues()["dossier-sections"]
    strategy = document("strategy", text="# Strategy\n\nHotels first.", author="Max")
    positioning = document("positioning", link="https://x.example/p", author="Ann")
    half, whole = recorded(COMPANY, strategy), recorded(COMPANY, strategy, positioning)
    assert sections_of(half, entries, TODAY)["strategy"].missing == ("positioning",)
    assert written_sections(half, entries, TODAY) == 0
    assert sections_of(whole, entries, TODAY)["strategy"].written
    assert written_sections(whole, entries, TODAY) == 1
    hidden = recorded(COMPANY, strategy, document("positioning", text="x", personal=True))
    assert sections_of(hidden, entries, TODAY)["strategy"].missing == ("positioning",)


def test_what_is_missing_is_named_with_who_answers_for_it() -> None:
    strategy = document("strategy", text="# Strategy\n\nHotels first.", author="Max")
    owned = document("positioning", owner="Ann")
    told = section(dossier(recorded(COMPANY, strategy, owned)), 2)
    assert "1 of 2 parts; missing: Positioning page, Ann" in told
    assert MISSING not in told
    assert "### Strategy\n\nHotels first." in told, "a document of the section is read in it"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_screen_and_the_export_say_the_same_count(language: Language) -> None:
    words, catalogues = Words(language), Catalogues()
    engagement = recorded(
        COMPANY,
        document("campaign-process", link="https://x.example/c", author="Max"),
        document("attribution-data", text="Flows.", author="Max"),
        ("dossier-section", "risks", {"text": "Debts."}),
    )
    counted = words("transition.dossier.written", n=3)
    assert f"\n{counted}\n" in dossier(engagement, language)
    parts = {each.id: each for each in transition_parts(engagement, catalogues, words, TODAY)}
    assert parts["dossier"].state == counted
    assert sum("●" in row.content.plain for row in parts["dossier"].rows) == 3


def test_a_new_engagement_is_one_page_that_says_what_comes_first() -> None:
    for language in LANGUAGES:
        words, engagement = Words(language), recorded(COMPANY)
        page = dossier(engagement, language)
        check_document(page)
        assert words("transition.dossier.written", n=0) in page
        assert words("transition.dossier.begin") in page
        assert len(re.findall(r"^\| \d+", page, re.MULTILINE)) == 14
        assert not re.findall(r"^## ", page, re.MULTILINE)
        assert len(page.split("\n")) < 30
        whole = dossier(engagement, language, empty=True)
        assert len(re.findall(r"^## \d+\. ", whole, re.MULTILINE)) == 14


def test_a_document_on_one_line_gives_its_first_sentence_and_not_who_wrote_it() -> None:
    text = "# Brief\n\nHelen, for Max\n\n| a | b |\n| - | - |\n\nWe keep **every** one.\n\nMore."
    told = section(dossier(recorded(COMPANY, document("diagnosis", text=text, author="H"))), 2)
    assert "We keep every one." in told
    assert "More." not in told
    assert "Helen, for Max" not in told


def test_a_page_written_in_confidence_is_named_and_not_quoted() -> None:
    text = "# Brief\n\nWhat I fear is mine.\n"
    told = section(dossier(recorded(COMPANY, document("company-brief", text=text, author="H"))), 2)
    assert "Company brief: written" in told
    assert "What I fear" not in told


def test_the_decisions_are_told_in_one_table_whoever_wrote_the_log() -> None:
    taken = [
        ("decision", f"d{n}", {"title": f"Choice {n}", "chosen": "Yes", "outcome": "Well",
                               "opened": f"2026-01-{n:02}", "decided": f"2026-01-{n:02}"})
        for n in range(1, 13)
    ]  # fmt: skip
    alone = section(dossier(recorded(COMPANY, *taken)), 9)
    assert alone.count("\n| --- ") == 1
    assert [f"**Choice {n}**" in alone for n in (1, 2, 3, 12)] == [False, False, True, True]
    live = document("decision-log", text="# Log\n\n{log}\n", author="M", written_on="2026-01-10")
    told = section(dossier(recorded(COMPANY, *taken, live)), 9)
    assert told.count("\n| --- ") == 1
    assert "Choice 12" in told
    own = "# Log\n\n| Day | What |\n| --- | --- |\n| 1 | Choice 1 |\n"
    by_hand = document("decision-log", text=own, author="M", written_on="2026-01-10")
    told = section(dossier(recorded(COMPANY, *taken, by_hand)), 9)
    assert [told.count(f"Choice {n}") for n in (1, 9, 10, 11)] == [3, 0, 0, 1], "1, 11 and 12"


def test_the_team_is_told_to_whoever_takes_over_and_nobody_s_level_is() -> None:
    story = [
        ("person", "ann", {"name": "Ann", "kind": "internal"}),
        ("skill", "cr-ops", {"weight": 3, "critical": True, "kept": True}),
        ("skill", "ac-seo", {"weight": 1, "critical": False, "kept": True}),
        ("assessment", "a1", {"person": "ann", "skill": "cr-ops", "level": 3, "side": "cmo",
                              "day": "2026-03-01", "evidence": "Two cases", "verified_by": "Max"}),
        ("delegation", "b1", {"decision": "publish", "person": "ann", "now": 6, "wanted": 7}),
    ]  # fmt: skip
    for language in LANGUAGES:
        words = Words(language)
        written = dossier(recorded(COMPANY, *story), language)
        people, rituals = section(written, 8), section(written, 11)
        for title in ("cover", "coaching"):
            assert f"**{words(f'transition.dossier.of.{title}')}**" in people, title
        assert words("transition.dossier.coaching.second") in people, "one person holds it alone"
        assert words("team.label.none") in people
        assert "Two cases" not in people
        assert f"**{words('transition.dossier.of.board')}**" in rituals
        assert "| Ann | 6 ·" in rituals


def test_sections_are_checked_once_somebody_else_read_each_of_their_texts() -> None:
    fields = {"text": "How.", "author": "Ann", "verified_by": "Max", "verified_on": "2026-03-01"}
    entries = Catalogues()["dossier-sections"]
    read = recorded(COMPANY, document("campaign-process", **fields))
    assert sections_of(read, entries, TODAY)["campaigns"].checked
    assert "1 of 14 sections written, 1 checked by someone else" in dossier(read)
    own = recorded(COMPANY, document("campaign-process", **{**fields, "verified_by": "Ann"}))
    assert not sections_of(own, entries, TODAY)["campaigns"].checked
    register = recorded(COMPANY, ("access", "a", {"tool": "CRM", "state": "granted"}))
    parts = sections_of(register, entries, TODAY)["access"]
    assert parts.written
    assert not parts.checked, "records have nothing to be read over"


def test_of_a_report_the_last_six_are_named() -> None:
    reports = [("report", f"2025-{month:02}", {"text": "Well."}) for month in range(1, 13)]
    told = section(dossier(recorded(COMPANY, *reports)), 3)
    assert told.count("Monthly report · ") == 6
    assert told.index("December 2025") < told.index("July 2025")
    assert "June 2025" not in told


def test_hostile_documents_stay_in_their_section() -> None:
    written = dossier(
        recorded(
            COMPANY,
            document("acquisition-process", text=HOSTILE, author="Max"),
            document("diagnosis", text="Well <b>.\n\n" + HOSTILE, author="Max"),
            document("campaign-process", name="## 1. | x", text=HOSTILE, author="Max"),
        )
    )
    assert "Well &lt;b>" in written or "Well \\<b>" in written
    assert re.findall(r"^## (\d+)\. ", written, re.MULTILINE) == [str(n) for n in range(1, 15)]
    assert "<script>" not in written


def test_a_section_is_as_old_as_what_was_last_written_in_it() -> None:
    method = document(
        "campaign-process", text="How.", author="Ann", written_on="2030-03-01"
    )  # after the section's own words, whatever the day these are recorded on
    own = ("dossier-section", "campaigns", {"trust": "A"})
    engagement = recorded(COMPANY, own, method)
    for told in (section(dossier(engagement), 6), dossier(engagement).partition("## 1.")[0]):
        assert "1 March 2030, Ann" in told


def test_a_personal_document_is_not_in_the_dossier() -> None:
    shared = {"text": "Whole words.", "author": "Ann"}
    for kind in ("campaign-process", "diagnosis"):
        assert "Whole words." in dossier(recorded(COMPANY, document(kind, **shared)))
        hidden = document(kind, **shared, personal=True)
        assert "Whole words." not in dossier(recorded(COMPANY, hidden), empty=True)
