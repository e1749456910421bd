"""Today: what I can act on now, late first and mine first, and how far each stage has come."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from coach_tui.bundled import read_styles
from coach_tui.coach.plan import Planned
from coach_tui.ui.commands import bindings_of
from coach_tui.ui.messages import StepChosen, StepPointed
from coach_tui.ui.plain import plain
from coach_tui.ui.screens.advised import AdvisedScreen
from coach_tui.ui.step_words import row, waiting_row
from coach_tui.ui.widgets.key_bar import KeyBar
from coach_tui.ui.widgets.stage_progress import StageLine, StageProgress
from coach_tui.ui.widgets.step_list import Row, StepList
from coach_tui.ui.widgets.top_bar import TopBar
from coach_tui.view_state import Shown


class TodayScreen(AdvisedScreen):
    """The first thing seen: it needs no Markdown, so it is there at once."""

    CSS = read_styles("today.tcss")
    NAME = "today"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("today")]
    AUTO_FOCUS = "StepList"

    def compose(self) -> ComposeResult:
        yield TopBar(markup=False)
        yield Static(id="today-summary", markup=False)
        yield StepList(id="today-steps")
        yield StageProgress(markup=False)
        yield KeyBar()

    @property
    def pointed(self) -> Planned | None:
        """The step under the cursor."""
        shown = self.coach.shown
        return shown.step(self.query_one(StepList).pointed) if shown else None

    def draw(self, shown: Shown) -> None:
        """Draw what there is to do today."""
        self.query_one("#today-summary", Static).update(self._summary(shown))
        self.query_one(StepList).show(self._rows(shown))
        stages = [
            StageLine(stage.title, shown.stage_progress(stage)) for stage in shown.playbook.stages
        ]
        low_and_wide = self.size.width >= 76 and self.size.height < 32
        self.query_one(StageProgress).show(stages, columns=2 if low_and_wide else 1)

    def do_link(self) -> None:
        """Links are read where the advice is."""
        self.do_read()

    def on_step_chosen(self, event: StepChosen) -> None:
        """Enter on a row."""
        self.do_read()

    def on_step_pointed(self, event: StepPointed) -> None:
        """What the keys can do depends on the step."""
        self.refresh_bindings()

    def _summary(self, shown: Shown) -> Content:
        words = shown.words
        if not shown.playbook.stages:
            return Content(words("today.no-playbook"))
        if shown.profile.first_day is None:
            undated = plain(words("today.undated"), "$warning")
            return self._counts(shown) + "\n" + undated if shown.now.now else undated
        return self._counts(shown)

    def _counts(self, shown: Shown) -> Content:
        words, now = shown.words, shown.now
        if not now.now and not now.next and not now.earlier:
            return Content(words("today.nothing-at-all"))
        parts = [
            Content(words("today.now", n=len(now.now)) if now.now else words("today.nothing-now"))
        ]
        if now.late:
            parts.append(Content.styled(words("today.late", n=now.late), "bold $error"))
        if now.earlier:
            parts.append(Content.styled(words("today.earlier", n=now.earlier), "$secondary"))
        return Content(" · ").join(parts)

    def _rows(self, shown: Shown) -> list[Row]:
        words, now = shown.words, shown.now
        rows = self.rows_above(shown)
        narrow = self.has_class("-narrow") and self.size.width < 60
        for each in now.now:  # a step already done is here for one reason: to be confirmed
            rows.append(Row(each.step.id, self._row(each, shown, narrow=narrow)))
        if now.next:
            rows.append(Row("", Content(words("today.next")), heading=True))
            rows += [Row(each.step.id, row(each, words, shown.today)) for each in now.next]
        return rows + self.rows_below(shown)

    def _row(self, each: Planned, shown: Shown, *, narrow: bool) -> Content:
        if each.finished:
            return waiting_row(each, shown.words, shown.today, narrow=narrow)
        return row(each, shown.words, shown.today)
