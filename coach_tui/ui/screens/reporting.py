"""The gestures of the rhythm's screen that are about the monthly report."""

from __future__ import annotations

from textual.content import Content

from coach_tui.coach.rhythm.month import last_month
from coach_tui.engagement.rhythm.reports import keep_report, reports_of
from coach_tui.exports.handouts import YES
from coach_tui.exports.whose import report_brought_back, without_mark
from coach_tui.language import Refusal
from coach_tui.ui.dialogs.choose import ChooseDialog
from coach_tui.ui.dialogs.editor import EditorDialog
from coach_tui.ui.exporting import handing_out
from coach_tui.ui.rhythm.rows import report_title
from coach_tui.ui.screens.coach_screen import CoachScreen
from coach_tui.view_state import Shown


class ReportingScreen(CoachScreen):
    """Draft it, edit it, say that it went out."""

    def do_report(self) -> None:
        """Edit the report of the month that is over: the kept text, or its draft."""
        if shown := self.coach.shown:
            self.read_report(shown, last_month(shown.today, shown.profile.first_day))

    def read_report(self, shown: Shown, month: str) -> None:
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
                self.warn_of(self.coach.try_to_save(sent))
            elif place == 2:
                self.warn_of(
                    self.coach.try_to_save(keep_report(month, kept.text, other, kept.sent))
                )

        lines = [Content(self.words(key)) for key in keys]
        title = report_title(month, self.words)
        self.app.push_screen(ChooseDialog(title, lines), chosen)

    def _edit_report(self, shown: Shown, month: str) -> None:
        kept, words = reports_of(shown.engagement).get(month), self.words
        text = kept.text if kept else self._draft(month)
        written_by = kept.written_by if kept else "cmo"

        def submit(edited: str) -> Refusal | None:
            own = report_brought_back(
                edited, month, self.coach.engagement_id, shown.profile.company, ()
            )
            if isinstance(own, Refusal):
                return own
            sent = kept.sent if kept else None
            return self.coach.try_to_save(keep_report(month, own, written_by, sent))

        title = report_title(month, words)
        self.app.push_screen(EditorDialog(title, text, submit, words))

    def _draft(self, month: str) -> str:
        if self.coach.session is None:
            return ""
        making = handing_out(self.coach, self.coach.session, self.words.language)
        made = making.make("report", {"month": month, "draft": YES})
        return "" if isinstance(made, Refusal) else without_mark(made)
