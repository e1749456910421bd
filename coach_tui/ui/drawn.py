"""How a line is drawn where Textual's own way does not do: bars, what a dialog covers, letters."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import ClassVar

import textual.screen
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.renderables.background_screen import BackgroundScreen
from textual.scrollbar import ScrollBar, ScrollBarRender

from coach_tui.language.glyphs import NARROW, even


class WholeBar(ScrollBarRender):
    """A scroll bar of whole cells: eighths of one are boxes on some terminals."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


def draw_whole_bars() -> None:
    """Draw every scroll bar of the app so."""
    ScrollBar.renderer = WholeBar


class Faded(BackgroundScreen):
    """What a dialog covers: each style is faded once, and not again in each piece of each line.

    A screen has hundreds of pieces in some twenty styles; it was a third of opening a form.
    """

    @classmethod
    def process_segments(cls, segments: Iterable[Segment], color: Color) -> Iterator[Segment]:
        """The same as Textual's."""
        for each in segments:
            yield each if each.control else Segment(each.text, _faded(each.style, color))


@lru_cache(maxsize=1_024)
def _faded(style: Style | None, ground: Color) -> Style | None:
    return next(iter(BackgroundScreen.process_segments([Segment("", style)], ground))).style


def fade_each_style_once() -> None:
    """Fade so whatever a dialog of the app covers."""
    textual.screen.BackgroundScreen = Faded  # type: ignore[attr-defined]


class Even(LineFilter):
    """Narrow no-break spaces, which console fonts draw as a box, as no-break ones."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """These segments; those without such a space are left as they are."""
        return [
            Segment(even(each.text), each.style, each.control) if NARROW in each.text else each
            for each in segments
        ]
