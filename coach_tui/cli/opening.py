"""`coach`: open the app."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final

from coach_tui.cli.call import Call
from coach_tui.cli.exit_codes import MISUSED
from coach_tui.cli.output import make_room, say
from coach_tui.language import Words

if TYPE_CHECKING:
    from argparse import ArgumentParser

# `coach` alone has nothing to parse: the app is there without waiting for argparse.
NO_OPTIONS: Final = SimpleNamespace(
    home=None,
    engagement=None,
    lang=None,
    playbook=None,
    today=None,
    acting=None,
    plain=False,
)


def no_screen(call: Call) -> str:
    """The word key of why no screen can be drawn here; empty where one can."""
    if call.env.get("TEXTUAL_DRIVER"):
        return ""  # a program draws it elsewhere: `coach serve`, `textual serve`
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        # The screens are drawn on stderr and wait for keys on stdin: without both, for ever.
        return "cli.no-terminal"
    return "cli.dumb-terminal" if call.env.get("TERM") == "dumb" else ""


def add_open(parser: ArgumentParser, words: Words) -> None:
    """Nothing but the options every command has."""


def run_open(call: Call) -> int:
    """Open the app, on the engagement asked for if one is."""
    if problem := no_screen(call):
        say(call.words(problem))
        return MISUSED
    if call.options.engagement:
        call.session()  # refused here, where it can be said, rather than on an empty screen
    call.actor("founder")  # and so is a role there is not
    folder = call.playbook_folder()
    from coach_tui.ui.without_tls import without_tls

    with without_tls():
        from coach_tui.ui.opening import run

    make_room()
    return run(
        call.home,
        call.env,
        language=call.chosen_language,
        wanted=call.options.engagement or "",
        playbook_folder=folder,
        acting=call.options.acting or "",
    )
