"""History: every gesture, who made it and when, and a key to take one back."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Footer, Static

from coach_tui.engagement.history import Gesture, conflicts, gestures, undone
from coach_tui.exports.change_reader import Reader
from coach_tui.exports.changes import conflict_words, gesture_words
from coach_tui.exports.people import actor_words, day_words
from coach_tui.language import Refusal
from coach_tui.store.errors import StoreError
from coach_tui.ui.commands import bindings_of
from coach_tui.ui.dialogs.preview import PreviewDialog
from coach_tui.ui.history_words import reader_of
from coach_tui.ui.messages import StepChosen
from coach_tui.ui.plain import line
from coach_tui.ui.screens.coach_screen import CoachScreen
from coach_tui.ui.shown import Shown
from coach_tui.ui.widgets.step_list import Row, StepList
from coach_tui.ui.widgets.top_bar import TopBar

LIMIT: Final = 500  # gestures listed; the command line gives them all


class HistoryScreen(CoachScreen):
    """Latest first."""

    NAME = "history"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("history")]
    AUTO_FOCUS = "StepList"

    def __init__(self) -> None:
        super().__init__()
        self._gestures: dict[str, Gesture] = {}

    def compose(self) -> ComposeResult:
        yield TopBar(markup=False)
        yield Static(id="history-note", markup=False, classes="empty")
        yield StepList(id="history-gestures")
        yield Footer(compact=True)

    def show(self, shown: Shown) -> None:
        """Show who did what."""
        latest = list(reversed(gestures(shown.changes)))[:LIMIT]
        self._gestures = {gesture.changes[0].id: gesture for gesture in latest}
        taken_back, reader = undone(shown.changes), reader_of(shown)
        rows = [
            Row(identity, self._line(gesture, reader, bool(gesture.ids & taken_back)))
            for identity, gesture in self._gestures.items()
        ]
        self.query_one(StepList).show(rows)
        note = self.query_one("#history-note", Static)
        found = conflicts(shown.engagement, shown.changes)
        note.display = bool(found) or not rows
        said = [conflict_words(conflict, reader) for conflict in found[:5]]
        note.update("\n".join(said) if found else shown.words("history.empty"))

    def do_undo_this(self) -> None:
        """Take back the gesture under the cursor, once its author has read what it said."""
        gesture = self._gestures.get(self.query_one(StepList).pointed)
        shown = self.coach.shown
        if gesture is None or shown is None:
            return
        words = shown.words
        reader = reader_of(shown, self.coach.session.actor if self.coach.session else "")

        def answered(yes: bool | None) -> None:
            if yes:
                self._take_back(gesture)

        text = "\n".join(gesture_words(gesture, reader, whole=True))
        day = day_words(shown.engagement.day(gesture.at), words)
        title = f"{actor_words(gesture.actor, words)}, {day}"
        self.app.push_screen(
            PreviewDialog(title, text, words, yes=words("history.take-back")), answered
        )

    def on_step_chosen(self, event: StepChosen) -> None:
        """Enter on a gesture."""
        self.do_undo_this()

    def _take_back(self, gesture: Gesture) -> None:
        session = self.coach.session
        if session is None:
            return
        try:
            answer = session.undo_gesture(gesture)
        except StoreError as error:
            self.coach.warn(self.coach.words(error.reason, **error.values))
            return
        if isinstance(answer, Refusal):
            self.coach.warn(self.coach.words.refusal(answer))
            return
        self.coach.update_shown()
        self.coach.tell("app.undone")

    def _line(self, gesture: Gesture, reader: Reader, gone: bool) -> Content:
        words = reader.words
        day = day_words(reader.engagement.day(gesture.at), words)
        who = f"{day} · {actor_words(gesture.actor, words)}"
        what = " · ".join(gesture_words(gesture, reader))
        style = "strike $secondary" if gone else ""
        return Content.styled(f"{who}  ", "$secondary") + line(what, style)
