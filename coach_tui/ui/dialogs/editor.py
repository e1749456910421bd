"""A long text, edited in place; what was typed is not lost by one Escape."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Static, TextArea

from coach_tui.bundled import read_styles
from coach_tui.language import Refusal, Words
from coach_tui.ui.dialogs.questions import ManyLines
from coach_tui.ui.plain import line, plain


class EditorDialog(ModalScreen[bool]):
    """`submit` gets the text and returns why not, or nothing once it is saved."""

    CSS = read_styles("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False, priority=True),
        Binding("ctrl+s", "submit", show=False, priority=True),
    ]

    def __init__(
        self, title: str, text: str, submit: Callable[[str], Refusal | None], words: Words
    ) -> None:
        super().__init__()
        self._title, self._text, self._submit, self._words = title, text, submit, words
        self._warned = False

    def compose(self) -> ComposeResult:
        with Vertical(id="dialog", classes="-tall"):
            yield Static(line(self._title), id="dialog-title")
            yield ManyLines(self._text, soft_wrap=True, tab_behavior="focus", id="editor")
            yield Static(id="dialog-refusal", markup=False)
            with Horizontal(id="dialog-buttons"):
                save, cancel = self._words("form.save"), self._words("form.cancel")
                yield Button(line(save), id="save", variant="primary", compact=True)
                yield Button(line(cancel), id="cancel", compact=True)
            yield Static(line(self._words("form.keys", deed=save.lower())), classes="muted")

    def on_mount(self) -> None:
        self.query_one("#dialog-refusal").display = False
        self.query_one(TextArea).focus()

    @on(Button.Pressed, "#save")
    def action_submit(self) -> None:
        """Hand in the text; stay with the reason where it is refused."""
        refusal = self._submit(self.query_one(TextArea).text)
        if refusal:
            self._say(self._words.refusal(refusal))
        else:
            self.dismiss(True)

    @on(Button.Pressed, "#cancel")
    def action_leave(self) -> None:
        """Close; ask once more where something was typed."""
        if self._warned or self.query_one(TextArea).text == self._text:
            self.dismiss(False)
            return
        self._warned = True
        self._say(self._words("rhythm.unsaved"))

    def _say(self, message: str) -> None:
        said = self.query_one("#dialog-refusal", Static)
        said.update(plain(message))
        said.display = True
