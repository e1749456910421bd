"""A figure over the days, drawn in characters: readings, the path between them, what is aimed at.

The axis bears only what means something: the aim, the highest and the lowest, or the scale's ends.
No colour carries any meaning.
"""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from rich.cells import cell_len

from coach_tui.ui.widgets.lines import Line, Piece

READING: Final = "●"
PATH: Final = "·"
AIM: Final = "─"
LEAST: Final = 12  # cells across below which nothing is drawn
LOWEST: Final = 3  # rows
AFTER: Final = 9  # cells after the last reading, where its value is written


class Point(NamedTuple):
    """A day, and the figure on it."""

    day: date
    value: float


class AxisSign(NamedTuple):
    """What happened by a day of the curve, as a sign that stands on the axis of the days."""

    day: date
    sign: str


class Aim(NamedTuple):
    """What is aimed at, and what stands on the axis beside it."""

    value: float
    said: str


def plot(
    points: Sequence[Point],
    aim: Aim,
    say: Callable[[float], str],
    say_day: Callable[[date], str],
    width: int,
    height: int,
    moves: Sequence[AxisSign] = (),
    scale: tuple[float, float] | None = None,
) -> list[Line]:
    """The drawing, what moved on its axis, the days under it; nothing of fewer than two points, or
    in too little room. Without a scale it goes from the lowest to the highest."""
    low = min((each.value for each in points), default=0.0)
    high = max([aim.value, *(each.value for each in points)])
    low, high = scale or (low, high)
    marks = {aim.value: (aim.said, "strong")}
    marks |= {value: (say(value), "quiet") for value in (low, high) if value not in marks}
    axis = max(cell_len(said) for said, _ in marks.values())
    across, rows = width - axis - 2, height - 2
    if len(points) < 2 or across < LEAST or rows < LOWEST or high == low:
        return []

    def up(value: float) -> int:
        return round((high - value) / (high - low) * (rows - 1))

    def along(day: date) -> int:
        span = (points[-1].day - points[0].day).days
        return round((day - points[0].day).days / span * (across - AFTER)) if span else 0

    cells = [[(" ", "")] * across for _ in range(rows)]
    cells[up(aim.value)] = [(AIM, "strong")] * across
    _draw(cells, points, along, up)
    place = along(points[-1].day)
    for n, letter in enumerate(f" {say(points[-1].value)}"):
        if place + 1 + n < across:
            cells[up(points[-1].value)][place + 1 + n] = (letter, "strong")
    names = {up(value): said for value, said in reversed(marks.items())}
    lines = [
        Line((*_named(names.get(y, ("", "")), axis), (" │", "line"), *_pieces(row)))
        for y, row in enumerate(cells)
    ]
    rule = [(AIM, "line")] * across
    for move in moves:
        rule[along(move.day)] = (move.sign, "strong")
    lines.append(Line(((f"{'':{axis}} └", "line"), *_pieces(rule))))
    lines.append(Line(((f"{'':{axis + 2}}{_days(points, along, say_day, across)}", "quiet"),)))
    return lines


def _draw(
    cells: list[list[Piece]],
    points: Sequence[Point],
    along: Callable[[date], int],
    up: Callable[[float], int],
) -> None:
    """Each reading, and dots from one to the next where nothing else stands."""
    for one, other in pairwise(points):
        start, end = along(one.day), along(other.day)
        for place in range(start + 1, end):
            value = one.value + (other.value - one.value) * (place - start) / (end - start)
            if cells[up(value)][place][0] == " ":
                cells[up(value)][place] = (PATH, "quiet")
    for each in points:
        cells[up(each.value)][along(each.day)] = (READING, "fill")


def _named(said: Piece, axis: int) -> tuple[Piece, ...]:
    text, weight = said
    return ((" " * (axis - cell_len(text)), ""), (text, weight))


def _pieces(row: Sequence[Piece]) -> list[Piece]:
    """Neighbours of the same weight as one piece."""
    pieces: list[Piece] = []
    for letter, weight in row:
        if pieces and pieces[-1][1] == weight:
            pieces[-1] = (pieces[-1][0] + letter, weight)
        else:
            pieces.append((letter, weight))
    return pieces


def _days(
    points: Sequence[Point],
    along: Callable[[date], int],
    say_day: Callable[[date], str],
    across: int,
) -> str:
    """The first day, the last, and one between where there is room."""
    text = " " * across
    for point in (points[0], points[-1], points[len(points) // 2]):
        said = say_day(point.day)
        start = max(min(along(point.day), across - len(said)), 0)
        around = text[max(start - 2, 0) : start + len(said) + 2]
        if not around.strip():
            text = text[:start] + said + text[start + len(said) :]
    return text.rstrip()
