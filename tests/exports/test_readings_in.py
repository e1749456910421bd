"""Readings come in from a spreadsheet: nothing is misread in silence, all is added or nothing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal as D
from itertools import count

import pytest

from coach_tui import bundled
from coach_tui.coach.kpi.overview import by_id, follow_up
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard, readings_of
from coach_tui.engagement.kpi.setup import follow
from coach_tui.engagement.state import Engagement
from coach_tui.exports.csv_reader import read_table
from coach_tui.exports.kpi.columns import column_named, meanings_of, refuse_meanings
from coach_tui.exports.kpi.doubts import Answers
from coach_tui.exports.kpi.import_words import case_words, counts_words
from coach_tui.exports.kpi.importing import ReadingsImport, begin_import
from coach_tui.exports.kpi.readings_in import Way, book_of
from coach_tui.exports.kpi.readings_out import readings_table
from coach_tui.language import LANGUAGES, Refusal, Words
from coach_tui.language.fold import folded
from tests.engagement.kpi_mission import recorded

TODAY = date(2026, 4, 5)
FRAMES = {
    "mql": {"kind": "increase", "baseline": D(40), "baseline_on": date(2026, 1, 5)},
    "cac": {"kind": "decrease", "unit": "eur", "definition": "loaded"},
    "mql-to-sql": {"kind": "above", "unit": "percent", "limit": D(20)},
    "arpa": {"kind": "input", "unit": "eur"},
}
READ = {"mql": 64, "cac": 3600, "mql-to-sql": "1.1", "arpa": 400}


@pytest.fixture(scope="module")
def entries():
    return by_id(bundled.load_catalogue("kpis")[0])


@pytest.fixture
def mission():
    mission = Engagement()
    for kpi_id, fields in FRAMES.items():
        mission = recorded(mission, follow(mission, kpi_id, {"catalogue": kpi_id, **fields}, TODAY))
    for kpi_id, value in READ.items():
        heard = Heard(kpi_id, date(2026, 3, 1), D(str(value)), "a note")
        mission = recorded(mission, read_kpi(mission, f"r-{kpi_id}", heard, TODAY), "cmo/Ann")
    return mission


@pytest.fixture
def book(mission, entries):
    found = {}
    for language in LANGUAGES:
        for each in follow_up(mission, entries, Words(language), TODAY):
            found[folded(each.name)] = found[folded(each.kpi.id)] = each.kpi.id
    return book_of(mission, found)


def begun(book, text, language="en", order="", **said):
    table = read_table(text)
    assert not isinstance(table, Refusal), table
    meanings = meanings_of(table.header, book.engagement, book.names)
    for name, means in said.items():
        meanings[table.header.index(name)] = means
    if refusal := refuse_meanings(table.header, meanings):
        return refusal
    return begin_import(table, Way(meanings, language, TODAY, order), book)


NONE = Answers()


def outcome(book, text, language="en", answers=NONE, **said):
    brought = begun(book, text, language, **said)
    assert isinstance(brought, ReadingsImport), brought
    for _ in brought.read():
        pass
    return brought.outcome(answers)


def found(book, text, language="en", **said):
    done = outcome(book, text, language, **said)
    assert not done.refused, done.refused
    return [(each.heard.kpi, each.heard.day.isoformat(), each.heard.value) for each in done.found]


def refusals(book, text, language="en", **said):
    done = outcome(book, text, language, **said)
    assert not done.found, done.found
    return [(cell.line, cell.refusal.reason) for cell in done.refused]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_went_out_comes_back_in_and_adds_nothing(mission, entries, book, language):
    words = Words(language)
    text = readings_table(
        follow_up(mission, entries, words, TODAY), entries, words, notes=True, company="Acme"
    )
    done = outcome(book, text, language)
    assert (done.found, done.refused, done.doubts, done.known) == ((), (), (), 4)


def test_a_column_for_each_kpi_french_numbers_and_dates(mission, book):
    text = "Jour;MQL;Coût\r\n31/03/2026;58;3 650,50 €\r\n28/02/2026;52;\r\n"
    brought = begun(book, text, "fr", Coût="kpi:cac")
    assert [*brought.read()] == [2, 2, 3]
    done = brought.outcome(Answers())
    assert [each.heard[:3] for each in done.found] == [
        ("mql", date(2026, 3, 31), 58), ("cac", date(2026, 3, 31), D("3650.50")),
        ("mql", date(2026, 2, 28), 52),
    ]  # fmt: skip
    ids = (f"i{number}" for number in count())
    after = recorded(mission, brought.decide(done, ids, partly=False))
    assert len(readings_of(after)["mql"]) == 3
    again = outcome(book_of(after, book.names), text, "fr")  # the header is remembered
    assert (again.found, again.known) == ((), 3)


def test_a_line_for_each_reading_english_numbers(book):
    text = 'date,kpi,value,comment\n2026-03-31,CAC,"3,650.50",ok\n2026-03-31,nope,1,\n'
    done = outcome(book, text)
    assert [each.heard for each in done.found] == [
        Heard("cac", date(2026, 3, 31), D("3650.50"), "ok")
    ]
    assert [(each.line, each.refusal.reason) for each in done.refused] == [
        (3, "refusal.kpi.unknown")
    ]


def test_kpis_as_rows_by_month(book):
    text = "Indicator,January 2026,Feb 2026,2026-03,Total\nMQL,50,-,58,108\nCAC,,3700,,3700\n"
    assert found(book, text) == [
        ("mql", "2026-01-31", 50), ("mql", "2026-03-31", 58), ("cac", "2026-02-28", 3700),
    ]  # fmt: skip
    done = outcome(book, text + "Total,1,2,3,6\n")
    assert [(row.line, row.text) for row in done.left_out] == [(4, "Total")]
    assert done.unread == ("Total",)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("31/03/2026;1.234", "refusal.number.two-readings"),
        ("31/03/2026;abc", "refusal.number.unread"),
        ("31/03/2026;=cmd|' /C calc'!A0", "refusal.number.unread"),
        ("31/03/2026;#N/A", "refusal.number.unread"),
        ("31/03/2026;-5", "refusal.kpi.negative"),
        ("31/03/2026;5 €", "refusal.kpi.in-count"),
        ("04/01/2026;5", "refusal.kpi.before-baseline"),
        ("31/12/2026;5", "refusal.kpi.future"),
        ("31/02/2026;5", "refusal.dates.no-such-day"),
        ("31/12/9999;5", "refusal.dates.far"),
        (";5", "refusal.dates.empty"),
        ("31/03/2026;3;650", "refusal.table.too-long"),
    ],
)
def test_each_line_refused_says_why(book, row, why):
    assert refusals(book, f"Jour;MQL\n\n{row}\n", "fr") == [(3, why)]


def test_a_row_longer_than_its_header_gives_no_reading_and_says_both_counts(book):
    text = "Date,CAC,MQL\n2026-03-13,3,650,71\n2026-03-14,3700,72,,\n"
    done = outcome(book, text)
    assert [each.line for each in done.found] == [3, 3]  # empty cells at the end are harmless
    assert dict(done.refused[0].refusal.values) == {"cells": 4, "columns": 3}


def test_a_quotation_mark_closed_by_another_rows_swallows_nothing_in_silence(book):
    text = 'Date,CAC,Note\n2026-03-13,3650,"first\n2026-03-14,3660,",x"\n2026-03-15,3670,ok\n'
    done = outcome(book, text)
    assert [(each.line, each.refusal.reason) for each in done.refused] == [
        (2, "refusal.table.too-long")
    ]
    text = 'Date,CAC,Note\n2026-03-13,3650,"first\n2026-03-14,3660,"\n2026-03-15,3670,ok\n'
    done = outcome(book, text)
    assert [(each.line, each.refusal.reason) for each in done.refused] == [
        (2, "refusal.table.open-quote")
    ]
    note = 'Date,CAC,Note\n2026-03-13,3650,"first,\nsecond, third\n4"\n'
    assert [each.heard.note for each in outcome(book, note).found] == ["first,\nsecond, third\n4"]


def test_of_tables_put_end_to_end_only_the_first_is_read(book):
    """The values of the second would be taken for the first's."""
    first, second = "Date,MQL\n2026-03-13,50\n", "Date,CAC\n2026-03-14,60\n2026-03-15,61\n"
    done = outcome(book, f"{first}\n{second}")
    assert [each.heard.value for each in done.found] == [50]
    assert [(each.line, each.refusal.reason) for each in done.refused] == [
        (4, "refusal.table.another-begins")
    ]
    again = outcome(book, first + first.replace("13,50", "14,51"))
    assert ([each.heard.value for each in again.found], again.refused) == ([50, 51], ())


@pytest.mark.parametrize(
    "nothing", ["", " ", "-", "–", "—", " --", "−", "n/a", "N/A", "NA", "n.d.", "null"]
)
def test_what_stands_for_nothing_is_neither_refused_nor_a_zero(book, nothing):
    text = f"Date;CAC;MQL;Note\n2026-03-13;{nothing};50;{nothing}\n{nothing};{nothing};;\n"
    done = outcome(book, text)
    assert [each.heard[1:] for each in done.found] == [(date(2026, 3, 13), 50, "")]
    assert not done.refused


@pytest.mark.parametrize("other", ["12,5", "1 234,56 €", "1.234,56", "0,125", "1234,5"])
def test_a_comma_before_decimals_elsewhere_leaves_a_thousand_in_doubt(book, other):
    """Read by its own row, 1,234 would be a thousand times too much."""
    text = f"Date;CAC;MQL\n2026-03-12;1,234;3\n2026-03-13;{other};3\n"
    done = outcome(book, text, CAC="kpi:cac")
    assert [(each.line, each.refusal.reason) for each in done.refused] == [
        (2, "refusal.number.two-readings")
    ]
    bare = other.removesuffix(" €")
    beside = f"Date;CAC;MQL\n2026-03-12;1,234;3\n2026-03-13;12.5;{bare}\n"
    assert outcome(book, beside, CAC="kpi:cac").refused, "what is written beside it tells too"
    alone = "Date;CAC;Note\n2026-03-12;1,234;12,5\n2026-03-13;1,300.50;\n"
    assert found(book, alone, CAC="kpi:cac")[0][2] == 1234, "words tell nothing of the figures"


@pytest.mark.parametrize("meaning", ["date", "kpi", "value", "note", "kpi:cac"])
def test_of_two_columns_that_mean_the_same_none_wins(book, meaning):
    header = ("date", "kpi", "value", "a", "b")
    meanings = [*("date", "kpi", "value")]
    meanings = [means if means != meaning else "ignore" for means in meanings]
    refusal = refuse_meanings(header, [*meanings, meaning, meaning])
    assert refusal is not None
    assert refusal.reason == "refusal.table.twice"
    assert refusal.values["columns"] == ("4 (a)", "5 (b)")


def test_columns_of_one_name_are_told_apart_by_their_place(book):
    text = "Date,MQL,MQL\n2026-03-13,50,60\n"
    refusal = begun(book, text)
    assert isinstance(refusal, Refusal)
    assert refusal.values["columns"] == ("2 (MQL)", "3 (MQL)")
    header = ("Date", "MQL", "MQL")
    assert column_named("3", header) == 2
    assert column_named("Date", header) == 0
    for said in ("MQL", "0", "4", "-1", "²", "nope", ""):
        assert isinstance(column_named(said, header), Refusal), said
    assert begun(book, "Date,Day,MQL\n2026-03-13,2026-03-14,5\n").reason == "refusal.table.twice"


def test_one_day_column_and_something_to_read_are_needed(book):
    for text, why in (
        ("MQL,CAC\n1,2\n", "one-date"), ("Date,value\n2026-03-01,2\n", "value-of-what"),
        ("Date\n2026-03-01\n", "no-values"), ("Date,x\n2026-03-01,2\n", "no-values"),
    ):  # fmt: skip
        refusal = begun(book, text)
        assert isinstance(refusal, Refusal)
        assert refusal.reason == f"refusal.table.{why}"


def test_days_that_the_whole_column_leaves_open_are_asked_about(book):
    both = "Date,MQL\n3/2/2026,50\n3/3/2026,51\n"
    for language in LANGUAGES:
        refusal = begun(book, both, language)
        assert isinstance(refusal, Refusal)
        assert refusal.reason == "refusal.table.order-both"
    assert [day for _, day, _ in found(book, both, order="mdy")] == ["2026-03-02", "2026-03-03"]
    assert [day for _, day, _ in found(book, both, order="dmy")] == ["2026-02-03", "2026-03-03"]
    told = both + "3/31/2026,52\n"
    assert found(book, told)[0][1] == "2026-03-02"
    french = both.replace(",", ";")
    assert found(book, french, "fr")[0][1] == "2026-02-03"
    mixed = "Date,MQL\n31/3/2026,50\n3/30/2026,51\n"
    assert begun(book, mixed).reason == "refusal.table.order-mixed"


def test_a_day_read_already_or_standing_twice_is_shown_with_both_values(book):
    text = "Date,CAC,MQL\n2026-03-01,3700,64\n2026-03-02,3710,65\n2026-03-02,3720,65\n"
    done = outcome(book, text)
    assert [each.heard[:3] for each in done.found] == [("mql", date(2026, 3, 2), 65)]
    assert (done.known, done.repeated) == (1, 1)
    [doubt] = done.doubts
    words = Words("en")
    assert [case_words(case, doubt.about, book.kpis, words) for case in doubt.cases] == [
        "? cac  1 Mar 2026  €3,700 in the file, €3,600 recorded (line 2)",
        "? cac  2 Mar 2026  €3,710 · €3,720 in the file (lines 3, 4)",
    ]
    kept = outcome(book, text, answers=Answers(same_day="keep"))
    assert [each.heard.kpi for each in kept.found] == ["mql"]
    replaced = outcome(book, text, answers=Answers(same_day="replace"))
    assert [each.heard.value for each in replaced.found] == [3700, 65, 3720]
    assert not kept.doubts
    assert not replaced.doubts


def test_of_a_day_that_stands_several_times_the_files_last_value_counts(mission, book):
    """Though the file said it before, or though it is what is recorded."""
    for days, last in (((3700, 3710, 3700), [3700]), ((3710, 3600), []), ((3600, 3710), [3710]),
                       ((3600, 3600), [])):  # fmt: skip
        text = "Date,CAC\n" + "".join(f"2026-03-01,{value}\n" for value in days)
        assert bool(outcome(book, text).doubts) == (len({*days, 3600}) > 1), days
        replaced = outcome(book, text, answers=Answers(same_day="replace"))
        assert [each.heard.value for each in replaced.found] == last, days
        kept = outcome(book, text, answers=Answers(same_day="keep"))
        assert (kept.found, kept.useless) == ((), False), "it was read, and left out"
    corrected = Heard("cac", date(2026, 3, 1), D(3650))
    mission = recorded(mission, read_kpi(mission, "r-again", corrected, TODAY))
    again = outcome(book_of(mission, book.names), "Date,CAC\n2026-03-01,3600\n")
    assert [case.known for case in again.doubts[0].cases] == [3650], (
        "what counted once counts no more"
    )


def test_what_was_brought_in_as_shares_is_known_the_next_time(book):
    text = "Date,MQL to SQL\n2026-03-01,0.011\n"
    done = outcome(book, text, answers=Answers(rates="shares"), **{"MQL to SQL": "kpi:mql-to-sql"})
    assert (done.found, done.doubts, done.known) == ((), (), 1)


def test_a_unit_in_a_columns_name_is_the_unit_of_its_values(book):
    for name, cell, value in (
        ("CAC (k€)", "3.65", 3650), ("CAC [in €]", "3650", 3650), ("CAC (EUR)", "3.65 k€", 3650),
        ("CAC (K EUR)", "3650 €", 3650),
    ):  # fmt: skip
        assert found(book, f"Date;{name}\n2026-03-13;{cell}\n")[0][2] == value, name
    rate = outcome(
        book, "Date,MQL-to-SQL (%)\n2026-03-13,0.011\n", **{"MQL-to-SQL (%)": "kpi:mql-to-sql"}
    )
    assert [doubt.about for doubt in rate.doubts] == ["rates"], "its name does not settle that"
    for name, why in (
        ("Value (USD)", "refusal.number.currency"), ("Value (k£)", "refusal.number.currency"),
        ("Value (%)", "refusal.kpi.in-eur"), ("Unit;Value", "refusal.number.currency"),
    ):  # fmt: skip
        unit = "USD;" if ";" in name else ""
        done = outcome(book, f"Date;KPI;{name}\n2026-03-13;cac;{unit}3650\n")
        assert [cell.refusal.reason for cell in done.refused] == [why], name
    rows = "KPI;Unité;2026-03\ncac;k€;3,65\nmql;nb;50\n"
    assert [value for *_, value in found(book, rows, "fr")] == [3650, 50]
    refusal = begun(book, "Date,CAC (target)\n2026-03-13,3650\n")
    assert isinstance(refusal, Refusal), "a target is no reading"


def test_rates_written_as_shares_of_one_are_asked_about(book):
    text = "Date,MQL to SQL\n2026-03-10,0.011\n2026-03-11,0.0125\n2026-03-12,1.2%\n"
    said = {"MQL to SQL": "kpi:mql-to-sql"}
    done = outcome(book, text, **said)
    assert [each.heard.value for each in done.found] == [D("1.2")]
    assert [(doubt.about, len(doubt.cases)) for doubt in done.doubts] == [("rates", 2)]
    shown = case_words(done.doubts[0].cases[0], "rates", book.kpis, Words("en"))
    assert "0.011% in the file, 1.1% until then" in shown
    shares = outcome(book, text, answers=Answers(rates="shares"), **said)
    assert [each.heard.value for each in shares.found] == [D("1.1"), D("1.25"), D("1.2")]
    points = outcome(book, text, answers=Answers(rates="points", unlike="add"), **said)
    assert [each.heard.value for each in points.found] == [D("0.011"), D("0.0125"), D("1.2")]


def test_a_rate_that_was_small_until_then_is_asked_nothing(mission, book):
    text = "Date,rate\n2026-03-10,0.9\n2026-03-11,0.8\n"
    done = outcome(book, text, rate="kpi:mql-to-sql")
    assert len(done.found) == 2
    assert not done.doubts


def test_a_value_a_hundred_times_off_is_asked_about(book):
    text = "Date,CAC\n2026-03-10,3650\n2026-03-11,36\n2026-03-12,365000\n"
    done = outcome(book, text)
    assert [(doubt.about, [case.lines for case in doubt.cases]) for doubt in done.doubts] == [
        ("unlike", [(3,), (4,)])
    ]
    assert [each.heard.value for each in done.found] == [3650]
    added = outcome(book, text, answers=Answers(unlike="add"))
    assert [each.heard.value for each in added.found] == [3650, 36, 365000]
    assert len(outcome(book, text, answers=Answers(unlike="skip")).found) == 1


def test_all_is_added_or_nothing(book):
    ids = (f"i{number}" for number in count())
    brought = begun(book, "Date,CAC,MQL\n2026-03-10,3650,x\n2026-03-01,3700,\n")
    for _ in brought.read():
        pass
    done = brought.outcome(Answers())
    assert done.asks
    assert brought.decide(done, ids, partly=True).reason == "refusal.table.in-doubt"
    done = brought.outcome(Answers(same_day="keep"))
    refusal = brought.decide(done, ids, partly=False)
    assert refusal.reason == "refusal.table.all-or-nothing"
    assert [draft.entity for draft in brought.decide(done, ids, partly=True)][-1] == "reading"


def test_a_long_table_is_one_change_and_reads_as_its_readings(mission, book):
    rows = "".join(f"{10 + n % 19}/02/2026;{60 + n}\n" for n in range(2_000))
    brought = begun(book, f"Jour;MQL\n{rows}", "fr")
    for _ in brought.read():
        pass
    done = brought.outcome(Answers("replace", "points", "add"))
    assert len(done.found) == 19  # the last of each day
    many = done._replace(found=done.found * 11)
    drafts = brought.decide(many, (f"b{number}" for number in count()), partly=False)
    assert len([draft for draft in drafts if draft.entity != "csv-column"]) == 1
    after = recorded(mission, drafts, "ops/Tom")
    readings = readings_of(after)["mql"]
    assert len(readings) == 11 * 19 + 1
    assert {each.actor for each in readings} == {"ops/Tom", "cmo/Ann"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_count_and_refusal_is_said(book, language):
    text = "Date,CAC,MQL\n2026-03-10,3650,x\n2026-03-01,3700,64\nTotal,1,2\n"
    done = outcome(book, text)
    assert len(counts_words(done, Words(language))) == 5
