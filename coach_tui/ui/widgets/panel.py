"""A titled frame of lines: its title left, one figure right, what lies below said on its edge.

One widget, one list of lines. The focused one is unmistakable: its frame, its title and its row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from coach_tui.ui.widgets.framed import Framed
from coach_tui.ui.widgets.lines import Line

Build = Callable[[int, int], list[Line]]  # from the width and height there are


class Panel(Framed, ScrollView, can_focus=True):
    """Hand it a function that makes its lines for a width; `draw` asks it again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "go(-1)", "Up", show=False),
        Binding("down", "go(1)", "Down", show=False),
        Binding("pageup", "go(-8)", "Page Up", show=False),
        Binding("pagedown", "go(8)", "Page Down", show=False),
        Binding("home", "go(-999)", "First", show=False),
        Binding("end", "go(999)", "Last", show=False),
        Binding("enter", "choose", "command.enter", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """Enter, or a second click, on a line."""

        panel: Panel
        key: str

    @dataclass
    class Pointed(Message):
        """The cursor rests on another line."""

        panel: Panel
        key: str

    def __init__(self, build: Build, *, id: str, classes: str = "") -> None:
        super().__init__(id=id, classes=classes)
        self._build = build
        self._lines: list[Line] = []
        self._made: tuple[int, list[Line]] = (-1, [])
        self._row = -1

    @property
    def pointed(self) -> str:
        """The key of the line under the cursor; empty where no line can be chosen."""
        return self._lines[self._row].key if 0 <= self._row < len(self._lines) else ""

    def say(self, title: str, figure: str = "") -> bool:
        """Its title, and the one figure beside it; its lines are made anew."""
        whole = super().say(title, figure)
        self.draw()
        return whole

    def draw(self) -> None:
        """Make its lines anew. The cursor stays on its line, or near where that was."""
        self._made = (-1, [])
        self._lay_out()

    def _lay_out(self) -> None:
        before, size = self.pointed, self.scrollable_content_region.size
        if size.width <= 0:
            return
        self._lines = self._lines_for(size.width, size.height)
        self.virtual_size = Size(size.width, len(self._lines))
        same = [n for n, each in enumerate(self._lines) if before and each.key == before]
        keyed = [n for n, each in enumerate(self._lines) if each.key]
        near = [n for n in keyed if n >= self._row]
        self._row = (same or near or keyed[-1:] or [-1])[0]
        self.show_edges()
        self._follow()
        self.refresh(layout=self.styles.is_auto_height)

    def point(self, key: str) -> bool:
        """Bring the cursor to this line. False where there is none."""
        found = [n for n, each in enumerate(self._lines) if each.key == key]
        if found:
            self._row = found[0]
            self._follow()
            self.refresh()
        return bool(found)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As high as its lines, where the styles leave it to them."""
        return len(self._lines_for(width, 0))

    def _lines_for(self, width: int, height: int) -> list[Line]:
        """The lines made last, where they are of this width and set its height themselves."""
        if self._made[0] != width or not self.styles.is_auto_height:
            self._made = width, self._build(width, height)
        return self._made[1]

    def on_resize(self) -> None:
        self._lay_out()

    def watch_has_focus(self, value: bool) -> None:
        super().watch_has_focus(value)
        if self.is_mounted:
            self._follow()

    @property
    def line_pointed(self) -> int:
        return max(self._row, 0)

    def render_line(self, y: int) -> Strip:
        """One line; the row under the cursor keeps the colours of its states."""
        number, width = y + self.scroll_offset.y, self.size.width
        if number >= len(self._lines):
            return Strip.blank(width, self.weight(""))
        line = self._lines[number]
        parts = [Segment(text, self.weight(name)) for text, name in line.parts if text]
        strip = Strip(parts).adjust_cell_length(width, self.weight(""))
        if line.key and line.key == self.pointed and (self.has_focus or self.has_class("-leads")):
            it = self.weight("here")
            over = Style(bgcolor=it.bgcolor, bold=it.bold or None, reverse=it.reverse or None,
                         underline=it.underline or None)  # fmt: skip
            strip = Strip([Segment(each.text, (each.style or Style()) + over) for each in strip])
        return strip.apply_offsets(0, number)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What the mouse has marked, as text."""
        return selection.extract("\n".join(each.text for each in self._lines)), "\n"

    def action_go(self, by: int) -> None:
        """To the next thing that can be chosen; past the last, to the next panel."""
        firsts = [n for n, each in enumerate(self._lines)
                  if each.key and (n == 0 or self._lines[n - 1].key != each.key)]  # fmt: skip
        if not firsts:
            if 0 <= self.scroll_offset.y + by <= self.max_scroll_y:
                self.scroll_relative(y=by, animate=False)
            elif abs(by) == 1:
                self._leave(by)
            return
        here = firsts.index(max((n for n in firsts if n <= self._row), default=firsts[0]))
        if abs(by) == 1 and not 0 <= here + by < len(firsts):
            self._leave(by)
            return
        self._row = firsts[min(max(here + by, 0), len(firsts) - 1)]
        self._follow()
        self.refresh()
        self.post_message(self.Pointed(self, self.pointed))

    def _leave(self, by: int) -> None:
        if by > 0:
            self.screen.focus_next(Panel)
        else:
            self.screen.focus_previous(Panel)

    def _follow(self) -> None:
        """Keep the row under the cursor in sight."""
        if not self.has_focus:
            return
        size, row = self.scrollable_content_region.size, self.line_pointed
        if not self.scroll_offset.y <= row < self.scroll_offset.y + size.height:
            self.scroll_to(y=max(row - size.height + 2, 0), animate=False)

    def on_click(self, event: events.Click) -> None:
        """A click points; a second one chooses. The one that brings the keys here only points."""
        number = event.y - self.gutter.top + int(self.scroll_offset.y)
        if 0 <= number < len(self._lines) and self._lines[number].key:
            again = self._lines[number].key == self.pointed and not self.just_come
            self._row, self.just_come = number, False
            self.refresh()
            said: Any = self.Chosen if again else self.Pointed
            self.post_message(said(self, self._lines[number].key))

    def action_choose(self) -> None:
        """Enter."""
        self.post_message(self.Chosen(self, self.pointed))
