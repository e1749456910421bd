"""The autonomy index over the months: its dates and scale, who was first rated, came back, left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.cover import (
    arrivals,
    departures,
    index_history,
    percent,
    returns,
)
from coach_tui.exports.markdown import escaped
from coach_tui.language import Words
from coach_tui.language.dates import plain_date, short_date

FEWEST: Final = 2  # points of a curve


def index_rows(
    engagement: Engagement, today: date, words: Words, *, named: bool = True
) -> list[Sequence[str]]:
    """A row for each month's end and today: its day, the index, who came, came back and left
    since the row before. `named` writes their names; else they are counted."""
    points = index_history(engagement, today)
    if len(points) < FEWEST:
        return []
    rows: list[Sequence[str]] = []
    for (before, _), (day, index) in pairwise([(date.min, 0.0), *points]):
        since = before if rows else day  # who was there at the first point came before it
        found = {
            "came": arrivals(engagement, since, day),
            "back": returns(engagement, since, day),
            "gone": departures(engagement, since, day),
        }
        moved = [
            words(f"team.index-{key}", who=", ".join(each.name for each in people), n=len(people))
            if named
            else words(f"team.index-{key}-n", n=len(people))
            for key, people in found.items()
            if people
        ]
        share = words("team.percent", n=percent(index))
        rows.append((plain_date(day, words.language), share, escaped(" · ".join(moved)) or "—"))
    return rows


def index_span(engagement: Engagement, today: date, words: Words) -> str:
    """The first and the last day of the curve, and its scale; empty where there is no curve."""
    points = index_history(engagement, today)
    if len(points) < FEWEST:
        return ""
    first, last = (short_date(points[place][0], words.language) for place in (0, -1))
    return words("team.index-span", first=first, last=last)
