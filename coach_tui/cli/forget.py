"""`coach forget NAME`: one client leaves this computer. `coach backup`, `coach restore`."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.cli.call import Call, Refused
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show
from coach_tui.cli.standard_input import line_typed
from coach_tui.forgetting import (
    ClientToForget,
    back_up,
    clients_named,
    files_of,
    forget,
    restore,
    shared_in,
)
from coach_tui.language import Words
from coach_tui.language.cause import Cause
from coach_tui.language.clean import one_line
from coach_tui.store.documents import file_named


def add_forget(parser: ArgumentParser, words: Words) -> None:
    """Which client, and its name again for scripts."""
    parser.add_argument("client", metavar=words("cli.name"), help=words("backup.option.client"))
    parser.add_argument("--yes", metavar=words("cli.name"), help=words("backup.option.yes"))


def run_forget(call: Call) -> int:
    """Show every file that holds anything of this client; erase them once its name is typed."""
    client = _meant(call)
    name = one_line(client.company, 60) or client.files[0].stem
    found = files_of(call.home, client)
    say(call.words("backup.forget-would", company=name, n=len(found)))
    for path in found:
        show(str(path))
    say(call.words("backup.forget-also"))
    say(call.words("backup.forget-not-reached", folder=str(call.home.engagements)))
    if place := shared_in(call.home, client):
        say(call.words("backup.forget-shared", folder=one_line(place)))
    typed = call.options.yes
    if typed is None:
        say(call.words("backup.forget-type", company=name))
        typed = line_typed()
    if not client.is_named(typed):
        raise Refused("refusal.backup.not-named", company=name)
    forget(call.home, client)
    say(call.words("backup.forgotten", company=name))
    return FINE


def add_backup(parser: ArgumentParser, words: Words) -> None:
    """The file to write."""
    parser.add_argument("file", metavar=words("cli.file"), help=words("backup.option.file"))


def run_backup(call: Call) -> int:
    """Write the whole home, with this machine's own records, to a new file."""
    path = file_named(call.options.file)
    count = back_up(call.home, path)
    say(call.words("backup.done", n=count, file=str(path.absolute())))
    return FINE


def add_restore(parser: ArgumentParser, words: Words) -> None:
    """The file to read."""
    parser.add_argument("file", metavar=words("cli.file"), help=words("backup.option.from"))


def run_restore(call: Call) -> int:
    """Put back what a backup holds, into a home that holds nothing."""
    path = file_named(call.options.file)
    try:
        count = restore(call.home, path)
    except OSError as error:
        folder, why = str(call.home.engagements), Cause(error)
        raise Refused("app.cannot-create", folder=folder, why=why) from None
    say(call.words("backup.restored", n=count, folder=str(call.home.engagements)))
    return FINE


def _meant(call: Call) -> ClientToForget:
    wanted = call.options.client
    found = clients_named(call.home, wanted)
    if len(found) == 1:
        return found[0]
    said = one_line(wanted, 40)
    if not found:
        raise Refused("refusal.backup.no-client", wanted=said)
    names = "".join(f"\n  {one_line(each.company, 40)}  ({each.files[0].stem})" for each in found)
    raise Refused("refusal.cli.several", wanted=said, names=names)
