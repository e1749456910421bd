"""The glossary: type a few letters, read the definition; Escape goes back to the work."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from coach_tui.coach.glossary import Term, looked_up
from coach_tui.language import Words
from coach_tui.ui.dialogs.frame import SCROLLS, DialogFrame
from coach_tui.ui.dialogs.letters import LettersDialog
from coach_tui.ui.plain import line, plain
from coach_tui.ui.widgets.frame_title import FrameTitle


class GlossaryDialog(LettersDialog[None]):
    """`here` are the terms of what is being read: they come first until something is typed."""

    def __init__(self, terms: Sequence[Term], here: Sequence[Term], words: Words) -> None:
        super().__init__()
        self._terms = terms
        self._here = here
        self._words = words
        self._listed: Sequence[Term] = ()

    def compose(self) -> ComposeResult:
        with DialogFrame():
            yield FrameTitle(line(self._words("glossary.title")), id="dialog-title")
            yield Input(placeholder=self._words("glossary.placeholder"), compact=True)
            yield OptionList(markup=False, classes=SCROLLS)
            yield Static(id="definition", markup=False)

    def on_mount(self) -> None:
        self._list("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list to what is typed."""
        self._list(event.value)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Read the term under the cursor."""
        term = self._listed[event.option_index]
        head = Content.assemble((term.name, "bold"), (f"  {term.other}", "$secondary"))
        self.query_one("#definition", Static).update(head + "\n" + plain(term.definition))

    def _list(self, typed: str) -> None:
        first = () if typed.strip() else self._here
        rest = looked_up(self._terms, typed)
        self._listed = (*first, *(term for term in rest if term not in first))
        options = self.query_one(OptionList)
        options.set_options(
            Option(line(f"• {term.name}" if term in self._here else f"  {term.name}"))
            for term in self._listed
        )
        if self._listed:
            options.highlighted = 0
        else:
            self.query_one("#definition", Static).update(self._words("glossary.nothing"))
