"""`coach demo`: an invented engagement, in a home of its own that is thrown away."""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from coach_tui.cli import FINE, MISUSED
from coach_tui.cli.call import Call, Refused
from coach_tui.cli.output import say, show
from coach_tui.language import Words
from coach_tui.places import Home, home

PREFIX = "coach-demo-"


def add_demo(parser: ArgumentParser, words: Words) -> None:
    """Open it, or only make it."""
    parser.add_argument("--print", action="store_true", help=words("cli.demo.print"))


def run_demo(call: Call) -> int:
    """Make the demo in a folder of its own and open it; it is gone when the app closes.

    `$COACH_HOME` is never used; `--home` only where there is nothing yet, and it then stays.
    """
    if call.options.home or call.options.print:
        folder = _own_folder(call.options.home)
        show(str(_made(call, folder)))
        return FINE
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        say(call.words("cli.no-terminal"))
        return MISUSED
    with tempfile.TemporaryDirectory(prefix=PREFIX) as thrown_away:
        path = _made(call, Path(thrown_away))
        from coach_tui.ui.without_tls import without_tls

        with without_tls():
            from coach_tui.ui.opening import run

        return run(
            _home(Path(thrown_away)),
            call.env,
            language=call.language,
            wanted=path.stem,
            playbook_folder=call.playbook_folder(),
        )


def _own_folder(chosen: str | None) -> Path:
    if chosen is None:
        return Path(tempfile.mkdtemp(prefix=PREFIX))
    folder = Path(chosen).expanduser()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused("refusal.cli.demo-home", folder=str(folder))
    return folder


def _made(call: Call, folder: Path) -> Path:
    from coach_tui.demo import make_demo

    return make_demo(_home(folder), Words(call.language), call.today)


def _home(folder: Path) -> Home:
    return home(str(folder), {})
