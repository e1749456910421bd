"""History: every gesture, who made it and when, and a key to take one back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from coach_tui.bundled import read_styles
from coach_tui.engagement.history import Gesture, conflicts, gestures, undone
from coach_tui.exports.history.reader import Reader
from coach_tui.exports.history.taking_back import outlook, undone_by
from coach_tui.exports.history.words import conflict_words, gesture_words
from coach_tui.exports.people import actor_words, day_words
from coach_tui.language import Refusal
from coach_tui.language.dates import long_date
from coach_tui.store.errors import StoreError
from coach_tui.ui.commands import bindings_of
from coach_tui.ui.dialogs.preview import PreviewDialog
from coach_tui.ui.history_words import reader_of
from coach_tui.ui.messages import StepChosen, StepPointed
from coach_tui.ui.plain import line, plain
from coach_tui.ui.screens.coach_screen import CoachScreen
from coach_tui.ui.widgets.detail_pane import DetailPane
from coach_tui.ui.widgets.key_bar import KeyBar
from coach_tui.ui.widgets.lines import MOST
from coach_tui.ui.widgets.row import Row
from coach_tui.ui.widgets.step_list import StepList
from coach_tui.ui.widgets.top_bar import TopBar
from coach_tui.view_state import Shown

UNDER: Final = 6  # the column in which a gesture's words go on: after its time
LIMIT: Final = 500  # gestures listed; the command line gives them all


class HistoryScreen(CoachScreen):
    """Latest first, day by day; the one under the cursor in full below."""

    CSS = read_styles("history.tcss")
    NAME = "history"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("history")]
    AUTO_FOCUS = "StepList"

    def __init__(self) -> None:
        super().__init__()
        self._gestures: dict[str, Gesture] = {}
        self._undone: set[str] = set()
        self._reader: Reader | None = None
        self._shown: Shown | None = None

    def compose(self) -> ComposeResult:
        yield TopBar(markup=False)
        yield Static(id="history-note", markup=False, classes="empty")
        yield StepList(id="history-gestures")
        yield DetailPane(id="history-detail")
        yield KeyBar()

    def show(self, shown: Shown) -> None:
        """Show who did what. Nothing here depends on the window's size: the same is told once."""
        if shown is self._shown:
            return
        self._shown = shown
        found = gestures(shown.changes)[::-1]
        self._gestures = {gesture.changes[0].id: gesture for gesture in found[:LIMIT]}
        session = self.coach.session
        self._reader = reader = reader_of(shown, session.actor if session else "")
        self._undone = undone(shown.changes)
        rows = [*_rows(self._gestures, self._undone, reader)]
        if len(found) > LIMIT:
            older = shown.words("history.older", n=len(found) - LIMIT)
            rows.append(Row("", line(older), heading=True))
        self.list_rows(rows)
        self._show_note(reader, bool(rows))
        self._show_detail()

    def do_undo_this(self) -> None:
        """Take back the gesture under the cursor, once its author has read what it said."""
        gesture, reader = self._pointed(), self._reader
        if gesture is None or reader is None:
            return

        def answered(yes: bool | None) -> None:
            if yes:
                self._take_back(gesture)

        words, what = reader.words, outlook(gesture, reader)
        text = "\n".join([*gesture_words(gesture, reader, whole=True), "", *what.lines])
        yes = words("history.take-back") if what.possible else ""
        dialog = PreviewDialog(_who_and_when(gesture, reader), text, words, yes=yes)
        self.app.push_screen(dialog, answered)

    def on_step_chosen(self, event: StepChosen) -> None:
        """Enter on a gesture."""
        self.do_undo_this()

    def on_step_pointed(self, event: StepPointed) -> None:
        """Tell the gesture under the cursor: the list cuts it."""
        self._show_detail()
        # What is told may take a line from the list: the cursor's row stays whole.
        self.call_after_refresh(self.query_one(StepList).scroll_to_highlight)

    def _pointed(self) -> Gesture | None:
        return self._gestures.get(self.query_one(StepList).pointed)

    def _show_note(self, reader: Reader, some: bool) -> None:
        note = self.query_one("#history-note", Static)
        found = conflicts(reader.engagement, reader.changes)
        note.display = bool(found) or not some
        said = conflict_words(found, reader)[:5]
        note.update("\n".join(said) if found else reader.words("history.empty"))

    def _show_detail(self) -> None:
        gesture, reader = self._pointed(), self._reader
        pane = self.query_one("#history-detail", DetailPane)
        pane.display = gesture is not None
        if gesture is not None and reader is not None:
            gone = bool(gesture.ids & self._undone)
            title = line(_who_and_when(gesture, reader))
            pane.show(gesture.changes[0].id, title, _detail(gesture, reader, gone))

    def _take_back(self, gesture: Gesture) -> None:
        session = self.coach.session
        if session is None:
            return
        try:
            answer = session.undo_gesture(gesture)
        except StoreError as error:
            self.coach.warn(error.refusal)
            return
        if isinstance(answer, Refusal):
            self.coach.warn(self.coach.words.refusal(answer))
            return
        self.coach.update_shown()
        self.coach.tell_undone(answer)


def _rows(found: dict[str, Gesture], taken_back: set[str], reader: Reader) -> Iterator[Row]:
    """The gestures under their days."""
    language = reader.words.language
    day: date | None = None
    for identity, gesture in found.items():
        on = reader.engagement.day(gesture.at)
        if on and on != day:
            day = on
            yield Row(f"#{day}", line(long_date(day, language)), heading=True)
        said = _line(gesture, reader, bool(gesture.ids & taken_back))
        yield Row(identity, said, hang=UNDER, most=MOST)


def _line(gesture: Gesture, reader: Reader, gone: bool) -> Content:
    words = reader.words
    moment = reader.engagement.moment(gesture.at)
    who = f"{moment:%H:%M} " if moment else ""
    who += f"{actor_words(gesture.actor, words)} "
    said = " · ".join(gesture_words(gesture, reader))
    mark = f"({words('history.undone')}) " if gone else ""
    style = "strike $secondary" if gone else ""
    return Content.styled(line(who).plain + " ", "$secondary") + mark + line(said, style)


def _detail(gesture: Gesture, reader: Reader, gone: bool) -> Content:
    lines = gesture_words(gesture, reader)
    if gone:
        lines.append(reader.words("history.undone-by", who=undone_by(gesture, reader)))
    return plain("\n".join(lines))


def _who_and_when(gesture: Gesture, reader: Reader) -> str:
    words, moment = reader.words, reader.engagement.moment(gesture.at)
    day = day_words(reader.engagement.day(gesture.at), words)
    when = f"{day}, {moment:%H:%M}" if moment else day
    return f"{actor_words(gesture.actor, words)}, {when}"
