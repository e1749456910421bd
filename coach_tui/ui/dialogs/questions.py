"""The questions of a form, what has been answered, and under each what there is to say of it."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Any, Final

from rich.text import Text
from textual import events, on
from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Key
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Select, Static, TextArea

from coach_tui.asking.field import Field, asked_by
from coach_tui.language import Refusal, Words
from coach_tui.language.clean import unobeyed
from coach_tui.language.dates import long_date, read_date, typed_date
from coach_tui.language.fold import folded
from coach_tui.ui.plain import line, plain
from coach_tui.ui.widgets.frame_title import FrameTitle

# A longer hint would be cut in a field of the smallest window: it is said under it.
HINT_WIDTH: Final = 28
_LINE_END: Final = re.compile("\r\n|\r|\n")


class OneLine(Input):
    """A line of people's words, kept as pasted but for its line ends; shown harmlessly."""

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()  # Textual's own would keep the first line of several
        self.replace(on_one_line(event.text), *self.selection)

    @property
    def _value(self) -> Text:
        shown = "•" * len(self.value) if self.password else unobeyed(self.value)
        return Text(shown, no_wrap=True, overflow="ignore", end="")


class ManyLines(TextArea):
    """Several lines of them."""

    def on_paste(self, event: events.Paste) -> None:
        event.text = _LINE_END.sub("\n", event.text)

    def action_cursor_page_up(self) -> None:
        """The form's, where all of them are seen."""
        self._page_seen()
        super().action_cursor_page_up()

    def action_cursor_page_down(self) -> None:
        """The form's, where all of them are seen."""
        self._page_seen()
        super().action_cursor_page_down()

    def _page_seen(self) -> None:
        if not self.max_scroll_y:
            raise SkipAction

    def get_line(self, line_index: int) -> Text:
        return Text(unobeyed(self.document.get_line(line_index)), end="", no_wrap=True)


class WholeQuestions(Screen[Any]):
    """A screen with a form: the question that has the keys comes in sight with what is said of it.

    Textual's own way brings what has the keys to the middle, and leaves what is under it outside;
    it is good enough for what is no question.
    """

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        asked = widget is not None and any(isinstance(up, FormFields) for up in widget.ancestors)
        super().set_focus(widget, scroll_visible and not asked, from_app_focus)

    def on_resize(self) -> None:
        self.query_one(FormFields).bring_soon()


class FormFields(VerticalScroll, can_focus=False):
    """The questions and what has been answered so far."""

    def __init__(self, fields: tuple[Field, ...], words: Words, today: date) -> None:
        super().__init__()
        self._fields = {field.name: field for field in fields}
        self._words = words
        self._today = today
        self._refused: dict[str, str] = {}  # the answer that was, by field name
        self._proposed = {field.name: field.value for field in fields}

    def compose(self) -> ComposeResult:
        for field in self._fields.values():
            label = line(field.label)
            yield FrameTitle(label, frame=f"#field-{field.name}", id=f"label-{field.name}")
            yield self._widget(field)
            told = self._told(field, self._shown(field))
            classes = "field-said" if told.plain else "field-said -empty"
            yield Static(told, id=f"said-{field.name}", classes=classes)

    def answers(self) -> dict[str, str]:
        """What was typed or chosen, by field name; what was not touched as it was handed over."""
        return {field.name: self._answer(field) for field in self._fields.values()}

    def unread(self) -> Refusal | None:
        """The first answer that is no day where one is asked for."""
        for field in self._fields.values():
            read = self._day(field, self._typed(field))
            if isinstance(read, Refusal):
                return read.of(field.name)
        return None

    def fill(self, answers: dict[str, str]) -> None:
        """Put these answers in place, written as this reader writes them."""
        for name, answer in answers.items():
            widget = self._of(name)
            if isinstance(widget, Input):
                widget.value = self._shown(self._fields[name]._replace(value=answer))
            elif isinstance(widget, TextArea):
                widget.text = answer
                widget.move_cursor(widget.document.end)
            elif isinstance(widget, Select):
                widget.value = answer

    def propose(self) -> None:
        """Put what is proposed after these answers where nothing else was typed."""
        answers = self.answers()
        for name, field in self._fields.items():
            if field.proposed and answers[name] == self._proposed[name]:
                self._proposed[name] = field.proposed(answers)
                self.fill({name: self._proposed[name]})

    def refuse(self, refusal: Refusal) -> bool:
        """Go to the answer refused and say why under it; False where it is about none here."""
        field = asked_by(refusal, self._fields.values(), self.answers())
        if field is None:
            return False
        self._refused[field.name] = self._typed(field)
        self._say(field, plain(f"! {self._words.refusal(refusal)}"))
        self._of(field.name).focus()
        self.bring_soon()
        return True

    def bring_soon(self) -> None:
        """Bring the question that has the keys in sight, once all is in its place."""
        self.call_after_refresh(self._bring)

    def _bring(self) -> None:
        """All of the question in sight; where it can't be, its answer and why it is refused."""
        focused = self.screen.focused
        asked = self._field_of(focused)
        if asked is None:
            return
        if asked is next(iter(self._fields.values())) and isinstance(self.parent, Widget):
            self.parent.scroll_home(animate=False, immediate=True)  # what is told before them
        for part in ("label", "field", "said"):
            widget = self.query_one(f"#{part}-{asked.name}")
            if widget.display:
                widget.scroll_visible(animate=False, immediate=True)
        if focused and isinstance(focused.parent, Select):  # its answers come before what is said
            focused.scroll_visible(animate=False, immediate=True)

    def _field_of(self, widget: Widget | None) -> Field | None:
        """The question that this one asks, or lists the answers of, if it does."""
        asked = widget.parent if widget and isinstance(widget.parent, Select) else widget
        name = asked.id or "" if asked else ""
        return self._fields.get(name.removeprefix("field-"))

    def on_descendant_focus(self) -> None:
        self.bring_soon()

    def on_resize(self) -> None:
        self.bring_soon()

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Select.Changed)
    def _typed_in(self, event: Input.Changed | TextArea.Changed | Select.Changed) -> None:
        """Say a day back as it is understood; forget a refusal once its answer changes."""
        field = self._field_of(event.control)
        if field is None or self._refused.get(field.name) == self._typed(field):
            return
        self._refused.pop(field.name, None)
        self._say(field, self._told(field, self._typed(field)))
        self.bring_soon()

    def on_key(self, event: Key) -> None:
        """A digit or a letter chooses the answer that begins with it; again, the next such one."""
        asked, sign = self.app.focused, folded(event.character or "")
        if not isinstance(asked, Select) or asked.expanded or not sign.isalnum():
            return
        field = self._field_of(asked)
        begun = [value for value, said in (field.choices if field else ())
                 if folded(said).startswith(sign)]  # fmt: skip
        if begun:
            place = begun.index(asked.value) + 1 if asked.value in begun else 0
            asked.value = begun[place % len(begun)]
            event.stop()

    def _say(self, field: Field, words: Content) -> None:
        said = self.query_one(f"#said-{field.name}", Static)
        if said.content == words:
            return
        said.update(words)
        refused = field.name in self._refused
        said.set_class(refused, "-refused")
        self._of(field.name).set_class(refused, "-refused")
        said.set_class(not words.plain, "-empty")

    def _told(self, field: Field, typed: str) -> Content:
        """What is said under an answer that was not refused: the whole day, or a long hint."""
        day = self._day(field, typed)
        if isinstance(day, date):
            said = f"→ {long_date(day, self._words.language)}"
            as_proposed = field.proposed and typed == self._shown(field)
            return line(f"{said} · {field.hint}" if as_proposed else said)
        return line(field.hint) if len(field.hint) > HINT_WIDTH else Content("")

    def _day(self, field: Field, typed: str) -> date | Refusal | None:
        if field.kind != "day" or not typed.strip():
            return None
        return read_date(typed, self._words.language, self._today, field.sense)

    def _widget(self, field: Field) -> Input | TextArea | Select[str]:
        identity, shown = f"field-{field.name}", self._shown(field)
        if field.kind == "text":
            several = ManyLines(shown, id=identity, soft_wrap=True, tab_behavior="focus")
            several.move_cursor(several.document.end)  # what is added comes after what is there
            return several
        if field.kind == "choice":
            options = [(plain(label), value) for value, label in field.choices]
            return Select(options, value=field.value, allow_blank=False, id=identity, compact=True)
        hint = self._shown(field._replace(value=field.hint))
        hint = hint if len(hint) <= HINT_WIDTH else ""
        # An empty one has nothing to select: a key that comes before its focus is kept.
        again = bool(shown)
        return OneLine(
            shown, placeholder=hint, id=identity, select_on_focus=again,
            password=field.kind == "unseen",
        )  # fmt: skip

    def _shown(self, field: Field) -> str:
        """The answer known, as this reader would type it."""
        if field.kind == "text":
            return field.value
        if field.kind == "day":
            with suppress(ValueError):
                return typed_date(date.fromisoformat(field.value), self._words.language)
        return on_one_line(field.value)

    def _answer(self, field: Field) -> str:
        typed = self._typed(field)
        if field.kind != "choice" and typed == self._shown(field):
            return field.value
        day = self._day(field, typed)
        return day.isoformat() if isinstance(day, date) else typed

    def _typed(self, field: Field) -> str:
        widget = self._of(field.name)
        if isinstance(widget, TextArea):
            return widget.text
        value = getattr(widget, "value", "")
        return value if isinstance(value, str) else ""

    def _of(self, name: str) -> Widget:
        return self.query_one(f"#field-{name}")


def on_one_line(text: str) -> str:
    """These words on one line, otherwise as they are."""
    lines = (each for each in _LINE_END.split(text) if each.strip())
    return " ".join(lines).replace("\t", " ")
