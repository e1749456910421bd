"""The last look at a line before the terminal has it: no letter that some terminals lack."""

from typing import ClassVar

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.scrollbar import ScrollBar, ScrollBarRender

from coach_tui.language.glyphs import NARROW, even


class WholeBar(ScrollBarRender):
    """A scroll bar of whole cells: eighths of one are boxes on some terminals."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


def draw_whole_bars() -> None:
    """Draw every scroll bar of the app so."""
    ScrollBar.renderer = WholeBar


class Even(LineFilter):
    """Narrow no-break spaces, which console fonts draw as a box, as no-break ones."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """These segments; those without such a space are left as they are."""
        return [
            Segment(even(each.text), each.style, each.control) if NARROW in each.text else each
            for each in segments
        ]
