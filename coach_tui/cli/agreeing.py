"""What goes to others than the mission's people is shown in the terminal first, and asked about."""

from __future__ import annotations

import sys
from typing import Final

from coach_tui.cli.call import Call, Refused
from coach_tui.cli.delivery import deliver
from coach_tui.cli.exit_codes import FINE, REFUSED
from coach_tui.cli.output import say, show_document
from coach_tui.cli.standard_input import line_typed

YES: Final = ("yes", "y", "oui", "o")


def let_leave(call: Call, document: str, look: str) -> int:
    """Show it and what to look at, ask, and write it out; FINE where it left.

    --yes says that it was agreed to. Refused where there is neither that nor a terminal.
    """
    options, words = call.options, call.words
    if options.yes:
        if look:
            say(look)
        return deliver(call, document)
    if not sys.stdin.isatty():
        raise Refused("refusal.briefing.no-terminal")
    to_screen = options.output == "-" and sys.stdout.isatty()
    if to_screen:
        show_document(document)
    else:
        say(document)
    if look:
        say(look)
    where = words("briefing.to-output")
    if options.output != "-":
        where = words("briefing.to-file", file=options.output)
    say(words("briefing.ask", where=where))
    if line_typed().lower() not in YES:
        say(words("briefing.not-left"))
        return REFUSED
    return FINE if to_screen else deliver(call, document)
