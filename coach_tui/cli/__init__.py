"""The commands: `coach status`, `coach step access-crm done`…; without one, the app.

    parser    the table of commands, the options they share, reading the command line
    call      one run of a command: its options, words, home, engagement, playbook
    output    stdout is data, stderr is talk
    patience  what is said on a terminal while nothing else is
    code_page what a console that can't write every letter is given instead
    status_cache  the last answer of `coach status`, told again while nothing has changed
    failure   an error of ours: one sentence, and a report without a client's word in it
    (others)  one module a family of commands: `add_<verb>` its options, `run_<verb>` the run

Modules load what they need when they run: a command waits for nothing it does not use.
"""

from __future__ import annotations

import gc
import os
import sys
import time

from coach_tui.cli.exit_codes import FINE, INTERRUPTED, MISUSED, REFUSED

TYPE_CHECKING = False  # the `typing` module is not loaded only to say so
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from coach_tui.cli.call import Call
    from coach_tui.language import Words


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. 0: fine; 1: refused, with the reason said; 2: not how it is used."""
    if None in (sys.stdin, sys.stdout, sys.stderr):
        from coach_tui.cli.streams import stand_in

        stand_in()  # before anything else is opened
    from coach_tui.cli.status_cache import again

    if argv is None:
        # A command is over before its garbage would weigh; looking for it costs a tenth of a
        # start. The app looks again once its first frame is there.
        gc.disable()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        known = again(arguments, os.environ)
        if known is not None:
            sys.stdout.write(known)
        code = FINE if known is not None else _answer(arguments)
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:  # whoever was reading has read enough
        from coach_tui.cli.output import quieten

        quieten()
        return FINE
    except OSError as error:  # nothing else comes up to here: what was printed can't be written
        from coach_tui.cli.call import words_of
        from coach_tui.cli.output import tell_unwritten

        tell_unwritten(error, words_of(arguments, os.environ))
        return REFUSED
    except OverflowError:  # by the clock alone (`_answer` keeps all else): Python ends in 2262
        from coach_tui.cli.call import words_of
        from coach_tui.cli.output import say

        say(words_of(arguments, os.environ)("cli.clock-beyond"))
        return REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    if argv is None:
        gc.freeze()  # nor when Python ends: what is left goes with the process
    return code


def _answer(arguments: list[str]) -> int:
    began = time.time_ns()
    from coach_tui.cli.call import Call, Misused, Refused, words_of
    from coach_tui.cli.code_page import CodePage
    from coach_tui.cli.output import Unwritten, make_room, say
    from coach_tui.cli.table import say_plainly
    from coach_tui.store.errors import StoreError

    page = CodePage()
    page.take_over()
    try:
        words = words_of(arguments, os.environ)
        run, options = _asked(arguments, words)
        call = Call(options, os.environ, words)
        heard = say_plainly(options, os.environ)
        if sys.stderr.isatty():
            from coach_tui.cli.patience import be_patient

            be_patient(words, heard=heard)
        try:
            code = run(call)
        finally:
            told = call.tell_notices()
        call.push()
        if call.is_shared:  # what others do arrives at any moment: nothing is told again
            return code
        if call.answer:
            from coach_tui.cli.status_cache import keep

            keep(arguments, os.environ, call.answer.files, call.answer.text, began)
        elif (session := call.changed()) and not told:
            from coach_tui.cli.status import leave_behind

            sys.stdout.flush()
            leave_behind(call, session, began)
        return code
    except SystemExit as left:  # argparse has said it all
        return left.code if isinstance(left.code, int) else MISUSED
    except Misused as problem:
        say(problem.words.refusal(problem.refusal))
        return MISUSED
    except (Refused, StoreError) as problem:
        say(words.refusal(problem.refusal))
        return REFUSED
    except (BrokenPipeError, KeyboardInterrupt, Unwritten):
        raise
    except Exception as error:
        from coach_tui.cli.failure import tell

        if os.environ.get("COACH_DEBUG") == "1":
            raise
        tell(error, arguments, os.environ)
        return REFUSED
    finally:
        make_room()
        if page.lost:
            say(words("cli.letters-lost", encoding=sys.stdout.encoding))


def _asked(arguments: list[str], words: Words) -> tuple[Callable[[Call], int], Any]:
    """What to run, with which options."""
    if not arguments:
        from coach_tui.cli.opening import NO_OPTIONS, run_open

        return run_open, NO_OPTIONS
    if arguments == ["status"]:
        from coach_tui.cli.status import NO_OPTIONS as PLAIN
        from coach_tui.cli.status import run_status

        return run_status, PLAIN
    from coach_tui.cli.parser import parse

    command, options = parse(arguments, words)
    return command.run, options
