"""What the system and the shell ask of the app: leave, wait, or say why not."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from .terminal import LEAVES, Terminal
from .test_journey import COACH, environment, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")

# Back on the main screen, the cursor there, no report of the mouse, of the focus or of a paste.
GIVEN_BACK = (LEAVES, b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?1004l", b"\x1b[?2004l")
TYPED = termios.ECHO | termios.ICANON | termios.ISIG


def home_of(tmp_path: Path) -> dict[str, str]:
    env = environment(tmp_path, "en")
    assert run(env, "new", "Acme", "--start", "2026-03-09", "--days-per-week", "2").returncode == 0
    return env


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_gives_the_terminal_back(tmp_path: Path, name: str) -> None:
    env, number = home_of(tmp_path), getattr(signal, name)
    with Terminal(COACH, 100, 30, env) as terminal:
        before = termios.tcgetattr(terminal.descriptor)[3] & TYPED
        terminal.wait_for("Acme · Now")
        assert termios.tcgetattr(terminal.descriptor)[3] & TYPED != before, "keys one by one"
        terminal.press("2")
        terminal.wait_for("CRM")
        terminal.press("down", "space")
        terminal.wait_for("Ctrl.S")
        terminal.type("seen")
        terminal.press("ctrl+s")
        terminal.wait_for("· 1/8")
        terminal.send(number)
        assert terminal.wait_for_exit() == 128 + number
        missing = [each for each in GIVEN_BACK if each not in terminal.raw]
        assert not missing
        assert termios.tcgetattr(terminal.descriptor)[3] & TYPED == before
        assert b"Traceback" not in terminal.raw
    assert "done" in run(env, "history").stdout, "what was done is kept"


def test_a_window_that_is_closed_ends_the_app(tmp_path: Path) -> None:
    with Terminal(COACH, 100, 30, home_of(tmp_path)) as terminal:
        terminal.wait_for("Acme · Now")
        terminal.hang_up()
        assert terminal.wait_for_end() not in (0, None)


def test_ctrl_z_goes_back_to_the_shell_and_fg_comes_back(tmp_path: Path) -> None:
    env = {**home_of(tmp_path), "PS1": "shell> "}
    with Terminal(["bash", "--norc", "--noprofile", "-i"], 100, 30, env) as terminal:
        terminal.wait_for("shell>")
        terminal.type(" ".join(COACH) + "\r")
        terminal.wait_for("Acme · Now")
        terminal.press("ctrl+z")
        terminal.wait_for("Stopped")
        terminal.type("echo in the $((40 + 2)) shell\r")
        terminal.wait_for("in the 42 shell")
        terminal.type("fg\r")
        terminal.wait_for("Acme · Now")
        terminal.press("q")
        terminal.wait_for_bytes(LEAVES, 2)  # once when it was suspended, once now
        terminal.type("exit\r")
        assert terminal.wait_for_exit() == 0


def test_ctrl_z_in_a_form_goes_back_to_the_shell_too_and_what_was_typed_is_there(
    tmp_path: Path,
) -> None:
    env = {**home_of(tmp_path), "PS1": "shell> "}
    with Terminal(["bash", "--norc", "--noprofile", "-i"], 100, 30, env) as terminal:
        terminal.wait_for("shell>")
        terminal.type(" ".join(COACH) + "\r")
        terminal.wait_for("Acme · Now")
        terminal.press("0")
        terminal.wait_for("Engagements")
        terminal.press("c")
        terminal.wait_for("Company")
        terminal.type("Halfway")
        terminal.wait_for("Halfway")
        terminal.press("ctrl+z")
        terminal.wait_for("Stopped")
        terminal.type("fg\r")
        terminal.wait_for("Halfway")
        terminal.press("ctrl+q")
        terminal.wait_for_bytes(LEAVES, 2)
        terminal.type("exit\r")
        assert terminal.wait_for_exit() == 0


def test_ctrl_z_says_so_where_there_is_no_shell_to_come_back_from(tmp_path: Path) -> None:
    with Terminal(COACH, 100, 30, home_of(tmp_path)) as terminal:
        terminal.wait_for("Acme · Now")
        terminal.press("ctrl+z")
        terminal.wait_for("no shell")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


def test_a_terminal_that_cannot_be_drawn_on_is_told_so(tmp_path: Path) -> None:
    env = home_of(tmp_path)
    for command in ([], ["demo"]):
        with Terminal([*COACH, *command], 80, 24, {**env, "TERM": "dumb"}) as terminal:
            assert terminal.wait_for_exit() == 2
            assert b"\x1b" not in terminal.raw
            assert "TERM=dumb" in terminal.text
            assert re.search("coach\\s+status", terminal.text)


def test_another_program_may_draw_it_and_it_leaves_when_that_one_is_gone(tmp_path: Path) -> None:
    """`textual serve "coach"`: with a pipe for its keys, and with nobody there at all."""
    env = {**home_of(tmp_path), "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver"}
    ended = run(env)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("__GANGLION__")
    with subprocess.Popen([*COACH], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as app:
        assert app.stdin is not None
        assert app.stdout is not None
        drawn = b""
        while b"\x1b[?2004h" not in drawn:
            drawn += app.stdout.read1()
        app.stdin.close()  # whoever drew it was killed
        app.stdout.read()
        assert app.wait(60) == 0
