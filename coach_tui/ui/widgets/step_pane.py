"""One step, read: where it stands, the advice, the notes. One tab stop; it scrolls."""

from __future__ import annotations

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from coach_tui.ui.widgets.advice import Advice


class StepPane(VerticalScroll):
    """Hand it a title, a state, a body and notes. The body is drawn when the cursor rests."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._body = ""
        self._pending = ""
        self._drawing = False

    def compose(self) -> ComposeResult:
        yield Static(id="pane-title", markup=False)
        yield Static(id="pane-state", markup=False)
        yield Advice(id="pane-body")
        yield Static(id="pane-notes", markup=False)

    def show(self, title: Content, state: Content, body: str, notes: Content) -> None:
        """Show this step. Only what differs is drawn again."""
        self.query_one("#pane-title", Static).update(title)
        self.query_one("#pane-state", Static).update(state)
        pane_notes = self.query_one("#pane-notes", Static)
        pane_notes.update(notes)
        pane_notes.display = bool(notes.plain)
        if body != self._pending:
            self._pending = body
            self.scroll_home(animate=False)
            if not self._drawing:
                self._drawing = True
                self._draw()

    @work
    async def _draw(self) -> None:
        """Draw the latest body asked for; one after the other.

        A drawing is never cancelled for the next one: cancelling Markdown's update half-way ends
        the whole app, without a word (Textual 8.2.8).
        """
        try:
            while self._body != self._pending:
                self._body = self._pending
                await self.query_one(Advice).update(self._body)
        finally:
            self._drawing = False
