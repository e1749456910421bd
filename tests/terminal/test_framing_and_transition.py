"""Framing, then the transition, in a real terminal: by keyboard alone, in both languages."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from .terminal import Terminal
from .test_journey import COACH, environment, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")

CASES = {
    "fr": (80, 24, "Besoin", "Coût", r"26 400 €", "52,0 % de moins", "documenter"),
    "en": (120, 40, "Need", "Cost", "€26,400", "52.0% less", "document"),
}


def spaced(pattern: str) -> str:
    """French typography: any of its spaces where this pattern has one."""
    return pattern.replace(" ", r"[ \u00a0\u202f]")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_cost_the_mission_then_plan_its_end_and_take_the_dossier_out(
    tmp_path: Path, language: str
) -> None:
    columns, rows, need, cost, fee, saving, advice = CASES[language]
    env = environment(tmp_path, language)
    begun = run(env, "new", "Acme Été", "--start", "2026-03-09", "--days-per-week", "2")
    assert begun.returncode == 0, begun.stderr

    with Terminal(COACH, columns, rows, env) as terminal:
        terminal.wait_for("Acme Été")
        terminal.press("8")
        terminal.wait_for(need)
        terminal.press("enter")
        terminal.wait_for("▼")
        terminal.press("down", "n")
        terminal.wait_for("■")
        terminal.press("escape")
        terminal.wait_for(f"► {need}")
        terminal.press("down", "down", "down", "down", "enter")
        terminal.wait_for(r"3x13")
        terminal.type("1100")
        for figure in ("4", "6"):
            terminal.press("tab")
            terminal.wait_for(cost)
            terminal.type(figure)
        terminal.wait_for(spaced(saving))
        terminal.press("ctrl+s")
        terminal.wait_for(rf"{cost}\s+24[\s\S]*{spaced(fee)}")
        terminal.press("7")
        terminal.wait_for(advice)
        terminal.press("down", "down", "a")
        terminal.wait_for(r"Success(?:or|eur) \(")
        terminal.type("Ada")
        terminal.wait_for(r"│\s+Ada")
        for _ in range(3):
            terminal.press("tab")
        terminal.type("2026-09-07")
        terminal.wait_for("2026-09-07")
        terminal.press("ctrl+s")
        terminal.wait_for(r"T0 7 [Ss]ep")
        terminal.press("q")
        assert terminal.wait_for_exit() == 0

    told = json.loads(run(env, "frame", "cost", "--json").stdout)
    assert (told["days"], told["fee"]) == (24, 26_400)
    plan = json.loads(run(env, "transition", "plan", "--json").stdout)
    assert (plan["t0"], plan["successor"]) == ("2026-09-07", "Ada")
    dossier = run(env, "export", "handover", "--all")
    assert dossier.returncode == 0, dossier.stderr
    assert re.search(r"Ada .* T0", dossier.stdout)
    target = tmp_path / "dossier.md"
    target.write_text(dossier.stdout.replace("- [ ]", "- [x]", 2), encoding="utf-8")
    assert run(env, "import", str(target), "--apply").returncode == 0
    assert run(env, "export", "handover", "--all").stdout.count("- [x]") >= 2
