"""`coach remind`: the week of somebody who never opens the coach, as a mail; made for cron."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.cli.call import Call, Refused
from coach_tui.cli.delivery import add_output, deliver
from coach_tui.cli.week import view_for
from coach_tui.coach.moves.move import agenda, week_of
from coach_tui.engagement.profile import ROLES
from coach_tui.engagement.step import LEADS
from coach_tui.exports.reminder import Reminder, reminder_mail
from coach_tui.language import Words


def add_remind(parser: ArgumentParser, words: Words) -> None:
    """Whose week, and where to."""
    parser.add_argument("--role", choices=ROLES, help=words("cli.remind.role"))
    add_output(parser, words)
    parser.epilog = words("cli.remind.codes")


def run_remind(call: Call) -> int:
    """Write the mail; refused, with nothing written, where there is nothing to remind of."""
    session = call.session()
    role = call.options.role or session.role
    view = view_for(call, session, role)
    week = agenda(view.moves, role, week_of(role), call.today)
    if not week.now:
        raise Refused("refusal.remind.nothing", role=call.words(f"move.the.{role}"))
    reminder = Reminder(
        session.profile.company, session.id, week, view.reader, call.today, frank=role in LEADS
    )
    return deliver(call, reminder_mail(reminder, call.words))
