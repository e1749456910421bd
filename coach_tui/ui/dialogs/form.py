"""A few questions, asked at once; the answer is refused in place, and nothing typed is lost."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Static

from coach_tui.asking.field import Field, Submit
from coach_tui.bundled import read_styles
from coach_tui.language import Refusal, Words
from coach_tui.ui.dialogs.in_step import IN_STEP
from coach_tui.ui.dialogs.questions import FormFields
from coach_tui.ui.plain import line, plain


class FormDialog(ModalScreen[bool]):
    """Ask, submit, and stay open with the reason where the answer is refused.

    `submit` gets the answers by field name and returns why not, or nothing once it is saved.
    `deed` is the word key of what it does: that is on the button.
    """

    CSS = read_styles("dialogs.tcss") + read_styles("form.tcss")
    AUTO_FOCUS = ""  # it would scroll the first question to the middle: a form begins at its top
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "submit", show=False),
        *IN_STEP,
    ]

    def __init__(
        self,
        title: str,
        about: str,
        fields: tuple[Field, ...],
        submit: Submit,
        words: Words,
        today: date,
        deed: str = "form.save",
    ) -> None:
        super().__init__()
        self._title = title
        self._about = about
        self._fields = fields
        self._submit = submit
        self._words = words
        self._today = today
        self._deed = words(deed)

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(line(self._title), id="dialog-title")
            yield Static(plain(self._about), id="dialog-about")
            yield FormFields(self._fields, self._words, self._today)
            yield Static(id="dialog-refusal", markup=False)
            with Horizontal(id="dialog-buttons"):
                yield Button(line(self._deed), id="save", variant="primary", compact=True)
                yield Button(line(self._words("form.cancel")), id="cancel", compact=True)
            keys = self._words("form.keys", deed=self._deed.lower())
            yield Static(line(keys), classes="muted")

    def on_mount(self) -> None:
        self.query_one("#dialog-refusal").display = False
        self.query_one("#dialog-about").display = bool(self._about)
        first: Any = next(iter(self.query("Input, TextArea, Select")), None)
        if first is not None:
            first.focus(scroll_visible=False)

    @on(Input.Submitted)
    def _next_or_save(self, event: Input.Submitted) -> None:
        """Enter goes to the next question, and saves on the last one."""
        inputs = list(self.query("Input, TextArea, SelectCurrent"))
        if event.input is inputs[-1]:
            self.action_submit()
        else:
            self.focus_next()

    @on(Button.Pressed, "#save")
    def action_submit(self) -> None:
        """Hand in the answers; stay with the reason where they are refused."""
        questions = self.query_one(FormFields)
        self.query_one("#dialog-refusal").display = False
        refusal = questions.unread() or self._submit(questions.answers())
        if not refusal:
            self.dismiss(True)
        elif not questions.refuse(refusal):
            self._refuse(refusal)

    def _refuse(self, refusal: Refusal) -> None:
        """Say what no answer is to blame for beside the button: trying again is one key away."""
        shown = self.query_one("#dialog-refusal", Static)
        shown.update(plain(self._words.refusal(refusal)))
        shown.display = True
        self.query_one("#save").focus(scroll_visible=False)
        self.call_after_refresh(self._bring_refusal)

    def _bring_refusal(self) -> None:
        for part in ("#dialog-refusal", "#save"):
            self.query_one(part).scroll_visible(animate=False, immediate=True)

    @on(Button.Pressed, "#cancel")
    def action_leave(self) -> None:
        """Close without saving."""
        self.dismiss(False)


__all__ = ["Field", "FormDialog", "FormFields", "Submit"]
