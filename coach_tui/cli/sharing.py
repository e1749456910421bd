"""`coach share FOLDER`: one engagement with somebody, through a folder that both have."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser
from typing import TYPE_CHECKING

from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show
from coach_tui.engagement.actor import hand_of
from coach_tui.language import Words
from coach_tui.sharing import doors
from coach_tui.sharing.preview import preview
from coach_tui.sharing.words import preview_words, state_words

if TYPE_CHECKING:
    from coach_tui.session import Session

YES = ("yes", "y", "oui", "o")


def add_share(parser: ArgumentParser, words: Words) -> None:
    """Where, or what else to do about it."""
    parser.add_argument(
        "folder", nargs="?", metavar=words("cli.dir"), help=words("share.option.folder")
    )
    parser.add_argument("--yes", action="store_true", help=words("share.option.yes"))
    for name in ("show", "renew", "stop"):
        parser.add_argument(f"--{name}", action="store_true", help=words(f"share.option.{name}"))


def run_share(call: Call) -> int:
    """Show what leaves and what stays, ask, share; the invitation ends what is printed."""
    options = call.options
    asked = [bool(options.folder), options.show, options.renew, options.stop]
    if sum(asked) > 1:
        raise Refused("refusal.share.one-at-a-time")
    if options.show:
        return _show(call)
    if options.renew:
        return _renew(call)
    if options.stop:
        return _stop(call)
    return _share(call) if options.folder else _tell(call)


def leaves(call: Call, session: Session) -> bool:
    """Show what would leave, and ask unless --yes says it already."""
    found = preview((*session.changes, *session.held))
    for line in preview_words(found, session.profile.company, call.words):
        say(line)
    if call.options.yes:
        return True
    say(call.words("share.ask"))
    return sys.stdin.readline().strip().lower() in YES


def _share(call: Call) -> int:
    from coach_tui.places import folder_named

    session, folder = call.session(up_to_date=True), folder_named(call.options.folder)
    if refusal := doors.refuse_folder(call.home, session, folder):
        accepted(refusal)
    if others := doors.others_in(folder, session.id):
        say(call.words("share.others-there", n=others, folder=str(folder)))
    if not leaves(call, session):
        raise Refused("share.not-done")
    shared = accepted(doors.share(call.home, session, folder))
    say(call.words("share.done", folder=shared.folder))
    say(call.words("share.invite"))
    show(shared.invitation)
    return FINE


def _show(call: Call) -> int:
    shared = accepted(doors.shown(call.home, call.session()))
    say(call.words("share.invite"))
    show(shared.invitation)
    return FINE


def _renew(call: Call) -> int:
    shared = accepted(doors.renew(call.home, call.session(up_to_date=True)))
    say(call.words("share.renewed"))
    show(shared.invitation)
    return FINE


def _stop(call: Call) -> int:
    session = call.session(up_to_date=True)
    known = session.membership
    if refusal := doors.stop(call.home, session):
        accepted(refusal)
    folder = known.folder if known else ""
    say(call.words("share.stopped" if folder else "share.stopped-mail", folder=folder))
    return FINE


def _tell(call: Call) -> int:
    """Where it is shared, with whom, and when that was last reached."""
    session = call.session()
    known = session.membership
    if known is None:
        raise Refused("refusal.share.named-none")
    exchange = doors.exchange_of(call.home, session)
    if exchange is None:
        show(call.words("share.by-mail"))
        return FINE
    with doors.reaching(known.folder):
        session.know(exchange.take_in())
    people, me = exchange.ledger.people, hand_of(session.actor)
    state = state_words(people, me, time.time(), call.words)
    if exchange.is_closed:
        state = call.words("share.state.closed")
    show(call.words("share.in-folder", folder=known.folder, state=state))
    return FINE
