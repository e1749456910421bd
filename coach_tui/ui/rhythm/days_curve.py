"""The CMO's days as they went, against those agreed."""

from __future__ import annotations

from typing import Final

from coach_tui.engagement.rhythm.days import allowance_of, days_used_of
from coach_tui.language.dates import day_and_month
from coach_tui.language.numbers import write_number
from coach_tui.ui.widgets.lines import Line
from coach_tui.ui.widgets.plot import Aim, Point, plot
from coach_tui.view_state import Shown

MOST: Final = 12  # readings drawn: one a day would be a wall


def days_curve(shown: Shown, width: int, height: int) -> list[Line]:
    """Days worked since the first one agreed, summed, against all of those agreed."""
    words, allowance = shown.words, allowance_of(shown.engagement)
    if allowance is None:
        return []
    sums, total = [], 0.0
    for each in days_used_of(shown.engagement):
        if allowance.start <= each.day <= shown.today:
            total += each.amount
            sums.append(Point(each.day, total))
    every = max(1, -(-len(sums) // MOST))
    points = [Point(allowance.start, 0.0), *sums[:-1:every], *sums[-1:]]

    def say(days: float) -> str:
        return write_number(round(days, 1), words.language)

    aim = Aim(allowance.days, words("rhythm.days-agreed", days=say(allowance.days)))
    return plot(points, aim, say, lambda day: day_and_month(day, words.language), width, height)
