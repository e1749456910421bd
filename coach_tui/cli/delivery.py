"""A document on its way out: to stdout, or to a file that is never written over by mistake."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.cli.call import Call, Refused
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import say, show_document
from coach_tui.language import Words
from coach_tui.places import is_within
from coach_tui.store.documents import file_named, write_document
from coach_tui.store.errors import Exists


def add_output(parser: ArgumentParser, words: Words) -> None:
    """Where to, and whether a file there may be replaced."""
    parser.add_argument(
        "-o", "--output", default="-", metavar=words("cli.file"), help=words("cli.export.output")
    )
    parser.add_argument("--force", action="store_true", help=words("cli.export.force"))


def deliver(call: Call, document: str) -> int:
    """Write it where `add_output` was told."""
    if call.options.output == "-":
        show_document(document)
        return FINE
    path = file_named(call.options.output)
    if is_within(path, call.home):
        raise Refused("refusal.export.ours", file=str(path))
    try:
        write_document(path, document, over=call.options.force)
    except Exists as error:
        raise Refused("refusal.export.exists", **error.values) from None
    say(call.words("cli.export.written", file=str(path.absolute())))
    return FINE
