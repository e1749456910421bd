"""The interface's words: found by key, filled in, in the plural that the language wants."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

import pytest
from babel.core import Locale
from hypothesis import given
from hypothesis import strategies as st

import coach_tui
from coach_tui.language import LANGUAGES, Language, Refusal, Words, plural_form, subject_of
from coach_tui.language.listed import FEW, Listed

languages = st.sampled_from(LANGUAGES)


@given(st.integers(0, 900_000) | st.sampled_from([0.0, 0.5, 1.0, 1.5, 1.99, 2.0, 2.5]), languages)
def test_plurals_as_babel_has_them(count: float, language: Language) -> None:
    wanted = Locale(language).plural_form(count)
    # "many" is a million and more in French, which nobody has of anything here.
    assert plural_form(count, language) == wanted


def test_french_says_one_below_two() -> None:
    assert [plural_form(n, "fr") for n in (0, 1, 1.5, 2)] == ["one", "one", "one", "other"]
    assert [plural_form(n, "en") for n in (0, 1, 1.5, 2)] == ["other", "one", "other", "other"]


def test_words_are_filled_in_and_dates_are_said_in_the_language() -> None:
    day = date(2026, 12, 1)
    assert Words("fr")("step.due", day=day).endswith("1er déc. 2026")
    assert Words("en")("step.due", day=day).endswith("1 Dec 2026")
    moment = datetime(2026, 12, 1, 23, tzinfo=UTC)
    assert Words("en")("step.due", day=moment).endswith("1 Dec 2026")


def test_of_many_names_the_first_are_said_and_the_others_counted() -> None:
    names = [f"n{place}" for place in range(FEW)]
    for language, said in (("fr", "et 1 autre"), ("en", "and 1 more")):
        words = Words(language)
        assert words.listed([]) == ""
        assert words.listed(names) == ", ".join(names)
        assert words.listed([*names, "beyond"]) == f"{', '.join(names)} {said}"
        filled = words.refusal(
            Refusal("refusal.table.one-date", {"columns": Listed([*names, "z"])})
        )
        assert f"n7 {said}." in filled


def test_a_plural_is_chosen_by_its_number() -> None:
    words = Words("en")
    assert words("step.notes", n=1) == "1 note"
    assert words("step.notes", n=2) == "2 notes"


@pytest.mark.parametrize(
    ("value", "french", "english"),
    [
        (9.0, "9", "9"),
        (2.5, "2,5", "2.5"),
        (1234.125, "1\u202f234,125", "1,234.125"),
        (0.001, "0,001", "0.001"),
        (-7.0, "-7", "-7"),
        (1e-300, "0", "0"),
        (1e300, "1e+300", "1e+300"),
        (float("nan"), "nan", "nan"),
        (9, "9", "9"),
    ],
)
def test_numbers_are_written_as_the_reader_does(value: float, french: str, english: str) -> None:
    for language, said in (("fr", french), ("en", english)):
        refusal = Refusal("refusal.rhythm.days", {"days": value})
        assert f" {said} " in Words(language).refusal(refusal).replace("\xa0", " ")


@given(st.floats(), languages)
def test_no_number_takes_the_words_down(value: float, language: Language) -> None:
    assert Words(language)("refusal.rhythm.days", days=value)


def test_a_refusal_says_why() -> None:
    refusal = Refusal("refusal.step.unknown", {"id": "access-crm"})
    for language in LANGUAGES:
        assert "access-crm" in Words(language).refusal(refusal)


@pytest.mark.parametrize("key", ["step.nothing", "nowhere.at-all", "nodot", "", "../x", "a b.c"])
def test_a_hole_in_the_words_is_shown_and_does_not_break_the_screen(key: str) -> None:
    assert Words("fr")(key) == key


def test_a_blank_nobody_filled_shows_its_name() -> None:
    assert "{day}" in Words("en")("step.due", other=1)


@given(st.text(), languages)
def test_peoples_words_are_never_a_pattern(text: str, language: Language) -> None:
    """A note with braces in it is shown as written."""
    said = Words(language)("step.blocked-by", by=text, reason="{by!r} {0} %s")
    assert text in said
    assert "{by!r} {0} %s" in said


def test_the_subject_of_a_key() -> None:
    assert subject_of("step.done") == "step"
    assert subject_of("refusal.step.unknown") == "step"


@pytest.mark.parametrize(
    ("key", "one", "several"),
    [
        ("frame.need.answered", "0 réponse sur", "2 réponses sur"),
        ("frame.fit.count", "0 trait sur", "2 traits sur"),
        ("frame.candidate.marked", "0 critère noté", "2 critères notés"),
        ("transition.loops.looked", "0 endroit regardé", "2 endroits regardés"),
        ("transition.contacts.count", "0 présenté sur", "2 présentés sur"),
        ("transition.dossier.written", "0 écrite sur", "2 écrites sur"),
    ],
)
def test_french_counts_none_in_the_singular(key: str, one: str, several: str) -> None:
    words = Words("fr")
    assert words(key, n=0, total=5).startswith(one)
    assert words(key, n=2, total=5).startswith(several)


COUNTED = [
    (language, key, entry)
    for language in LANGUAGES
    for file in sorted((Path(coach_tui.__file__).parent / "language" / language).glob("[a-z]*.py"))
    for key, entry in import_module(f"coach_tui.language.{language}.{file.stem}").WORDS.items()
    if isinstance(entry, dict) or re.search(r"\{n\}[ \u00a0][a-zé]{3,}", entry)
]
# The same for one and for several, or not a thing counted by the number before it.
ONE_ENDS_IN_S = {"access", "is", "accès", "fois", "mois", "avis", "plus"}
# What is always many: a whole playbook, a file too long or too wide to be read at once.
MANY = {"cli.doctor.playbook", "table.lines-read", "table.reading-about", "refusal.table.too-wide"}


def miscounted(key: str, words: Words) -> list[str]:
    """How these words count none, one and two wrongly."""
    wrong = []
    for n in (0, 1, 2):
        said = words(key, n=n)
        one = n == 1 or (words.language == "fr" and n == 0)
        counted = re.findall(rf"(?<![\w,.]){n}[ \u00a0]([a-zà-ÿ-]+s)\b", said) if one else []
        if "{n}" in said or (key not in MANY and not set(counted) <= ONE_ENDS_IN_S):
            wrong.append(f"{key}: {said}")
    return wrong


def test_what_counts_none_one_or_two_is_said_as_its_language_counts() -> None:
    wrong = [each for language, key, _ in COUNTED for each in miscounted(key, Words(language))]
    assert wrong == []
    assert len(COUNTED) > 300, "otherwise the search itself is broken"


def test_a_miscount_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    english = import_module("coach_tui.language.en.step").WORDS
    monkeypatch.setitem(english, "step.notes", "{n} notes")
    assert miscounted("step.notes", Words("en")) == ["step.notes: 1 notes"]
