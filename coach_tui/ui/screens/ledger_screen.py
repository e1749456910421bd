"""What the screens of accesses and KPIs share: a list, what is known of its line, one at a time
where the window is low."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coach_tui.bundled import read_styles
from coach_tui.engagement.change import Decision
from coach_tui.language import Refusal
from coach_tui.ui.messages import StepChosen, StepPointed
from coach_tui.ui.screens.coach_screen import CoachScreen
from coach_tui.ui.widgets.detail_pane import DetailPane
from coach_tui.ui.widgets.empty_place import EmptyPlace
from coach_tui.ui.widgets.key_bar import KeyBar
from coach_tui.ui.widgets.row import Row
from coach_tui.ui.widgets.step_list import StepList
from coach_tui.ui.widgets.top_bar import TopBar
from coach_tui.view_state import Shown

REST = 0.03  # seconds the cursor rests before the pane is drawn: scrolling stays instant
READING = 64  # cells of the page beside the list in a wide window, as in the styles
FRAME = 4  # columns of a frame and what is kept free inside it


def styles_for(screen: str) -> str:
    """The looks these screens share, under the name of one: Textual scopes a screen's to it."""
    return read_styles("ledgers.tcss").replace("LedgerScreen", screen)


class LedgerScreen(CoachScreen):
    """`rows`, `summary` and `detail` are each screen's own; Enter is `do_<ENTER>`."""

    ENTER: ClassVar[str]
    EMPTY: ClassVar[str]
    FIRST: ClassVar[str]  # the command that begins it where nothing is there
    AUTO_FOCUS = "StepList"

    def __init__(self) -> None:
        super().__init__()
        self._wanted = ""

    def compose(self) -> ComposeResult:
        yield TopBar(markup=False)
        yield Static(id="ledger-summary", markup=False)
        yield EmptyPlace(id="ledger-empty")
        with Container(id="ledger-columns"):
            yield StepList(id="ledger-rows")
            yield from self.below()
        yield KeyBar()

    def below(self) -> ComposeResult:
        """What stands beside the list, or under it."""
        yield DetailPane(id="ledger-pane")

    def _said(self, description: str) -> str:
        """Enter says what it does here."""
        said = f"command.{self.ENTER}" if description == "command.enter" else description
        return super()._said(said)

    def rows(self, shown: Shown) -> list[Row]:
        """The lines of the list."""
        raise NotImplementedError

    def summary(self, shown: Shown) -> Content:
        """What is always in sight above the list."""
        raise NotImplementedError

    def detail(self, shown: Shown) -> tuple[Content, Content]:
        """The title and the text of the line under the cursor."""
        raise NotImplementedError

    @property
    def list_room(self) -> int:
        """Columns for a line of the list, its frame taken off."""
        outer = self.size.width - READING if self.has_class("-wide") else self.size.width
        return outer - FRAME

    @property
    def today(self) -> date:
        return self.coach.now().date()

    @property
    def pointed_id(self) -> str:
        """The id of the line under the cursor; empty where there is none."""
        return self.query_one(StepList).pointed

    def show(self, shown: Shown) -> None:
        """Show the list, its summary, and what is known of its line."""
        rows = self.rows(shown)
        empty = self.query_one("#ledger-empty", EmptyPlace)
        empty.stand_for(shown.words, self.NAME, self.EMPTY, self.FIRST)
        listed = self.query_one(StepList)
        empty.replace(self.query_one("#ledger-columns"), listed, empty=not rows)
        summary, said = self.query_one("#ledger-summary", Static), self.summary(shown)
        summary.update(said)
        summary.display = bool(said.plain)
        wanted, self._wanted = self._wanted, ""
        self.list_rows(rows, wanted or None)
        if not rows:
            self.remove_class("-reading")
        self._draw()
        self.refresh_bindings()

    def point_at(self, record_id: str, kind: str = "") -> bool:
        """Bring the cursor to the line of this record. False where it has none."""
        self._wanted = self.line_of(record_id, kind)
        wanted = self._wanted
        self.refresh_shown()
        return self.pointed_id == wanted

    def line_of(self, record_id: str, kind: str) -> str:
        """The line that shows this record."""
        return record_id

    def on_step_pointed(self, event: StepPointed) -> None:
        """Draw the pane once the cursor rests."""
        event.stop()
        self.draw_soon(self._draw, REST)

    def on_step_chosen(self, event: StepChosen) -> None:
        """Enter on a line."""
        event.stop()
        self.action_command(self.ENTER)

    def do_look(self) -> None:
        """Move into the pane, to scroll it."""
        if self.pointed_id:
            self.add_class("-reading")
            self.query_one("#ledger-pane", DetailPane).focus()

    def action_back(self) -> None:
        """From the pane to the list; from the list to where one came from."""
        if self.query_one("#ledger-pane", DetailPane).has_focus or self.has_class("-reading"):
            self.remove_class("-reading")
            self.query_one(StepList).focus()
        else:
            super().action_back()

    def save(self, decision: Decision, point_at: str = "") -> Refusal | None:
        """Save, and bring the cursor where something is new. The reason where it was not saved."""
        self._wanted = point_at
        return self.coach.try_to_save(decision)

    def save_or_warn(self, decision: Decision) -> None:
        """Save what needs no question."""
        if refusal := self.save(decision):
            self.coach.warn(refusal)

    def _draw(self) -> None:
        if self.coach.shown is not None and self.is_mounted:
            title, body = self.detail(self.coach.shown)
            self.query_one("#ledger-pane", DetailPane).show(self.pointed_id, title, body)
