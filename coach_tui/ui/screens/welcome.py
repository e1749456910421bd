"""Welcome: five questions, and the first steps are dated."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, Select, Static

from coach_tui.bundled import read_styles
from coach_tui.engagement.profile import begin
from coach_tui.language import Refusal
from coach_tui.language.dates import long_date, read_date
from coach_tui.language.numbers import read_plain_number
from coach_tui.session import list_engagements
from coach_tui.ui.dialogs.fields import IN_STEP
from coach_tui.ui.dialogs.form import Field, FormFields
from coach_tui.ui.plain import plain
from coach_tui.ui.screens.coach_screen import CoachScreen
from coach_tui.ui.shown import Shown
from coach_tui.ui.widgets.key_bar import KeyBar


class _Questions(FormFields):
    """The five, with the first day said back below it as it was understood."""

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            yield widget
            if widget.id == "field-first_day":
                yield Static(id="welcome-date", classes="muted", markup=False)


class WelcomeScreen(CoachScreen):
    """Name, role, first day, days a week: nothing more is needed to begin."""

    CSS = read_styles("welcome.tcss")
    NAME = "welcome"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "begin", show=False),
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
        roles = tuple((role, words(f"role.{role}")) for role in ("founder", "cmo"))
        fields = (
            Field("company", words("profile.company")),
            Field("person", words("welcome.person"), hint=words("welcome.optional")),
            Field("role", words("profile.role"), "founder", "choice", roles),
            Field("first_day", words("profile.first_day"), today.isoformat()),
            Field("days_per_week", words("profile.days_per_week"), "2"),
        )
        with VerticalScroll(id="welcome", can_focus=False):
            yield Static(plain(words("welcome.title")), id="welcome-title")
            yield Static(plain(words("welcome.about")), classes="muted")
            yield _Questions(fields)
            yield Static(id="dialog-refusal", markup=False)
            with Horizontal(id="dialog-buttons"):
                yield Button(
                    plain(words("welcome.begin")), id="save", variant="primary", compact=True
                )
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#dialog-refusal").display = False
        self._say_date()

    def refresh_shown(self) -> None:
        """Nothing here depends on what is recorded."""

    def show(self, shown: Shown) -> None:
        """Nothing here depends on what is recorded."""

    @on(Input.Changed, "#field-first_day")
    def _say_date(self) -> None:
        """Say back the day as it was understood, before anything depends on it."""
        words = self.coach.words
        text = self.query_one("#field-first_day", Input).value
        day = read_date(text, words.language, self.coach.now().date())
        said = long_date(day, words.language) if isinstance(day, date) else words.refusal(day)
        self.query_one("#welcome-date", Static).update(plain(f"→ {said}"))

    @on(Input.Submitted)
    def _next_or_begin(self, event: Input.Submitted) -> None:
        if event.input.id == "field-days_per_week":
            self.action_begin()
        else:
            self.focus_next()

    @on(Button.Pressed, "#save")
    def action_begin(self) -> None:
        """Create the engagement, or say which answer can't be."""
        refusal = self._begin(self.answers)
        if not refusal:
            self.fill(self._blank())  # one client's answers never wait in another's form
        else:
            shown = self.query_one("#dialog-refusal", Static)
            shown.update(plain(refusal))
            shown.display = True
            shown.scroll_visible(animate=False)

    @on(Input.Changed)
    def _forget_refusal(self) -> None:
        """What was refused is being corrected."""
        self.query_one("#dialog-refusal").display = False

    def action_leave(self) -> None:
        """Back to the engagement that is open, or to those there are."""
        if self.coach.session:
            self.coach.do_today()
        elif list_engagements(self.coach.home):
            self.coach.go("engagements")

    @property
    def answers(self) -> dict[str, str]:
        """What has been typed so far."""
        return self.query_one(FormFields).answers()

    def fill(self, answers: dict[str, str]) -> None:
        """Put these answers in place: the same in another language, none for another client."""
        for name, value in answers.items():
            field = self.query_one(f"#field-{name}")
            if isinstance(field, Input | Select):
                field.value = value

    def _blank(self) -> dict[str, str]:
        today = self.coach.now().date().isoformat()
        return {
            "company": "",
            "person": "",
            "role": "founder",
            "first_day": today,
            "days_per_week": "2",
        }

    def _begin(self, answers: dict[str, str]) -> str:
        words = self.coach.words
        today = self.coach.now().date()
        first_day = read_date(answers["first_day"], words.language, today)
        if isinstance(first_day, Refusal):
            return f"{words('profile.first_day')} — {words.refusal(first_day)}"
        days = read_plain_number(answers["days_per_week"])
        if days is None:
            return words("refusal.profile.days-unread", text=answers["days_per_week"])
        role, person = answers["role"], answers["person"].replace("/", " ").strip()
        decision = begin(answers["company"], first_day, days, role)
        return self.coach.begin_engagement(decision, f"{role}/{person}" if person else role)
