"""A spreadsheet's export is taken apart whatever wrote it, or refused: nothing of it is misread."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach_tui.exports.csv_days import is_day, order_of, read_day, short_of
from coach_tui.exports.csv_header import total_of
from coach_tui.exports.csv_reader import CsvRow, CsvTable, decoded, read_table
from coach_tui.language import LANGUAGES, Refusal, Words

TODAY = date(2026, 11, 29)
FRENCH = "Jour;MQL;Coût d’acquisition\r\n05/01/2026;40;1 234,56 €\r\n"


def table(text: str, header: int | None = None) -> CsvTable:
    found = read_table(text, header)
    assert isinstance(found, CsvTable), found
    return found


def refused(text: str) -> Refusal:
    found = read_table(text)
    refusal = found if isinstance(found, Refusal) else found.refuse()
    assert refusal is not None
    for language in LANGUAGES:
        assert "{" not in Words(language).refusal(refusal)
    return refusal


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le",
     "utf-32-be"],
)  # fmt: skip
def test_whatever_the_spreadsheet_wrote_the_accents_are_read(encoding: str) -> None:
    text = decoded(FRENCH.encode(encoding))
    assert text == FRENCH
    if encoding != "cp1252":
        for first in ("日付;", "Œuvre;", "Ā;", "\n"):  # its first letter may be any
            assert decoded((first + FRENCH).encode(encoding)) == first + FRENCH
    found = table(text)
    assert found.header == ("Jour", "MQL", "Coût d’acquisition")
    assert [*found.rows()] == [CsvRow(2, ["05/01/2026", "40", "1 234,56 €"])]


@pytest.mark.parametrize(
    "raw",
    [b"PK\x03\x04\x00\xff\x00", b"Date;C\x81\x8d", b"%PDF-1.4\x00\x01", b"\xff\xfea",
     "Date;CAC\n".encode("utf-16-le") + b"\x00\xd8", b"a\x00b",
     b"Date,CAC\n2026-09-01,36\x0050\n\n",
     b"Date\x01;x"],
)  # fmt: skip
def test_bytes_that_are_no_text_are_refused_and_none_is_dropped(raw: bytes) -> None:
    found = decoded(raw)
    assert isinstance(found, Refusal)
    assert found.reason == "refusal.table.not-text"


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    text = decoded(raw)
    found = text if isinstance(text, Refusal) else read_table(text)
    if isinstance(found, CsvTable):
        assert len([*found.rows()]) <= len(raw)


HEADERS = {
    "commas": ("day,mql\n2026-01-05,40\n", 1, ("day", "mql")),
    "tabs": ("day\tmql\n2026-01-05\t40", 1, ("day", "mql")),
    "quoted names": ('"day, really";mql\n2026-01-05;"4;0"\n', 1, ("day, really", "mql")),
    "Excel's hint": ("sep=;\r\nday;mql\r\n2026-01-05;40\r\n", 2, ("day", "mql")),
    "Excel's hint of a bar": ("sep=|\nday|mql, all\n2026-01-05|40\n", 2, ("day", "mql, all")),
    "empty lines": ("\n\nday;mql\n;\n2026-01-05;40\n", 3, ("day", "mql")),
    "separators alone": (",,\nDate,CAC,MQL\n13/05/2026,3650,71\n", 2, ("Date", "CAC", "MQL")),
    "CR alone": ("day;mql\r2026-01-05;40\r", 1, ("day", "mql")),
    "a title and a day": (
        '"Lumen";\n"Exporté le";"20/05/2026"\n\n"Date";"CAC"\n"13/05/2026";"3650"\n', 4,
        ("Date", "CAC"),
    ),
    "a day above, no empty line": (
        "Compte;Lumen\nExporté le;20/05/2026\nDate;CAC\n13/05/2026;1,5\n", 3, ("Date", "CAC"),
    ),
    "a title with a stray quotation mark": (
        'Report "May\nDate,CAC\n2026-05-13,2\n', 2, ("Date", "CAC"),
    ),
    "a bank's": (
        "Compte courant n° 123\nSolde au 31/05/2026;12 345,67 €\n\nDate;Libellé;Débit\n"
        "13/05/2026;Café;3,50\n", 4, ("Date", "Libellé", "Débit"),
    ),
    "a name nobody knows": ("Quand;CAC\n13/05/2026;3\n", 1, ("Quand", "CAC")),
    "KPIs as rows": ("KPI;2026-01;févr. 2026\ncac;1;2\n", 1, ("KPI", "2026-01", "févr. 2026")),
    "one column": ("Date\n2026-01-05\n", 1, ("Date",)),
}  # fmt: skip


def test_the_header_is_found_under_titles_days_and_empty_lines() -> None:
    for name, (text, line, header) in HEADERS.items():
        found = table(text)
        assert (found.header_line, found.header) == (line, header), name
        assert found.refuse() is None, name


def test_the_header_can_be_named_by_its_line() -> None:
    text = "a;b\nc;d\n1;2\n"
    assert table(text, 2).header == ("c", "d")
    assert [row.line for row in table(text, 2).rows() if isinstance(row, CsvRow)] == [3]
    for line in (9, 0, -1):
        assert isinstance(read_table(text, line), Refusal), line


def test_only_cr_lf_and_crlf_end_a_row_and_lines_are_the_files() -> None:
    odd = "a\u2028b\u2029c\x0bd\x0ce\x85f\x1cg"
    found = table(f'date,note,x\r\n2026-01-01,{odd},1\r2026-01-02,"two\r\nlines",2\n2026-01-03,,3')
    rows = [row for row in found.rows() if isinstance(row, CsvRow)]
    assert [row.line for row in rows] == [2, 3, 5]
    assert rows[0].cells == ["2026-01-01", odd, "1"]
    assert rows[1].line_of(2) == 4


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('date,note\n2026-01-01,"first\n2026-01-02,ok\n', 2),
        ('date,note,x\n2026-01-01,"a\nb",1\n2026-01-02,"c\n2026-01-03,"d",2\n', 4),
        ('date,note\n2026-01-01,"a" b\n', 2),
        ('"date,note\n2026-01-01,a\n', 1),
        ('date,note\n2026-01-01,"' + "x" * 30_000 + "\n", 2),
        ('above\n\ndate;note\n2026-01-01;ok\n2026-01-02;"' + "y\n" * 20_000, 5),
    ],
)
def test_a_quotation_mark_left_open_is_named_by_its_line(text: str, line: int) -> None:
    refusal = refused(text)
    assert (refusal.reason, refusal.values["line"]) == ("refusal.table.open-quote", line)


def test_a_cell_without_end_and_too_many_columns_are_refused() -> None:
    assert refused("a,b\nx," + "y" * 30_000).reason == "refusal.table.long-cell"
    assert refused(";".join(f"c{n}" for n in range(1_001))).reason == "refusal.table.too-wide"
    assert len(table(";".join(f"c{n}" for n in range(300)) + "\n").header) == 300
    for empty in ("", "\ufeff", "\r\n\n", ";;\n;;\n"):
        assert refused(empty).reason == "refusal.table.empty"


DAYS = {
    "2026-05-13T23:59:59Z": "2026-05-13", "2026-05-13T00:00:00+02:00": "2026-05-13",
    "2026-05-13 14:30": "2026-05-13", "2026-05-13 14:30:00.000 UTC": "2026-05-13",
    "2026-05-13T14": "2026-05-13", "20260513T143000Z": "2026-05-13",
    "2026-05-13T143000+02:00": "2026-05-13",
    "13/05/2026 14h30": "2026-05-13", "13/05/2026 à 14:30": "2026-05-13",
    "May 13, 2026, 2:30 PM": "2026-05-13", "13 May 2026 at 02:30": "2026-05-13",
    "20260901": "2026-09-01", "2026090114": "2026-09-01", "2026/09/01": "2026-09-01",
    "01-Sep-26": "2026-09-01", "1-sept.-2026": "2026-09-01", "Tue, Sep 1, 2026": "2026-09-01",
    "mar. 1 sept. 2026": "2026-09-01", "Tuesday, September 1, 2026": "2026-09-01",
    "2026-09": "2026-09-30", "202609": "2026-09-30", "09/2026": "2026-09-30",
    "September 2026": "2026-09-30", "septembre 2026": "2026-09-30", "Sep-26": "2026-09-30",
    "sept.-26": "2026-09-30", "Sept ’26": "2026-09-30", "2026M02": "2026-02-28",
    "November 2026": "2026-11-29", "2026-11": "2026-11-29",  # it runs still: as it is today
}  # fmt: skip


def test_stamps_and_months_are_days_at_any_hour() -> None:
    for said, day in DAYS.items():
        assert read_day(said, "dmy", TODAY) == date.fromisoformat(day), said
        assert is_day(said), said


def test_what_is_no_day_is_refused_and_never_raises() -> None:
    for said in ("", "-", "Q3 2026", "2026-W36", "1778630400", "46155", "26-09-01", "20261345",
                 "31/02/2026", "9999-12-31", "0000-00", "13/2026", "soon"):  # fmt: skip
        for order in ("dmy", "mdy"):
            assert isinstance(read_day(said, order, TODAY), Refusal), said


@given(st.text(max_size=30), st.sampled_from(["dmy", "mdy", ""]))
def test_no_cell_breaks_the_reading_of_days(said: str, order: str) -> None:
    assert read_day(said, order, TODAY) is not None
    assert order_of([said]) in ("", "dmy", "mdy", "both")


def test_the_whole_column_decides_whether_figures_are_a_day_or_a_year() -> None:
    columns = {
        ("Jun 26", "Jul 26", "août 26"): ("month", "2026-06-30"),
        ("Sep 26", "Sep 27"): ("day", "2026-09-26"),
        ("Sep 26", "Oct 5", "2026-10-06"): ("day", "2026-09-26"),
        ("Sept. 26",): ("", ""), ("Sep 26", "Sep 25"): ("", ""), ("Jan 26", "Dec 25"): ("", ""),
        ("26 Sept", "Sep-26", "2026-09"): ("", "2026-09-26"),
    }  # fmt: skip
    for cells, (short, day) in columns.items():
        assert short_of(cells, TODAY) == short, cells
        read = read_day(cells[0], "dmy", TODAY, short)
        if day:
            assert read == date.fromisoformat(day), cells
        else:
            assert isinstance(read, Refusal), cells
            assert read.reason == "refusal.dates.two-readings", cells
        assert is_day(cells[0]), "whichever it is"


def test_the_whole_column_decides_which_is_the_month() -> None:
    columns = {
        ("03/04/2026", "13/04/2026"): "dmy",
        ("9/1/2026", "9/13/2026 10:00"): "mdy",
        ("03/04/2026", "05/06/2026"): "both",
        ("13/04/2026", "04/13/2026"): "mixed",
        ("05/05/2026", "2026-04-03"): "",
    }
    for cells, order in columns.items():
        assert order_of(cells) == order, cells
    assert read_day("9/1/2026", "mdy", TODAY) == date(2026, 9, 1)
    assert read_day("9/1/2026", "dmy", TODAY) == date(2026, 1, 9)


def test_rows_that_sum_up_others_are_told() -> None:
    for said in ("Total", "Grand total", "TOTAL :", "Totaux", "Sous-total mai", "Moyenne", "Sum",
                 "Total: Account", "Total général"):  # fmt: skip
        assert total_of(["", "12", said]) == said, said
    for said in ("Totally new", "Summer", "Brand | FR", "Cumulus"):
        assert not total_of([said]), said


def test_empty_lines_are_passed_over_wherever_they_stand() -> None:
    """A spreadsheet saved with every row it has."""
    empty, table = "\n" * 40_000, "Date;mql\n2026-11-02;3\n"
    assert isinstance(read_table(empty), Refusal)
    for text, line in ((empty + table, 40_001), (table + empty, 1)):
        found = read_table(text)
        assert isinstance(found, CsvTable)
        rows = [row for row in found.rows() if isinstance(row, CsvRow)]
        assert found.header_line == line
        assert [(row.line, row.cells) for row in rows] == [(line + 1, ["2026-11-02", "3"])]
