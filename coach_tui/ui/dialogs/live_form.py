"""A form that says what the answers come to as they are typed. Nothing is saved before Save."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual import on
from textual.widgets import Input, Select, Static

from coach_tui.asking.sheet import Sheet
from coach_tui.bundled import read_styles
from coach_tui.language import Words
from coach_tui.ui.dialogs.form import FormDialog
from coach_tui.ui.dialogs.questions import FormFields
from coach_tui.ui.plain import plain

WorkOut = Callable[[dict[str, str]], str]


class LiveForm(FormDialog):
    """`work_out` gets the answers so far and says what they come to, or why they don't."""

    CSS = FormDialog.CSS + read_styles("parts.tcss")

    def __init__(
        self,
        sheet: Sheet,
        words: Words,
        today: date,
        work_out: WorkOut,
    ) -> None:
        super().__init__(sheet, words, today)
        self._work_out = work_out

    def on_mount(self) -> None:
        self.mount(Static(id="dialog-live", markup=False))
        super().on_mount()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        """Say what it comes to now; show the first question with its label."""
        self._say()
        self.query_one("#dialog-asked").scroll_home(animate=False)

    def action_submit(self) -> None:
        """Where an answer is refused, why is under it: the rest of the room is the question's."""
        super().action_submit()
        self._make_room()

    def _make_room(self) -> None:
        self.set_class(bool(self.query(".field-said.-refused")), "-refused")

    @on(Input.Changed)
    @on(Select.Changed)
    def _say(self) -> None:
        self._make_room()
        for said in self.query("#dialog-live").results(Static):
            said.update(plain(self._work_out(self.query_one(FormFields).answers())))
