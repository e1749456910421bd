"""What is known of the line under the cursor. One tab stop; it scrolls."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach_tui.ui.widgets.framed import Framed


class DetailPane(Framed, VerticalScroll):
    """Hand it a title and what there is to read."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._about = ""

    def compose(self) -> ComposeResult:
        yield Static(id="detail-title", markup=False)
        yield Static(id="detail-body", markup=False)

    def show(self, about: str, title: Content, body: Content) -> None:
        """Show this; another `about` than before is read from its beginning."""
        heading = self.query_one("#detail-title", Static)
        heading.update(title)
        heading.display = not self.say(title.plain)  # whole on the frame, it is not said twice
        self.query_one("#detail-body", Static).update(body)
        if about != self._about:
            self._about = about
            self.scroll_home(animate=False)
