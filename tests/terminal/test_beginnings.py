"""From nothing to the week's end at 80×24: each of the five beginnings, and a week answered."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from .terminal import Terminal
from .test_journey import COACH, begin_today, environment, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")

DONE = "C’est tout pour cette semaine|That’s all for this week"
CARD = "z (plus tard|later)"
HOME = "\x1b[H"
MOST = 30  # keys, the company's name apart: a newcomer's patience
MOST_PROOFS = 6  # moves shown done elsewhere: a first week, not a month
# How many lines below "thinking" the answer stands, and in which language it is asked.
BEGINNINGS = {
    "thinking": (0, "fr"), "looking": (1, "en"), "signed": (2, "fr"), "begun": (3, "en"),
    "successor": (4, "fr"),
}  # fmt: skip


class Counted:
    """The keys pressed so far."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal, self.keys = terminal, 0

    def press(self, *keys: str) -> None:
        self.terminal.press(*keys)
        self.keys += len(keys)


@pytest.mark.parametrize("where", BEGINNINGS)
def test_from_nothing_to_the_end_of_the_week(tmp_path: Path, where: str) -> None:
    place, language = BEGINNINGS[where]
    env = environment(tmp_path, language)
    with Terminal(COACH, 80, 24, env) as terminal:
        hands = Counted(terminal)
        terminal.wait_for("Où en êtes-vous|Where are you")
        terminal.type("Acme")
        hands.press("tab", "enter")
        hands.press(HOME, *(["down"] * place), "enter")
        hands.press("ctrl+s")
        terminal.wait_for(f"{CARD}|{DONE}")
        while not re.search(DONE, terminal.text):
            hands.press("z")
            terminal.wait_for("Ctrl.S")
            hands.press("ctrl+s")
            terminal.wait_for(f"{CARD}|{DONE}")
            assert hands.keys <= MOST, terminal.text
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    assert f"beginning={where}" in run(env, "set").stdout


def test_the_moves_of_a_first_week_are_answered_until_the_week_is_done(tmp_path: Path) -> None:
    """The decision in its form, then what was settled elsewhere by what shows it."""
    env = environment(tmp_path, "en")
    with Terminal(COACH, 80, 24, env) as terminal:
        begin_today(terminal, "Acme")
        terminal.wait_for(CARD)
        terminal.press("enter")
        terminal.wait_for("What was, or is to be, decided")
        terminal.type("Signed for a month, paid")
        terminal.press("tab")
        terminal.type("Each sees the other at work")
        terminal.press("ctrl+s")
        terminal.wait_for(f"{CARD}|{DONE}")
        proofs = 0
        while not re.search(DONE, terminal.text):
            asked_of_him = re.search(r"│ Ask the CMO", terminal.text)
            if asked_of_him or "done elsewhere" not in terminal.text:  # next week, then
                terminal.press("z")
                terminal.wait_for("Ctrl.S")
            else:
                terminal.press("space")
                terminal.wait_for("What shows that it is done")
                terminal.type("In the shared folder")
                proofs += 1
            terminal.press("ctrl+s")
            terminal.wait_for(f"{CARD}|{DONE}")
            assert proofs <= MOST_PROOFS, terminal.text
        settled = 2 + proofs  # the test month, and the log its decision begins
        assert f"Done since Monday: {settled} steps" in terminal.text, terminal.text
        terminal.press("q")
        assert terminal.wait_for_exit() == 0
    told = run(env, "history", "--json").stdout
    assert "Signed for a month, paid" in told
    assert told.count("In the shared folder") == proofs
