"""The rhythm: what comes next, what was held, what waits for a decision, what was promised."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from coach_tui.bundled import Catalogues, read_content, read_styles
from coach_tui.coach.month import last_month, month_of
from coach_tui.coach.named import named_in
from coach_tui.engagement.rhythm import rituals_of
from coach_tui.engagement.rhythm_decision import decisions_of, keep_promise
from coach_tui.engagement.rhythm_occurrence import slot_to_log
from coach_tui.engagement.rhythm_report import keep_report, reports_of
from coach_tui.exports.monthly_report import monthly_report
from coach_tui.ui import rhythm_forms as forms
from coach_tui.ui.commands import bindings_of
from coach_tui.ui.dialogs.choose import ChooseDialog
from coach_tui.ui.dialogs.editor import EditorDialog
from coach_tui.ui.dialogs.fields import Field
from coach_tui.ui.dialogs.preview import PreviewDialog
from coach_tui.ui.messages import StepChosen, StepPointed
from coach_tui.ui.plain import line
from coach_tui.ui.resume_card import resume_text
from coach_tui.ui.rhythm_words import detail, ritual_names, rows, summary
from coach_tui.ui.screens.coach_screen import CoachScreen
from coach_tui.ui.shown import Shown
from coach_tui.ui.widgets.step_list import StepList
from coach_tui.ui.widgets.top_bar import TopBar


class RhythmScreen(CoachScreen):
    """One list, and below it what is pointed at. Space logs an occurrence as held."""

    NAME = "rhythm"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("rhythm")]
    CSS = read_styles("rhythm.tcss")
    AUTO_FOCUS = "StepList"

    def compose(self) -> ComposeResult:
        yield TopBar(markup=False)
        yield Static(id="rhythm-summary", markup=False)
        yield StepList(id="rhythm-list")
        with VerticalScroll(id="rhythm-pane", can_focus=False):
            yield Static(id="rhythm-detail", markup=False)
        yield Footer(compact=True)

    def show(self, shown: Shown) -> None:
        """Show the rhythm as it stands today."""
        self.query_one("#rhythm-summary", Static).update(
            summary(shown, short=self.size.height < 20)
        )
        self.query_one(StepList).show(rows(shown))
        self._show_detail()

    def point_at(self, record_id: str) -> None:
        """Put the cursor on this ritual, decision, promise or report."""
        if shown := self.coach.shown:
            listed = rows(shown)
            meant = [row.id for row in listed if row.id.partition(":")[2] == record_id]
            self.query_one(StepList).show(listed, meant[0] if meant else None)

    @property
    def pointed(self) -> tuple[str, str]:
        """What kind of thing is under the cursor, and its id."""
        kind, _, identity = self.query_one(StepList).pointed.partition(":")
        return kind, identity

    def on_step_pointed(self, event: StepPointed) -> None:
        """Tell what is pointed at; what the keys can do depends on it."""
        self._show_detail()
        self.refresh_bindings()

    def on_step_chosen(self, event: StepChosen) -> None:
        """Enter on a row."""
        self.do_details()

    def offers(self, command: str) -> bool | None:
        """Logging needs a ritual or a promise under the cursor."""
        kind = self.pointed[0] if self.is_mounted else ""
        if command == "held":
            return True if kind in ("ritual", "promise") else None
        if command == "skipped":
            return True if kind == "ritual" else None
        return True

    def do_held(self) -> None:
        """The latest occurrence was held; or the promise kept."""
        shown, (kind, identity) = self.coach.shown, self.pointed
        if shown is None:
            return
        if kind == "promise":
            kept = keep_promise(shown.engagement, identity, shown.today)
            self._warn(self.coach.try_to_save(kept))
        elif kind == "ritual":
            ritual = rituals_of(shown.engagement)[identity]
            day = slot_to_log(shown.engagement, ritual, shown.today)
            refusal = forms.log(self.coach, shown, identity, "held")
            self._warn(refusal)
            if not refusal:
                name = ritual.name or ritual_names(shown).get(identity, identity)
                held = self.words("rhythm.held")
                self.coach.tell("rhythm.logged", name=name, day=day, result=held)

    def do_skipped(self) -> None:
        """The latest occurrence was skipped: why."""
        shown, (kind, identity) = self.coach.shown, self.pointed
        if shown and kind == "ritual":
            fields = (Field("reason", self.words("rhythm.field.reason")),)
            ritual = rituals_of(shown.engagement)[identity]
            day = slot_to_log(shown.engagement, ritual, shown.today)
            title = self.words("rhythm.ask-skipped", day=day)

            def submit(answers: forms.Answers) -> str:
                return forms.log(self.coach, shown, identity, "skipped", answers["reason"])

            self.ask(title, "", fields, submit)

    def do_details(self) -> None:
        """Change what is pointed at: when a ritual falls, a decision, the month's report."""
        shown, (kind, identity) = self.coach.shown, self.pointed
        if shown is None:
            return
        if kind == "ritual":
            ritual = rituals_of(shown.engagement)[identity]
            title = ritual.name or ritual_names(shown).get(identity, identity)
            self.ask(
                title,
                self.words("rhythm.move-about"),
                forms.ritual_fields(shown, ritual),
                lambda answers: forms.save_ritual(self.coach, shown, ritual, answers),
            )
        elif kind == "decision":
            self._decide(shown, identity)
        elif kind == "promise":
            self.do_held()
        elif kind == "report":
            self._report(shown, identity)

    def do_log_decision(self) -> None:
        """Log a decision, or a question that waits."""
        if shown := self.coach.shown:
            self._decide(shown, "")

    def do_add_promise(self) -> None:
        """Write a promise down."""
        if shown := self.coach.shown:
            self.ask(
                self.words("rhythm.ask-promise"),
                "",
                forms.promise_fields(shown),
                lambda answers: forms.save_promise(self.coach, shown, answers),
            )

    def do_log_days(self) -> None:
        """Log days worked, or the days agreed."""
        if shown := self.coach.shown:
            self.ask(
                self.words("rhythm.ask-days"),
                "",
                forms.days_fields(shown),
                lambda answers: forms.save_days(self.coach, shown, answers),
            )

    def do_report(self) -> None:
        """Edit the report of the month that is over: the kept text, or its draft."""
        if shown := self.coach.shown:
            self._report(shown, last_month(shown.today, shown.profile.first_day))

    def do_add_ritual(self) -> None:
        """Begin the usual rituals of this dose, one of the catalogue, or one's own."""
        shown = self.coach.shown
        if shown is None:
            return
        running = {each.id for each in rituals_of(shown.engagement).values()
                   if each.runs(shown.today)}  # fmt: skip
        names = {each: name for each, name in ritual_names(shown).items() if each not in running}
        lines = [Content(self.words("rhythm.add-usual")), Content(self.words("rhythm.add-own"))]
        lines += [line(name) for name in names.values()]

        def chosen(place: int | None) -> None:
            if place == 0:
                self._warn(forms.begin_usual(self.coach, shown))
            elif place == 1:
                fields = (Field("name", self.words("team.field.name")),)
                title = self.words("rhythm.add-own")
                self.ask(title, "", fields, lambda a: forms.begin_own(self.coach, shown, a))
            elif place is not None:
                self._warn(forms.begin_one(self.coach, shown, list(names)[place - 2]))

        self.app.push_screen(ChooseDialog(self.words("rhythm.add-title"), lines), chosen)

    def do_resume(self) -> None:
        """What one comes back to: the last session, what waits, what others changed."""
        if (shown := self.coach.shown) and (session := self.coach.session):
            text = resume_text(shown, session.actor)
            self.app.push_screen(PreviewDialog(self.words("rhythm.resume"), text, self.words))

    def do_export_calendar(self) -> None:
        """Write the calendar to a file."""
        from coach_tui.ui.calendar_export import export_calendar

        if shown := self.coach.shown:
            export_calendar(self, shown)

    def _decide(self, shown: Shown, identity: str) -> None:
        known = decisions_of(shown.engagement).get(identity)
        self.ask(
            self.words("rhythm.ask-decision"),
            "",
            forms.decision_fields(shown, known),
            lambda answers: forms.save_decision(self.coach, shown, known, answers),
        )

    def _report(self, shown: Shown, month: str) -> None:
        """Write the draft; once kept: edit it, say that it went out, or who wrote it."""
        kept = reports_of(shown.engagement).get(month)
        if kept is None:
            self._edit_report(shown, month)
            return
        other = "team" if kept.written_by == "cmo" else "cmo"
        keys = ("rhythm.report.edit", "rhythm.report.sent-today", f"rhythm.report.by-{other}")

        def chosen(place: int | None) -> None:
            if place == 0:
                self._edit_report(shown, month)
            elif place == 1:
                sent = keep_report(month, kept.text, kept.written_by, shown.today)
                self._warn(self.coach.try_to_save(sent))
            elif place == 2:
                self._warn(self.coach.try_to_save(keep_report(month, kept.text, other, kept.sent)))

        lines = [Content(self.words(key)) for key in keys]
        title = self.words("rhythm.report-title", month=month)
        self.app.push_screen(ChooseDialog(title, lines), chosen)

    def _edit_report(self, shown: Shown, month: str) -> None:
        kept, words = reports_of(shown.engagement).get(month), self.words
        text = kept.text if kept else self._draft(shown, month)
        written_by = kept.written_by if kept else "cmo"

        def submit(edited: str) -> str:
            sent = kept.sent if kept else None
            return self.coach.try_to_save(keep_report(month, edited, written_by, sent))

        title = words("rhythm.report-title", month=month)
        self.app.push_screen(EditorDialog(title, text, submit, words))

    def _draft(self, shown: Shown, month: str) -> str:
        facts = month_of(shown.playbook, shown.engagement, month, shown.today)
        named = named_in(shown.engagement, Catalogues(), self.words.language)
        template = read_content("templates", "monthly-report", f"{self.words.language}.md")
        return monthly_report(template, facts, shown.profile.company, named, self.words)

    def _show_detail(self) -> None:
        if shown := self.coach.shown:
            row = self.query_one(StepList).pointed
            self.query_one("#rhythm-detail", Static).update(detail(shown, row))

    def _warn(self, refusal: str) -> None:
        if refusal:
            self.coach.warn(refusal)
