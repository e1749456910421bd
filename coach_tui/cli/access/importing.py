"""`coach access import`: the register's table, edited in a spreadsheet, shown first, then all or
none."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE, REFUSED
from coach_tui.cli.output import say, show
from coach_tui.cli.standard_input import bytes_given
from coach_tui.cli.table_layout import add_layout, days_told
from coach_tui.exports.access.import_words import change_words, refused_words
from coach_tui.exports.access.register_in import Brought, decide, read_register, register_table
from coach_tui.exports.csv_reader import BYTES_LIMIT, decoded
from coach_tui.exports.table_words import left_out_words, unread_words
from coach_tui.language import Words
from coach_tui.listing import other_companies
from coach_tui.session import slug_of


def add_import(parser: ArgumentParser, words: Words) -> None:
    """Which file, and whether to do it."""
    parser.add_argument("file", metavar=words("cli.file"), help=words("table.option.file"))
    add_layout(parser, words)
    parser.add_argument("--apply", action="store_true", help=words("cli.import.apply"))


def run_import(call: Call) -> int:
    """Say exactly what would change; change it only where asked, and where all can be read."""
    options, words = call.options, call.words
    session = call.session(up_to_date=options.apply)
    text = accepted(decoded(bytes_given(options.file, BYTES_LIMIT)))
    table = accepted(register_table(text, options.header))
    others = other_companies(call.home, session.id).values()
    read = read_register(table, session.engagement, words, call.today, others, dates=options.dates)
    brought = days_told(read, words)
    _tell(brought, words)
    if brought.refused:
        raise Refused("refusal.access.all-or-nothing", n=len(brought.refused))
    if not brought.changes:
        say(words("access.import-same" if brought.same else "access.import-none"))
        return FINE if brought.same else REFUSED
    if not options.apply:
        say(words("access.import-would", n=len(brought.changes)))
        return FINE
    slugs = {change.tool: slug_of(change.tool) for change in brought.changes}
    accepted(session.record(decide(brought.changes, session.engagement, slugs, call.today)))
    say(words("access.import-done", n=len(brought.changes)))
    return FINE


def _tell(brought: Brought, words: Words) -> None:
    for change in brought.changes:
        show(change_words(change, words))
    for row in brought.refused:
        say(refused_words(row, words))
    for each in brought.left_out:
        say(left_out_words(each, words))
    if brought.unread:
        say(unread_words(brought.unread, words))
