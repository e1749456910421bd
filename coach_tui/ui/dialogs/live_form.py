"""A form that says what the answers come to as they are typed. Nothing is saved before Save."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.widgets import Input, Select, Static

from coach_tui.bundled import read_styles
from coach_tui.language import Words
from coach_tui.ui.dialogs.form import Field, FormDialog, FormFields, Submit
from coach_tui.ui.plain import plain

WorkOut = Callable[[dict[str, str]], str]


class LiveForm(FormDialog):
    """`work_out` gets the answers so far and says what they come to, or why they don't."""

    CSS = read_styles("dialogs.tcss") + read_styles("parts.tcss")

    def __init__(
        self,
        title: str,
        about: str,
        fields: tuple[Field, ...],
        submit: Submit,
        words: Words,
        work_out: WorkOut,
    ) -> None:
        super().__init__(title, about, fields, submit, words)
        self._work_out = work_out

    def on_mount(self) -> None:
        self.mount(Static(id="dialog-live", markup=False))
        super().on_mount()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Say what it comes to now; show the first question with its label."""
        self._say()
        self.query_one("#dialog").scroll_home(animate=False)

    @on(Input.Changed)
    @on(Select.Changed)
    def _say(self) -> None:
        for said in self.query("#dialog-live").results(Static):
            said.update(plain(self._work_out(self.query_one(FormFields).answers())))
