"""Choose several of many: Space marks a line, Enter keeps them; what it comes to is said live."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from coach_tui.asking.sheet import Several
from coach_tui.bundled import read_styles
from coach_tui.language import Words
from coach_tui.ui.dialogs.frame import SCROLLS, DialogFrame
from coach_tui.ui.plain import line, plain
from coach_tui.ui.widgets.frame_title import FrameTitle

MARKS = {True: "[x] ", False: "[ ] "}


class SeveralDialog(ModalScreen[bool]):
    """Ends with True once the choice is saved; stays, with the reason, where it is refused."""

    CSS = read_styles("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("space", "mark", show=False, priority=True),
        Binding("a", "mark_all", show=False),
        Binding("enter,ctrl+s", "keep", show=False, priority=True),
    ]

    def __init__(self, several: Several, words: Words) -> None:
        super().__init__()
        self._several = several
        self._words = words
        self._chosen = set(several.chosen)

    def compose(self) -> ComposeResult:
        with DialogFrame():
            yield FrameTitle(line(self._several.title), id="dialog-title")
            yield Static(plain(self._several.about), id="dialog-about")
            yield OptionList(
                *(Option(self._line(n)) for n in self._places), markup=False, classes=SCROLLS
            )
            yield Static(id="dialog-refusal", markup=False)
            yield Static(id="several-count", markup=False)
            yield Static(line(self._words("several.keys")), classes="muted")

    def on_mount(self) -> None:
        self.query_one("#dialog-refusal").display = False
        self.query_one("#dialog-about").display = bool(self._several.about)
        choices = self.query_one(OptionList)
        choices.highlighted = 0 if self._several.options else None
        self._count()

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is marked, in the order of the list."""
        return tuple(value for value, _ in self._several.options if value in self._chosen)

    def action_mark(self) -> None:
        """Mark the line under the cursor, or take its mark off."""
        choices = self.query_one(OptionList)
        if choices.highlighted is None:
            return
        value = self._several.options[choices.highlighted][0]
        self._chosen ^= {value}
        choices.replace_option_prompt_at_index(choices.highlighted, self._line(choices.highlighted))
        self._count()

    def action_mark_all(self) -> None:
        """Mark every line; where every one is, take the marks off."""
        every = {value for value, _ in self._several.options}
        self._chosen = set() if every <= self._chosen else every
        choices = self.query_one(OptionList)
        for place in self._places:
            choices.replace_option_prompt_at_index(place, self._line(place))
        self._count()

    def action_keep(self) -> None:
        """Save what is marked."""
        refusal = self._several.submit(self.chosen)
        if refusal is None:
            self.dismiss(True)
            return
        shown = self.query_one("#dialog-refusal", Static)
        shown.update(plain(self._words.refusal(refusal)))
        shown.display = True

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_mark()

    def action_leave(self) -> None:
        """Save nothing."""
        self.dismiss(False)

    @property
    def _places(self) -> range:
        return range(len(self._several.options))

    def _line(self, place: int) -> Content:
        value, said = self._several.options[place]
        return line(MARKS[value in self._chosen] + said)

    def _count(self) -> None:
        counted = self._several.counted
        marked = len(self.chosen)
        said = counted(marked) if counted else self._words("several.count", n=marked)
        self.query_one("#several-count", Static).update(plain(said))
