"""`coach send`, `coach receive`: one sealed file at a time, by mail or on a stick."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show
from coach_tui.cli.sharing import leaves
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.sharing import doors, joining
from coach_tui.sharing.letter import letter_path
from coach_tui.store.documents import file_named


def add_send(parser: ArgumentParser, words: Words) -> None:
    """The file to write."""
    parser.add_argument(
        "file", nargs="?", metavar=words("cli.file"), help=words("share.option.letter")
    )
    parser.add_argument("--yes", action="store_true", help=words("share.option.yes"))


def run_send(call: Call) -> int:
    """Write it; the first time, show what leaves, ask, and end with the invitation."""
    session = call.session(up_to_date=True)
    said = call.options.file
    path = file_named(said) if said else letter_path(Path.cwd(), call.today)
    if session.membership is None and not leaves(call, session):
        raise Refused("share.not-done")
    sent = accepted(doors.send(call.home, session, path))
    say(call.words("share.sent", n=sent.changes, file=str(path.absolute())))
    if sent.invitation:
        say(call.words("share.invite"))
        show(sent.invitation)
    return FINE


def add_receive(parser: ArgumentParser, words: Words) -> None:
    """The file to read."""
    parser.add_argument("file", metavar=words("cli.file"), help=words("share.option.received"))


def run_receive(call: Call) -> int:
    """Take it in, whichever engagement of this home it is of."""
    session, fresh = accepted(joining.receive(call.home, file_named(call.options.file), call.now))
    choices = call.choices()
    choices.put(engagement=str(session.path))
    choices.act_as(session.id, session.actor)
    company = one_line(session.profile.company, 60)
    key = "share.received" if fresh else "share.received-nothing"
    say(call.words(key, n=len(fresh), company=company))
    return FINE
