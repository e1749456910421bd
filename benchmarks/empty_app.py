"""The yardstick: the least a Textual app can be and still show a text and answer a key."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.widgets import Static


class EmptyApp(App[None]):
    """One line of text, which counts the keys pressed."""

    BINDINGS: ClassVar[list[Any]] = [("down,up,space", "count", "Count")]

    def compose(self) -> ComposeResult:
        self.pressed = 0
        yield Static("Atelier Nord 0")

    def action_count(self) -> None:
        self.pressed += 1
        self.query_one(Static).update(f"Atelier Nord {self.pressed}")


if __name__ == "__main__":
    EmptyApp().run()
