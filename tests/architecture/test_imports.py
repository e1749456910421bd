"""What a command loads is what its reader waits for. Proved in fresh interpreters.

Who may import whom is import-linter's business (`make check`); this is what really gets loaded.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coach_tui.engagement.profile import begin
from coach_tui.places import Home
from coach_tui.session import Session, create_session
from coach_tui.store.settings import write_settings

ROOT = Path(__file__).resolve().parents[2]
SCREENS = {"textual", "rich", "markdown_it"}
WRITING = {"tinydb", "filelock"}
HEAVY = {"platformdirs", "icalendar", "asyncio", "inspect", "importlib.resources"}
CORE = ("language", "engagement.state", "engagement.step", "playbook.parse", "coach.plan")
OPENING = """
import sys
from io import StringIO
sys.stdin = sys.stderr = type("Terminal", (StringIO,), {"isatty": lambda self: True})()
from coach_tui.cli import main
from importlib import import_module
class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == "coach_tui.ui.app":
            sys.meta_path.remove(self)
            import_module("textual.app").App.run = lambda self: 0
sys.meta_path.insert(0, Stop())
assert main([]) == 0
"""
COMMAND = """
import runpy, sys
sys.argv = ["coach", *{arguments!r}]
try:
    runpy.run_module("coach_tui", run_name="__main__", alter_sys=True)
except SystemExit as left:
    assert not left.code, left.code
"""


def loaded_by(code: str) -> set[str]:
    """The modules a fresh interpreter has loaded after `code`."""
    telling = f"{code}\nimport sys\nprint('\\n'.join(['loaded:', *sys.modules]))"
    child = subprocess.run(
        [sys.executable, "-c", telling], capture_output=True, text=True, cwd=ROOT, timeout=60
    )
    assert child.returncode == 0, child.stderr
    return set(child.stdout.partition("loaded:\n")[2].split())


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home with one engagement, which commands find by $COACH_HOME."""
    monkeypatch.setenv("COACH_HOME", str(tmp_path / "coach"))
    home = Home(tmp_path / "coach" / "engagements", tmp_path / "coach" / "state")
    decision = begin("Atelier Nord", date(2026, 9, 7), 2.0, "founder")
    made = create_session(home, decision, "founder", lambda: datetime(2026, 9, 7, 9, tzinfo=UTC))
    assert isinstance(made, Session)
    return home


def test_the_probe_can_fail() -> None:
    assert {"tinydb", "filelock"} <= loaded_by("import tinydb, filelock")


@pytest.mark.parametrize("arguments", [["status"], ["status", "--json"], ["today"], ["list"]])
def test_a_command_that_only_reads_loads_no_screen_and_nothing_to_write_with(
    home: Home, arguments: list[str]
) -> None:
    assert not loaded_by(COMMAND.format(arguments=arguments)) & (SCREENS | WRITING | HEAVY)


def test_a_status_worked_out_anew_parses_neither_options_nor_what_was_read_before(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    [path] = home.engagements.glob("*.json")
    write_settings(home.settings, {"engagement": str(path)})  # the one last worked on
    status = COMMAND.format(arguments=["status"])
    loaded_by(status)
    for answer in home.state.glob("*.remembered"):
        answer.unlink()
    loaded = loaded_by(status)
    assert "coach_tui.coach.advice.rules" in loaded, "otherwise nothing was worked out"
    ours = {"playbook.parse", "playbook.catalogue", "recovery", "exports.documents.kind"}
    spared = {"argparse", "tomllib", "statistics", "dataclasses"}
    met = loaded & (spared | {f"coach_tui.{each}" for each in ours})
    assert not met, met


def test_a_command_that_writes_loads_no_screen(home: Home) -> None:
    loaded = loaded_by(COMMAND.format(arguments=["step", "access-crm", "doing"]))
    assert not loaded & SCREENS
    assert loaded >= WRITING, "otherwise nothing was written, and the test above proves nothing"


@pytest.mark.parametrize("room", CORE)
def test_the_core_loads_no_framework(room: str) -> None:
    assert not loaded_by(f"import coach_tui.{room}") & (SCREENS | WRITING | {"platformdirs"})


def test_the_app_opens_without_what_only_connections_need(home: Home) -> None:
    loaded = loaded_by(OPENING)
    assert "textual.app" in loaded
    assert "ssl" not in loaded
    assert "ssl" in loaded_by("import textual.app"), "else Textual has stopped loading it"
    assert "argparse" not in loaded, "there is nothing to parse"


def test_what_was_kept_away_can_be_had_afterwards() -> None:
    later = "from coach_tui.ui.without_tls import without_tls\nwith without_tls(): import asyncio"
    assert "_ssl" in loaded_by(f"{later}\nimport ssl\nssl.create_default_context()")
