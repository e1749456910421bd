"""The autonomy index over the months, as a curve with its days."""

from __future__ import annotations

from typing import Final

from coach_tui.engagement.team.cover import index_history, percent
from coach_tui.language.dates import day_and_month
from coach_tui.ui.widgets.lines import Line
from coach_tui.ui.widgets.plot import Aim, Point, plot
from coach_tui.view_state import Shown

READY: Final = 0.8  # from there the function is ready to be handed over (FORMULAS.md, "Autonomy")


def curve(shown: Shown, width: int, height: int) -> list[Line]:
    """Its points, one a month's end and today, and where it is ready; nothing without two."""
    words = shown.words
    points = [Point(day, index) for day, index in index_history(shown.engagement, shown.today)]

    def say(share: float) -> str:
        return words("team.percent", n=percent(share))

    aim = Aim(READY, words("team.curve-ready", index=say(READY)))
    return plot(points, aim, say, lambda day: day_and_month(day, words.language), width, height)
