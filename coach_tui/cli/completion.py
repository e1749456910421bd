"""`coach completion`: what a shell needs to finish the words of a command line.

The texts are in shell/, written from the parser by `make shell`: nothing is worked out here.
"""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Final

from coach_tui.cli.call import Call
from coach_tui.cli.exit_codes import FINE
from coach_tui.cli.output import show_document
from coach_tui.language import Words

SHELLS: Final = ("bash", "zsh", "fish")


def add_completion(parser: ArgumentParser, words: Words) -> None:
    """For which shell."""
    parser.add_argument("shell", choices=SHELLS, help=words("cli.completion.shell"))
    parser.epilog = words("cli.completion.how")


def run_completion(call: Call) -> int:
    """The script, to be kept where the shell looks for it."""
    from coach_tui.bundled import read_shell

    show_document(read_shell(call.language, f"coach.{call.options.shell}"))
    return FINE
