"""`coach share PLACE`: one engagement with somebody, through a folder or a server of both."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import TYPE_CHECKING

from coach_tui.cli.agreeing import YES
from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show
from coach_tui.cli.standard_input import line_typed
from coach_tui.engagement.actor import hand_of
from coach_tui.language import Words
from coach_tui.sharing import doors
from coach_tui.sharing.preview import preview
from coach_tui.sharing.server.address import is_server
from coach_tui.sharing.where import place_named
from coach_tui.sharing.words import preview_words, state_words

if TYPE_CHECKING:
    from coach_tui.session import Session


def add_share(parser: ArgumentParser, words: Words) -> None:
    """Where, or what else to do about it."""
    parser.add_argument(
        "place", nargs="?", metavar=words("cli.place"), help=words("share.option.folder")
    )
    parser.add_argument("--yes", action="store_true", help=words("share.option.yes"))
    for name in ("show", "renew", "stop"):
        parser.add_argument(f"--{name}", action="store_true", help=words(f"share.option.{name}"))


def run_share(call: Call) -> int:
    """Show what leaves and what stays, ask, share; the invitation ends what is printed."""
    options = call.options
    asked = [bool(options.place), options.show, options.renew, options.stop]
    if sum(asked) > 1:
        raise Refused("refusal.share.one-at-a-time")
    if options.show:
        return _show(call)
    if options.renew:
        return _renew(call)
    if options.stop:
        return _stop(call)
    return _share(call) if options.place else _tell(call)


def leaves(call: Call, session: Session) -> bool:
    """Show what would leave, and ask unless --yes says it already."""
    found = preview((*session.changes, *session.held))
    for line in preview_words(found, session.profile.company, call.words):
        say(line)
    if call.options.yes:
        return True
    say(call.words("share.ask"))
    return line_typed().lower() in YES


def _share(call: Call) -> int:
    session, where = call.session(up_to_date=True), place_named(call.options.place)
    if refusal := doors.refuse_place(call.home, session, where):
        accepted(refusal)
    if others := doors.others_in(where, session.id):
        say(call.words("share.others-there", n=others, folder=where))
    if is_server(where):
        say(call.words("server.sees"))
    if not leaves(call, session):
        raise Refused("share.not-done")
    shared = accepted(doors.share(call.home, session, where))
    say(call.words("share.done", folder=shared.place))
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
    where = known.place if known else ""
    say(call.words("share.stopped" if where else "share.stopped-mail", folder=where))
    return FINE


def _tell(call: Call) -> int:
    """Where it is shared, with whom, and when that was last reached."""
    session = call.session()
    known = session.membership
    if known is None:
        raise Refused("refusal.share.named-none")
    if not known.place:
        show(call.words("share.by-mail"))
        return FINE
    if refusal := doors.refuse_sealing(known.place):
        accepted(refusal)
    with doors.reaching(known.place):
        exchange = doors.exchange_of(call.home, session)
        if exchange is None:
            return FINE
        session.know(exchange.take_in())
    people, me = exchange.ledger.people, hand_of(session.actor)
    state = state_words(people, me, time.time(), call.words)
    if exchange.is_closed:
        state = call.words("share.state.closed")
    show(call.words("share.in-folder", folder=known.place, state=state))
    return FINE
