"""`coach access import`: the register's table, edited in a spreadsheet, shown first, then all or
none."""

from __future__ import annotations

import sys
from argparse import ArgumentParser

from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE, REFUSED
from coach_tui.cli.output import say, show
from coach_tui.engagement_files import slug_of
from coach_tui.exports.access.register_in import Brought, Change, decide, read_register
from coach_tui.exports.csv_reader import BYTES_LIMIT, decoded, read_table
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.store.documents import file_named, read_bytes


def add_import(parser: ArgumentParser, words: Words) -> None:
    """Which file, and whether to do it."""
    parser.add_argument("file", metavar=words("cli.file"), help=words("table.option.file"))
    parser.add_argument("--apply", action="store_true", help=words("cli.import.apply"))


def run_import(call: Call) -> int:
    """Say exactly what would change; change it only where asked, and where all can be read."""
    options, words = call.options, call.words
    session = call.session(up_to_date=options.apply)
    table = accepted(read_table(accepted(decoded(_bytes(options.file)))))
    brought = accepted(read_register(table, session.engagement, words, call.today))
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
        show(
            f"{'~' if change.access else '+'} {one_line(change.tool, 40)}: {_fields(change, words)}"
        )
    for row in brought.refused:
        why, text = words.refusal(row.refusal), one_line(row.text, 40)
        say(words("table.refused-line", line=row.line, text=text or "—", why=why))
    if brought.unread:
        names = ", ".join(one_line(name, 30) or "—" for name in brought.unread)
        say(words("table.columns-not-read", n=len(brought.unread), columns=names))


def _fields(change: Change, words: Words) -> str:
    said = []
    for name, value in change.fields.items():
        before, after = _shown(change.before.get(name), words), _shown(value, words)
        label = words(f"access.{name}")
        said.append(f"{label}: {before} → {after}" if change.access else f"{label}: {after}")
    return " · ".join(said)


def _shown(value: object, words: Words) -> str:
    if isinstance(value, bool):
        return words("form.yes" if value else "form.no")
    return one_line(str(value), 40) if value not in (None, "") else "—"


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(BYTES_LIMIT + 1)
    return read_bytes(file_named(file), BYTES_LIMIT)
