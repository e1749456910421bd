"""A table looked at through a window: it scrolls both ways, and its heads stay in sight."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from coach_tui.ui.widgets.framed import Framed

GAP: Final = 1


class MatrixRow(NamedTuple):
    """A row: its id, its head, its cells in the order of the columns, and what ends it."""

    id: str
    head: Content
    cells: tuple[Content, ...]
    tail: Content = Content()


class MatrixColumn(NamedTuple):
    """A column: its id and the words over it; others where there is not the room for these."""

    id: str
    head: Content
    short: Content


@dataclass
class CellPointed(Message):
    """The cursor rests on this cell; an id is empty where there is no row or column."""

    row: str
    column: str


@dataclass
class CellChosen(Message):
    """A second click on this cell."""

    row: str
    column: str


class Matrix(Framed, Widget, can_focus=True):
    """Hand it columns and rows with `show`. One tab stop, arrows move."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1, 0)", show=False),
        Binding("down,j", "move(1, 0)", show=False),
        Binding("left", "move(0, -1)", show=False),
        Binding("right", "move(0, 1)", show=False),
        Binding("pageup", "move(-8, 0)", show=False),
        Binding("pagedown", "move(8, 0)", show=False),
        Binding("home", "move(0, -999)", show=False),
        Binding("end", "move(0, 999)", show=False),
    ]

    def __init__(self, *, cell_width: int = 7, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cell_at_least = cell_width
        self._columns: tuple[MatrixColumn, ...] = ()
        self._rows: tuple[MatrixRow, ...] = ()
        self._corner = Content()
        self._row = self._column = 0
        self._top = self._left = 0

    @property
    def pointed(self) -> tuple[str, str]:
        """The ids of the row and the column under the cursor; empty where there are none."""
        row = self._rows[self._row].id if self._rows else ""
        return row, self._columns[self._column].id if self._columns else ""

    def show(
        self, columns: Sequence[MatrixColumn], rows: Sequence[MatrixRow], corner: Content
    ) -> None:
        """Show these. The cursor stays on its row and column where they still are."""
        row, column = self.pointed
        self._columns, self._rows, self._corner = tuple(columns), tuple(rows), corner
        self._row = self._place([each.id for each in self._rows], row, self._row)
        self._column = self._place([each.id for each in self._columns], column, self._column)
        self.refresh()

    def point_at(self, row: str, column: str = "") -> bool:
        """Put the cursor on this row, this column, or both. False where neither is there."""
        rows, columns = [each.id for each in self._rows], [each.id for each in self._columns]
        self._row = self._place(rows, row, self._row)
        self._column = self._place(columns, column, self._column)
        self._look()
        return row in rows or column in columns

    def action_move(self, down: int, right: int) -> None:
        """Move the cursor; it stops at the edges."""
        self._row = max(0, min(self._row + down, len(self._rows) - 1))
        self._column = max(0, min(self._column + right, len(self._columns) - 1))
        self._look()

    def _look(self) -> None:
        """Draw the cursor where it is now, and say so."""
        self.refresh()
        self.post_message(CellPointed(*self.pointed))

    @property
    def lines_below(self) -> int:
        """Rows under the last that is seen: the window is this widget's own."""
        return len(self._rows) - self._top - max(self.size.height - 1, 0)

    @property
    def line_pointed(self) -> int:
        """The line of the cursor's row, below the heads."""
        return self._row - self._top + 1

    def on_click(self, event: events.Click) -> None:
        """Point at a cell; choose it where it was pointed at already."""
        if not self._rows:
            return
        before = self.pointed
        self._row = max(0, min(self._top + event.y - self.gutter.top - 1, len(self._rows) - 1))
        column = (
            self._left + max(0, event.x - self.gutter.left - self._head_width) // self._cell_width
        )
        self._column = max(0, min(column, len(self._columns) - 1))
        self.refresh()
        message = CellChosen if self.pointed == before else CellPointed
        self.post_message(message(*self.pointed))

    def on_focus(self) -> None:
        """Say where the cursor is to whoever shows the cell."""
        self.post_message(CellPointed(*self.pointed))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as the table, where it is allowed to."""
        return len(self._rows) + 1

    def render(self) -> Content:
        """The window on the table: as many rows and columns as fit, the cursor among them."""
        width, height = self.size.width, max(2, self.size.height)
        head, tail = self._head_width, self._tail_width
        fitting = max(1, (width - head - tail) // self._cell_width)
        self._left = _window(self._column, self._left, fitting, len(self._columns))
        self._top = _window(self._row, self._top, height - 1, len(self._rows))
        seen = range(self._left, min(self._left + fitting, len(self._columns)))
        lines = [self._heads(seen, fitting)]
        for place in range(self._top, min(self._top + height - 1, len(self._rows))):
            lines.append(self._line(place, seen))
        return Content("\n").join(lines)

    @property
    def _head_width(self) -> int:
        widest = max((row.head.cell_length for row in self._rows), default=0)
        cells = self._cell_at_least * len(self._columns)
        limit = max(12, self.size.width * 2 // 5, self.size.width - self._tail_width - cells - GAP)
        return min(max(widest, self._corner.cell_length), limit) + GAP

    @property
    def _tail_width(self) -> int:
        widest = max((row.tail.cell_length for row in self._rows), default=0)
        return min(widest, self.size.width // 4)

    @property
    def _cell_width(self) -> int:
        """As wide as the widest head where every column fits so; never less than a cell needs."""
        room = (self.size.width - self._head_width - self._tail_width) // max(1, len(self._columns))
        for heads in (
            [each.head for each in self._columns],
            [each.short for each in self._columns],
        ):
            widest = max((head.cell_length for head in heads), default=0) + GAP
            if widest <= room:
                return max(self._cell_at_least, widest)
        return max(self._cell_at_least, room)

    def _heads(self, seen: range, fitting: int) -> Content:
        parts = [_fitted(self._corner, self._head_width)]
        for place in seen:
            column, room = self._columns[place], self._cell_width - GAP
            head = _fitted(column.head if column.head.cell_length <= room else column.short, room)
            here = place == self._column
            parts.append(head.stylize(self.piece("here") if here else "bold") + " ")
        more = len(self._columns) - fitting
        if more > 0:
            parts.append(
                Content.styled(
                    f"{'‹' if self._left else ' '}{'›' if seen.stop < len(self._columns) else ' '}",
                    "bold",
                )
            )
        return Content("").join(parts)

    def _line(self, place: int, seen: range) -> Content:
        row, here = self._rows[place], place == self._row
        head = _fitted(row.head, self._head_width - GAP) + " "
        parts = [head.stylize(self.piece("here")) if here else head]
        for column in seen:
            cell = _fitted(row.cells[column], self._cell_width - GAP)
            at_cursor = here and column == self._column
            parts.append(
                (
                    cell.stylize(self.piece("title" if self.has_focus else "here"))
                    if at_cursor
                    else cell
                )
                + " "
            )
        if self._tail_width:
            parts.append(_fitted(row.tail, self._tail_width))
        return Content("").join(parts)

    def _place(self, ids: list[str], wanted: str, before: int) -> int:
        return ids.index(wanted) if wanted in ids else max(0, min(before, len(ids) - 1))


def _window(cursor: int, start: int, fitting: int, count: int) -> int:
    """Where to begin showing so that the cursor is in sight, moving as little as can be."""
    start = max(min(start, cursor), cursor - fitting + 1)
    return max(0, min(start, count - fitting))


def _fitted(content: Content, width: int) -> Content:
    """Exactly `width` cells wide: cut with an ellipsis, or filled with blanks."""
    if content.cell_length > width:
        content = content.truncate(width, ellipsis=True)
    return content + " " * (width - content.cell_length)
