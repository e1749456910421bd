"""`coach server …`: keep a practice's server, and say who sees which engagement there."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE, REFUSED
from coach_tui.cli.output import say, show, show_json
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.numbers import write_number
from coach_tui.listing import list_engagements
from coach_tui.sharing.doors import reaching
from coach_tui.sharing.server.address import passfile_line, refuse_address, with_login
from coach_tui.sharing.server.checking import look
from coach_tui.sharing.server.keeping import Keeper

if TYPE_CHECKING:
    from coach_tui.sharing.server.keeping import Held

_LONGEST: Final = 63  # bytes of a login's name, as PostgreSQL has it
_RESERVED: Final = "pg_"


def add_init(parser: ArgumentParser, words: Words) -> None:
    """Which server."""
    parser.add_argument("url", metavar="URL", help=words("server.option.url"))


def run_init(call: Call) -> int:
    """Prepare it, or bring it up to date; say what it sees."""
    where = _where(call)
    with reaching(where):
        done = accepted(Keeper(where).init())
    key = "server.prepared" if done.before < done.now else "server.up-to-date"
    say(call.words(key, version=done.now))
    say(call.words("server.sees"))
    return FINE


def add_list(parser: ArgumentParser, words: Words) -> None:
    """Which server, and for whom it is printed."""
    add_init(parser, words)
    parser.add_argument("--json", action="store_true", help=words("cli.option.json"))


def run_list(call: Call) -> int:
    """Each engagement, by its name where this computer knows it, and who is given it."""
    where = _where(call)
    with reaching(where):
        held = Keeper(where).held()
    names = _names(call)
    if call.options.json:
        show_json([_json(each, names) for each in held])
        return FINE
    for each in held:
        show(_line(each, names.get(each.engagement, ""), call.words))
    if not held:
        say(call.words("server.holds-none"))
    return FINE


def add_check(parser: ArgumentParser, words: Words) -> None:
    """Which server."""
    add_init(parser, words)


def run_check(call: Call) -> int:
    """One line a measure; ends with 1 where one is missing."""
    where = _where(call)
    with reaching(where):
        found = look(where)
    for each in found:
        told = call.words(f"server.measure.{each.what}", found=each.found)
        amiss = call.words("doctor.sharing", name=told, what=call.words("server.missing"))
        show(f"  {told}" if each.is_well else f"! {amiss}")
    say(call.words("server.sees"))
    return FINE if all(each.is_well for each in found) else REFUSED


def add_grant(parser: ArgumentParser, words: Words) -> None:
    """Which server, login and engagement."""
    add_init(parser, words)
    parser.add_argument("login", metavar=words("server.login"), help=words("server.option.login"))
    parser.add_argument(
        "client", metavar=words("server.engagement"), help=words("server.option.engagement")
    )
    parser.add_argument("--read-only", action="store_true", help=words("server.option.read-only"))


def run_grant(call: Call) -> int:
    """Let the login see it; a login made anew ends the output with its line for ~/.pgpass."""
    where, login = _where(call), _login(call)
    engagement = _engagement(call)
    with reaching(where):
        writes = not call.options.read_only
        given = accepted(Keeper(where).grant(login, engagement, writes=writes))
    key = "server.given" if writes else "server.given-reading"
    say(call.words(key, login=login, engagement=_called(engagement, call)))
    say(call.words("server.address", server=with_login(where, login)))
    if given.password:
        say(call.words("server.opaque"))
        say(call.words("server.password"))
        show(passfile_line(where, login, given.password))
    return FINE


def add_revoke(parser: ArgumentParser, words: Words) -> None:
    """Which server and login; all engagements where none is named."""
    add_init(parser, words)
    parser.add_argument("login", metavar=words("server.login"), help=words("server.option.leaver"))
    parser.add_argument(
        "client", nargs="?", metavar=words("server.engagement"), help=words("server.option.only")
    )


def run_revoke(call: Call) -> int:
    """Take it away, renew the keys, print the new invitations; 1 where a key could not be."""
    from coach_tui.sharing.leaving import see_off

    where, login = _where(call), _login(call)
    engagement = _engagement(call) if call.options.client else ""
    with reaching(where):
        found = accepted(see_off(call.home, where, login, engagement, call.now))
    say(call.words("server.taken", n=len(found), login=login))
    if renewed := [each for each in found if each.invitation]:
        say(call.words("server.renewed", n=len(renewed)))
    for each in found:
        name = one_line(each.company, 60) or each.engagement
        if each.invitation:
            show(f"{name}:")
            show(each.invitation)
        elif each.refusal:
            why = call.words.refusal(each.refusal)
            say(f"! {call.words('doctor.sharing', name=name, what=why)}")
        else:
            called = _called(each.engagement, call)
            say(f"! {call.words('server.not-renewed', engagement=called)}")
    return FINE if all(each.invitation for each in found) else REFUSED


def _where(call: Call) -> str:
    """The keeper's address of the server, where it is one that may be used."""
    where: str = call.options.url.strip()
    if refusal := refuse_address(where):
        accepted(refusal)
    return where


def _login(call: Call) -> str:
    login: str = call.options.login
    fits = 0 < len(login.encode()) <= _LONGEST and login.isprintable() and not login.isspace()
    if not fits or login.startswith(_RESERVED):
        raise Refused("refusal.server.login-name", login=one_line(login, 40))
    return login


def _names(call: Call) -> dict[str, str]:
    """The companies this computer knows, by the ids of their engagements."""
    return {each.id: one_line(each.profile.company, 40) for each in list_engagements(call.home)}


def _called(engagement: str, call: Call) -> str:
    """An engagement by its company where this computer knows it, and its id."""
    company = _names(call).get(engagement, "")
    return f"{company} ({engagement})" if company else engagement


def _engagement(call: Call) -> str:
    """An engagement's id: said, or that of an engagement here."""
    from coach_tui.cli.which import engagement_path

    said: str = call.options.client
    try:
        return str(UUID(said))
    except ValueError:
        path = accepted(engagement_path(call.home, said, "", call.words))
    return next(each.id for each in list_engagements(call.home) if each.path == path)


def _line(held: Held, name: str, words: Words) -> str:
    logins = ", ".join(
        words("server.reads", login=each) if each in held.readers else each for each in held.logins
    )
    parts = [
        f"{name}  {held.engagement}" if name else held.engagement,
        logins or words("server.nobody"),
        words(
            "server.pushes",
            n=held.pushes,
            size=write_number(round(held.size / 1000), words.language),
        ),
        f"{held.received.astimezone():%Y-%m-%d %H:%M}" if held.received else "",
    ]
    return " · ".join(part for part in parts if part)


def _json(held: Held, names: dict[str, str]) -> dict[str, Any]:
    said = {**held._asdict(), "company": names.get(held.engagement, "")}
    received = held.received.isoformat() if held.received else None
    return {
        **said,
        "logins": list(held.logins),
        "readers": list(held.readers),
        "received": received,
    }
