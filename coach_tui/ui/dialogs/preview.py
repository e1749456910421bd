"""Read something before saying yes to it: an export, or what an import would change."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from coach_tui.bundled import read_styles
from coach_tui.language import Words
from coach_tui.ui.clipboard import copy
from coach_tui.ui.dialogs.frame import SCROLLS, DialogFrame
from coach_tui.ui.plain import line, plain
from coach_tui.ui.widgets.frame_title import FrameTitle

SHORT = 12, 600  # lines and characters that a small window shows without being filled


def _height(text: str) -> str:
    """A few lines take the room of a few lines; what is long takes the window."""
    lines, characters = SHORT
    return "-short" if text.count("\n") < lines and len(text) <= characters else "-tall"


class PreviewDialog(ModalScreen[bool]):
    """Ends with True where the reader said yes. Without `yes` there is only something to read.

    `copied` is what the app's copy key takes from it, where there is something to take.
    """

    CSS = read_styles("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("y", "copy", show=False),
    ]

    def __init__(
        self, title: str, text: str, words: Words, yes: str = "", copied: str = ""
    ) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._words = words
        self._yes = yes
        self._copied = copied

    def compose(self) -> ComposeResult:
        with DialogFrame(_height(self._text)):
            yield FrameTitle(line(self._title), id="dialog-title")
            with VerticalScroll(id="preview", classes=SCROLLS):
                yield Static(plain(self._text))
            with Horizontal(id="dialog-buttons"):
                if self._yes:
                    yield Button(line(self._yes), id="save", variant="primary", compact=True)
                leave = "form.cancel" if self._yes else "form.close"
                yield Button(line(self._words(leave)), id="cancel", compact=True)

    def on_mount(self) -> None:
        self.query_one("#save" if self._yes else "#preview").focus()

    @on(Button.Pressed, "#save")
    def _say_yes(self) -> None:
        self.dismiss(True)

    def action_copy(self) -> None:
        """Take what there is to type elsewhere."""
        if self._copied:
            copy(self.app, self._words, self._copied, "app.copied", title=self._copied)

    @on(Button.Pressed, "#cancel")
    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(False)
