"""`coach ask`: a message ready to send to one person or role, and the note that it was asked."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.asking.requesting import everybody_asked, note_asked, request_of, to_whom, who_is
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.delivery import add_output, deliver
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show
from coach_tui.cli.week import view_for
from coach_tui.coach.moves.wanted import Wanted, wanted_of, worth_saying
from coach_tui.exports.request import request_mail, request_text
from coach_tui.language import Words
from coach_tui.language.clean import one_line

FORMATS = ("md", "eml")


def add_ask(parser: ArgumentParser, words: Words) -> None:
    """Whom, in which form, and where to."""
    parser.add_argument(
        "person", nargs="?", metavar=words("cli.ask.whom"), help=words("cli.ask.who")
    )
    parser.add_argument("--format", choices=FORMATS, default="md", help=words("cli.ask.format"))
    parser.add_argument("--draft", action="store_true", help=words("cli.ask.draft"))
    add_output(parser, words)


def run_ask(call: Call) -> int:
    """Write the message, then note that it was asked; without a name, say who is waited for."""
    said, words = call.options.person, call.words
    session = call.session(up_to_date=bool(said))
    view = view_for(call, session, session.role)
    everybody = everybody_asked(view)
    if not said:
        for each in everybody:
            show(_row(each, words))
        if not everybody:
            say(words("request.nobody"))
        return FINE
    asked = wanted_of(view.reader.situation, everybody, said)
    if asked is None:
        raise Refused(
            "refusal.request.nobody", said=one_line(said, 60), names=_names(everybody, words)
        )
    asked = worth_saying(asked, view.shown.today)
    request = request_of(view, asked, session.id, session.actor)
    write = request_mail if call.options.format == "eml" else request_text
    deliver(call, write(request, words))
    if not call.options.draft:
        accepted(session.record(note_asked(view, asked, session.actor, session.new_id)))
        key = "request.noted-again" if asked.asked else "request.noted"
        say(words(key, to=to_whom(asked, words), n=len(asked.items)))
    return FINE


def _row(each: Wanted, words: Words) -> str:
    key = "request.row-asked" if each.asked else "request.row"
    return words(key, who=who_is(each, words), n=len(each.items), day=each.asked or "")


def _names(everybody: tuple[Wanted, ...], words: Words) -> str:
    if not everybody:
        return words("request.nobody")
    return words("request.names", names=", ".join(each.who for each in everybody))
