"""`coach kpi import`: readings out of a spreadsheet's export, shown first, then all or none."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Final

from coach_tui.bundled import load_catalogue
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show
from coach_tui.coach.kpi.names import kpis_by_name
from coach_tui.coach.kpi.overview import by_id
from coach_tui.engagement.kpi.record import kpis_of
from coach_tui.exports.csv_reader import BYTES_LIMIT, Table, decoded, read_table
from coach_tui.exports.kpi.readings_in import (
    MEANINGS,
    Found,
    Known,
    NotRead,
    meanings_of,
    read_rows,
    record_all,
    refuse_meanings,
)
from coach_tui.exports.kpi.sheet import value_words
from coach_tui.language import LANGUAGES, Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import short_date
from coach_tui.session import Session
from coach_tui.store.documents import file_named, read_bytes

SHOWN: Final = 20  # lines of each kind; the rest is counted
EVERY: Final = 5_000  # lines between two words about how far it is


def add_import(parser: ArgumentParser, words: Words) -> None:
    """Which file, what its columns mean, and whether to do it."""
    parser.add_argument("file", metavar=words("cli.file"), help=words("table.option.file"))
    parser.add_argument(
        "--column", action="append", default=[], metavar=words("cli.column-meaning"),
        help=words("table.option.column"),
    )  # fmt: skip
    parser.add_argument("--numbers", choices=LANGUAGES, help=words("table.option.numbers"))
    parser.add_argument("--apply", action="store_true", help=words("table.option.apply"))


def run_import(call: Call) -> int:
    """Say exactly what would be added and what is refused, and why; add it only where asked."""
    session, words = call.session(up_to_date=call.options.apply), call.words
    table = accepted(read_table(accepted(decoded(_bytes(call.options.file)))))
    names = kpis_by_name(session.engagement, by_id(load_catalogue("kpis")[0]))
    meanings = meanings_of(table.header, session.engagement, names)
    meanings.update(_said(call, session, table, names))
    if refusal := refuse_meanings(meanings):
        raise Refused(refusal.reason, **refusal.values)
    rows = read_rows(
        table, meanings, session.engagement, kpis_of(session.engagement), names,
        language=call.options.numbers or call.language, today=call.today,
    )  # fmt: skip
    found, refused, known = _read_all(rows, table, words)
    _tell(found, refused, known, session, words)
    if not found:
        say(words("table.nothing"))
    elif call.options.apply:
        drafts = record_all(found, _ids(session), meanings, session.engagement)
        accepted(session.record(drafts))
        say(words("table.added", n=len(found)))
    else:
        say(words("table.nothing-changed"))
    return FINE


def _read_all(
    rows: Iterator[Found | NotRead | Known], table: Table, words: Words
) -> tuple[list[Found], list[NotRead], int]:
    found: list[Found] = []
    refused: list[NotRead] = []
    known, told = 0, 0
    for row in rows:
        if isinstance(row, Found):
            found.append(row)
        elif isinstance(row, NotRead):
            refused.append(row)
        else:
            known += 1
        if row.line >= told + EVERY and sys.stderr.isatty():
            told = row.line
            say(words("table.lines-read", done=told, n=table.lines))
    return found, refused, known


def _tell(
    found: list[Found], refused: list[NotRead], known: int, session: Session, words: Words
) -> None:
    kpis = kpis_of(session.engagement)
    for each in found[:SHOWN]:
        heard = each.heard
        value = value_words(heard.value, kpis[heard.kpi], words)
        show(f"+ {heard.kpi}  {short_date(heard.day, words.language)}  {value}")
    if len(found) > SHOWN:
        show(words("table.more", n=len(found) - SHOWN))
    for cell in refused[:SHOWN]:
        why, text = words.refusal(cell.refusal), one_line(cell.text, 40)
        say(words("table.refused-line", line=cell.line, text=text, why=why))
    if len(refused) > SHOWN:
        say(words("table.more", n=len(refused) - SHOWN))
    counts = [words("table.would", n=len(found))] if found else []
    counts += [words("table.known", n=known)] if known else []
    counts += [words("table.refused", n=len(refused))] if refused else []
    if counts:
        say(", ".join(counts))


def _said(call: Call, session: Session, table: Table, names: dict[str, str]) -> dict[str, str]:
    """What --column says of the columns."""
    said: dict[str, str] = {}
    for text in call.options.column:
        name, equals, meaning = text.rpartition("=")
        meaning = meaning.strip()
        if name not in table.header:
            columns = ", ".join(table.header)
            raise Refused("refusal.table.no-column", name=one_line(name, 40), columns=columns)
        if meaning in kpis_of(session.engagement):
            meaning = f"kpi:{meaning}"
        elif not equals or meaning not in MEANINGS:
            raise Refused("refusal.table.meaning", said=one_line(text, 60))
        said[name] = meaning
    return said


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(BYTES_LIMIT + 1)
    return read_bytes(file_named(file), BYTES_LIMIT)


def _ids(session: Session) -> Iterator[str]:
    while True:
        yield session.new_id()
