"""`coach kpi import`: readings out of a spreadsheet's export, shown first, then all or none.

It asks nothing: what is in doubt is shown, with the option that answers, and the command ends
with 1.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from coach_tui.bundled import load_catalogue
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE, REFUSED
from coach_tui.cli.output import say, show
from coach_tui.cli.standard_input import bytes_given
from coach_tui.cli.table_layout import add_layout, days_told
from coach_tui.coach.kpi.names import kpis_by_name
from coach_tui.coach.kpi.overview import by_id
from coach_tui.exports.csv_reader import BYTES_LIMIT, CsvTable, decoded, read_table
from coach_tui.exports.kpi.columns import MEANINGS, column_named, meanings_of, refuse_meanings
from coach_tui.exports.kpi.doubts import ANSWERS, Answers
from coach_tui.exports.kpi.import_words import case_words, counts_words, found_words, refused_words
from coach_tui.exports.kpi.importing import Outcome, ReadingsImport, begin_import
from coach_tui.exports.kpi.readings_in import Book, Way, book_of
from coach_tui.exports.table_words import left_out_words, unread_words
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.clean import one_line
from coach_tui.listing import other_companies
from coach_tui.session import Session

SHOWN: Final = 20  # lines of each kind; the rest is counted
EVERY: Final = 5_000  # lines between two words about how far it is


def add_import(parser: ArgumentParser, words: Words) -> None:
    """Which file, what its columns mean, what is said of its doubts, and whether to do it."""
    parser.add_argument("file", metavar=words("cli.file"), help=words("table.option.file"))
    parser.add_argument(
        "--column", action="append", default=[], metavar=words("cli.column-meaning"),
        help=words("table.option.column"),
    )  # fmt: skip
    parser.add_argument("--numbers", choices=LANGUAGES, help=words("table.option.numbers"))
    add_layout(parser, words)
    for name, answers in ANSWERS.items():
        said = words(f"table.option.{name}")
        parser.add_argument(_option(name), choices=answers, default="", help=said)
    parser.add_argument("--partly", action="store_true", help=words("table.option.partly"))
    parser.add_argument("--apply", action="store_true", help=words("table.option.apply"))


def run_import(call: Call) -> int:
    """Say exactly what would be added and what is refused, and why; add it only where asked."""
    options = call.options
    session, words = call.session(up_to_date=options.apply), call.words
    table = accepted(
        read_table(accepted(decoded(bytes_given(options.file, BYTES_LIMIT))), options.header)
    )
    names = kpis_by_name(session.engagement, by_id(load_catalogue("kpis")[0]))
    book = book_of(session.engagement, names)
    brought = _begun(call, table, book, other_companies(call.home, session.id).values())
    _read(brought, words)
    answers = Answers(*(getattr(options, name) for name in ANSWERS))
    outcome = brought.outcome(answers)
    _tell(outcome, brought, words)
    if outcome.useless:
        say(words("table.nothing-read"))
        return REFUSED
    if options.apply and outcome.found:
        decision = brought.decide(outcome, _ids(session), partly=options.partly)
        accepted(session.record(decision))
        say(words("table.added", n=len(outcome.found)))
        return FINE
    if not outcome.asks or (options.partly and not outcome.doubts):
        say(words("table.nothing-changed") if outcome.found else words("table.nothing"))
        return FINE
    refusal = brought.decide(outcome, _ids(session), partly=options.partly)
    accepted(refusal)
    return REFUSED


def _begun(call: Call, table: CsvTable, book: Book, others: Iterable[str]) -> ReadingsImport:
    """The import, once every column and the order of the days are known."""
    options, words = call.options, call.words
    meanings = meanings_of(table.header, book.engagement, book.names)
    for text in options.column:
        place, means = _said(text, table, book)
        meanings[place] = means
    if refusal := refuse_meanings(table.header, meanings):
        say(words.refusal(refusal))
        raise Refused("refusal.table.say-columns", line=table.header_line)
    order = options.dates or ("dmy" if options.numbers == "fr" else "")
    way = Way(meanings, options.numbers or call.language, call.today, order)
    return days_told(begin_import(table, way, book, others), words)


def _read(brought: ReadingsImport, words: Words) -> None:
    told = 0
    for line in brought.read():
        if line >= told + EVERY and sys.stderr.isatty():
            told = line
            say(words("table.lines-read", done=told, n=brought.table.lines))


def _tell(outcome: Outcome, brought: ReadingsImport, words: Words) -> None:
    kpis, table = brought.book.kpis, brought.table
    if table.above:
        say(words("table.header-at", line=table.header_line, n=table.above))
    if outcome.unread:
        say(unread_words(outcome.unread, words))
    _show([found_words(each, kpis, words) for each in outcome.found], words, show)
    for doubt in outcome.doubts:
        _show([case_words(case, doubt.about, kpis, words) for case in doubt.cases], words, show)
    _show([refused_words(each, words) for each in outcome.refused], words, say)
    _show([left_out_words(each, words) for each in outcome.left_out], words, say)
    if counts := counts_words(outcome, words):
        say(", ".join(counts))
    for doubt in outcome.doubts:
        option, (first, second) = _option(doubt.about), ANSWERS[doubt.about]
        why = words(f"table.doubt.{doubt.about}", n=len(doubt.cases))
        say(words("table.say", why=why, first=f"{option} {first}", second=f"{option} {second}"))


def _show(lines: list[str], words: Words, out: Callable[[str], None]) -> None:
    for line in lines[:SHOWN]:
        out(line)
    if len(lines) > SHOWN:
        out(words("table.more", n=len(lines) - SHOWN))


def _said(text: str, table: CsvTable, book: Book) -> tuple[int, str]:
    """The column and its meaning that a --column says."""
    name, equals, meaning = text.rpartition("=")
    meaning = meaning.strip()
    if not equals or meaning not in (*MEANINGS, *book.kpis):
        raise Refused("refusal.table.meaning", said=one_line(text, 60))
    place = accepted(column_named(name, table.header))
    return place, f"kpi:{meaning}" if meaning not in MEANINGS else meaning


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _ids(session: Session) -> Iterator[str]:
    while True:
        yield session.new_id()
