"""Welcome: where are you? A few answers, and the first steps are dated."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, Select, Static

from coach_tui.asking.beginning import (
    actor_of,
    asked_of,
    beginning_fields,
    begun_from,
)
from coach_tui.bundled import read_styles
from coach_tui.language import Refusal
from coach_tui.listing import list_engagements
from coach_tui.recovery import any_gone
from coach_tui.store.errors import StoreError
from coach_tui.ui.dialogs.in_step import IN_STEP
from coach_tui.ui.dialogs.questions import FormFields, WholeQuestions
from coach_tui.ui.plain import plain
from coach_tui.ui.screens.coach_screen import CoachScreen
from coach_tui.ui.widgets.key_bar import KeyBar
from coach_tui.view_state import Shown

LAST: Final = ("days_per_week", "first_day", "person")  # the last question asked begins it


class WelcomeScreen(CoachScreen, WholeQuestions):
    """Name, where they are, role; from the day it is signed, first day and days a week."""

    CSS = read_styles("welcome.tcss") + read_styles("form.tcss")
    NAME = "welcome"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "begin", "welcome.begin.key"),
        Binding("ctrl+r", "command('join')", "welcome.join.key"),
        Binding("ctrl+l", "command('language')", "command.language"),
        Binding("escape", "leave", show=False),
        Binding("f1", "command('help')", "command.help"),
        Binding("ctrl+q", "app.quit", "command.quit"),
        *IN_STEP,
    ]
    AUTO_FOCUS = "Input"

    def compose(self) -> ComposeResult:
        words = self.coach.words
        today = self.coach.now().date()
        fields = beginning_fields(words, today)
        with VerticalScroll(id="welcome", can_focus=False):
            yield Static(plain(words("welcome.title")), id="welcome-title")
            yield Static(plain(words("welcome.about")), classes="muted")
            yield Static(plain(words("welcome.invited")), classes="muted")
            yield FormFields(fields, words, today)
            yield Static(id="dialog-refusal", markup=False)
            with Horizontal(id="dialog-buttons"):
                yield Button(
                    plain(words("welcome.begin")), id="save", variant="primary", compact=True
                )
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#dialog-refusal").display = False

    def do_join(self) -> None:
        """Take part in one that somebody shares, instead of beginning one."""
        from coach_tui.ui.sharing.asking import ask

        ask(self.coach, "join")

    def refresh_shown(self) -> None:
        """Nothing here depends on what is recorded."""

    def show(self, shown: Shown) -> None:
        """Nothing here depends on what is recorded."""

    @on(Input.Submitted)
    def _next_or_begin(self, event: Input.Submitted) -> None:
        last = next(name for name in LAST if asked_of(self.answers).get(name, True))
        if event.input.id == f"field-{last}":
            self.action_begin()
        else:
            self.focus_next()

    @on(Button.Pressed, "#save")
    def action_begin(self) -> None:
        """Create the engagement, or say which answer can't be."""
        questions = self.query_one(FormFields)
        self._forget_refusal()
        refusal = questions.unread() or self._begin(self.answers)
        if not refusal:
            self.fill(self._blank())  # one client's answers never wait in another's form
        elif not questions.refuse(refusal):
            shown = self.query_one("#dialog-refusal", Static)
            shown.update(plain(self.words.refusal(refusal)))
            shown.display = True
            shown.scroll_visible(animate=False)

    @on(Input.Changed)
    def _forget_refusal(self) -> None:
        """What was refused is being corrected."""
        self.query_one("#dialog-refusal").display = False

    def action_leave(self) -> None:
        """Back to the engagement that is open, or to those there are."""
        if self.coach.session:
            self.coach.do_now()
        elif self._others_are_known():
            self.coach.go("engagements")

    def _others_are_known(self) -> bool:
        """Whether there are engagements in this home, or a record of one whose file is gone."""
        home = self.coach.home
        try:
            return bool(list_engagements(home)) or any_gone(home)
        except StoreError:
            return True  # that screen says why they can't be read

    @property
    def answers(self) -> dict[str, str]:
        """What has been typed so far."""
        return self.query_one(FormFields).answers()

    def fill(self, answers: dict[str, str]) -> None:
        """Put these answers in place: the same in another language, none for another client."""
        self.query_one(FormFields).fill(answers)

    def _blank(self) -> dict[str, str]:
        fields = beginning_fields(self.words, self.coach.now().date())
        return {field.name: field.value for field in fields}

    def _begin(self, answers: dict[str, str]) -> Refusal | None:
        decision = begun_from(answers, self.words, self.coach.now().date())
        return self.coach.begin_engagement(decision, actor_of(answers))

    @on(Select.Changed, "#field-where")
    def _ask_what_matters(self) -> None:
        """The first day is asked for from the day there is one, the role unless it is given."""
        for name, shown in asked_of(self.answers).items():
            for part in ("label", "field", "said"):
                self.query_one(f"#{part}-{name}").display = shown
        self.query_one(FormFields).propose()
