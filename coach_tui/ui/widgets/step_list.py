"""Steps as rows: one tab stop, a roving cursor, marks drawn as text."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from coach_tui.ui.messages import StepChosen, StepPointed
from coach_tui.ui.widgets.framed import Framed
from coach_tui.ui.widgets.row import Row


class StepList(Framed, OptionList, inherit_bindings=False):
    """Hand it rows with `show`; it says which one is pointed at and which is chosen.

    Left and right are left to the screen: lines are cut here, never scrolled sideways.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "command.enter"),
        Binding("down", "cursor_down", "Down", show=False),
        Binding("up", "cursor_up", "Up", show=False),
        Binding("home", "first", "First", show=False),
        Binding("end", "last", "Last", show=False),
        Binding("pagedown", "page_down", "Page Down", show=False),
        Binding("pageup", "page_up", "Page Up", show=False),
        Binding("j", "cursor_down", "Down", show=False),
        Binding("k", "cursor_up", "Up", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._rows: tuple[Row, ...] = ()
        self._brought: tuple[str, float] | None = None
        self._reader_scroll = 0.0

    @property
    def pointed(self) -> str:
        """The id of the row under the cursor; empty where there is none."""
        return self._rows[self.highlighted].id if self.highlighted is not None else ""

    @property
    def line_pointed(self) -> int:
        """The line of the cursor's row: a row may be of several."""
        above = self._rows[: self.highlighted or 0]
        return sum(row.within(self._room).plain.count("\n") + 1 for row in above)

    @property
    def reader_scroll(self) -> float:
        """How far the reader scrolled, whatever the words of another language needed since."""
        moved = self._brought != (self.pointed, self.scroll_y)
        return self.scroll_y if moved else self._reader_scroll

    def keep_in_sight(self, left: float) -> None:
        """Scroll as the reader left it, and no further than the cursor's row needs to be whole."""
        self.scroll_to_highlight()  # it counts the lines anew, which bound the scroll
        self.scroll_to(y=left, animate=False, force=True, immediate=True)
        self.scroll_to_highlight()
        self._reader_scroll, self._brought = left, (self.pointed, self.scroll_y)

    @property
    def _room(self) -> int:
        return self.scrollable_content_region.width

    def show(self, rows: Sequence[Row], pointed: str | None = None) -> None:
        """Show these rows. The cursor stays on its step, or goes to `pointed`."""
        rows = tuple(rows)
        wanted = self.pointed if pointed is None else pointed
        if [row.id for row in rows] == [row.id for row in self._rows]:
            for place, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
                if old.content != new.content:
                    self.replace_option_prompt_at_index(place, new.within(self._room))
            self._rows = rows
        else:
            before = self.highlighted or 0
            self._rows = rows
            self.set_options([Option(row.within(self._room), disabled=row.heading) for row in rows])
            self._point(wanted, before)
            return
        if pointed is not None:
            self._point(pointed, self.highlighted or 0)

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """With what Textual 8.2.8 leaves out: a line turned inside out, where the styles say so."""
        style = super().get_visual_style(*component_classes, partial=partial)
        styles = [self.get_component_styles(name).text_style for name in component_classes]
        return style + Style(reverse=True) if any(each.reverse for each in styles) else style

    async def _on_click(self, event: events.Click) -> None:
        """A click points, a second one chooses: Textual's own does both at once."""
        event.prevent_default()
        place = event.style.meta.get("option")
        if place is None or self._rows[place].heading:
            return
        if place == self.highlighted and not self.just_come:
            self.action_select()
        self.highlighted, self.just_come = place, False

    def on_resize(self) -> None:
        """Rows that go on are folded anew."""
        super().on_resize()
        for place, row in enumerate(self._rows):
            if (
                row.hang >= 0
                and (said := row.within(self._room)) != self.get_option_at_index(place).prompt
            ):
                self.replace_option_prompt_at_index(place, said)

    def point(self, row_id: str) -> None:
        """Bring the cursor to this row; it stays where it is when there is no such row."""
        if row_id and any(row.id == row_id for row in self._rows):
            self._point(row_id, 0)

    def _point(self, wanted: str, otherwise: int) -> None:
        places = [place for place, row in enumerate(self._rows) if not row.heading]
        if not places:
            self.highlighted = None
            return
        same = [place for place in places if self._rows[place].id == wanted and wanted]
        near = [place for place in places if place >= otherwise]
        self.highlighted = (same or near or places[-1:])[0]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell the screen what the cursor rests on, in steps."""
        event.stop()
        self.post_message(StepPointed(self.pointed))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click on a row."""
        event.stop()
        self.post_message(StepChosen(self.pointed))
