"""A screen as a small picture, and six of them side by side: three themes, both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from rich.segment import Segment
from textual.app import App

CELL: Final = (8, 17)  # pixels of a cell
MARGIN: Final = 12
INK, GROUND = "#d8d8d8", "#101010"  # of a terminal's own colours, where the theme has none
FONT: Final = "font-family='DejaVu Sans Mono,Consolas,Menlo,monospace' font-size='13'"


class Look(NamedTuple):
    """How a piece of text is drawn."""

    ink: str
    ground: str
    bold: bool
    under: bool


def cells_of(app: App[object]) -> list[list[tuple[str, Look]]]:
    """What the terminal shows, row by row, in pieces of one look."""
    rows = app.screen._compositor.render_strips()
    return [
        [
            ("".join(text for text, _ in pieces), look)
            for look, pieces in groupby(
                ((each.text, _look(each)) for each in strip if not each.control),
                key=lambda piece: piece[1],
            )
        ]
        for strip in rows
    ]


def _look(segment: Segment) -> Look:
    style = segment.style
    ink = style.color.triplet.hex if style and style.color and style.color.triplet else INK
    ground = (
        style.bgcolor.triplet.hex if style and style.bgcolor and style.bgcolor.triplet else GROUND
    )
    if style and style.reverse:
        ink, ground = ground, ink
    return Look(ink, ground, bool(style and style.bold), bool(style and style.underline))


def sheet(
    screens: Mapping[str, Sequence[Sequence[tuple[str, Look]]]], size: tuple[int, int], across: int
) -> str:
    """These screens of one size, so many side by side, each with its name above it."""
    width, height = size[0] * CELL[0] + MARGIN, (size[1] + 1) * CELL[1] + MARGIN
    down = -(-len(screens) // across)
    parts = [
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{across * width}' "
        f"height='{down * height}' {FONT}>",
        "<style>text{white-space:pre}</style>",  # browsers do not inherit xml:space from the root
        "<rect width='100%' height='100%' fill='#808080'/>",
    ]
    for place, (name, rows) in enumerate(screens.items()):
        left, top = place % across * width, place // across * height
        parts.append(f"<g transform='translate({left},{top})'><text y='13'>{escape(name)}</text>")
        parts += _drawn(rows, size[0])
        parts.append("</g>")
    return "\n".join([*parts, "</svg>", ""])


def _drawn(rows: Sequence[Sequence[tuple[str, Look]]], columns: int) -> Iterable[str]:
    """The grounds, then the letters: pieces at their cell, as long as it says."""
    wide, high = CELL
    ground = rows[-1][-1][1].ground if rows and rows[-1] else GROUND
    yield f"<rect y='{high}' width='{columns * wide}' height='{len(rows) * high}' fill='{ground}'/>"
    for line, row in enumerate(rows, 1):
        column = 0
        for text, look in row:
            size = Segment(text).cell_length
            if look.ground != ground:
                yield (
                    f"<rect x='{column * wide}' y='{line * high}' width='{size * wide}' "
                    f"height='{high}' fill='{look.ground}'/>"
                )
            said, lead = text.strip(" "), len(text) - len(text.lstrip(" "))
            if said:
                more = (
                    " font-weight='bold'" * look.bold + " text-decoration='underline'" * look.under
                )
                yield (
                    f"<text x='{(column + lead) * wide}' y='{line * high + 13}' fill='{look.ink}'"
                    f"{more} textLength='{Segment(said).cell_length * wide}'>{escape(said)}</text>"
                )
            column += size
