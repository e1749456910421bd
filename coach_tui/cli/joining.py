"""`coach join`: take part in an engagement that somebody shares, by its invitation."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from getpass import getpass
from typing import TYPE_CHECKING

from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import make_room, say
from coach_tui.cli.standard_input import line_typed, text_given
from coach_tui.engagement.actor import named as actor_named
from coach_tui.engagement.profile import ROLES
from coach_tui.exports.people import actor_words
from coach_tui.language import Refusal, Words
from coach_tui.language.clean import one_line
from coach_tui.sharing import joining
from coach_tui.sharing.doors import refuse_sealing
from coach_tui.sharing.folder import folders_of
from coach_tui.sharing.server.address import is_server, named, with_login
from coach_tui.sharing.where import place_named
from coach_tui.sharing.words import joined_words

if TYPE_CHECKING:
    from pathlib import Path

    from coach_tui.sharing.invitation import Invited
    from coach_tui.sharing.joining import Arrived
    from coach_tui.sharing.key import Key


def add_join(parser: ArgumentParser, words: Words) -> None:
    """The invitation is never an argument: a list of processes would show it."""
    parser.add_argument(
        "file", nargs="?", metavar=words("cli.file"), help=words("share.option.invitation")
    )
    parser.add_argument("--folder", metavar=words("cli.dir"), help=words("share.option.place"))
    parser.add_argument("--server", metavar="URL", help=words("server.option.server"))
    parser.add_argument("--role", choices=ROLES, help=words("share.option.role"))
    parser.add_argument("--name", metavar=words("cli.name"), help=words("share.option.name"))
    parser.add_argument("--read-only", action="store_true", help=words("share.option.read-only"))
    parser.add_argument("--confirms", action="store_true", help=words("share.option.confirms"))
    parser.add_argument("--yes", action="store_true", help=words("share.option.join-yes"))


def run_join(call: Call) -> int:
    """Find where it is shared, say whose it is and who is there, join; then open it."""
    if call.options.confirms and not call.options.read_only:
        raise Refused("refusal.share.confirms-alone")
    invited = accepted(joining.read_invitation(call.home, _invitation(call)))
    key = invited.key
    where = _place(call, invited)
    refused = refuse_sealing(where) if where else None
    if refusal := refused or joining.refuse_folder(key, where):
        accepted(refusal)
    found = joining.arrived(key, where) if where else None
    if found and found.company:
        say(call.words("share.company", company=one_line(found.company, 60)))
        if people := _people(found, call.words):
            say(call.words("share.there", people=people))
    role, known = call.choices().role(key.engagement), joining.is_here(call.home, key.engagement)
    actor = role if role and not (call.options.role or call.options.name) else _actor(call)
    path = joining.join(call.home, key, where, actor, call.now, **_looking(call))
    call.choices().act_as(key.engagement, actor)
    if path is None:
        say(call.words("share.waits"))
        return FINE
    call.choices().put(engagement=str(path))
    _say_joined(call, path, actor, known=known)
    return _opened(call)


def _looking(call: Call) -> dict[str, bool]:
    return {"looks_only": call.options.read_only, "confirms": call.options.confirms}


def _invitation(call: Call) -> str:
    if call.options.file:
        return text_given(call.options.file)
    if not sys.stdin.isatty():
        raise Refused("refusal.share.no-terminal")
    # Put by what hides the answer: it throws away whatever was typed before.
    make_room()
    try:
        return getpass(f"{call.words('share.paste')}\n")
    except (EOFError, ValueError):  # left without an answer; bytes that are no text
        return ""


def _place(call: Call, invited: Invited) -> str:
    """The one named, else the invitation's server, else a folder; empty to wait for a file."""
    options = call.options
    if options.server and options.folder:
        raise Refused("refusal.server.one-place")
    if options.server and not is_server(options.server):
        raise Refused("refusal.server.no-address")
    if said := options.server or options.folder:
        return place_named(said)
    return _server(call, invited) or _folder(call, invited.key)


def _server(call: Call, invited: Invited) -> str:
    """The invitation's, with a login; empty where it names none."""
    found = joining.server_for(call.home, invited)
    if not isinstance(found, Refusal):
        return found
    if found.reason != joining.NEEDS_LOGIN or _asks_nothing(call):
        return accepted(found)
    say(call.words("server.which-login", server=named(invited.server)))
    return with_login(invited.server, line_typed())


def _folder(call: Call, key: Key) -> str:
    """The one found, else the one answered; empty to wait for a file."""
    found = folders_of(key.engagement, call.env)
    if len(found) == 1:
        return str(found[0])
    if _asks_nothing(call):
        if found:
            folders = ", ".join(str(each) for each in found)
            raise Refused("refusal.share.several-folders", folders=folders)
        return ""
    for number, each in enumerate(found, 1):
        say(f"  {number}  {each}")
    say(call.words("share.which-folder" if found else "share.no-folder-found"))
    said = line_typed()
    numbered = {str(number): str(each) for number, each in enumerate(found, 1)}
    return numbered.get(said) or place_named(said)


def _actor(call: Call) -> str:
    """Who joins: "role/name"."""
    words, options = call.words, call.options
    said = {words(f"role.{each}").lower(): each for each in ROLES}
    meant = options.role
    if meant is None:
        role = _answer(call, "--role", "share.which-role", roles=", ".join(said)).strip().lower()
        meant = said.get(role, role)
    name = options.name or _answer(call, "--name", "share.which-name")
    return accepted(actor_named(meant, name))


def _answer(call: Call, option: str, question: str, /, **values: str) -> str:
    if _asks_nothing(call):
        raise Refused("refusal.share.needs", option=option)
    say(call.words(question, **values))
    return line_typed()


def _asks_nothing(call: Call) -> bool:
    return bool(call.options.yes) or call.options.file == "-"


def _people(found: Arrived, words: Words) -> str:
    return ", ".join(actor_words(one_line(who, 60), words) for who in found.people)


def _say_joined(call: Call, path: Path, actor: str, *, known: bool) -> None:
    from coach_tui.session import open_session

    session = open_session(path, call.home, actor, call.now)
    told = joined_words(session, call.words, known=known)
    say(told if known else f"{told} {call.words('share.coach-opens')}")


def _opened(call: Call) -> int:
    """On Now, where there is a screen and somebody in front of it."""
    from coach_tui.cli.opening import no_screen, run_open

    if _asks_nothing(call) or no_screen(call) or not sys.stdout.isatty():
        return FINE
    call.options.engagement = None  # the one joined is the one last used
    return run_open(call)
