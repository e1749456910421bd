"""A founder's first ten minutes and a CMO's Monday morning, in a real terminal."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from .terminal import LEAVES, Terminal
from .test_journey import COACH, ROOT, begin_today, environment, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")

TOOLS = (("hubs", "HubSpot"), ("google an", "Google Analytics"), ("bre", "Brevo"))
FIRST_TEN = {
    # size, what Today says, what the ledger says, the KPI, what advice says
    "en": (80, 24, "Acme · Now", "if it ended today", "Marketing-qualified", "w why"),
    "fr": (120, 40, "Acme · Maintenant", "inissait aujourd’hui", "MQL", "w pourquoi"),
}


def find(terminal: Terminal, title: str, letters: str) -> None:
    """Open the list of what can be added and type a few letters of it."""
    terminal.press("a")
    terminal.wait_for(title)
    terminal.type(letters)


def save(terminal: Terminal, label: str) -> None:
    """Save the form that asks this, once it is there and listens."""
    terminal.wait_for(label)
    for _ in range(40):
        terminal.press("ctrl+s")
        if not re.search(label, terminal.text):
            return
    raise AssertionError(terminal.text)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_founders_first_ten_minutes(tmp_path: Path, language: str) -> None:
    columns, rows, today, ledger, kpi, advice = FIRST_TEN[language]
    env = environment(tmp_path, language)
    with Terminal(COACH, columns, rows, env) as terminal:
        begin_today(terminal, "Acme")
        terminal.wait_for(today)
        terminal.wait_for(advice)
        terminal.press("3")
        terminal.wait_for(f"(?i){ledger}")
        for letters, tool in TOOLS:
            find(terminal, "Add an access|Ajouter un accès", letters)
            terminal.wait_for(tool)
            terminal.press("enter")
            save(terminal, "What exactly|Quoi exactement")
        terminal.press("4")
        terminal.wait_for("KPI")
        find(terminal, "Track a KPI|Suivre un KPI", "mql")
        terminal.wait_for(kpi)
        terminal.press("enter")
        save(terminal, "Measured on|Mesuré le")
        terminal.press("1")
        terminal.wait_for(today)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert LEAVES in terminal.raw
    listed = run(env, "access", "list")
    assert all(tool in listed.stdout for _, tool in TOOLS), listed.stdout
    assert "mql" in run(env, "kpi", "list").stdout
    assert "- [ ]" in run(env, "export", "checklist").stdout


@pytest.mark.parametrize(("language", "columns", "rows"), [("en", 120, 40), ("fr", 80, 24)])
def test_a_cmos_monday_over_three_clients(
    tmp_path: Path, language: str, columns: int, rows: int
) -> None:
    env = environment(tmp_path, language)
    for company, days in (("Boréal", "2"), ("Corail", "2"), ("Delta", "2,5")):
        options = ("--start", "2026-03-02", "--days-per-week", days, "--role", "cmo")
        made = run({**env, "COACH_TODAY": "2026-03-02"}, "new", company, *options)
        assert made.returncode == 0, made.stderr
    (tmp_path / "engagements" / "broken.json").write_bytes(b"not an engagement")
    with Terminal(COACH, columns, rows, env) as terminal:
        terminal.wait_for("Delta")
        terminal.press("p")
        terminal.wait_for("(?s)Boréal.*Corail.*Delta")
        text = terminal.wait_for("6[.,]5")
        assert "broken.json" in text
        terminal.press("\x1b[H", "down")  # the damaged file comes first: it has no name
        terminal.press("enter")
        terminal.wait_for("Boréal · (Now|Maintenant)")
        terminal.press("w")
        terminal.wait_for("Why am I seeing this|Pourquoi maintenant")
        terminal.press("escape")
        terminal.wait_for(r"^((?!Why am I seeing this|Pourquoi maintenant)[\s\S])*$")
        terminal.press("/")
        terminal.type("crm")
        terminal.wait_for("CRM")
        terminal.press("enter")
        terminal.wait_for("2/6")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    checked = run(env, "check")
    assert checked.returncode in (0, 3)
    assert run(env, "portfolio", "--json").returncode == 0


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_demo_opens_and_leaves_nothing_behind(tmp_path: Path, language: str) -> None:
    env = {**environment(tmp_path / "home", language), "TMPDIR": str(tmp_path)}
    with Terminal([*COACH, "demo"], 100, 30, env) as terminal:
        terminal.wait_for("Sitavel")
        terminal.wait_for("w (why|pourquoi)")
        for key in ("2", "3", "4", "5", "6", "7", "8", "9", "0", "p"):
            terminal.press(key)
            terminal.wait_for("Sitavel")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert not list(tmp_path.glob("coach-demo-*"))
    assert not (tmp_path / "home" / "engagements").exists()


def test_the_demo_without_a_terminal_says_so(tmp_path: Path) -> None:
    ended = subprocess.run(
        [*COACH, "demo"],
        env=environment(tmp_path, "en"),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    assert "terminal" in ended.stderr
