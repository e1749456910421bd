"""The rhythm, then the team, in a real terminal: by keyboard alone, in both languages."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from .terminal import Terminal
from .test_journey import COACH, environment, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")

CASES = {
    "fr": (80, 24, "Pas encore de rituel", "Heure hebdomadaire", "Compétence", "Preuve"),
    "en": (120, 40, "No ritual yet", "Weekly founder–CMO hour", "Skill", "Evidence"),
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_begin_the_rituals_log_one_then_rate_someone(tmp_path: Path, language: str) -> None:
    columns, rows, none_yet, hour, skill, evidence = CASES[language]
    env = environment(tmp_path, language)
    begun = run(env, "new", "Acme Été", "--start", "2026-03-09", "--days-per-week", "2")
    assert begun.returncode == 0, begun.stderr
    run(env, "team", "skills", "da-reporting")

    with Terminal(COACH, columns, rows, env) as terminal:
        terminal.wait_for("Acme Été")
        terminal.press("5")
        terminal.wait_for(none_yet)
        terminal.press("a")
        terminal.wait_for(hour)  # the catalogue's, among those to choose
        terminal.press("enter")
        terminal.wait_for(rf"0/\d|—[\s\S]*{hour}")
        terminal.press("n")
        terminal.wait_for("─ (?:Why|Pourquoi) ─")
        terminal.type("Salon [x]")
        terminal.press("tab")
        terminal.type("un seul contact")
        terminal.press("ctrl+s")
        terminal.wait_for(r"Salon \[x\]")
        terminal.press("6")
        terminal.wait_for("skills are chosen|compétences sont choisies")
        terminal.press("a")
        terminal.wait_for("─ (?:Name|Nom) ─")
        terminal.type("Zoé")
        terminal.press("ctrl+s")
        terminal.wait_for(rf"{skill}\s+Zoé")
        terminal.press("enter")
        terminal.wait_for(evidence)
        terminal.press("enter")
        terminal.wait_for(r"4 (?:Owns|Responsable)")
        terminal.press("down", "down", "down", "enter")
        terminal.wait_for(r"│\s+3 Auton")
        terminal.press("tab")
        terminal.type("Mars 2026")
        terminal.press("tab")
        terminal.type("Ann")
        terminal.press("ctrl+s")
        terminal.wait_for("3 ■■")
        terminal.wait_for(r"50\s?%")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0

    told = json.loads(run(env, "team", "list", "--json", "--ratings").stdout)
    assert (told["index"], [each["level"] for each in told["ratings"]]) == (0.5, [3])
    assert len(json.loads(run(env, "rhythm", "list", "--json").stdout)["rituals"]) == 5
    log = json.loads(run(env, "rhythm", "decide", "--json").stdout)
    assert [each["why"] for each in log] == ["un seul contact"]
