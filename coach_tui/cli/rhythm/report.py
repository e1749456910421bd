"""`coach report month`: the month's report, as kept or as drafted from what was recorded."""

from __future__ import annotations

import sys
from argparse import ArgumentParser

from coach_tui.bundled import Catalogues, read_content
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.delivery import add_output, deliver
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say
from coach_tui.coach.named import named_in
from coach_tui.coach.rhythm.month import last_month, month_of
from coach_tui.engagement.rhythm.reports import is_month, keep_report, reports_of
from coach_tui.engagement.rhythm.rituals import RUNNERS
from coach_tui.exports.rhythm.monthly_report import monthly_report
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.session import Session
from coach_tui.store.documents import file_named, read_document


def add_month(parser: ArgumentParser, words: Words) -> None:
    """Which month; draft it anew; keep an edited text; where to."""
    parser.add_argument("--month", metavar="2026-03", help=words("report.option.month"))
    parser.add_argument("--draft", action="store_true", help=words("report.option.draft"))
    parser.add_argument("--keep", metavar=words("cli.file"), help=words("report.option.keep"))
    parser.add_argument("--by", choices=RUNNERS, help=words("report.option.by"))
    parser.add_argument("--sent", action="store_true", help=words("report.option.sent"))
    parser.add_argument("--levels", action="store_true", help=words("report.option.levels"))
    add_output(parser, words)


def run_month(call: Call) -> int:
    """Keep an edited report, or write out the one kept, or else its draft."""
    options = call.options
    session = call.session(up_to_date=bool(options.keep or options.sent))
    month = options.month or last_month(call.today, session.profile.first_day)
    if not is_month(month):
        raise Refused("refusal.rhythm.month", month=one_line(month, 20))
    kept = reports_of(session.engagement).get(month)
    if options.keep or options.sent:
        text = _text(options.keep) if options.keep else (kept.text if kept else "")
        by = options.by or (kept.written_by if kept else "cmo")
        sent = call.today if options.sent else (kept.sent if kept else None)
        accepted(session.record(keep_report(month, text, by, sent)))
        say(call.words("report.kept", month=month))
        return FINE
    if kept and not options.draft:
        return deliver(call, kept.text if kept.text.endswith("\n") else f"{kept.text}\n")
    return deliver(call, _draft(call, session, month))


def _draft(call: Call, session: Session, month: str) -> str:
    engagement, language = session.engagement, call.language
    facts = month_of(call.playbook(), engagement, month, call.today)
    named = named_in(engagement, Catalogues(), language)
    template = read_content("templates", "monthly-report", f"{language}.md")
    company, levels = session.profile.company, call.options.levels
    return monthly_report(template, facts, company, named, call.words, levels=levels)


def _text(file: str) -> str:
    if file == "-":
        return sys.stdin.read()
    return read_document(file_named(file))
