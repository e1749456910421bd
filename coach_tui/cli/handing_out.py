"""`coach export team` and `coach export calendar`."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.bundled import Catalogues
from coach_tui.cli.call import Call, accepted
from coach_tui.cli.delivery import add_output, deliver
from coach_tui.coach.named import named_in
from coach_tui.exports.team.sheet import team_sheet
from coach_tui.handed_out import calendar_to_hand_out, remember
from coach_tui.language import Words
from coach_tui.places import local_zone


def add_team(parser: ArgumentParser, words: Words) -> None:
    """With ratings or without; where to."""
    parser.add_argument("--ratings", action="store_true", help=words("team.option.ratings"))
    add_output(parser, words)


def run_team(call: Call) -> int:
    """The team's sheet as Markdown."""
    session = call.session()
    named = named_in(session.engagement, Catalogues(), call.language)
    sheet = team_sheet(session.engagement, session.profile.company, call.today, named, call.words,
                       ratings=call.options.ratings)  # fmt: skip
    return deliver(call, sheet)


def add_calendar(parser: ArgumentParser, words: Words) -> None:
    """In which time zone; where to."""
    parser.add_argument("--zone", metavar="Europe/Paris", help=words("rhythm.option.zone"))
    add_output(parser, words)


def run_calendar(call: Call) -> int:
    """Rituals and due dates as an iCalendar file."""
    session = call.session()
    zone = call.options.zone if call.options.zone is not None else local_zone(call.env)
    made = accepted(
        calendar_to_hand_out(call.home, session, call.playbook(), call.words, zone, call.now)
    )
    code = deliver(call, made.text)
    remember(call.home, session, made)
    return code
