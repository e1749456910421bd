"""Words from outside are shown harmlessly: a terminal obeys none, none reorders a line."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.language.clean import clean, one_line


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2Jgone", "[2Jgone"),
        ("\x1b]0;title\x07", "]0;title"),
        ("a\rb", "ab"),
        ("a\x9b31mb", "a31mb"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("\u2066a\u2069", "a"),
        ("\u200fa", "a"),
        ("lone \ud800", "lone "),
        ("a\u2028b", "ab"),
        ("\x00", ""),
    ],
)
def test_what_a_terminal_would_obey_is_gone(hostile: str, shown: str) -> None:
    assert clean(hostile) == shown


@pytest.mark.parametrize(
    "words",
    [
        "Élan & Cie – « prêt » ?",
        "a\nb\tc",
        "100\u00a0% \u202f€",
        "👩‍💻 🇫🇷",
        "שלום, 日本",
        "| `x` [x] <script> [/x] $(rm)",
        "e\u0301",
    ],
)
def test_words_stay_as_written(words: str) -> None:
    assert clean(words) == words


@given(st.text())
def test_nothing_else_is_lost_and_cleaning_twice_is_cleaning_once(text: str) -> None:
    shown = clean(text)
    assert clean(shown) == shown
    assert all(unicodedata.category(each) not in ("Cc", "Cs") or each in "\n\t" for each in shown)
    kept = iter(text)
    assert all(each in kept for each in shown), "the rest, in its order"


@given(st.text(), st.integers(2, 40))
def test_one_line_is_one_line_and_no_longer_than_asked(text: str, limit: int) -> None:
    assert len(one_line(text, limit)) <= limit
    assert not set("\n\t\r") & set(one_line(text))


def test_a_cut_shows() -> None:
    assert one_line("a long company name", 8) == "a long…"
    assert one_line(" a\n b\t c ") == "a b c"


@pytest.mark.parametrize(
    "words",
    [
        "«\u00a0prêt\u00a0»\u00a0?",
        "12\u00a0%",
        "1\u202f200\u00a0€",
    ],
)
def test_what_holds_a_sign_to_its_word_stays_on_one_line(words: str) -> None:
    assert one_line(f"  {words}\n{words} ") == f"{words} {words}"
    assert one_line("\u00a0\u202f") == "", "and is nothing by itself"
