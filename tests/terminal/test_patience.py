"""What takes over a second says so on the terminal, and leaves nothing of it behind."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from .terminal import Terminal
from .test_journey import COACH, environment, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")

# The program, one thing of which takes its time.
COMMAND = """
import sys, time
from coach_tui.cli import main, status
at_once = status.run_status
def run_status(call):
    time.sleep(2.5)
    return at_once(call)
status.run_status = run_status
sys.exit(main(["status"]))
"""
APP = """
import sys, time
from coach_tui.cli import main
from coach_tui.ui.app import CoachApp
CoachApp.do_role = lambda self: time.sleep(2.5)
sys.exit(main(["demo"]))
"""
SLOW_TO_LEAVE = """
import sys, time
from coach_tui.cli import main
from coach_tui.ui.app import CoachApp
keep_place = CoachApp.keep_place
def kept_slowly(self):
    if not self._running:
        time.sleep(2.5)
    keep_place(self)
CoachApp.keep_place = kept_slowly
sys.exit(main(["demo"]))
"""


def test_a_command_says_how_long_it_has_been_at_it_until_its_first_word(tmp_path: Path) -> None:
    for more, wiped in (({}, True), ({"TERM": "dumb"}, False)):
        env = {**environment(tmp_path, "en"), **more}
        with Terminal([sys.executable, "-c", COMMAND], 80, 24, env) as terminal:
            terminal.wait_for("One moment… 1.s")
            terminal.wait_for("no engagement")
            said = terminal.raw.decode()
            assert ("One moment" in terminal.text) is not wiped, terminal.text
            assert wiped or said.count("One moment") == 1, "whoever hears it hears it once"


def test_the_app_says_it_on_its_last_row_and_draws_it_anew(tmp_path: Path) -> None:
    env = environment(tmp_path, "fr")
    with Terminal([sys.executable, "-c", APP], 80, 24, env) as terminal:
        terminal.wait_for("Maintenant")
        terminal.settle()
        before = terminal.screen.display[-1]
        terminal.write("r")
        terminal.wait_for("Un instant… 1")
        assert "Un instant" in terminal.screen.display[-1]
        terminal.wait_for("Un instant… 2")
        terminal.wait_for("quitter")
        assert terminal.screen.display[-1] == before
        terminal.press("q")


def test_nothing_is_said_over_ones_own_editor(tmp_path: Path) -> None:
    env = environment(tmp_path, "en")
    assert run(env, "new", "Acme", "--where", "thinking").returncode == 0
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nsleep 2.5\necho "A line of mine." >> "$1"\n', encoding="utf-8")
    editor.chmod(0o700)
    edit = [*COACH, "document", "edit", "other/brief"]
    with Terminal(edit, 80, 24, {**env, "EDITOR": str(editor), "VISUAL": ""}) as terminal:
        assert terminal.wait_for_exit() == 0, terminal.text
        assert "One moment" not in terminal.raw.decode()


def test_nothing_is_said_on_the_shell_once_it_has_the_terminal_again(tmp_path: Path) -> None:
    """What is to be kept or sent at the end may take its time: the app's last row is gone."""
    env = environment(tmp_path, "en")
    with Terminal([sys.executable, "-c", SLOW_TO_LEAVE], 80, 24, env) as terminal:
        terminal.wait_for("Now")
        terminal.settle()
        began = time.monotonic()
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert time.monotonic() - began > 2, "it did take its time"
        after = terminal.raw.decode().rpartition("\x1b[?1049l")[2]
        assert "One moment" not in after
