"""What leaves for a spreadsheet is never run there, and comes back as it was."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.exports.csv_reader import decoded, read_table
from coach_tui.exports.csv_writer import FORMULA, Figure, as_meant, harmless, table
from coach_tui.language import Refusal
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
    assert [len(row) for row in reader] == [3] * (len(rows) + 1)


FRENCH = "Jour;MQL;Coût d’acquisition\r\n05/01/2026;40;1 234,56 €\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_whatever_the_spreadsheet_wrote_the_accents_are_read(encoding):
    text = decoded(FRENCH.encode(encoding))
    found = read_table(text)
    assert found.header == ("Jour", "MQL", "Coût d’acquisition")
    assert list(found.rows()) == [(2, ["05/01/2026", "40", "1 234,56 €"])]


@pytest.mark.parametrize(
    ("text", "header", "row"),
    [
        ("day,mql\n2026-01-05,40\n", ("day", "mql"), ["2026-01-05", "40"]),
        ("day\tmql\n2026-01-05\t40", ("day", "mql"), ["2026-01-05", "40"]),
        ('"day, really";mql\n2026-01-05;"4;0"\n', ("day, really", "mql"), ["2026-01-05", "4;0"]),
        ("sep=;\nday;mql\n2026-01-05;40\n", ("day", "mql"), ["2026-01-05", "40"]),
        ("\n\nday;mql\n;\n2026-01-05;40\n", ("day", "mql"), ["2026-01-05", "40"]),
        ('day;mql\n2026-01-05;"4\n0"\n', ("day", "mql"), ["2026-01-05", "4\n0"]),
    ],
)
def test_separators_quotes_and_empty_lines(text, header, row):
    found = read_table(text)
    assert found.header == header
    assert [each for _, each in found.rows()] == [row]


@pytest.mark.parametrize(
    ("raw", "why"),
    [(b"", "empty"), (b"\xef\xbb\xbf\r\n", "empty"), (b"PK\x03\x04\x00\xff\x00", "not-text"),
     ((";" * 400 + "\n").encode(), "too-wide")],
)  # fmt: skip
def test_what_is_no_table_is_refused(raw, why):
    text = decoded(raw)
    found = text if isinstance(text, Refusal) else read_table(text)
    assert isinstance(found, Refusal)
    assert found.reason == f"refusal.table.{why}"


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(raw):
    text = decoded(raw)
    if not isinstance(text, Refusal):
        found = read_table(text)
        assert isinstance(found, Refusal) or found.header is not None
