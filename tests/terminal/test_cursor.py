"""The terminal's own cursor is on what has the keys: what reads a screen aloud follows it.

And the keys of a French keyboard, on which figures need Shift, as a terminal sends them.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .terminal import Terminal
from .test_journey import COACH, environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")

# The bare keys above the letters of an AZERTY keyboard, what stands in the place they open, and
# what the cursor's row says there, before and after one step down.
PLACES = (
    ("é", "Parcours", None, None),
    ('"', "Accès", "HubSpot", "Google Analytics 4"),
    ("'", "KPI", "Pipeline", "MQL"),
    ("(", "Rythme", None, None),
    ("-", "Équipe", "CRM", None),
    ("è", "Passation", "Besoin", "Prêt à passer la main"),
    ("_", "Cadrage", "Besoin", "Modèle|Adéquation"),
    ("&", "Maintenant", None, None),
)


def pointed(terminal: Terminal) -> str:
    """The row that the terminal's cursor is on."""
    return terminal.screen.display[terminal.screen.cursor.y]


def test_the_cursor_follows_rows_questions_and_choices(tmp_path: Path) -> None:
    env = environment(tmp_path, "fr")
    with Terminal([*COACH, "demo"], 80, 24, env) as terminal:
        terminal.wait_for("Maintenant")
        for key, name, first, second in PLACES:
            terminal.press(key)
            terminal.wait_for(f"· {name}")
            terminal.settle()
            if first:
                assert first in pointed(terminal), (key, pointed(terminal))
            terminal.press("down")
            wanted = (second or "").split("|")
            assert any(each in pointed(terminal) for each in wanted), (key, pointed(terminal))
        terminal.press("(", "n")
        terminal.wait_for("Responsable")
        seen = set()
        for _ in range(6):  # each question in turn, as the form scrolls
            terminal.type("ici")
            assert "ici" in pointed(terminal)
            seen.add(terminal.screen.cursor.y)
            terminal.press("tab")
        assert len(seen) > 2
        terminal.press("escape")
        terminal.press('"', "g")
        terminal.press("down")
        before = pointed(terminal)
        terminal.press("down")
        assert pointed(terminal) != before, "a list in a dialog is followed too"
