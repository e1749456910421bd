"""A KPI's readings as a small drawing inside a page: no script, nothing fetched; it prints."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from html import escape
from typing import Final

from coach_tui.coach.kpi.overview import Followed
from coach_tui.engagement.kpi.readings import Reading
from coach_tui.exports.figures import pair
from coach_tui.exports.kpi.sheet import value_words
from coach_tui.language import Words
from coach_tui.language.dates import day_and_month

WIDTH: Final = 320
HEIGHT: Final = 72
EDGE: Final = 8
LEAST: Final = 3  # readings under which a line says nothing


def charts(kpis: Sequence[Followed], words: Words) -> str:
    """The drawing of each KPI read often enough; nothing where none was."""
    drawn = [_figure(each, words) for each in kpis if len(each.readings) >= LEAST]
    return f'<div class="charts">{"".join(drawn)}</div>\n' if drawn else ""


def drawing(each: Followed, words: Words) -> str:
    """Its readings, what it aims at and its natural limits; empty under three readings.

    A page may colour what is drawn by its classes: limits, target, path, last.
    """
    return _drawing(each, _told(each, words)) if len(each.readings) >= LEAST else ""


def drawn_of(each: Followed) -> tuple[str, ...]:
    """The classes that its drawing has, for a legend; nothing where it is not drawn."""
    if len(each.readings) < LEAST:
        return ()
    has = {"path": True, "target": _goal(each) is not None, "limits": bool(_band(each))}
    return tuple(name for name, drawn in has.items() if drawn)


def _figure(each: Followed, words: Words) -> str:
    told = _told(each, words)
    return f"<figure>{_drawing(each, told)}<figcaption>{told}</figcaption></figure>"


def _told(each: Followed, words: Words) -> str:
    """What the drawing shows, in words: the first reading and the last."""
    first, last = each.readings[0], each.readings[-1]
    ends = [
        f"{value_words(one.value, each.kpi, words)} ({day_and_month(one.day, words.language)})"
        for one in (first, last)
    ]
    return escape(pair(each.name, f"{ends[0]} → {ends[1]}", words))


def _drawing(each: Followed, told: str) -> str:
    goal, band = _goal(each), _band(each)
    values = [float(one.value) for one in each.readings]
    held = [*values, *map(float, band), *([float(goal)] if goal is not None else [])]
    low, high = min(held), max(held)
    places = [(x, _height(y, low, high)) for x, y in _places(each.readings)]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    drawn = ""
    if band:
        foot, top = (_height(float(each), low, high) for each in band)
        drawn += (
            f'<rect class="limits" x="{EDGE}" width="{WIDTH - 2 * EDGE}" y="{top:.1f}"'
            f' height="{foot - top:.1f}" fill="currentColor" fill-opacity=".12"/>'
        )
    drawn += (
        f'<polyline class="path" points="{points}" fill="none" stroke="currentColor"'
        ' stroke-width="2"/>'
    )
    if goal is not None:
        at = _height(float(goal), low, high)
        drawn += (
            f'<line class="target" x1="{EDGE}" x2="{WIDTH - EDGE}" y1="{at:.1f}" y2="{at:.1f}"'
            ' stroke="currentColor" stroke-dasharray="4 4" opacity=".6"/>'
        )
    x, y = places[-1]
    drawn += f'<circle class="last" cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="currentColor"/>'
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{told}">'
        f"{drawn}</svg>"
    )


def _goal(each: Followed) -> Decimal | None:
    """What it aims at, or may not pass."""
    return each.standing.target.value if each.standing.target else each.kpi.limit


def _band(each: Followed) -> tuple[Decimal, ...]:
    """Its natural limits, the lower and the upper; empty where none are drawn."""
    limits = each.behaviour.limits if each.behaviour else None
    return (limits.lower or Decimal(0), limits.upper) if limits and not limits.flat else ()


def _places(readings: Sequence[Reading]) -> list[tuple[float, float]]:
    """Where each reading stands along the time between the first and the last; its value."""
    start, span = readings[0].day, max((readings[-1].day - readings[0].day).days, 1)
    return [
        (EDGE + (WIDTH - 2 * EDGE) * (one.day - start).days / span, float(one.value))
        for one in readings
    ]


def _height(value: float, low: float, high: float) -> float:
    return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (value - low) / ((high - low) or 1)
