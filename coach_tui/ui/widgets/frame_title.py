"""A name written on the frame it belongs to; on lines of its own above where it is too long."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

EDGES: Final = 6  # cells of the upper edge that are never the name's: corners, blanks
DIALOG: Final = 76  # as wide as a dialog gets, of 96 % of the window
_NONE: Final = Content()


class FrameTitle(Static):
    """Put into the frame it names, or before the one that `frame` selects on its screen."""

    def __init__(self, title: Content = _NONE, *, frame: str = "", id: str) -> None:
        super().__init__(title, id=id, markup=False)
        self._frame = frame
        self._title = title

    def say(self, title: Content) -> None:
        """Another name."""
        self._title = title
        self.update(title)
        self._place(self.screen)

    def on_mount(self) -> None:
        # Most fit: it is not drawn above first only to go away.
        widest = min(DIALOG, self.app.size.width * 96 // 100)
        self.display = self._title.cell_length > widest - EDGES - (EDGES if self._frame else 0)
        self.screen.screen_layout_refresh_signal.subscribe(self, self._place)

    def _place(self, screen: Screen[object]) -> None:
        framed = screen.query_one(self._frame) if self._frame else self.parent
        if not isinstance(framed, Widget) or not framed.outer_size.width:
            return
        held = bool(framed.styles.border_top[0])
        fits = held and self._title.cell_length <= framed.outer_size.width - EDGES
        name = self._title if fits else _NONE
        if framed.border_title != name.markup:
            framed.border_title = name
        self.display = not fits
