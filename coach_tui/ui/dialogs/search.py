"""Search the engagement: type words, choose what was found, Escape goes back to the work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from coach_tui.coach.search import Hit
from coach_tui.language import Words
from coach_tui.ui.dialogs.frame import SCROLLS, DialogFrame
from coach_tui.ui.dialogs.letters import LettersDialog
from coach_tui.ui.plain import line, plain
from coach_tui.ui.widgets.frame_title import FrameTitle

REST: Final = 0.08  # seconds the typing rests before the search is made
SHOWN: Final = 50


class SearchDialog(LettersDialog[Hit]):
    """Ends with what was chosen. `find` gives what holds the words typed."""

    def __init__(self, find: Callable[[str], Sequence[Hit]], words: Words) -> None:
        super().__init__()
        self._find = find
        self._words = words
        self._hits: Sequence[Hit] = ()
        self._rest: Timer | None = None

    def compose(self) -> ComposeResult:
        with DialogFrame():
            yield FrameTitle(line(self._words("search.title")), id="dialog-title")
            yield Input(placeholder=self._words("search.hint"), compact=True)
            yield OptionList(markup=False, classes=SCROLLS)
            yield Static(plain(self._words("search.empty")), id="excerpt", markup=False)
            yield Static(line(self._words("search.keys")), classes="muted")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search once the typing rests."""
        if self._rest:
            self._rest.stop()
        self._rest = self.set_timer(REST, self._list)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: open what is under the cursor."""
        if self._rest:
            self._rest.stop()
            self._list()
        self._end(self.query_one(OptionList).highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click."""
        event.stop()
        self._end(event.option_index)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Read the words around the match."""
        event.stop()
        hit = self._hits[event.option_index]
        self.query_one("#excerpt", Static).update(plain(hit.excerpt or hit.title))

    def _end(self, place: int | None) -> None:
        if place is not None and place < len(self._hits):
            self.dismiss(self._hits[place])

    def _list(self) -> None:
        typed = self.query_one(Input).value
        self._hits = list(self._find(typed))[:SHOWN]
        found = self.query_one(OptionList)
        found.set_options([Option(self._row(hit)) for hit in self._hits])
        found.highlighted = 0 if self._hits else None
        if not self._hits:
            key = "search.nothing" if typed.strip() else "search.empty"
            said = self._words(key, words=typed.strip()[:60])
            self.query_one("#excerpt", Static).update(plain(said))

    def _row(self, hit: Hit) -> Content:
        kind = self._words(f"search.kind.{hit.kind}")
        return line(hit.title, limit=60) + Content.styled(f"  {kind}", "$secondary")
