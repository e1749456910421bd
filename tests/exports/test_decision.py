"""The decision note: one page in either language, honest about what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach_tui.bundled import Catalogues
from coach_tui.engagement.framing.contract import BASE, CLAUSES, set_clause
from coach_tui.engagement.state import Engagement
from coach_tui.exports.framing.decision_note import decision_note
from coach_tui.exports.framing.people import contract_lines
from coach_tui.language import LANGUAGES, Language, Words
from tests.coach.story import Story
from tests.engagement.recording import after
from tests.exports.handed_over import TODAY, everywhere_hostile, framed
from tests.exports.reading import check_document

GOLDEN = Path(__file__).parent / "golden"


def note(engagement: Engagement, language: Language, *, ratings: bool = False) -> str:
    return decision_note(engagement, Catalogues(), Words(language), TODAY, ratings=ratings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_note_is_what_was_agreed_on(language: Language) -> None:
    written = note(framed(), language)
    assert written == (GOLDEN / f"decision.{language}.md").read_text(encoding="utf-8")
    check_document(written)


@pytest.mark.parametrize(
    ("language", "savings"),
    [("en", ("52.0%", "64.8%", "72.2%")), ("fr", ("52,0\u00a0%", "64,8\u00a0%", "72,2\u00a0%"))],
)
def test_the_saving_is_said_against_both_of_the_guides_figures(
    language: Language, savings: tuple[str, ...]
) -> None:
    written = note(framed(), language)
    assert all(saving in written for saving in savings)
    assert "24" in written
    same = {"fr": "24 jours ne sont pas le même effort que 110", "en": "24 days is not the same"}
    assert same[language] in written


def test_marks_and_private_notes_stay_home_unless_asked_for() -> None:
    written = note(framed(), "en")
    assert "80.0" not in written
    assert "vetoed" not in written
    assert "private" not in written
    asked = note(framed(), "en", ratings=True)
    assert "80.0 of 100" in asked
    assert "vetoed, whatever the score" in asked
    assert "Acme private" not in asked


def test_a_failed_gate_and_both_models_of_the_grey_zone_are_on_the_page() -> None:
    written = note(framed(), "en")
    assert "1 gate is not met" in written
    assert "Acme: nobody writes" in written
    assert "€110,000 / €150,000 / €190,000 (guide)" in written


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_nothing_recorded_it_still_says_what_to_find_out(language: Language) -> None:
    written = note(Engagement(), language)
    check_document(written)
    assert Words(language)("frame.note.undecided") in written
    assert len(written) > 1_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_people_wrote_breaks_nothing(language: Language) -> None:
    check_document(note(everywhere_hostile(), language, ratings=True))


def test_who_decides_elsewhere_is_said_where_the_currency_is_another_country_s():
    engagement = Story().engagement
    for currency, said in {"EUR": None, "USD": None, "CHF": "AVS", "GBP": "IR35"}.items():
        for language in LANGUAGES:
            lines = contract_lines(engagement, Catalogues(), Words(language, currency), brief=True)
            told = [line for line in lines if "AVS" in line or "IR35" in line]
            assert [said] * bool(said) == [said for line in told if str(said) in line], currency


def test_clauses_that_nobody_has_drafted_are_missing_where_the_base_is_agreed() -> None:
    agreed = after(framed(), *(set_clause(name, "agreed") for name in BASE))
    for language, said in (("en", "13 clauses not drafted"), ("fr", "13 clauses non rédigées")):
        missing = note(agreed, language).partition(Words(language)("frame.note.missing"))[2]
        assert said in missing, missing
    drafted = after(agreed, *(set_clause(name, "draft") for name in CLAUSES if name not in BASE))
    assert "clauses" not in note(drafted, "en").partition("What is missing")[2]
