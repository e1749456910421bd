"""Letters typed narrow a list below them; the arrows move in it, the letters keep the focus."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import OptionList

from coach_tui.bundled import read_styles

Chosen = TypeVar("Chosen")


class LettersDialog(ModalScreen[Chosen | None]):
    """What each lists, and what choosing gives, is its own."""

    CSS = read_styles("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def on_mount(self) -> None:
        self.query_one(OptionList).can_focus = False

    def action_move(self, by: int) -> None:
        """Up and down, round the ends."""
        listed = self.query_one(OptionList)
        if listed.option_count:
            listed.highlighted = ((listed.highlighted or 0) + by) % listed.option_count

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
