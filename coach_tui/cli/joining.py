"""`coach join`: take part in an engagement that somebody shares, by its invitation."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from coach_tui.cli.call import Call, Refused, accepted
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say
from coach_tui.engagement.actor import named
from coach_tui.engagement.profile import ROLES, profile_of
from coach_tui.exports.people import actor_words
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.sharing import joining
from coach_tui.sharing.folder import folders_of

if TYPE_CHECKING:
    from coach_tui.sharing.joining import Arrived
    from coach_tui.sharing.key import Key


def add_join(parser: ArgumentParser, words: Words) -> None:
    """The invitation is never an argument: a list of processes would show it."""
    parser.add_argument(
        "file", nargs="?", metavar=words("cli.file"), help=words("share.option.invitation")
    )
    parser.add_argument("--folder", metavar=words("cli.dir"), help=words("share.option.place"))
    parser.add_argument("--role", choices=ROLES, help=words("share.option.role"))
    parser.add_argument("--name", metavar=words("cli.name"), help=words("share.option.name"))
    parser.add_argument("--read-only", action="store_true", help=words("share.option.read-only"))
    parser.add_argument("--yes", action="store_true", help=words("share.option.join-yes"))


def run_join(call: Call) -> int:
    """Find where it is shared, say whose it is and who is there, join; then open it."""
    key = accepted(joining.read_invitation(call.home, _invitation(call)))
    folder = _folder(call, key)
    found = joining.arrived(key, folder) if folder else None
    if found and found.company:
        say(call.words("share.company", company=one_line(found.company, 60)))
        if people := _people(found, call.words):
            say(call.words("share.there", people=people))
    known = call.choices().role(key.engagement)
    actor = known if known and not (call.options.role or call.options.name) else _actor(call)
    path = joining.join(call.home, key, folder, actor, call.now, looks_only=call.options.read_only)
    call.choices().act_as(key.engagement, actor)
    if path is None:
        say(call.words("share.waits"))
        return FINE
    call.choices().put(engagement=str(path))
    _say_joined(call, path, actor, known=bool(known))
    return _opened(call)


def _invitation(call: Call) -> str:
    if call.options.file:
        from coach_tui.cli.standard_input import text_given

        return text_given(call.options.file)
    if not sys.stdin.isatty():
        raise Refused("refusal.share.no-terminal")
    say(call.words("share.paste"))
    return getpass("")


def _folder(call: Call, key: Key) -> Path | None:
    """The one named, else the one found, else the one answered; None to wait for a file."""
    from coach_tui.places import folder_named

    if call.options.folder:
        return folder_named(call.options.folder)
    found = folders_of(key.engagement, call.env)
    if len(found) == 1:
        return found[0]
    if _asks_nothing(call):
        if found:
            folders = ", ".join(str(each) for each in found)
            raise Refused("refusal.share.several-folders", folders=folders)
        return None
    for number, each in enumerate(found, 1):
        say(f"  {number}  {each}")
    say(call.words("share.which-folder" if found else "share.no-folder-found"))
    said = sys.stdin.readline().strip()
    if said.isdecimal() and 0 < int(said) <= len(found):
        return found[int(said) - 1]
    return folder_named(said) if said else None


def _actor(call: Call) -> str:
    """Who joins: "role/name"."""
    words, options = call.words, call.options
    said = {words(f"role.{each}").lower(): each for each in ROLES}
    meant = options.role
    if meant is None:
        role = _answer(call, "--role", "share.which-role", roles=", ".join(said)).strip().lower()
        meant = said.get(role, role)
    name = options.name or _answer(call, "--name", "share.which-name")
    return accepted(named(meant, name))


def _answer(call: Call, option: str, question: str, /, **values: str) -> str:
    if _asks_nothing(call):
        raise Refused("refusal.share.needs", option=option)
    say(call.words(question, **values))
    return sys.stdin.readline()


def _asks_nothing(call: Call) -> bool:
    return bool(call.options.yes) or call.options.file == "-"


def _people(found: Arrived, words: Words) -> str:
    return ", ".join(actor_words(one_line(who, 60), words) for who in found.people)


def _say_joined(call: Call, path: Path, actor: str, *, known: bool) -> None:
    from coach_tui.session import open_session

    session = open_session(path, call.home, actor, call.now)
    company = one_line(profile_of(session.engagement).company, 60)
    reading = call.options.read_only
    key = "share.updated" if known else "share.joined-reading" if reading else "share.joined"
    say(call.words(key, company=company, who=actor_words(actor, call.words)))


def _opened(call: Call) -> int:
    """On Now, where there is a screen and somebody in front of it."""
    from coach_tui.cli.opening import no_screen, run_open

    if _asks_nothing(call) or no_screen(call) or not sys.stdout.isatty():
        return FINE
    call.options.engagement = None  # the one joined is the one last used
    return run_open(call)
