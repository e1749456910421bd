"""The interface says one word for one thing: those we left are nowhere in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import coach_tui.language
from coach_tui.language import LANGUAGES
from coach_tui.playbook.check_vocabulary import LEFT, left_words

ROOT = Path(coach_tui.language.__file__).parent
# What people may still type to find something, by the words they know it by; JSON's own names.
KNOWN_BY = ("palette.also.", ".json")


def said(language: str) -> Iterator[tuple[str, str]]:
    """Every sentence of the interface in this language, with its key."""
    for file in sorted(ROOT.joinpath(language).glob("*.py")):
        if file.stem != "__init__":
            words = import_module(f"coach_tui.language.{language}.{file.stem}").WORDS
            for key, entry in words.items():
                for text in entry.values() if isinstance(entry, dict) else (entry,):
                    yield key, text


def test_no_sentence_says_a_word_we_left() -> None:
    found = [
        (language, key, problem.values["word"])
        for language in LANGUAGES
        for key, text in said(language)
        if not any(part in key for part in KNOWN_BY)
        for problem in left_words(text, key, language)
    ]
    assert found == []


def test_what_is_read_before_the_program_says_none_either() -> None:
    """The README in English also speaks to those who read the code, in their words."""
    for file, language in (("README.fr.md", "fr"), ("CHANGELOG.md", "en")):
        text = (ROOT.parents[1] / file).read_text(encoding="utf-8")
        assert [each.values["word"] for each in left_words(text, file, language)] == []


def test_a_word_left_is_told_with_the_one_to_say_but_not_in_an_id_or_a_link() -> None:
    (problem,) = left_words("Fine.\nWrite it in the ledger.", "x.md", "en")
    assert (problem.line, problem.values) == (2, {"word": "ledger", "instead": "access register"})
    assert not list(left_words("`dose` <!-- ledger --> [it](#dose) {dose}", "x.md", "en"))
    assert not list(left_words("Les vendeurs suivent une méthode.", "x.md", "fr"))
    assert set(LEFT) == set(LANGUAGES)


def test_a_kpi_and_an_engagement_have_settings_not_a_frame() -> None:
    """« Cadre » is also a word for other things, so it can't be one that we left everywhere."""
    about = re.compile(r"^(?:command\.|cli\.)?(?:kpi|engagements|edit)\b")
    frame = re.compile(r"\b(?:cadre|frame)\b", re.IGNORECASE)
    found = [
        (key, text)
        for language in LANGUAGES
        for key, text in said(language)
        if about.search(key.replace("_", ".").replace("kpi-", "kpi.")) and frame.search(text)
    ]
    assert found == []
