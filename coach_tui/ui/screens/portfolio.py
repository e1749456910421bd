"""Portfolio: every client on one line, this week's acts across them, the days promised in all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.events import Mount
from textual.widgets import Static

from coach_tui.clients import ClientSeen, clients_seen
from coach_tui.coach.glance import overloaded, sold_days
from coach_tui.language.numbers import write_number
from coach_tui.recovery import any_gone
from coach_tui.ui.client_rows import act_rows, client_rows
from coach_tui.ui.commands import bindings_of
from coach_tui.ui.damaged import read_damage
from coach_tui.ui.messages import StepChosen, StepPointed
from coach_tui.ui.plain import plain
from coach_tui.ui.screens.coach_screen import CoachScreen
from coach_tui.ui.widgets.empty_place import EmptyPlace
from coach_tui.ui.widgets.key_bar import KeyBar
from coach_tui.ui.widgets.row import Row
from coach_tui.ui.widgets.step_list import StepList
from coach_tui.ui.widgets.top_bar import TopBar
from coach_tui.view_state import Shown


class PortfolioScreen(CoachScreen):
    """Clients never meet here: each line was worked out from its own file."""

    NAME = "portfolio"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of("portfolio")]
    AUTO_FOCUS = "StepList"

    def __init__(self) -> None:
        super().__init__()
        self._clients: Sequence[ClientSeen] = ()

    def compose(self) -> ComposeResult:
        yield TopBar(markup=False)
        yield Static(id="portfolio-days", markup=False, classes="empty")
        yield EmptyPlace(id="portfolio-empty")
        yield StepList(id="portfolio-clients")
        yield KeyBar()

    def on_mount(self, event: Mount) -> None:  # type: ignore[override]  # both are Textual's
        """The screen comes to the front next, and the clients are read then: not twice."""
        event.prevent_default()
        self._told_in = self.words.language

    def refresh_shown(self) -> None:
        """This screen is of use without an open engagement too."""
        if not self.is_mounted:
            return
        if self.coach.shown:
            self.query_one(TopBar).show(self.coach.shown, f"{self.NAME}")
        self.call_after_refresh(self._read_clients)

    def show(self, shown: Shown) -> None:
        """Everything is in `refresh_shown`."""

    def do_open(self) -> None:
        """Work for the client under the cursor, at the act if it is on one."""
        client, act = self._pointed
        if client is None:
            return
        if client.error:
            read_damage(self.coach, client.path, client.error)
            return
        from_here = self.coach.here()
        if self.coach.open_engagement(client.path):
            self._lead_to(client, act)
            self.coach.way = ()
            self.coach.leave_mark(from_here)

    def _lead_to(self, client: ClientSeen, act_id: str) -> None:
        """To the move itself. The acts are the CMO's: somebody else is shown the step."""
        told, shown = client.line, self.coach.shown
        act = next((each for each in told.acts if each.id == act_id), None) if told else None
        if act and shown and shown.role == "cmo":
            self.coach.go_to_move(act.id)
        elif act and act.step:
            self.coach.go_to_step(act.step)

    def fit(self) -> None:
        """A line that no longer fits folds, one that fits again unfolds: no client is read anew."""
        if self.is_mounted and self.coach.shown:
            self.query_one(TopBar).show(self.coach.shown, f"{self.NAME}")
        if self.is_mounted and self._clients:
            self._show_rows()

    def on_step_chosen(self, event: StepChosen) -> None:
        """Enter on a line."""
        self.do_open()

    def on_step_pointed(self, event: StepPointed) -> None:
        """What the keys can do depends on the line."""
        self.refresh_bindings()

    def offers(self, command: str) -> bool | None:
        """Opening needs a client under the cursor."""
        if command == "open":
            return True if self._pointed[0] else None
        return None if command == "undo" else True

    @property
    def _pointed(self) -> tuple[ClientSeen | None, str]:
        place, _, act = self.query_one(StepList).pointed.partition(" ")
        known = place.isdigit() and int(place) < len(self._clients)
        return (self._clients[int(place)] if known else None), act

    def _read_clients(self) -> None:
        coach, words = self.coach, self.words
        if not self.is_mounted:
            return
        self._clients = clients_seen(
            coach.home, coach.playbook, words, coach.now, keeps=coach.playbook_folder is None
        )
        lines = [client.line for client in self._clients if client.line]
        days = self.query_one("#portfolio-days", Static)
        lost = not self._clients and any_gone(coach.home)
        empty, listed = self.query_one("#portfolio-empty", EmptyPlace), self.query_one(StepList)
        empty.stand_for(words, self.NAME, "portfolio.empty", "engagements")
        empty.replace(listed, listed, empty=not self._clients and not lost)
        days.display = not empty.display
        if lost:
            days.update(words("portfolio.gone"))
        elif overloaded(lines):
            said = write_number(sold_days(lines), words.language)
            days.update(Content.styled(words("portfolio.overload", days=said), "bold $error"))
        else:
            sold = sold_days(lines)
            said = words("portfolio.sold", n=sold)
            days.update(plain(said.replace(f"{sold}", write_number(sold, words.language), 1)))
        self._show_rows()

    def _show_rows(self) -> None:
        listed = self.query_one(StepList)
        width = listed.scrollable_content_region.width
        here = self.coach.engagement_id
        clients = client_rows(self._clients, self.words, here, width) if self._clients else []
        self.list_rows([*clients, *self._week_rows(width)], figure=str(len(clients)))

    def _week_rows(self, width: int) -> list[Row]:
        rows = act_rows(self._clients, width)
        title = self.words("portfolio.week" if rows else "portfolio.nothing")
        return [Row("", Content(title), heading=True), *rows] if self._clients else []
