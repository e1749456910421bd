"""The gestures of the rhythm's screen on a planned day and on a promise: held, skipped, kept."""

from __future__ import annotations

from textual.content import Content

from coach_tui.asking import rhythm as forms
from coach_tui.asking.acts.papers import MEMO
from coach_tui.asking.document import page_of_ritual
from coach_tui.asking.field import Field
from coach_tui.asking.occurrence import Slot, log_slot, logged_at, slot_of
from coach_tui.asking.sheet import Sheet
from coach_tui.coach.rhythm.overview import ritual_lines
from coach_tui.engagement.documents.kinds import REPORT
from coach_tui.engagement.rhythm.decisions import keep_promise
from coach_tui.engagement.rhythm.occurrences import RESULTS
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.language import Refusal
from coach_tui.ui.acting import write
from coach_tui.ui.dialogs.choose import ChooseDialog
from coach_tui.ui.rhythm.rows import ritual_names
from coach_tui.ui.screens.coach_screen import CoachScreen
from coach_tui.ui.widgets.step_list import StepList


class HoldingScreen(CoachScreen):
    """A ritual stands for the day of it that waits to be logged."""

    @property
    def pointed(self) -> tuple[str, str]:
        """What kind of thing is under the cursor, and its id."""
        kind, _, identity = self.query_one(StepList).pointed.partition(":")
        return kind, identity

    def do_held(self) -> None:
        """The latest occurrence was held; or the promise kept."""
        shown, (kind, identity) = self.coach.shown, self.pointed
        if shown is None:
            return
        if kind == "promise":
            kept = keep_promise(shown.engagement, identity, shown.today)
            self.warn_of(self.coach.try_to_save(kept))
        elif slot := slot_of(shown, kind, identity):
            ritual = rituals_of(shown.engagement)[slot.ritual]
            refusal = log_slot(self.coach, shown, slot, "held")
            self.warn_of(refusal)
            if not refusal:
                name = ritual.name or ritual_names(shown).get(ritual.id, ritual.id)
                held = self.words("rhythm.held")
                self.coach.tell("rhythm.logged", name=name, day=slot.day, result=held)

    def do_skipped(self) -> None:
        """The latest occurrence was skipped: why."""
        shown, (kind, identity) = self.coach.shown, self.pointed
        if shown and (slot := slot_of(shown, kind, identity)):
            known = logged_at(shown, slot)
            reason = known.reason if known else ""
            fields = (Field("reason", self.words("rhythm.field.reason"), reason),)
            title = self.words("rhythm.ask-skipped", day=slot.day)

            def submit(answers: forms.Answers) -> Refusal | None:
                return log_slot(self.coach, shown, slot, "skipped", answers["reason"])

            self.ask(Sheet(title, "", fields, submit, record=slot.row))

    @property
    def page(self) -> str:
        """The document of what is pointed at: a planned day's, a decision's memo, a month's
        report; empty where it has none. Of a ritual, that of its next day."""
        shown, (kind, identity) = self.coach.shown, self.pointed
        if shown is None:
            return ""
        if kind in ("decision", "report"):
            return f"{MEMO if kind == 'decision' else REPORT}/{identity}"
        slot = slot_of(shown, kind, identity)
        if slot is None:
            return ""
        coming = (each.next for each in ritual_lines(shown.engagement, shown.today)
                  if kind == "ritual" and each.ritual.id == identity)  # fmt: skip
        return page_of_ritual(slot.ritual, next(coming, None) or slot.day, shown.engagement)

    def do_page(self) -> None:
        """Write the page of what is pointed at: the agenda of that day, the memo, the report."""
        if page := self.page:
            write(self.coach, page)

    def say_of_slot(self, slot: Slot) -> None:
        """Held, or skipped: the results in their order."""
        gestures = (self.do_held, self.do_skipped)

        def chosen(place: int | None) -> None:
            if place is not None:
                gestures[place]()

        lines = [Content(self.words(f"rhythm.{result}")) for result in RESULTS]
        title = self.words("rhythm.ask-held", day=slot.day)
        self.app.push_screen(ChooseDialog(title, lines), chosen)
