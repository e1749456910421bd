"""The glossary, looked up as people type and found in what they read."""

from __future__ import annotations

from coach_tui import bundled
from coach_tui.coach.glossary import looked_up, terms_in, terms_of


def french():
    entries, problems = bundled.load_catalogue("glossary")
    assert not problems
    return terms_of(entries, "fr")


def test_every_term_is_there_in_both_languages() -> None:
    entries, _ = bundled.load_catalogue("glossary")
    assert len(terms_of(entries, "fr")) == len(terms_of(entries, "en")) == 109


def test_accents_case_and_the_other_language_find_it() -> None:
    assert looked_up(french(), "PREAVIS")[0].name.casefold() == "préavis"
    assert any("avis" in term.name for term in looked_up(french(), "notice period"))
    assert looked_up(french(), "zzzz") == ()


def test_a_text_names_its_terms_as_whole_words() -> None:
    found = {term.id for term in terms_in(french(), "Le CAC dépend du préavis, pas des macaques.")}
    assert any("cac" in term or "acquisition-cost" in term for term in found)
    assert terms_in(french(), "macaques") == ()
