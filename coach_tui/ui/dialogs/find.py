"""Find one of many by typing a few letters, or say something that is not among them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from coach_tui.language import Words
from coach_tui.ui.dialogs.frame import SCROLLS, DialogFrame
from coach_tui.ui.dialogs.letters import LettersDialog
from coach_tui.ui.plain import line
from coach_tui.ui.widgets.frame_title import FrameTitle
from coach_tui.ui.widgets.key_bar import KeyEntry, KeyLine


class Choice(NamedTuple):
    """Something to find: its id and its line."""

    id: str
    content: Content


class Picked(NamedTuple):
    """What was found: an id of the choices, or the words typed where none was meant."""

    id: str
    typed: str


class FindDialog(LettersDialog[Picked]):
    """`search` gives the choices for the letters typed; `free` the line that takes them as said,
    where words of one's own are taken."""

    def __init__(
        self,
        words: Words,
        title: str,
        hint: str,
        search: Callable[[str], Sequence[Choice]],
        free: Callable[[str], Content] | None,
    ) -> None:
        super().__init__()
        self._words = words
        self._title = title
        self._hint = hint
        self._search = search
        self._free = free
        self._ids: list[str] = []

    def compose(self) -> ComposeResult:
        with DialogFrame():
            yield FrameTitle(line(self._title), id="dialog-title")
            yield Input(placeholder=self._hint, id="find-letters", compact=True)
            yield OptionList(id="find-choices", markup=False, classes=SCROLLS)
            yield KeyLine((), self._keys())

    def _keys(self) -> tuple[KeyEntry, KeyEntry]:
        words = self._words
        take = KeyEntry(words("key.enter"), words("form.keys.take"), "enter")
        return take, KeyEntry(words("key.escape"), words("form.keys.leave"), "escape")

    def on_mount(self) -> None:
        self._show("")

    @on(Input.Changed)
    def _letters(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def _take(self) -> None:
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self._end(place)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._end(event.option_index)

    def _end(self, place: int) -> None:
        typed = self.query_one(Input).value.strip()
        self.dismiss(Picked(self._ids[place], typed))

    def _show(self, letters: str) -> None:
        found = list(self._search(letters))
        self._ids = [choice.id for choice in found]
        options = [Option(choice.content) for choice in found]
        if letters.strip() and self._free:
            self._ids.append("")
            options.append(Option(self._free(letters.strip())))
        choices = self.query_one(OptionList)
        choices.set_options(options)
        choices.highlighted = 0 if options else None
