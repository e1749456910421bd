"""Welcome: five questions, and the first steps are dated."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Input, Static

from coach_tui.asking.answers import day_field
from coach_tui.asking.field import Field
from coach_tui.bundled import read_styles
from coach_tui.engagement.profile import begin
from coach_tui.language import Refusal
from coach_tui.language.dates import read_date
from coach_tui.language.numbers import read_plain_number
from coach_tui.listing import evicted_files, list_engagements
from coach_tui.recovery import list_gone
from coach_tui.store.errors import StoreError
from coach_tui.ui.dialogs.in_step import IN_STEP
from coach_tui.ui.dialogs.questions import FormFields
from coach_tui.ui.plain import plain
from coach_tui.ui.screens.coach_screen import CoachScreen
from coach_tui.ui.widgets.key_bar import KeyBar
from coach_tui.view_state import Shown


class WelcomeScreen(CoachScreen):
    """Name, role, first day, days a week: nothing more is needed to begin."""

    CSS = read_styles("welcome.tcss") + read_styles("form.tcss")
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
            day_field("first_day", words("profile.first_day"), today, "near"),
            Field("days_per_week", words("profile.days_per_week"), "2"),
        )
        with VerticalScroll(id="welcome", can_focus=False):
            yield Static(plain(words("welcome.title")), id="welcome-title")
            yield Static(plain(words("welcome.about")), classes="muted")
            yield FormFields(fields, words, today)
            yield Static(id="dialog-refusal", markup=False)
            with Horizontal(id="dialog-buttons"):
                yield Button(
                    plain(words("welcome.begin")), id="save", variant="primary", compact=True
                )
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one("#dialog-refusal").display = False

    def refresh_shown(self) -> None:
        """Nothing here depends on what is recorded."""

    def show(self, shown: Shown) -> None:
        """Nothing here depends on what is recorded."""

    @on(Input.Submitted)
    def _next_or_begin(self, event: Input.Submitted) -> None:
        if event.input.id == "field-days_per_week":
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
            self.coach.do_today()
        elif self._others_are_known():
            self.coach.go("engagements")

    def _others_are_known(self) -> bool:
        """Whether there are engagements in this home, or a record of one whose file is gone."""
        home = self.coach.home
        try:
            return bool(list_engagements(home) or list_gone(home, ()) or evicted_files(home))
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
        today = self.coach.now().date().isoformat()
        return {
            "company": "",
            "person": "",
            "role": "founder",
            "first_day": today,
            "days_per_week": "2",
        }

    def _begin(self, answers: dict[str, str]) -> Refusal | None:
        today = self.coach.now().date()
        first_day = read_date(answers["first_day"], self.words.language, today)
        if isinstance(first_day, Refusal):
            return first_day.of("first_day")
        days = read_plain_number(answers["days_per_week"])
        if days is None:
            unread = {"text": answers["days_per_week"]}
            return Refusal("refusal.profile.days-unread", unread, "days_per_week")
        role, person = answers["role"], answers["person"].replace("/", " ").strip()
        decision = begin(answers["company"], first_day, days, role)
        return self.coach.begin_engagement(decision, f"{role}/{person}" if person else role)
