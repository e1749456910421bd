"""A few questions, asked at once; the answer is refused in place, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, ClassVar, Final, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Button, Input, Select, Static, TextArea

from coach_tui.asking.field import Field, Submit
from coach_tui.asking.sheet import Sheet
from coach_tui.bundled import read_styles
from coach_tui.language import Refusal, Words
from coach_tui.ui import widths
from coach_tui.ui.dialogs.frame import SCROLLS, DialogFrame
from coach_tui.ui.dialogs.in_step import IN_STEP
from coach_tui.ui.dialogs.questions import FormFields, WholeQuestions
from coach_tui.ui.plain import line, plain
from coach_tui.ui.widgets.frame_title import FrameTitle
from coach_tui.ui.widgets.key_bar import KeyEntry, KeyLine

KEEP_AFTER: Final = 1.0  # seconds without a key after which what is typed is kept


class Kept(Protocol):
    """Where what was typed and not saved stays until next time."""

    def get(self) -> Mapping[str, str]:
        """What was typed last time, by field."""

    def put(self, answers: Mapping[str, str]) -> bool:
        """Keep these. False where they can't be."""

    def drop(self) -> None:
        """Forget them."""


class FormDialog(ModalScreen[bool], WholeQuestions):
    """Ask, submit, and stay open with the reason where the answer is refused.

    What the sheet does, in a word, is on the button. `follow` gives the questions that come next,
    if any, once these are saved.
    """

    CSS = read_styles("dialogs.tcss") + read_styles("form.tcss")
    HORIZONTAL_BREAKPOINTS = widths.FORM_ACROSS
    VERTICAL_BREAKPOINTS = widths.FORM_DOWN
    AUTO_FOCUS = ""  # it would scroll the first question to the middle: a form begins at its top
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "submit", show=False),
        Binding("ctrl+r", "throw_away", show=False, priority=True),
        *IN_STEP,
    ]

    def __init__(
        self,
        sheet: Sheet,
        words: Words,
        today: date,
        kept: Kept | None = None,
        follow: Callable[[], FormDialog | None] | None = None,
    ) -> None:
        super().__init__()
        self._sheet = sheet
        self._words = words
        self._today = today
        self._deed = words(sheet.deed)
        self._kept = kept
        self._follow = follow
        self._before: dict[str, str] = {}  # what is answered where nobody types
        self._keeping: Timer | None = None

    def compose(self) -> ComposeResult:
        with DialogFrame():
            yield FrameTitle(line(self._sheet.title), id="dialog-title")
            with VerticalScroll(id="dialog-asked", classes=SCROLLS, can_focus=False):
                yield Static(plain(self._sheet.about), id="dialog-about")
                yield Static(id="dialog-draft", markup=False)
                yield FormFields(self._sheet.fields, self._words, self._today)
            yield Static(id="dialog-refusal", markup=False)
            with Horizontal(id="dialog-buttons"):
                yield Button(line(self._deed), id="save", variant="primary", compact=True)
                yield Button(line(self._words("form.cancel")), id="cancel", compact=True)
            yield KeyLine(*self._keys())

    def _keys(self) -> tuple[tuple[KeyEntry, ...], tuple[KeyEntry, ...]]:
        """What else the keys do, and how to save and to give up: Enter goes on from a line alone,
        it opens a list and breaks a text."""
        words, kinds = self._words, {field.kind for field in self._sheet.fields}
        goes_on = ("tab", "tab") if kinds & {"choice", "text"} else ("enter", words("key.enter"))
        more = [KeyEntry(goes_on[1], words("form.keys.next"), goes_on[0])]
        if "choice" in kinds:
            more.append(KeyEntry(words("form.keys.letter"), words("form.keys.choose"), ""))
        leave = KeyEntry(words("key.escape"), words("form.keys.leave"), "escape")
        return tuple(more), (KeyEntry("Ctrl+S", self._deed.lower(), "ctrl+s"), leave)

    def on_mount(self) -> None:
        self.query_one("#dialog-refusal").display = False
        self.query_one("#dialog-about").display = bool(self._sheet.about)
        self._take_up_draft()
        asked = self.query("Input, TextArea, Select")
        first: Any = next(iter(asked), None)
        lead = next((each for each in asked if each.id == f"field-{self._sheet.lead}"), None)
        if lead is not None:
            lead.focus()  # what the coach asked about, in sight
        elif first is not None:
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
        refusal = questions.unread() or self._sheet.submit(questions.answers())
        if not refusal:
            self._forget()
            self._go_on()
        elif not questions.refuse(refusal):
            self._refuse(refusal)

    def _go_on(self) -> None:
        """Close; or put the next questions in its place at once: keys that come too soon would
        else be the screen's below."""
        following = self._follow() if self._follow else None
        if following:
            self.app.switch_screen(following)
        else:
            self.dismiss(True)

    def _refuse(self, refusal: Refusal) -> None:
        """Say what no answer is to blame for beside the button: trying again is one key away."""
        shown = self.query_one("#dialog-refusal", Static)
        shown.update(plain(self._words.refusal(refusal)))
        shown.display = True
        self.query_one("#save").focus()

    @on(Button.Pressed, "#cancel")
    def action_leave(self) -> None:
        """Close without saving. What was typed is kept, and said to be."""
        self._stop_keeping()
        tell = getattr(self.app, "tell", None)
        if self._keep() and tell:
            tell("form.draft-kept")
        self.dismiss(False)

    def action_throw_away(self) -> None:
        """Forget what was typed, and ask anew."""
        self._forget()
        self.query_one("#dialog-draft").display = False
        self.query_one(FormFields).fill(self._before)

    def _take_up_draft(self) -> None:
        """What was typed last time and not saved is there again, and says so."""
        questions, shown = self.query_one(FormFields), self.query_one("#dialog-draft", Static)
        self._before = questions.answers()
        draft = self._kept.get() if self._kept else {}
        shown.display = bool(draft)
        if draft:
            questions.fill({name: draft[name] for name in self._before if name in draft})
            shown.update(plain(self._words("form.draft")))

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def _keep_soon(self) -> None:
        """Keep what is typed once the hands rest: a crash must not take it."""
        if self._kept is None:
            return
        self._stop_keeping()
        self._keeping = self.set_timer(KEEP_AFTER, self._keep_now)

    def _keep(self) -> bool:
        """Keep what is typed; answers that are what they were leave nothing to take up again."""
        answers = self.query_one(FormFields).answers()
        if self._kept and answers != self._before:
            return self._kept.put(answers)
        if self._kept:
            self._kept.drop()
        return False

    def _keep_now(self) -> None:
        self._keep()

    def _stop_keeping(self) -> None:
        if self._keeping:
            self._keeping.stop()

    def _forget(self) -> None:
        self._stop_keeping()
        if self._kept:
            self._kept.drop()


__all__ = ["Field", "FormDialog", "FormFields", "Submit"]
