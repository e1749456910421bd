"""`coach export accesses` and `coach export kpis`: as Markdown, or as a table."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.bundled import load_catalogue
from coach_tui.cli.call import Call
from coach_tui.cli.delivery import add_output, deliver
from coach_tui.coach.access.overview import if_it_ended_today, ledger
from coach_tui.coach.kpi.overview import by_id, follow_up, worked_out
from coach_tui.engagement.kpi.status import rules_of
from coach_tui.exports.access.register import Ledger, access_document, access_table
from coach_tui.exports.kpi.readings_out import readings_table
from coach_tui.exports.kpi.sheet import Sheet, kpi_sheet
from coach_tui.language import Words

FORMATS = ("md", "csv")


def add_accesses(parser: ArgumentParser, words: Words) -> None:
    """In which shape, and where to."""
    parser.add_argument("--format", choices=FORMATS, default="md", help=words("cli.ledger.format"))
    add_output(parser, words)


def run_accesses(call: Call) -> int:
    """The ledger and its revocation list."""
    session = call.session()
    lines = ledger(session.engagement, call.today)
    if call.options.format == "csv":
        return deliver(call, access_table(lines, call.words))
    ended = if_it_ended_today(session.engagement)
    made = Ledger(session.profile.company, call.today, lines, ended)
    return deliver(call, access_document(made, call.words))


def add_kpis(parser: ArgumentParser, words: Words) -> None:
    """In which shape, with what was noted or not, and where to."""
    parser.add_argument("--format", choices=FORMATS, default="md", help=words("cli.ledger.format"))
    parser.add_argument("--notes", action="store_true", help=words("cli.ledger.notes"))
    add_output(parser, words)


def run_kpis(call: Call) -> int:
    """The KPI sheet, or its readings."""
    session, words = call.session(), call.words
    engagement, entries = session.engagement, by_id(load_catalogue("kpis")[0])
    followed = follow_up(engagement, entries, words, call.today)
    notes = call.options.notes
    if call.options.format == "csv":
        return deliver(call, readings_table(followed, entries, words, notes=notes))
    sheet = Sheet(
        company=session.profile.company,
        today=call.today,
        followed=followed,
        worked_out=worked_out(engagement, entries, words, call.today),
        entries=entries,
        rules=rules_of(engagement),
        notes=notes,
    )
    return deliver(call, kpi_sheet(sheet, words))
