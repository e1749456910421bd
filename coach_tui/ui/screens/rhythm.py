"""The rhythm: what comes next, what was held, what waits for a decision, what was promised."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coach_tui.asking import rhythm as forms
from coach_tui.asking.field import Field
from coach_tui.asking.form import NEW
from coach_tui.asking.noting import ask_note
from coach_tui.asking.occurrence import slot_of
from coach_tui.asking.sheet import Sheet
from coach_tui.bundled import read_styles
from coach_tui.coach.rhythm.month import last_month
from coach_tui.engagement.documents.kinds import REPORT
from coach_tui.engagement.rhythm.decisions import decisions_of
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.ui.acting import write
from coach_tui.ui.commands import bindings_of
from coach_tui.ui.dialogs.choose import ChooseDialog
from coach_tui.ui.dialogs.preview import PreviewDialog
from coach_tui.ui.messages import StepChosen, StepPointed
from coach_tui.ui.plain import line
from coach_tui.ui.remarks import remark_words
from coach_tui.ui.resume_card import resume_text
from coach_tui.ui.rhythm.days_curve import days_curve
from coach_tui.ui.rhythm.rows import DAYS_ROW, NO_RITUAL, detail, ritual_names, rows, summary
from coach_tui.ui.screens.holding import HoldingScreen
from coach_tui.ui.widgets.detail_pane import DetailPane
from coach_tui.ui.widgets.empty_place import EmptyPlace
from coach_tui.ui.widgets.key_bar import KeyBar
from coach_tui.ui.widgets.lines import Line
from coach_tui.ui.widgets.panel import Panel
from coach_tui.ui.widgets.step_list import StepList
from coach_tui.ui.widgets.top_bar import TopBar
from coach_tui.ui.widths import NORMAL
from coach_tui.view_state import Shown


class RhythmScreen(HoldingScreen):
    """One list, and below it what is pointed at. Space logs an occurrence as held."""

    NAME = "rhythm"
    HANDOUT = "calendar"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("rhythm")]
    CSS = read_styles("rhythm.tcss")
    AUTO_FOCUS = "StepList"

    def __init__(self) -> None:
        super().__init__()
        self._asked = ""  # a line shown because someone came for it
        self._wanted: str | None = None

    def compose(self) -> ComposeResult:
        yield TopBar(markup=False)
        yield Static(id="rhythm-summary", markup=False)
        yield EmptyPlace(id="rhythm-empty")
        with Container(id="rhythm-columns"):
            yield StepList(id="rhythm-list")
            with Container(id="rhythm-beside"):
                yield DetailPane(id="rhythm-pane")
                yield Panel(self._drawn, id="rhythm-days")
        yield KeyBar()

    def show(self, shown: Shown) -> None:
        """Show the rhythm as it stands today."""
        self.query_one("#rhythm-summary", Static).update(
            summary(shown, short=self.size.height < NORMAL)
        )
        empty = self.query_one("#rhythm-empty", EmptyPlace)
        empty.stand_for(shown.words, self.NAME, "rhythm.empty", "add_ritual")
        listed = rows(shown, self._asked)
        empty.display = listed[0].id == NO_RITUAL and self.size.height >= NORMAL
        wanted, self._wanted = self._wanted, None
        self.list_rows(listed[empty.display :], wanted)
        if empty.display:  # it has the name of the place: what is listed has its own
            self.query_one(StepList).say(shown.words("rhythm.beside-empty"))
        days = self.query_one("#rhythm-days", Panel)
        days.can_focus = False  # the row of the days says it
        days.say(shown.words("rhythm.days-curve"))
        days.set_class(not days_curve(shown, 60, 12), "-empty")
        self._show_detail()

    def point_at(self, record_id: str, kind: str = "") -> bool:
        """Put the cursor on this ritual or a day of it, this decision, promise or report."""
        shown = self.coach.shown
        if shown is None:
            return False
        row = _row_of(shown, record_id, kind)
        listed = rows(shown, row)
        meant = [row] if any(each.id == row for each in listed) else []
        if not kind:
            meant = [
                each.id for each in listed if record_id in (each.id.partition(":")[2], each.id)
            ]
        if not meant:
            return False
        self._asked = self._wanted = meant[0]
        self.refresh_shown()
        return True

    def put_cursor(self, cursor: str) -> None:
        """Back on this line, were it listed only because it was asked for."""
        if cursor:
            self._asked = self._wanted = cursor
            self.refresh_shown()

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
            return True if kind in ("ritual", "slot", "promise") else None
        if command == "remark":
            return True if kind == "decision" else None
        if command == "skipped":
            return True if kind in ("ritual", "slot") else None
        if command == "page":
            return True if self.is_mounted and self.page else None
        return True

    def do_details(self) -> None:
        """Change what is pointed at: when a ritual falls, a decision, the month's report."""
        shown, (kind, identity) = self.coach.shown, self.pointed
        if shown is None:
            return
        if kind == "ritual":
            ritual = rituals_of(shown.engagement)[identity]
            title = ritual.name or ritual_names(shown).get(identity, identity)
            self.ask(Sheet(
                title,
                self.words("rhythm.move-about"),
                forms.ritual_fields(shown, ritual),
                lambda answers: forms.save_ritual(self.coach, shown, ritual, answers),
                record=identity,
            ))  # fmt: skip
        elif kind == "decision":
            self._decide(shown, identity)
        elif kind == "promise":
            self.do_held()
        elif kind == "slot" and (slot := slot_of(shown, kind, identity)):
            self.say_of_slot(slot)
        elif kind == "days":
            self.do_log_days()
        elif kind == "report":
            write(self.coach, f"{REPORT}/{identity}")

    def do_remark(self) -> None:
        """Write a note on this decision."""
        shown, (kind, identity) = self.coach.shown, self.pointed
        if shown and kind == "decision":
            ask_note(self, kind, identity, decisions_of(shown.engagement)[identity].title)

    def do_log_decision(self) -> None:
        """Log a decision, or a question that waits."""
        if shown := self.coach.shown:
            self._decide(shown, "")

    def do_add_promise(self) -> None:
        """Write a promise down."""
        if shown := self.coach.shown:
            self.ask(Sheet(
                self.words("rhythm.ask-promise"),
                "",
                forms.promise_fields(shown),
                lambda answers: forms.save_promise(self.coach, shown, answers),
            ))  # fmt: skip

    def do_log_days(self) -> None:
        """Log days worked, or the days agreed."""
        if shown := self.coach.shown:
            self.ask(Sheet(
                self.words("rhythm.ask-days"),
                "",
                forms.days_fields(shown),
                lambda answers: forms.save_days(self.coach, shown, answers),
            ))  # fmt: skip

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
                self.warn_of(forms.begin_all(self.coach, shown))
            elif place == 1:
                fields = (Field("name", self.words("team.field.name")),)
                title = self.words("rhythm.add-own")
                self.ask(Sheet(title, "", fields, lambda a: forms.begin_own(self.coach, shown, a)))
            elif place is not None:
                self.warn_of(forms.begin_one(self.coach, shown, list(names)[place - 2]))

        self.app.push_screen(ChooseDialog(self.words("rhythm.add-title"), lines), chosen)

    def do_resume(self) -> None:
        """What one comes back to: the last session, what waits, what others changed."""
        if (shown := self.coach.shown) and (session := self.coach.session):
            text = resume_text(shown, session.actor)
            self.app.push_screen(PreviewDialog(self.words("rhythm.resume"), text, self.words))

    def _decide(self, shown: Shown, identity: str) -> None:
        known = decisions_of(shown.engagement).get(identity)
        self.ask(Sheet(
            self.words("rhythm.ask-decision"),
            "",
            forms.decision_fields(shown, known),
            lambda answers: forms.save_decision(self.coach, shown, known, answers),
            record=identity or NEW,
        ))  # fmt: skip

    def do_report(self) -> None:
        """Write the report of the month that is over: the kept text, or its draft."""
        if shown := self.coach.shown:
            write(self.coach, f"{REPORT}/{last_month(shown.today, shown.profile.first_day)}")

    def _show_detail(self) -> None:
        if shown := self.coach.shown:
            row = self.query_one(StepList).pointed
            told = detail(shown, row)
            if row.startswith("decision:"):
                told += Content("\n\n") + remark_words(shown, *self.pointed)
            title, *rest = told.split("\n")
            self.query_one("#rhythm-pane", DetailPane).show(row, title, Content("\n").join(rest))

    def _drawn(self, width: int, height: int) -> list[Line]:
        return days_curve(self.coach.shown, width, height) if self.coach.shown else []


def _row_of(shown: Shown, record_id: str, kind: str) -> str:
    """The id of the line that shows this record."""
    if kind in ("allowance", "day-used"):
        return DAYS_ROW
    if kind == "occurrence" and (slot := slot_of(shown, kind, record_id)):
        return slot.row
    return f"{kind}:{record_id}" if kind else record_id
