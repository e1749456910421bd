"""The main job in a real terminal, by keyboard alone, in both languages and both sizes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .terminal import LEAVES, Terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")

ROOT = Path(__file__).resolve().parents[2]
TODAY = "12/03/2026|12 March 2026"  # as a form writes it
MONDAY = "16/03/2026|16 March 2026"
COACH = [sys.executable, "-m", "coach_tui"]
CASES = {
    "fr": (80, 24, "Ouvrir l’accès au CRM", "Maintenant", "w pourquoi"),
    "en": (120, 40, "Open CRM access", "Now", "w why"),
}


def environment(home: Path, language: str) -> dict[str, str]:
    """The tests' own environment: pytest's readline would otherwise leave COLUMNS and LINES."""
    return {
        **os.environ,
        "COACH_HOME": str(home),
        "COACH_LANG": language,
        "COACH_TODAY": "2026-03-12",
        "COLORTERM": "truecolor",
        "PYTHONPATH": str(ROOT),
        "TERM": "xterm-256color",
    }


def run(env: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COACH, *arguments], env=env, capture_output=True, text=True, timeout=60, check=False
    )


def begin_today(terminal: Terminal, company: str) -> None:
    """Answer the welcome: the first day is today, where next Monday is proposed."""
    terminal.wait_for(MONDAY)
    terminal.type(company)
    terminal.press(*["tab"] * 4)
    terminal.type("2026-03-12")
    terminal.press("ctrl+s")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_create_tick_quit_come_back_export_and_read_back(tmp_path: Path, language: str) -> None:
    columns, rows, crm, today, waiting = CASES[language]
    env = environment(tmp_path, language)

    with Terminal(COACH, columns, rows, env) as terminal:
        begin_today(terminal, "Acme Été")
        terminal.wait_for(f"Acme Été · {today}")
        terminal.wait_for(waiting)
        terminal.press("2")
        terminal.wait_for(crm)
        for done in (1, 2, 3):
            terminal.press("down", "space")
            terminal.wait_for("Ctrl.S")
            terminal.type("vu")
            terminal.press("ctrl+s")
            terminal.wait_for(rf"· {done}/8")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert LEAVES in terminal.raw  # the terminal is given back as it was

    with Terminal(COACH, columns, rows, env) as terminal:
        terminal.wait_for(r"· 3/8[\s\S]*(\[x\][\s\S]*){3}")  # the same place, the same ticks
        terminal.press("q")
        assert terminal.wait_for_exit() == 0

    exported = run(env, "export", "checklist", "--stage", "onboarding")
    assert exported.returncode == 0, exported.stderr
    ticked = [line for line in exported.stdout.splitlines() if line.lstrip().startswith("- [x]")]
    assert len(ticked) == 3
    assert any(crm in line for line in ticked)

    edited = exported.stdout.replace("- [x]", "- [ ]", 1)
    first_open = next(line for line in exported.stdout.splitlines() if line.startswith("- [ ]"))
    edited = edited.replace(first_open, first_open.replace("[ ]", "[x]"), 1)
    checklist = tmp_path / "checklist.md"
    checklist.write_text(edited, encoding="utf-8")
    preview = run(env, "import", str(checklist))
    assert preview.returncode == 0, preview.stderr
    assert run(env, "export", "checklist", "--stage", "onboarding").stdout == exported.stdout
    applied = run(env, "import", str(checklist), "--apply")
    assert applied.returncode == 0, applied.stderr
    after = run(env, "export", "checklist", "--stage", "onboarding").stdout
    boxes = [line[:5] for line in after.splitlines() if line.startswith("- [")]
    before = [line[:5] for line in exported.stdout.splitlines() if line.startswith("- [")]
    assert sum(one != two for one, two in zip(before, boxes, strict=True)) == 2


def test_without_a_terminal_it_explains_and_ends(tmp_path: Path) -> None:
    answer = subprocess.run(
        COACH,
        env=environment(tmp_path, "fr"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert answer.returncode == 2
    assert "terminal" in answer.stderr
    assert answer.stdout == ""


def test_the_window_can_change_size(tmp_path: Path) -> None:
    env = environment(tmp_path, "en")
    assert run(env, "new", "Acme", "--start", "2026-03-09", "--days-per-week", "2").returncode == 0
    with Terminal(COACH, 40, 15, env) as terminal:
        terminal.wait_for("Acme · Now")
        terminal.press("2")
        terminal.wait_for("List the accesses")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0


BROKEN = """
import sys
from coach_tui.cli import main
from coach_tui.ui.screens.history import HistoryScreen

def show(self, shown):
    raise RuntimeError("the client's secret plan")

HistoryScreen.show = show
sys.exit(main([]))
"""


def test_an_error_of_ours_is_one_sentence_and_gives_the_terminal_back(tmp_path: Path) -> None:
    env = environment(tmp_path, "en")
    assert run(env, "new", "Acme", "--start", "2026-03-09", "--days-per-week", "2").returncode == 0
    with Terminal([sys.executable, "-c", BROKEN], 100, 30, env) as terminal:
        terminal.wait_for("Acme · Now")
        terminal.press("9")
        assert terminal.wait_for_exit() not in (0, None)
        assert LEAVES in terminal.raw
        after = terminal.raw.split(LEAVES)[-1].decode()
        assert "Traceback" not in after
        assert "secret plan" not in after
        assert "last-error.log" in after
    report = (tmp_path / "state" / "last-error.log").read_text(encoding="utf-8")
    assert "RuntimeError" in report
    assert "secret plan" not in report
