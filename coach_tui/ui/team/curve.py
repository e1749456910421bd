"""The autonomy index over the months, as a curve with its days, and on its axis who was first rated
or came back, and who left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from coach_tui.engagement.team.cover import (
    arrivals,
    departures,
    index_history,
    percent,
    returns,
)
from coach_tui.language.dates import day_and_month
from coach_tui.ui.widgets.lines import Line
from coach_tui.ui.widgets.plot import Aim, AxisSign, Point, plot
from coach_tui.view_state import Shown

CAME: Final = "▲"
LEFT: Final = "▼"
BOTH: Final = "↕"
SCALE: Final = (0.0, 1.0)
READY: Final = 0.8  # from there the function is ready to be handed over (FORMULAS.md, "Autonomy")


def curve(shown: Shown, width: int, height: int) -> list[Line]:
    """Its points, one a month's end and today, and where it is ready; nothing without two."""
    words = shown.words
    points = [Point(day, index) for day, index in index_history(shown.engagement, shown.today)]

    def say(share: float) -> str:
        return words("team.percent", n=percent(share))

    def say_day(day: date) -> str:
        return day_and_month(day, words.language)

    aim = Aim(READY, words("team.curve-ready", index=say(READY)))
    moves = list(_moves(shown, points))
    told = words("team.curve-moves", came=CAME, left=LEFT)
    if any(each.sign == BOTH for each in moves):
        told += f"   {words('team.curve-both', both=BOTH)}"
    if not moves or len(told) + 2 > width:  # a sign that nothing names is none
        return plot(points, aim, say, say_day, width, height, (), SCALE)
    drawn = plot(points, aim, say, say_day, width, height - 1, moves, SCALE)
    return [*drawn, Line(((f"  {told}", "quiet"),))] if drawn else drawn


def _moves(shown: Shown, points: Sequence[Point]) -> Iterator[AxisSign]:
    """Who was first rated, came back or left since the month before, as a sign at its end."""
    for before, point in pairwise(points):
        between = (shown.engagement, before.day, point.day)
        came, left = [*arrivals(*between), *returns(*between)], departures(*between)
        if came or left:
            yield AxisSign(point.day, BOTH if came and left else CAME if came else LEFT)
