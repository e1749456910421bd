"""`coach context`: one engagement for whatever assistant people use, names masked."""

from __future__ import annotations

from argparse import ArgumentParser

from coach_tui.cli.call import Call
from coach_tui.cli.export import add_said, run_handout
from coach_tui.exports.handouts import HANDOUTS
from coach_tui.language import Words

NAME = "context"


def add_context(parser: ArgumentParser, words: Words) -> None:
    """Where to, in which form, with what."""
    handout = HANDOUTS[NAME]
    parser.add_argument(
        "output", nargs="?", default="-", metavar=words("cli.file"),
        help=words("cli.export.output"),
    )  # fmt: skip
    parser.add_argument("--force", action="store_true", help=words("cli.export.force"))
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--format", choices=handout.formats, help=words("handout.format"))
    shape.add_argument(
        "--json", dest="format", action="store_const", const="json", help=words("cli.option.json")
    )
    add_said(parser, handout, words)


def run_context(call: Call) -> int:
    """Show it, ask, let it leave, note it."""
    return run_handout(call, NAME)
