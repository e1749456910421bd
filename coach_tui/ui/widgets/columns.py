"""Lines in columns: a name as wide as the longest, figures at the right of theirs, all two apart.

Where there is not the room, columns give way one after the other, then long names take their
short form; a name is cut only where nothing is left to give way, a figure never.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.content import Content

APART: Final = 2
READABLE: Final = 9  # cells of a cut name by which it is still known
LEAST: Final = 14  # cells that a name keeps before another column gives way to it


class Column(NamedTuple):
    """What stands under one heading, a cell a line.

    yields  the columns of the highest give way first; those of 0 never do
    shorts  what its cells become once nothing else gives way, where names are still cut
    """

    head: str
    cells: Sequence[Content]
    right: bool = False
    yields: int = 0
    shorts: Sequence[Content] = ()

    @property
    def width(self) -> int:
        return max((len(self.head), *(cell.cell_length for cell in self.cells)))


class ColumnTable(NamedTuple):
    """The headings on one line, and the lines."""

    heads: Content
    lines: list[Content]


def table(
    names: Sequence[Content], shorts: Sequence[Content], columns: Sequence[Column], width: int
) -> ColumnTable:
    """These names with what stands beside each, in `width` cells."""
    wanted = max((each.cell_length for each in names), default=0)
    least = min(wanted, max((each.cell_length for each in shorts), default=0))
    kept = list(columns)
    enough = max(min(wanted, LEAST), least)
    while (room := width - _taken(kept)) < enough:
        first = max(kept, key=lambda each: each.yields, default=None)
        if first is None or not first.yields:
            break
        kept.remove(first)
    if room < min(least, READABLE):
        kept = [each._replace(cells=each.shorts or each.cells) for each in kept]
        room = width - _taken(kept)
    size = max(min(wanted, room), 1)
    told = [
        short if name.cell_length > size else name
        for name, short in zip(names, shorts, strict=True)
    ]
    gap = " " * APART
    heads = "".join(gap + _aside(Content(each.head), each).plain for each in kept)
    return ColumnTable(
        Content(" " * size + heads),
        [
            Content(gap).join(
                [_fitted(name, size), *(_aside(each.cells[n], each) for each in kept)]
            )
            for n, name in enumerate(told)
        ],
    )


def _taken(columns: Sequence[Column]) -> int:
    return sum(each.width + APART for each in columns)


def _aside(cell: Content, column: Column) -> Content:
    blank = " " * (column.width - cell.cell_length)
    return blank + cell if column.right else cell + blank


def _fitted(name: Content, width: int) -> Content:
    return name.truncate(width, ellipsis=True, pad=True)
