"""What every screen of the coach does: say its keys in its language, run commands, be shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from textual.actions import SkipAction
from textual.binding import ActiveBinding, Binding, BindingType
from textual.screen import Screen
from textual.timer import Timer

from coach_tui.language import Refusal, Words
from coach_tui.language.clean import one_line
from coach_tui.ui import widths
from coach_tui.ui.clipboard import copy
from coach_tui.ui.framework_words import said
from coach_tui.ui.widgets.row import Row
from coach_tui.ui.widgets.step_list import StepList
from coach_tui.ui.widgets.step_pane import StepPane
from coach_tui.ui.widgets.top_bar import TopBar
from coach_tui.view_state import Shown

if TYPE_CHECKING:
    from coach_tui.asking.form import Form
    from coach_tui.asking.sheet import Sheet
    from coach_tui.ui.app import CoachApp

TITLE = 40  # characters of what was copied that are told


class CoachScreen(Screen[Any]):
    """A screen that is handed what to show (`show`) and turns commands into gestures (`do_…`)."""

    NAME: ClassVar[str]
    HANDOUT: ClassVar[str] = ""  # the document this screen is about (see exports/handouts)
    _told_in = ""  # the language of what is in sight
    _told_of = ""  # the engagement it is of
    _rest: Timer | None = None  # until what the cursor is on is drawn
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", show=False)]
    # Tight: no side frames. Wide: two columns. Small: one thing at a time. As Textual declares it.
    HORIZONTAL_BREAKPOINTS = widths.ACROSS
    VERTICAL_BREAKPOINTS = widths.DOWN

    @property
    def coach(self) -> CoachApp:
        """The app, by its own type."""
        app: CoachApp = self.app  # type: ignore[assignment]
        return app

    @property
    def words(self) -> Words:
        """The interface's words, in the reader's language."""
        return self.coach.words

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, described in the reader's language: ours and Textual's."""
        words = self.coach.words
        return {
            key: active._replace(
                binding=replace(active.binding, description=self._said(active.binding.description)),
                tooltip=said(active.tooltip, words.language),
            )
            for key, active in super().active_bindings.items()
        }

    def _said(self, description: str) -> str:
        """Ours are word keys; Textual's are not, and begin with a capital."""
        words = self.coach.words
        if "." in description:
            return words(description)
        theirs = said(description, words.language)
        return theirs[:1].lower() + theirs[1:]

    def on_mount(self) -> None:
        self._told_in = self.words.language
        self.refresh_shown()

    def on_screen_resume(self) -> None:
        if self._told_in in ("", self.words.language):
            self.refresh_shown()
        else:
            self.retell()

    def on_resize(self) -> None:
        self.call_after_refresh(self.fit)

    def fit(self) -> None:
        """Show what is known in a window of another size."""
        self.refresh_shown()

    def refresh_shown(self) -> None:
        """Show what is known now, unless the app is closing: its lists may be gone already."""
        if self.coach.shown is not None and self.is_mounted and self.app.is_running:
            if self._told_of != self.coach.engagement_id:
                self._told_of = self.coach.engagement_id
                self.leave_client()
            self.query_one(TopBar).show(self.coach.shown, self.NAME)
            self.show(self.coach.shown)

    def leave_client(self) -> None:
        """What is drawn only after a while must not stand there under another client's name."""
        for pane in self.query(StepPane):
            pane.leave()

    def show(self, shown: Shown) -> None:
        """Show this. Each screen its own way."""
        raise NotImplementedError

    def list_rows(self, rows: Sequence[Row], pointed: str | None = None, figure: str = "") -> None:
        """Fill this screen's list, framed under the screen's own name and one figure."""
        listed = self.query_one(StepList)
        listed.show(rows, pointed)
        listed.say(self.words(f"app.{self.NAME}"), figure)

    def draw_soon(self, draw: Callable[[], object], rest: float) -> None:
        """Draw what the cursor is on once it rests, `rest` seconds: moving stays instant."""
        self.refresh_bindings()
        if self._rest:
            self._rest.stop()
        self._rest = self.set_timer(rest, draw)

    def retell(self) -> None:
        """Say everything in the language just chosen. The cursor, and what is open, stay."""
        self._told_in = self.words.language
        left = [(each, each.reader_scroll) for each in self.query(StepList)]
        self.refresh_shown()
        self.refresh_bindings()
        self.call_after_refresh(self._keep_in_sight, left)

    def _keep_in_sight(self, left: Sequence[tuple[StepList, float]]) -> None:
        """Words of another length fold otherwise: the line pointed at must not slip away."""
        for each, scroll in left:
            each.keep_in_sight(scroll)

    @property
    def cursor(self) -> str:
        """The line under the cursor, for `put_cursor` to bring it back there."""
        lists = self.query(StepList)
        return lists.first().pointed if lists else ""

    def put_cursor(self, cursor: str) -> None:
        """Bring the cursor back to this line, where it is still there."""
        for each in self.query(StepList):
            each.point(cursor)

    def action_back(self) -> None:
        """Back to where one came from; to Today for who came by a place's own key."""
        self.coach.come_back()

    def ask(self, sheet: Sheet, engagement: str = "") -> None:
        """Ask these questions, of the engagement that is open unless another is meant."""
        from coach_tui.ui.acting import dialog_of

        self.app.push_screen(dialog_of(self.coach, sheet, engagement))

    def put(self, form: Form, about: str = "") -> None:
        """Ask these questions, and save what they decide."""
        from coach_tui.asking.sheet import sheet_of

        self.ask(sheet_of(form, self.coach, about))

    def action_copy_text(self) -> None:
        """Copy what the mouse has marked, and say so; with nothing marked the key goes on."""
        marked = self.get_selected_text()
        if marked is None:
            raise SkipAction
        copy(self.coach, self.words, marked, "app.copied", title=one_line(marked, TITLE))

    def do_export(self) -> None:
        """Take out the document this screen is about."""
        self.export(self.HANDOUT)

    def export(self, handout: str, **known: str) -> None:
        """Ask what can be said of this document, starting from what is known; take it out."""
        from coach_tui.ui.exporting import export

        export(self.coach, handout, known)

    def warn_of(self, refusal: Refusal | None) -> None:
        """Say why something was not saved; nothing where it was."""
        if refusal:
            self.coach.warn(refusal)

    def action_command(self, command: str) -> None:
        """Run a command: this screen's own way if it has one, otherwise the app's."""
        own = getattr(self, f"do_{command}", None) or getattr(self.coach, f"do_{command}", None)
        if own:
            own()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a command makes sense now. None shows its key dimmed."""
        if action == "command" and parameters == ("undo",) and self.coach.session is None:
            return None
        if action == "command" and parameters:
            return self.offers(str(parameters[0]))
        return True

    def offers(self, command: str) -> bool | None:
        """Whether this command can be run on this screen now."""
        return True
