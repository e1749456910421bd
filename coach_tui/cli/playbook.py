"""`coach playbook check`: what is wrong in a playbook, with file and line."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

from coach_tui.cli.call import Call, Refused
from coach_tui.cli.exit_codes import FINE, REFUSED
from coach_tui.cli.output import say, show
from coach_tui.language import Words
from coach_tui.places import folder_named


def add_check(parser: ArgumentParser, words: Words) -> None:
    """Which folder."""
    parser.add_argument(
        "folder", nargs="?", metavar=words("cli.dir"), help=words("cli.playbook.dir")
    )


def run_check(call: Call) -> int:
    """One problem a line, `file:line: what`; 1 where there is any."""
    from coach_tui.content_check import check_all

    problems, counts = check_all(_folder(call))
    for count in counts:
        say(call.words("cli.playbook.count", **count._asdict()))
    for problem in problems:
        reason = call.words(problem.reason, **problem.values)
        show(f"{problem.path}:{problem.line}: {reason}")
    if problems:
        say(call.words("cli.playbook.problems", n=len(problems)))
        return REFUSED
    say(call.words("cli.playbook.fine"))
    return FINE


def _folder(call: Call) -> Path | None:
    if not call.options.folder:
        return call.playbook_folder()
    from coach_tui.store.looking import is_folder

    folder = folder_named(call.options.folder)
    if not is_folder(folder):
        raise Refused("refusal.cli.no-playbook-folder", folder=str(folder))
    return folder
