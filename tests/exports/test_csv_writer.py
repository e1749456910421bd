"""What leaves for a spreadsheet is never run there, and comes back as it was."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.exports.csv_writer import FORMULA, Figure, as_meant, harmless, table
from coach_tui.language.clean import clean


@pytest.mark.parametrize(
    "words",
    ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "\n=1", "  =1", "\u00a0=1", "=1"],
)
def test_a_formula_in_peoples_words_is_shown_not_run(words):
    cell = harmless(words)
    assert cell.startswith("'")


def test_a_negative_number_of_ours_stays_a_number():
    assert "\r\n-5,a\r\n" in table(["n", "w"], [[Figure("-5"), "a"]], "en")
    assert "'-5" in table(["n"], [["-5"]], "en")


@given(st.text(max_size=30))
def test_no_cell_can_begin_a_formula_and_all_come_back(words):
    cell = harmless(words)
    assert not cell.lstrip(" \u00a0\u202f\n").startswith(FORMULA)
    if words == clean(words).replace("\r", " ") and not words.startswith("'"):
        assert as_meant(cell) == words


@given(st.lists(st.lists(st.text(max_size=12), min_size=3, max_size=3), max_size=5))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_rows_stay_rows_whatever_the_words_hold(language, rows):
    text = table(["a", "b", "c"], rows, language)
    reader = csv.reader(
        io.StringIO(text[1:], newline=""), delimiter=";" if language == "fr" else ","
    )
    assert [*reader][1:] == [[harmless(cell) for cell in row] for row in rows]
