"""Choose one of a few things, or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach_tui.bundled import read_styles
from coach_tui.ui.dialogs.frame import SCROLLS, DialogFrame
from coach_tui.ui.plain import line
from coach_tui.ui.widgets.frame_title import FrameTitle


class ChooseDialog(ModalScreen[int | None]):
    """Ends with the place of the chosen line, or None."""

    CSS = read_styles("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, title: str, choices: Sequence[Content], pointed: int = 0) -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._pointed = pointed

    def compose(self) -> ComposeResult:
        with DialogFrame():
            yield FrameTitle(line(self._title), id="dialog-title")
            yield OptionList(
                *(Option(choice) for choice in self._choices), markup=False, classes=SCROLLS
            )

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = self._pointed

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.dismiss(event.option_index)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
