"""What a place shows before anything is in it: what it is for, how it begins, its one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.widget import Widget

from coach_tui.ui.commands import COMMANDS
from coach_tui.ui.widgets.lines import BLANK, Line, paragraph
from coach_tui.ui.widgets.panel import Panel
from coach_tui.ui.widths import NORMAL

if TYPE_CHECKING:
    from coach_tui.language import Words


class EmptyPlace(Panel):
    """Hand it words with `stand_for`; Enter, a click or its own key runs its one command."""

    def __init__(self, *, id: str) -> None:
        super().__init__(self._made_of, id=id)
        self._what = self._begin = self._key = self._deed = ""
        self._command = ""
        self._act_line = 0

    def stand_for(self, words: Words, place: str, about: str, command: str) -> None:
        """Say this of `place`: `about` names its words (`….empty`, `….empty-begin`)."""
        key = next(each.keys for each in COMMANDS if each.id == command and each.keys)
        self._command, self._key = command, key.partition(",")[0]
        self._what, self._begin = words(about), words(f"{about}-begin")
        self._deed = words(f"command.{command}.help")
        self.say(words(f"app.{place}"))

    def replace(self, other: Widget, keys: Widget, *, empty: bool) -> None:
        """Show this instead of `other`, or `other` again; `keys` is what has the keys in it."""
        here = self.has_focus
        self.display, other.display = empty, not empty
        if empty and (keys.has_focus or self.screen.focused is None):
            self.focus()
        elif here and not empty:
            keys.focus()

    @property
    def line_pointed(self) -> int:
        return self._act_line

    def action_choose(self) -> None:
        """Enter."""
        self.call_later(self.screen.run_action, f"command('{self._command}')")

    def on_click(self, event: events.Click) -> None:
        """The line of the key is a button."""
        if event.y - self.gutter.top + int(self.scroll_offset.y) == self._act_line:
            self.action_choose()

    def _made_of(self, width: int, height: int) -> list[Line]:
        air = [BLANK] if self.app.size.height >= NORMAL else []
        lines = [*air, *paragraph(self._what, width), *paragraph(self._begin, width, "quiet"), *air]
        self._act_line = len(lines)
        return [*lines, Line(((f" {self._key}  {self._deed} ", "button"),))]
