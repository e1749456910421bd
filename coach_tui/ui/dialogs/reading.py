"""A page, a part at a time: ← and → go from one to the next, `y` copies the part, `e` writes the
page to a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from coach_tui.bundled import read_styles
from coach_tui.coach.pages import Page
from coach_tui.language import Words
from coach_tui.ui.clipboard import copy
from coach_tui.ui.dialogs.frame import SCROLLS, DialogFrame
from coach_tui.ui.plain import line
from coach_tui.ui.widgets.advice import AdvicePane
from coach_tui.ui.widgets.frame_title import FrameTitle


class ReadingDialog(ModalScreen[None]):
    """Open at part `at`; 0 is the page's opening, where it has one."""

    CSS = read_styles("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("y", "copy", show=False),
        Binding("e", "take_out", show=False),
    ]

    def __init__(self, page: Page, at: int, words: Words, take_out: Callable[[Page], None]) -> None:
        super().__init__()
        self._take_out = take_out
        self._page = page
        self._words = words
        self._first = 0 if page.opening or not page.sections else 1
        self._at = max(at, self._first)

    def compose(self) -> ComposeResult:
        with DialogFrame("-tall"):
            yield FrameTitle(id="dialog-title")
            yield Static(id="reading-place", classes="muted", markup=False)
            with VerticalScroll(id="preview", classes=SCROLLS):
                yield AdvicePane(id="reading-text")
            yield Static(line(self._words("library.keys")), classes="muted")

    def on_mount(self) -> None:
        self.query_one("#preview").focus()
        self._show()

    def action_turn(self, by: int) -> None:
        """The part before, or the next one."""
        at = self._at + by
        if self._first <= at <= len(self._page.sections):
            self._at = at
            self._show()

    def action_copy(self) -> None:
        """Take this part away, as it is written."""
        title, text = self._part()
        copy(self.app, self._words, text, "app.copied", title=title)

    def action_take_out(self) -> None:
        """Write the whole page to a file of one's own."""
        self._take_out(self._page)

    def action_leave(self) -> None:
        """Back to the work."""
        self.dismiss(None)

    def _part(self) -> tuple[str, str]:
        if self._at == 0:
            return self._page.title, self._page.opening
        return self._page.sections[self._at - 1]

    def _show(self) -> None:
        title, text = self._part()
        self.query_one("#dialog-title", FrameTitle).say(line(title))
        count = len(self._page.sections) + 1 - self._first
        at = self._at + 1 - self._first
        place = self._words("library.place", page=self._page.title, at=at, n=count)
        self.query_one("#reading-place", Static).update(line(place))
        self.query_one(AdvicePane).update(text)
        self.query_one("#preview").scroll_home(animate=False)
