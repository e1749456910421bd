"""A stage's two tests, as they are read above its opening."""

from __future__ import annotations

from textual.content import Content

from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.euros import OURS
from coach_tui.coach.journey import journey
from coach_tui.exports.journey_words import remaining_words, test_lines
from coach_tui.playbook.model import Stage
from coach_tui.ui.plain import plain
from coach_tui.view_state import Shown


def journey_content(stage: Stage, shown: Shown) -> Content:
    """What remains in one line, then each condition that is not met, with its sign."""
    words = shown.words
    situation = Situation(shown.playbook, shown.engagement, shown.today, {})
    found = journey(stage, situation)
    parts = [plain(remaining_words(found, words), "bold")]
    for title, tests in (("journey.entry", found.entry), ("journey.exit", found.exit)):
        open_ones = tuple(test for test in tests if not test.met)
        if open_ones:
            parts.append(plain(words(title), "$accent"))
            parts += [plain(said) for said in test_lines(open_ones, words)]
    if any(OURS in part.plain for part in parts):
        parts.append(plain(words("advice.by-rule"), "$secondary italic"))
    return Content("\n").join(parts)
