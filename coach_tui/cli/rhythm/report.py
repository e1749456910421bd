"""`coach report month`: the month's report, as kept or as drafted from what was recorded."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.cli.call import Call, accepted
from coach_tui.cli.delivery import add_output
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.export import add_option, run_handout
from coach_tui.cli.output import say
from coach_tui.cli.standard_input import text_given
from coach_tui.coach.rhythm.month import last_month
from coach_tui.engagement.rhythm.reports import keep_report, reports_of
from coach_tui.engagement.rhythm.rituals import RUNNERS
from coach_tui.exports.handouts import HANDOUTS, YES
from coach_tui.exports.whose import report_brought_back, says_it_is_report, without_mark
from coach_tui.handed_out import HandingOut
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.listing import other_companies
from coach_tui.session import Session


def add_month(parser: ArgumentParser, words: Words) -> None:
    """What can be said of the report; an edited text to keep; where to."""
    for option in HANDOUTS["report"].options:
        add_option(parser, option, words)
    parser.add_argument("--keep", metavar=words("cli.file"), help=words("report.option.keep"))
    parser.add_argument("--by", choices=RUNNERS, help=words("report.option.by"))
    parser.add_argument("--sent", action="store_true", help=words("report.option.sent"))
    add_output(parser, words)


def run_month(call: Call) -> int:
    """Keep an edited report, or write out the one kept, or else its draft."""
    options = call.options
    if not (options.keep or options.sent or options.by):
        return run_handout(call, "report")
    session = call.session(up_to_date=True)
    month = options.month or last_month(call.today, session.profile.first_day)
    kept = reports_of(session.engagement).get(month)
    text = _brought_back(call, session, month) if options.keep else (kept.text if kept else "")
    by = options.by or (kept.written_by if kept else "cmo")
    sent = call.today if options.sent else (kept.sent if kept else None)
    draft = _draft(call, session, month) if options.keep and kept is None else ""
    accepted(session.record(keep_report(month, text, by, sent, draft)))
    say(call.words("report.kept", month=month))
    return FINE


def _draft(call: Call, session: Session, month: str) -> str:
    """The draft it begins as: kept untouched, it is nobody's report."""
    making = HandingOut(call.home, session, call.playbook(), call.words, call.now)
    made = accepted(making.make("report", {"month": month, "draft": YES}))
    return without_mark(made.text)


def _brought_back(call: Call, session: Session, month: str) -> str:
    """The text to keep. Another client's, whichever way it can be told, is refused; of one that
    nothing tells to be this report, that is said."""
    text, company = text_given(call.options.keep), session.profile.company
    others = other_companies(call.home, session.id)
    kept = accepted(report_brought_back(text, month, session.id, company, others))
    if not says_it_is_report(text, month, company):
        say(call.words("report.unrecognised", company=one_line(company, 60), month=month))
    return kept
