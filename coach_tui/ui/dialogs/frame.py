"""The frame of every dialog: what comes before and after the part that scrolls stays in view."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.layouts.vertical import VerticalLayout
from textual.screen import Screen
from textual.widget import Widget

from coach_tui.ui.widgets.framed import beyond

SCROLLS: Final = "-scrolls"  # the class of the one part that gives way where room is short


class _OnePartGivesWay(VerticalLayout):
    """Parts under one another, as tall as they are; too tall together, one of them has the rest."""

    name = "one-part-gives-way"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        placed = super().arrange(parent, children, size, greedy)
        over = max((each.region.bottom for each in placed), default=0) - size.height
        if not size.height or over <= 0:  # no height: it is asked how tall it would be
            return placed
        fitted: list[WidgetPlacement] = []
        moved = 0
        for each in placed:
            region = each.region.translate((0, -moved))
            if each.widget.has_class(SCROLLS):
                moved = min(over, max(region.height - 1, 0))
                region = region._replace(height=region.height - moved)
            fitted.append(each._replace(region=region))
        return fitted


_ONE_PART_GIVES_WAY: Final = _OnePartGivesWay()


class DialogFrame(Vertical):
    """Say above, in the middle with the class `SCROLLS`, below; how much is out of sight is told
    on its lower edge. The wheel and the page keys scroll the middle from anywhere in it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        # Nothing of the app's own is heard under a dialog; a text of several lines undoes by it.
        Binding("ctrl+z", "app.suspend_process", show=False, system=True),
    ]

    def __init__(self, classes: str = "") -> None:
        super().__init__(id="dialog", classes=classes)

    @property
    def layout(self) -> Layout:
        """Textual knows the layouts of style sheets by name, and ours is not among them."""
        return _ONE_PART_GIVES_WAY

    def on_mount(self) -> None:
        self.screen.screen_layout_refresh_signal.subscribe(self, self._tell)
        for part in self._scrolled:
            self.watch(part, "scroll_y", self._tell, init=False)

    @property
    def _scrolled(self) -> tuple[Widget, ...]:
        return tuple(self.query_children(f".{SCROLLS}"))

    def _tell(self, _: Screen[object] | float = 0) -> None:
        said = ""
        for part in self._scrolled:
            above = round(part.scroll_y)
            said = beyond(above, round(part.max_scroll_y) - above)
        if self.border_subtitle != said:
            self.border_subtitle = said

    def action_page(self, by: int) -> None:
        """A windowful of the middle, up or down."""
        for part in self._scrolled:
            part.scroll_relative(y=by * part.scrollable_content_region.height, animate=False)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(1)
        event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(-1)
        event.stop()

    def _wheel(self, by: int) -> None:
        for part in self._scrolled:
            lines = by * self.app.scroll_sensitivity_y
            part.scroll_relative(y=lines, animate=False)
