"""A few questions, asked at once; the answer is refused in place, and nothing typed is lost."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Select, Static, TextArea

from coach_tui.bundled import read_styles
from coach_tui.language import Words
from coach_tui.ui.dialogs.fields import IN_STEP, Field, Submit
from coach_tui.ui.plain import line, plain


class FormFields(VerticalScroll, can_focus=False):
    """The questions and what has been answered so far."""

    def __init__(self, fields: tuple[Field, ...]) -> None:
        super().__init__()
        self._fields = fields

    def compose(self) -> ComposeResult:
        for field in self._fields:
            yield Static(line(field.label), classes="field-label")
            yield self._widget(field)

    def answers(self) -> dict[str, str]:
        """What was typed or chosen, by field name."""
        return {field.name: self._answer(field) for field in self._fields}

    def _widget(self, field: Field) -> Input | TextArea | Select[str]:
        identity = f"field-{field.name}"
        if field.kind == "text":
            return TextArea(field.value, id=identity, soft_wrap=True, tab_behavior="focus")
        if field.kind == "choice":
            options = [(plain(label), value) for value, label in field.choices]
            return Select(options, value=field.value, allow_blank=False, id=identity, compact=True)
        return Input(field.value, placeholder=field.hint, id=identity, compact=True)

    def _answer(self, field: Field) -> str:
        widget = self.query_one(f"#field-{field.name}")
        if isinstance(widget, TextArea):
            return widget.text
        value = getattr(widget, "value", "")
        return value if isinstance(value, str) else ""


class FormDialog(ModalScreen[bool]):
    """Ask, submit, and stay open with the reason where the answer is refused.

    `submit` gets the answers by field name and returns why not, or nothing once it is saved.
    """

    CSS = read_styles("dialogs.tcss")
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
    ) -> None:
        super().__init__()
        self._title = title
        self._about = about
        self._fields = fields
        self._submit = submit
        self._words = words

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="dialog", can_focus=False):
            yield Static(line(self._title), id="dialog-title")
            yield Static(plain(self._about), id="dialog-about")
            yield FormFields(self._fields)
            yield Static(id="dialog-refusal", markup=False)
            with Horizontal(id="dialog-buttons"):
                yield Button(
                    line(self._words("form.save")), id="save", variant="primary", compact=True
                )
                yield Button(line(self._words("form.cancel")), id="cancel", compact=True)
            yield Static(line(self._words("form.keys")), classes="muted")

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
        refusal = self._submit(self.query_one(FormFields).answers())
        if not refusal:
            self.dismiss(True)
            return
        shown = self.query_one("#dialog-refusal", Static)
        shown.update(plain(refusal))
        shown.display = True
        shown.scroll_visible(animate=False)

    @on(Button.Pressed, "#cancel")
    def action_leave(self) -> None:
        """Close without saving."""
        self.dismiss(False)


__all__ = ["Field", "FormDialog", "FormFields", "Submit"]
