"""`coach page`: where the mission stands, as one page; with --clients, all of the CMO's clients."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from coach_tui.cli.call import Call, accepted
from coach_tui.cli.delivery import deliver
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.export import run_handout
from coach_tui.cli.output import say
from coach_tui.language import Words
from coach_tui.side_by_side import keep_page, page_of_clients, refuse_place
from coach_tui.store.documents import file_named, free_name

NAME = "page"


def add_page(parser: ArgumentParser, words: Words) -> None:
    """Where to, and of whom."""
    parser.add_argument("file", nargs="?", metavar=words("cli.file"), help=words("cli.page.file"))
    parser.add_argument("--force", action="store_true", help=words("cli.export.force"))
    parser.add_argument("--clients", action="store_true", help=words("cli.page.clients"))


def run_page(call: Call) -> int:
    """Make the page and write it where it was told; nothing told: to stdout, or on a terminal, to
    a file beside where one is."""
    said = call.options.file
    if call.options.clients:
        return _clients(call, said)
    call.options.output = said if said is not None else _usual(call)
    return run_handout(call, NAME)


def _usual(call: Call) -> str:
    """stdout where it goes on to a file or a program; nobody reads HTML in a terminal."""
    if not sys.stdout.isatty():
        return "-"
    from coach_tui.session import slug_of

    return str(free_name(Path(f"{slug_of(call.session().profile.company)}-{NAME}.html")))


def _clients(call: Call, said: str | None) -> int:
    from coach_tui.bundled import Catalogues

    page = page_of_clients(call.home, call.playbook(), Catalogues(), call.words, call.now)
    if said is None:
        path = keep_page(call.home, page)
        say(call.words("cli.export.written", file=str(path.absolute())))
        return FINE
    if said != "-":
        accepted(refuse_place(call.home, file_named(said)))
    call.options.output = said
    return deliver(call, page)
