"""A rehearsal of the demo's handover in a real terminal, by keyboard alone, in both languages."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from coach_tui.demo import make_demo
from coach_tui.language import Language, Words
from coach_tui.places import Home
from tests.ui.records import TODAY

from .terminal import Terminal
from .test_journey import COACH, environment, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")

CASES: dict[Language, tuple[int, int, str, str, str, str]] = {
    "fr": (80, 24, "Passation", "Qui répond", "absent, ou faux", "Ada · 1 trouvé"),
    "en": (120, 40, "Handover", "Who answers", "missing, or wrong", "Ada · 1 found"),
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_twelve_questions_of_the_demo_left_half_way_and_gone_on_with(
    tmp_path: Path, language: Language
) -> None:
    columns, rows, place, who, missing, told = CASES[language]
    make_demo(Home(tmp_path / "engagements", tmp_path / "state"), Words(language), TODAY)
    env = environment(tmp_path, language) | {"COACH_TODAY": TODAY.isoformat()}
    with Terminal(COACH, columns, rows, env) as terminal:
        terminal.wait_for("Sitavel")
        terminal.press("7")
        terminal.wait_for(f"Sitavel · {place}")
        terminal.press(*["down"] * 10, "enter")
        terminal.wait_for("▼")
        terminal.press("down")
        terminal.wait_for("→ ")
        terminal.press("enter")
        terminal.wait_for(who)
        terminal.type("Ada")
        terminal.wait_for("Ada")
        terminal.press("tab", "down")
        terminal.wait_for(missing)
        terminal.press("down", "down", "down", "enter", "tab", "down")
        terminal.wait_for(rf"{missing}[\s\S]*{missing}")
        terminal.press("down", "enter")
        terminal.wait_for(r"2\.[\s\S]*(?:found|trouvé) ")
        terminal.press("ctrl+s")
        terminal.wait_for(told)
        terminal.press("q")
        assert terminal.wait_for_exit() == 0

    held = json.loads(run(env, "rehearse", "--json").stdout)
    assert [each["result"] for each in held["questions"][:3]] == ["missing", "found", None]
    assert (held["who"], held["whole"]) == ("Ada", False)
    assert held["minutes"] is not None, "counted"
    left = run(env, "rehearse", *(f"{n}=found" for n in range(3, 13)), "--minutes", "24")
    assert left.returncode == 0, left.stderr
    ready = run(env, "transition", "readiness").stdout
    assert "Ada" in ready
    assert "24" in ready.partition("Ada")[2].splitlines()[0]
