"""A screen that has counsel: advice to follow, to understand and to set aside.

Nothing of the coach's rules is imported before the first frame is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach_tui.asking.field import Field
from coach_tui.language import Refusal
from coach_tui.ui.screens.steps import StepsScreen
from coach_tui.ui.widgets.step_list import Row, StepList
from coach_tui.view_state import Shown

if TYPE_CHECKING:
    from coach_tui.coach.advice.ranked import Advice
    from coach_tui.coach.advice.situation import Behind
    from coach_tui.ui.advice_rows import Counsel


class AdvisedScreen(StepsScreen):
    """Steps, and what the coach says of them."""

    def __init__(self) -> None:
        super().__init__()
        self.counsel: Counsel | None = None
        self._about = ""  # the engagement the counsel is about
        self._asked: tuple[object, ...] = ()  # what the rules were last asked about

    def show(self, shown: Shown) -> None:
        """Draw what is known; what the rules say of it follows the frame."""
        if self._about != self.coach.engagement_id:
            self.counsel, self._about, self._asked = None, self.coach.engagement_id, ()
        self.draw(shown)
        self.call_after_refresh(self.take_counsel)

    def draw(self, shown: Shown) -> None:
        """Draw what is known, with the counsel taken so far."""
        raise NotImplementedError

    def take_counsel(self) -> None:
        """Ask the rules, and draw again where they say something new."""
        from coach_tui.ui.advice_rows import counsel_of

        shown = self.coach.shown
        if shown is None or not self.is_attached or self.coach.screen is not self:
            return
        # A resized window or a return from elsewhere asks again about what is the same as before.
        about = (shown.engagement, shown.playbook, shown.today)
        if about == self._asked:
            return
        self._asked, counsel = about, counsel_of(shown)
        if counsel != self.counsel:
            self.counsel = counsel
            self.draw(shown)

    def rows_above(self, shown: Shown) -> list[Row]:
        """The advice, gravest first."""
        if self.counsel is None:
            return []
        from coach_tui.ui.advice_rows import advice_rows

        return advice_rows(self.counsel, shown.words)

    def rows_below(self, shown: Shown) -> list[Row]:
        """What is due beside steps."""
        if self.counsel is None:
            return []
        from coach_tui.ui.advice_rows import due_rows

        return due_rows(self.counsel, shown.words, shown.today)

    def do_read(self) -> None:
        """Open the step, or the place where the advice is followed."""
        if planned := self.pointed:
            self.coach.go_to_step(planned.step.id)
        else:
            self._open_row(self.query_one(StepList).pointed)

    def do_why(self) -> None:
        """Say why the line under the cursor is here, whatever it is; and never another line."""
        from coach_tui.ui.dialogs.preview import PreviewDialog

        if text := self._why():
            self.app.push_screen(PreviewDialog(self.words("advice.why"), text, self.words))

    def _why(self) -> str:
        """Why this line is here; empty where it is but a heading."""
        from coach_tui.ui.advice_rows import due_of_row, why, why_due, why_step

        shown, row = self.coach.shown, self.query_one(StepList).pointed
        if shown is None:
            return ""
        if advice := self._pointed_advice():
            return why(advice, shown)
        if planned := self.pointed:
            return why_step(planned, shown)
        due = due_of_row(self.counsel, row) if self.counsel else None
        return why_due(due, shown) if due else ""

    def do_dismiss(self) -> None:
        """Set it aside: for 30 days with a reason, for a week without."""
        from coach_tui.engagement.advice import set_aside
        from coach_tui.ui.advice_rows import said

        advice, shown = self._pointed_advice(), self.coach.shown
        if advice is None or shown is None:
            return

        def save(values: dict[str, str]) -> Refusal | None:
            concerns = tuple(advice.concerns)
            reason = values["reason"]
            return self.coach.try_to_save(
                set_aside(advice.id, advice.severity, concerns, shown.today, reason)
            )

        about = f"{said(advice, self.words, whole=True)}\n\n{self.words('advice.aside.about')}"
        reason = Field("reason", self.words("advice.aside.reason"))
        self.ask(self.words("advice.aside"), about, (reason,), save)

    def do_tell(self) -> None:
        """Tell the coach what it can't see from the records."""
        from coach_tui.asking.context import context_fields, tell_context

        if shown := self.coach.shown:

            def save(values: dict[str, str]) -> Refusal | None:
                return tell_context(self.coach, values)

            title, about = self.words("context.title"), self.words("context.about")
            self.ask(title, about, context_fields(shown), save)

    def offers(self, command: str) -> bool | None:
        """Advice is set aside where the cursor is on some; any row is explained and opened."""
        if command == "dismiss":
            return True if self._pointed_advice() else None
        if command in ("why", "read") and self.query_one(StepList).pointed:
            return True
        return super().offers(command)

    def _pointed_advice(self) -> Advice | None:
        """The advice under the cursor; None where the line is something else."""
        return self.counsel.of_row(self.query_one(StepList).pointed) if self.counsel else None

    def _open_row(self, row_id: str) -> None:
        from coach_tui.ui.advice_rows import due_of_row

        if self.counsel is None:
            return
        if advice := self.counsel.of_row(row_id):
            self._open(advice.records, advice.opens)
        elif due := due_of_row(self.counsel, row_id):
            self._open((due.record,), "")

    def _open(self, records: tuple[Behind, ...], step: str) -> None:
        """Open the first of these records that has a screen; else the step."""
        from coach_tui.ui.record_places import place_of

        shown = self.coach.shown
        for record in records if shown else ():
            if record.entity == "context":
                self.do_tell()
                return
            if record.entity == "step" and self.coach.go_to_step(record.id):
                return
            place = place_of(record.entity, record.id, shown.engagement) if shown else ""
            if place in self.coach.places:
                self.coach.go_to_record(place, record.id, record.entity)
                return
        if step:
            self.coach.go_to_step(step)
