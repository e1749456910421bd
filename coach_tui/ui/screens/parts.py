"""A screen made of parts: each one line, opened in its place; what it says stands beside it."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from coach_tui.bundled import Catalogues, read_styles
from coach_tui.engagement.change import Decision
from coach_tui.ui.messages import StepChosen, StepPointed
from coach_tui.ui.plain import line
from coach_tui.ui.screens.coach_screen import CoachScreen
from coach_tui.ui.widgets.key_bar import KeyBar
from coach_tui.ui.widgets.row import Row
from coach_tui.ui.widgets.step_list import StepList
from coach_tui.ui.widgets.step_pane import StepPane
from coach_tui.ui.widgets.top_bar import TopBar
from coach_tui.view_state import Shown

REST = 0.06  # seconds the cursor rests before the pane is drawn: moving stays instant


class FoldedPart(NamedTuple):
    """One part: its name, where it stands, and the lines under it once it is open."""

    id: str
    name: str
    state: str
    rows: tuple[Row, ...] = ()


class PartsScreen(CoachScreen):
    """Subclasses say their parts, what a line reads, and what Enter does on it.

    A line's id is its part's, a slash, and its own.
    """

    CSS = read_styles("parts.tcss")
    SCOPED_CSS = False  # the rules are this class's, and every screen made of parts wants them
    AUTO_FOCUS = "StepList"
    ALIASES: ClassVar[Mapping[str, str]] = {}  # records that a part shows as a whole
    PART_OF: ClassVar[Mapping[str, str]] = {}  # what the lines of each kind of record begin with

    def __init__(self) -> None:
        super().__init__()
        self.catalogues = Catalogues()
        self._open = ""
        self._wanted: str | None = None
        self._lines: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        yield TopBar(markup=False)
        yield Static(id="parts-verdict", markup=False)
        with Container(id="parts-columns"):
            yield StepList(id="parts-list")
            yield StepPane(id="parts-pane")
        yield KeyBar()

    def verdict(self, shown: Shown) -> Content:
        """What matters most, in a line or two."""
        raise NotImplementedError

    def parts(self, shown: Shown) -> Sequence[FoldedPart]:
        """The parts, each with the lines it opens on."""
        raise NotImplementedError

    def read(self, shown: Shown, part: str, own: str) -> tuple[str, list[str]]:
        """The title and the Markdown of this line; `own` is empty for the part itself."""
        raise NotImplementedError

    def act(self, shown: Shown, part: str, own: str) -> None:
        """Enter on a line of a part, or on a part that has no lines."""
        raise NotImplementedError

    @property
    def pointed(self) -> tuple[str, str]:
        """The part under the cursor, and the line of it."""
        part, _, own = self.query_one(StepList).pointed.partition("/")
        return part, own

    def show(self, shown: Shown) -> None:
        """Show every part, the open one with its lines."""
        self.query_one("#parts-verdict", Static).update(self.verdict(shown))
        wanted, self._wanted = self._wanted, None
        self.list_rows(self._rows(self.parts(shown)), wanted)
        self._draw()

    def point_at(self, row_id: str, kind: str = "") -> bool:
        """Open the part of this line, and bring the cursor to it. False where it has no line.

        With its `kind`, a record's own id is looked for; without, a line's id does.
        """
        if kind:
            found = self._row_of_kind(kind, row_id)
        else:
            found = row_id if "/" in row_id else self._row_of(row_id)
        self._open = found.partition("/")[0]
        self._wanted = found
        self.refresh_shown()
        return bool(found)

    def put_cursor(self, cursor: str) -> None:
        """Back on this line; its part is opened again for it."""
        if "/" in cursor:
            self.point_at(cursor)
        else:
            super().put_cursor(cursor)

    def _row_of_kind(self, kind: str, record_id: str) -> str:
        """The line of this record; where it has none of its own, its part's first line."""
        begins = self.PART_OF.get(kind, "")
        parts = self.parts(self.coach.shown) if self.coach.shown else ()
        rows = [row.id for part in parts for row in part.rows]
        own = f"{begins}{record_id}"
        if own in rows or not begins.endswith(("/", ".")):
            found = own if own in rows else begins
            first = [row for row in rows if row.startswith(f"{found}/")]
            return first[0] if first else found
        return ""

    def _row_of(self, record_id: str) -> str:
        """The line that shows this record; the part's own name, or its alias, is one too."""
        if record_id in self.ALIASES or self.coach.shown is None:
            return self.ALIASES.get(record_id, record_id)
        parts = self.parts(self.coach.shown)
        rows = () if any(part.id == record_id for part in parts) else parts
        for row in (row for part in rows for row in part.rows):
            if row.id.partition("/")[2].removeprefix("grid.") == record_id:
                return row.id
        return record_id

    def save(self, decision: Decision) -> None:
        """Save, or say why not."""
        if refusal := self.coach.try_to_save(decision):
            self.coach.warn(refusal)

    def do_enter(self) -> None:
        """Open the part, close it, or do what its line is for."""
        shown = self.coach.shown
        part, own = self.pointed
        if shown is None or not part:
            return
        lines = next((each.rows for each in self.parts(shown) if each.id == part), ())
        if own or not lines:
            self.act(shown, part, own)
        else:
            self._open = "" if self._open == part else part
            self.refresh_shown()

    def action_back(self) -> None:
        """From the pane to the list; from a line to its part; from a part to where one came from.

        Who came for one line goes straight back.
        """
        part, own = self.pointed
        if self.query_one(StepPane).has_focus:
            self.query_one(StepList).focus()
        elif (own or self._open) and not self.coach.way:
            self._wanted, self._open = self._open or part, ""
            self.refresh_shown()
        else:
            super().action_back()

    def on_step_chosen(self, event: StepChosen) -> None:
        """Enter or a click."""
        event.stop()
        self.do_enter()

    def on_step_pointed(self, event: StepPointed) -> None:
        """Draw what the line says once the cursor rests."""
        event.stop()
        self.draw_soon(self._draw, REST)

    def _rows(self, parts: Sequence[FoldedPart]) -> list[Row]:
        rows = []
        for part in parts:
            opened = part.id == self._open
            sign = ("▼ " if opened else "► ") if part.rows else "  "
            name = Content.styled(f"{sign}{part.name}", "bold")
            rows.append(
                Row(part.id, name + Content.styled(f"  {part.state}", "$text-muted"), hang=2)
            )
            if opened:
                rows += part.rows
                self._lines = {row.id: row.content.plain.strip() for row in part.rows}
        return rows

    def _draw(self) -> None:
        shown = self.coach.shown
        part, own = self.pointed
        if shown is None or not self.is_mounted or not part:
            return
        title, lines = self.read(shown, part, own)
        title = self._lines.get(f"{part}/{own}", title)  # whole: the list may have cut it
        self.query_one(StepPane).show(
            line(title), Content(""), "\n".join(lines), Content(""), f"{part}/{own}"
        )
