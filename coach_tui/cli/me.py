"""`coach me [ROLE[/NAME]]`: who works here, as every change says; said once a machine and
engagement, changed whenever it is said anew."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.cli.call import Call, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show, show_json
from coach_tui.engagement.actor import hand_of, named, read_actor
from coach_tui.exports.people import actor_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line


def add_me(parser: ArgumentParser, words: Words) -> None:
    """The role, and the name."""
    parser.add_argument("who", nargs="?", metavar=words("cli.acting"), help=words("cli.me.who"))
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))


def run_me(call: Call) -> int:
    """Show who works here; remember what is said of them, which changes nothing recorded."""
    session, options = call.session(), call.options
    known = read_actor(hand_of(session.actor))
    if options.who is None:
        if options.json:
            show_json({"role": known.role, "name": known.name or None})
        else:
            show(one_line(hand_of(session.actor)))
        return FINE
    role, slash, name = options.who.partition("/")
    actor = accepted(named(role, name if slash else known.name))
    choices = call.choices()
    choices.keep(session.id, role=actor, place=choices.place(session.id))
    say(call.words("cli.me.kept", who=one_line(actor_words(actor, call.words))))
    return FINE
