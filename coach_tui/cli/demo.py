"""`coach demo`: an invented engagement, in a home of its own that is thrown away."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from contextlib import suppress
from pathlib import Path
from subprocess import DEVNULL

from coach_tui.cli.call import Call, Refused
from coach_tui.cli.exit_codes import FINE, MISUSED
from coach_tui.cli.opening import no_screen
from coach_tui.cli.output import make_room, say, show
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.places import Home, folder_named, home

PREFIX = "coach-demo-"
DAY, END = 200, 346  # of the demo's engagement: on which it opens, and its last


def add_demo(parser: ArgumentParser, words: Words) -> None:
    """Open it on a day of its own, or only make it."""
    parser.add_argument("--day", metavar="N", help=words("cli.demo.day", usual=DAY, end=END))
    parser.add_argument("--print", action="store_true", help=words("cli.demo.print"))


def run_demo(call: Call) -> int:
    """Make the demo in a folder of its own and open it; it is gone when the app closes.

    `$COACH_HOME` is never used; `--home` only where there is nothing yet, and it then stays.
    """
    day = _day(call.options.day)
    if call.options.home or call.options.print:
        folder = _own_folder(call.options.home)
        show(str(_made(call, folder, day)))
        return FINE
    if problem := no_screen(call):
        say(call.words(problem))
        return MISUSED
    playbook = call.playbook_folder()
    with tempfile.TemporaryDirectory(prefix=PREFIX) as thrown_away:
        with Making(call, Path(thrown_away), day) as made:
            from coach_tui.ui.without_tls import without_tls

            with without_tls():
                from coach_tui.ui.opening import run
        make_room()
        return run(made.home, call.env, language=call.language, wanted="", playbook_folder=playbook)


class Making:
    """The demo, made by a second process while this one loads the screens: both take as long."""

    def __init__(self, call: Call, folder: Path, day: int) -> None:
        self.home = _home(folder)
        self._call, self._folder, self._day = call, folder, day
        self._maker: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Making:
        # -P, and our own place on the path: what lies in the current folder is not to be run.
        command = [sys.executable, "-P", "-m", "coach_tui", "--lang", self._call.language]
        command += ["--home", str(self._folder), "demo", "--day", str(self._day)]
        env = {**self._call.env, "PYTHONPATH": str(Path(__file__).parents[2])}
        with suppress(OSError):
            self._maker = subprocess.Popen(  # noqa: S603
                command, env=env, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL
            )
        return self

    def __exit__(self, *_: object) -> None:
        """Wait for it; where it could not be made that way, make it here."""
        if self._maker is None or self._maker.wait() != FINE:
            again = self._folder / "again"
            self.home = _home(again)
            _made(self._call, again, self._day)


def _own_folder(chosen: str | None) -> Path:
    if chosen is None:
        return Path(tempfile.mkdtemp(prefix=PREFIX))
    folder = folder_named(chosen)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused("refusal.cli.demo-home", folder=str(folder))
    return folder


def _day(said: str | None) -> int:
    """The day of the engagement asked for; a Refusal where the story has no such day."""
    if said is None:
        return DAY
    if not (said.isascii() and said.isdigit() and int(said) <= END):
        raise Refused("refusal.cli.demo-day", day=one_line(said, 20), end=END)
    return int(said)


def _made(call: Call, folder: Path, day: int) -> Path:
    from coach_tui.demo import make_demo
    from coach_tui.ui.choices import Choices

    where = _home(folder)
    path = make_demo(where, Words(call.language), call.today, day)
    Choices(where.settings).put(engagement=str(path))
    return path


def _home(folder: Path) -> Home:
    return home(str(folder), {})
