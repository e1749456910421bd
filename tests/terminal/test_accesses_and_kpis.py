"""The ledger and the KPIs in a real terminal, by keyboard alone, in both languages and sizes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from .terminal import LEAVES, Terminal
from .test_journey import COACH, TODAY, environment, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")

CASES = {
    "fr": (80, 24, "Si la mission finissait aujourd’hui", "1 à retirer", "demandé", "vérifié",
           "Pas encore d’accès", "Aucun KPI", "aucun relevé", "deux façons",
           r"2,07 +● dans les temps"),
    "en": (120, 40, "If it ended today", "1 to revoke", "requested", "verified",
           "No access in the register", "No KPI is tracked", "no reading", "two ways",
           r"2\.07 +● on track"),
}  # fmt: skip


@pytest.mark.parametrize("language", ["fr", "en"])
def test_open_an_access_and_follow_a_kpi(tmp_path: Path, language: str) -> None:
    columns, rows, ended, revoke, asked, verified, no_access, no_kpi, no_reading, two, on = CASES[
        language
    ]
    env = environment(tmp_path, language)
    begun = run(env, "new", "Acme", "--start", "2026-03-09", "--days-per-week", "2")
    assert begun.returncode == 0, begun.stderr

    with Terminal(COACH, columns, rows, env) as terminal:
        terminal.wait_for("Acme")
        terminal.press("3")
        terminal.wait_for(no_access)
        terminal.press("a")
        terminal.wait_for("Add an access|Ajouter un accès")
        terminal.type("hu")
        terminal.wait_for("HubSpot · CRM")
        for form, then in (
            ("View-only|Siège", f"HubSpot .*{asked}"),
            ("Access granted|Accès ouvert", revoke),
            ("Access verified|Accès vérifié", f"HubSpot .*{verified}"),
        ):
            terminal.press("enter")
            terminal.wait_for(f"┌[\\s\\S]*({form})[\\s\\S]*└")
            terminal.press("ctrl+s")
            terminal.wait_for(then)
        assert ended in terminal.text

        terminal.press("4")
        terminal.wait_for(no_kpi)
        terminal.press("a")
        terminal.wait_for("Track a KPI|Suivre un KPI")
        terminal.type("mql")
        terminal.wait_for("MQL")
        terminal.press("enter")
        terminal.wait_for(TODAY)
        terminal.press("tab", "tab")
        terminal.type("40")
        terminal.press("tab", *["backspace"] * 13)
        terminal.type("2026-01-01")
        terminal.press("tab", "tab")
        terminal.type("1.234")
        terminal.press("ctrl+s")
        terminal.wait_for(two)
        terminal.press(*["backspace"] * 5)
        terminal.type("100")
        terminal.press("ctrl+s")
        terminal.wait_for(no_reading)
        terminal.press("enter")
        terminal.wait_for(f"┌[\\s\\S]*(?:{TODAY})[\\s\\S]*└")
        terminal.type("88")
        terminal.press("ctrl+s")
        terminal.wait_for(on)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
        assert LEAVES in terminal.raw

    # The commands give the same answers as the screens.
    kpis = json.loads(run(env, "kpi", "status", "--json").stdout)["kpis"]
    assert (kpis[0]["value"], kpis[0]["status"], kpis[0]["progress"]) == (88, "on-track", 0.8)
    lines = json.loads(run(env, "access", "list", "--json").stdout)
    assert (lines["lines"][0]["state"], lines["if_it_ended"]["revoke"]) == ("verified", 1)
