"""A frame with its title at the left, one figure at the right, and what lies beyond on its edge.

What holds the keys is unmistakable: its frame and its title turn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style as VisualStyle

from coach_tui.ui.widgets.lines import fit
from coach_tui.ui.widgets.weights import weight

if TYPE_CHECKING:
    from textual.widget import Widget as _Widget
else:
    # Textual looks for styles and keys in the first widget among the bases: that must be the one
    # that is framed, so this one is none while the program runs.
    _Widget = object

EDGES = 6  # cells of the upper edge that are never the title's: corners, and a blank at each end


def beyond(above: int, below: int) -> str:
    """How many lines are out of sight, above and below; nothing where all is seen."""
    counted = (("▲", above), ("▼", below))
    return " ".join(f"{sign} {lines}" for sign, lines in counted if lines > 0)


class Framed(_Widget):
    """Put before the widget that scrolls: `say` what it is, and its edges keep true."""

    frame_title = ""
    frame_figure = ""
    just_come = False  # the keys came here last: a click that brings them only points
    _below_said = 0

    def say(self, title: str, figure: str = "") -> bool:
        """Its title, and the one figure beside it. False where the title is not seen whole."""
        self.frame_title, self.frame_figure = title, figure
        self.show_edges()
        return bool(self.styles.border_top[0]) and cell_len(title) <= self._title_room

    def watch_has_focus(self, value: bool) -> None:
        super().watch_has_focus(value)
        self.just_come = value
        if self.is_mounted:
            self.show_edges()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self.show_edges()

    def on_resize(self) -> None:
        self.show_edges()

    def notify_style_update(self) -> None:
        """The edges keep the colours they were written in: another theme writes them anew."""
        super().notify_style_update()
        if self.is_mounted:
            self.show_edges()

    def render_lines(self, crop: Region) -> list[Strip]:
        """What is drawn; the edge follows where the room or the lines changed without a word."""
        if self.lines_below != self._below_said:
            self._below_said = self.lines_below
            self.call_later(self.show_edges)
        return super().render_lines(crop)

    @property
    def lines_below(self) -> int:
        """Lines under the last that is seen."""
        shown = self.scrollable_content_region.height + int(self.scroll_offset.y)
        return self.virtual_size.height - shown

    @property
    def _title_room(self) -> int:
        """Cells for the title."""
        return max(self.outer_size.width - EDGES - 2, 4)

    @property
    def line_pointed(self) -> int:
        """The line that the eye, and the terminal's cursor, are led to; 0 where none is."""
        return 0

    def show_edges(self) -> None:
        """Draw the title, the figure and what lies beyond."""
        self._below_said = self.lines_below
        self.border_subtitle = beyond(int(self.scroll_offset.y), self.lines_below)
        if not self.frame_title:
            self.border_title = ""
            return
        title = fit(self.frame_title, min(cell_len(self.frame_title), self._title_room))
        fill = self._title_room - 2 - cell_len(title) - cell_len(self.frame_figure)
        frame = "frame" if self.has_focus else "line"
        end: list[tuple[str, VisualStyle]] = []
        if self.frame_figure and fill > 1:
            figure = (self.frame_figure, self.piece("quiet"))
            end = [(f" {'─' * fill} ", self.piece(frame)), figure]
        self.border_title = Content.assemble((f" {title} ", self.piece("title")), *end)

    def weight(self, name: str) -> Style:
        """This weight of text, as it is where the keys are here or elsewhere."""
        return weight(self.app, name, self.has_focus)

    def piece(self, name: str) -> VisualStyle:
        """The same, for what Textual draws."""
        return VisualStyle.from_rich_style(self.weight(name))
