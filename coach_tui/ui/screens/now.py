"""Now: the one thing to do, the week it belongs to, whom we wait on. Enter does it."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content

from coach_tui.asking.week import IN_ONE_PASS, WeekView, still_asked, view_of
from coach_tui.bundled import read_styles
from coach_tui.coach.euros import page_in
from coach_tui.coach.moves.move import Move
from coach_tui.coach.plan import Planned
from coach_tui.engagement.state import Engagement
from coach_tui.ui.commands import bindings_of
from coach_tui.ui.messages import LinkFollowed
from coach_tui.ui.now.journey import journey_lines, stages_of
from coach_tui.ui.now.lines import (
    KEYS,
    all_lines,
    card_lines,
    card_title,
    week_lines,
    week_title,
)
from coach_tui.ui.plain import headed_plain, line
from coach_tui.ui.screens.moves import MovesScreen
from coach_tui.ui.widgets.key_bar import KeyBar
from coach_tui.ui.widgets.lines import Line, Piece
from coach_tui.ui.widgets.panel import Panel
from coach_tui.ui.widgets.stage_strip import StageStrip
from coach_tui.ui.widgets.step_pane import StepPane
from coach_tui.ui.widgets.top_bar import TopBar
from coach_tui.view_state import Shown

CARD: Final = 60  # percent of the height: as high as the styles let the card be
FRAME: Final = 2  # lines


class NowScreen(MovesScreen):
    """One card, the week below it; the step in full beside them where the window is wide."""

    CSS = read_styles("now.tcss")
    NAME = "now"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("now")]
    AUTO_FOCUS = "#card"

    def __init__(self) -> None:
        super().__init__()
        self._view: WeekView | None = None
        self._about: tuple[object, ...] = ()
        self._everything = False
        self._doing: tuple[Move, Engagement] | None = None

    def compose(self) -> ComposeResult:
        yield TopBar(markup=False)
        with Container(id="now-columns"):
            with Container(id="now-left"):
                yield Panel(self._card, id="card")
                yield Panel(self._week, id="week")
                yield Panel(self._journey, id="journey")
            yield StepPane(id="now-page")
        yield StageStrip(id="strip", markup=False)
        yield KeyBar()

    # What is shown

    @property
    def view(self) -> WeekView | None:
        """The week, worked out anew where something is known that was not."""
        shown = self.coach.shown
        if shown is None:
            return None
        about = (shown.engagement, shown.playbook, shown.today, shown.role, shown.words.language)
        if self._view is None or about != self._about:
            self._view, self._about = view_of(shown), about
        return self._view._replace(shown=shown)

    def show(self, shown: Shown) -> None:
        """Draw the week; the step beside it follows the frame."""
        view = self.view
        if view is None:
            return
        self.query_one("#card", Panel).say(*card_title(view))
        self.query_one("#card").display = not self._everything
        everything = (shown.words("now.everything"), str(len(view.moves)))
        self.query_one("#week", Panel).say(*(everything if self._everything else week_title(view)))
        done = [shown.stage_progress(stage) for stage in shown.playbook.stages]
        total = sum(each.applicable for each in done)
        finished = sum(each.finished for each in done)
        said = shown.words("now.steps", done=finished, total=total)
        self.query_one("#journey", Panel).say(shown.words("now.journey"), said)
        self.query_one(StageStrip).show(stages_of(shown))
        self.refresh_bindings()
        if self.has_class("-wide"):
            self.call_after_refresh(self._read_beside)

    def _card(self, width: int, height: int) -> list[Line]:
        view = self.view
        if view is None:
            return []
        keys = [self._piece(each) for each in KEYS]
        return card_lines(
            view, width, keys, room=self.size.height * CARD // 100 - FRAME,
            beside=self.has_class("-wide"), still=self._still_asked(view),
        )  # fmt: skip

    def _still_asked(self, view: WeekView) -> str:
        """What the card's step lacks, once something was answered for it here."""
        if self._doing is None or view.agenda.now is None:
            return ""
        move, before = self._doing
        return still_asked(view, move, before) if move.id == view.agenda.now.id else ""

    def do_do(self) -> None:
        """Do what is under the cursor, and know it again if it is still there afterwards."""
        move, shown = self.move, self.coach.shown
        if move and shown and not (self._doing and self._doing[0].id == move.id):
            self._doing = move, shown.engagement
        super().do_do()

    def leave_client(self) -> None:
        """What was begun for one client is not another's."""
        self._doing = None
        super().leave_client()

    def on_screen_resume(self) -> None:
        """What was opened and left with nothing saved was not begun."""
        shown = self.coach.shown
        if shown and self._doing and self.is_current and self._doing[1] is shown.engagement:
            self._doing = None
        super().on_screen_resume()

    def _week(self, width: int, height: int) -> list[Line]:
        view = self.view
        if view is None:
            return []
        if self._everything:
            return all_lines(view, width, everybody=not view.shown.only_mine)
        return week_lines(view, width, self._piece("everything"), self._piece("request"))

    def _journey(self, width: int, height: int) -> list[Line]:
        return journey_lines(self.coach.shown) if self.coach.shown else []

    def _piece(self, command: str) -> Piece:
        """A key and its word, as the reader's keyboard and language have them."""
        binding = next(each for each in bindings_of("now") if each.id == f"now.{command}")
        key = self.coach.key_said(binding.key.split(",")[0])
        return key, self.words(f"command.{command}")

    def _read_beside(self) -> None:
        """The step of the line under the cursor, in full."""
        shown, planned = self.coach.shown, self.pointed
        pane = self.query_one(StepPane)
        if shown is None or not self.is_attached or not pane.is_on_screen:
            return
        from coach_tui.ui.step_words import notes, state

        if planned is None:
            self._tell_why(pane)
            return
        pane.show(
            line(planned.step.title),
            state(shown.dated(planned), shown.words, shown.today),
            page_in(planned.step.body, shown.words),
            notes(planned, shown.words),
            planned.step.id,
        )

    def _tell_why(self, pane: StepPane) -> None:
        """A move that is no step has no page of the playbook: why it is asked stands there."""
        from coach_tui.ui.now.why import reasons_of

        view, move = self.view, self.move
        if view is None or move is None:
            pane.show(Content(""), Content(""), "", Content(""))
            return
        told = headed_plain("\n\n".join(reasons_of(view, move)) or self.words("now.no-why"))
        pane.show(line(view.reader.title(move)), Content(""), "", told, move.id)

    # The line under the cursor

    @property
    def _panel(self) -> Panel:
        week = self.query_one("#week", Panel)
        return week if week.has_focus or self._everything else self.query_one("#card", Panel)

    @property
    def cursor(self) -> str:
        """The line under the cursor, for `put_cursor` to bring it back there."""
        return f"{self._panel.id}:{self._panel.pointed}"

    def put_cursor(self, cursor: str) -> None:
        """Back on this line, where it is still there."""
        panel, _, key = cursor.partition(":")
        if panel in ("card", "week"):
            self.query_one(f"#{panel}", Panel).point(key)

    def point_at(self, record_id: str, kind: str = "") -> bool:
        """Bring the cursor to this move (`kind`: move), or to the one about this record."""
        view, named = self.view, record_id if kind == "move" else ""
        about = (each.id for each in (view.moves if view else ()) if record_id in each.about)
        wanted = named or next(about, "")
        panels = (self.query_one("#card", Panel), self.query_one("#week", Panel))
        later = bool(view and view.move(named)) and not self._everything
        if found := next((panel for panel in panels if wanted and panel.point(wanted)), None):
            found.focus()
            self.call_after_refresh(self._read_beside)
        elif later:  # than this week, or in no room of it: among everything
            self.do_everything()
            self.call_after_refresh(self.point_at, named, kind)
        return bool(found or later)

    @property
    def move(self) -> Move | None:
        """The move under the cursor; on the card, the one it shows."""
        view = self.view
        if view is None:
            return None
        return view.move(self._panel.pointed) or (
            view.agenda.now if self._panel.id == "card" else None
        )

    @property
    def waited_for(self) -> str:
        """The role under the cursor, on a line of those who are waited for."""
        kind, _, role = self._panel.pointed.partition(":")
        return role if kind == "who" else ""

    @property
    def pointed(self) -> Planned | None:
        """The step behind the move under the cursor."""
        shown, move = self.coach.shown, self.move
        if shown is None or move is None or not move.about or move.kind in IN_ONE_PASS:
            return None
        return shown.step(move.about[0])

    def on_panel_chosen(self, event: Panel.Chosen) -> None:
        """Enter on a line."""
        event.stop()
        if event.key == "also":
            self.do_everything()
        elif self.waited_for:
            self.do_why()
        else:
            self.do_do()

    def on_panel_pointed(self, event: Panel.Pointed) -> None:
        """What the keys can do depends on the move."""
        event.stop()
        self.refresh_bindings()
        if self.has_class("-wide"):
            self._read_beside()

    def on_link_followed(self, event: LinkFollowed) -> None:
        """Another step opens where steps are read."""
        event.stop()
        if event.href.startswith("#"):
            self.coach.go_to_step(event.href[1:])

    def do_read(self) -> None:
        """The step in full, where steps are read; beside, where there is room."""
        if self.has_class("-wide"):
            self.query_one(StepPane).focus()
        elif planned := self.pointed:
            self.coach.go_to_step(planned.step.id)

    do_beside = do_read

    def do_everything(self) -> None:
        """Everything there is, or this week only."""
        self._everything = not self._everything
        self.refresh_shown()
        self.query_one("#week" if self._everything else "#card", Panel).focus()

    def action_back(self) -> None:
        """From everything to the week, from the page to the list; then where one came from."""
        if self._everything:
            self.do_everything()
        elif self.query_one(StepPane).has_focus:
            self.query_one("#card", Panel).focus()
        else:
            super().action_back()

    def offers(self, command: str) -> bool | None:
        """A move's own commands need one."""
        if command in ("request", "why") and self.waited_for:
            return True
        if command in ("do", "later", "why", "request"):
            return True if self.move else None
        if command == "elsewhere":
            planned, move = self.pointed, self.move
            alone = move is not None and len(move.about) == 1
            return True if alone and planned and planned.open else None
        if command == "beside":  # what is no step has no page, but room beside says why
            return True if self.pointed or self.has_class("-wide") else None
        return super().offers(command)
