"""`coach context` in a terminal: shown, asked about, and only then gone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .terminal import Terminal
from .test_journey import COACH, environment, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")


def test_it_is_shown_and_leaves_once_somebody_says_yes(tmp_path: Path) -> None:
    env, file = environment(tmp_path, "en"), tmp_path / "context.md"
    assert run(env, "new", "Acme", "--start", "2026-03-09", "--days-per-week", "2").returncode == 0
    for answer, leaves in (("no", False), ("", False), ("yes", True)):
        with Terminal([*COACH, "context", str(file)], 100, 30, env) as terminal:
            terminal.wait_for("Let these lines leave")
            assert "They go to" in terminal.text
            assert not file.exists()
            terminal.type(answer)
            terminal.press("enter")
            assert terminal.wait_for_exit() == (0 if leaves else 1)
        assert file.exists() == leaves, answer
    assert "Context for an assistant" in run(env, "history").stdout
    assert "Acme" not in file.read_text(encoding="utf-8")
