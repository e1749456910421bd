"""Our rules of thumb bear one sign in what we write, explained wherever it is read."""

import re
from pathlib import Path

from coach_tui.bundled import Catalogues, load_playbook
from coach_tui.coach.euros import OURS, page_in
from coach_tui.language import LANGUAGES, Words
from coach_tui.library import pages_of

ROOT = Path(__file__).parents[2]
CONTENT, INTERFACE = ROOT / "content", ROOT / "coach_tui" / "language"
SAID = re.compile(r"règles? de l’outil|rules? of thumb", re.IGNORECASE)
LEGEND = re.compile(r"≈ (règle de l’outil|our rule of thumb)")
EXPLAINED = ("sources.toml", "help/fr.md", "help/en.md")  # what the sign is called, once each


def test_nothing_we_write_says_the_phrase_again() -> None:
    said = [
        f"{file.relative_to(CONTENT)}: {line}"
        for file in sorted(CONTENT.rglob("*.*"))
        if "__pycache__" not in file.parts and "reference" not in file.name
        if str(file.relative_to(CONTENT)) not in EXPLAINED
        for line in file.read_text(encoding="utf-8").splitlines()
        if SAID.search(line) and not (file.suffix == ".toml" and line.startswith("#"))
    ]
    assert said == []


def test_no_word_of_the_interface_says_the_phrase_but_after_the_sign() -> None:
    said = [
        f"{file.relative_to(INTERFACE)}: {line.strip()}"
        for language in LANGUAGES
        for file in sorted((INTERFACE / language).glob("*.py"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if SAID.search(LEGEND.sub("", line))
    ]
    assert said == []


def test_each_page_of_the_playbook_with_the_sign_has_its_legend_once() -> None:
    for language in LANGUAGES:
        words, playbook = Words(language), load_playbook(language)[0]
        legend, marked = words("advice.by-rule"), 0
        pages = [step.body for stage in playbook.stages for step in stage.steps]
        for body in pages + [stage.opening for stage in playbook.stages]:
            page = page_in(body, words)
            marked += OURS in body
            assert page.count(legend) == (OURS in body), body[:80]
        assert marked > 30


def test_each_entry_of_a_catalogue_with_the_sign_has_its_legend() -> None:
    for language in LANGUAGES:
        legend = Words(language)("advice.by-rule")
        sections = [each for page in pages_of(language) for each in page.sections]
        signed = [each.text for each in sections if OURS in each.text.replace(legend, "")]
        assert len(signed) > 15
        assert [text for text in signed if text.count(legend) != 1] == []


def test_an_advice_with_the_sign_names_us_among_its_sources() -> None:
    """Its explanation gives the reason, then the sources, ours being called by the same sign."""
    for entry in Catalogues()["advice"]:
        ours = "rule" in str(entry.fields["source"]).split(", ")
        for language in LANGUAGES:
            assert (OURS in str(entry.words[language]["reason"])) <= ours, entry.id
    named = {each.id: each for each in Catalogues()["sources"]}["rule"]
    assert all(str(named.words[language]["name"]).startswith(OURS) for language in LANGUAGES)
