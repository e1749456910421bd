"""Something long, with how far it is; Escape stops it and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import ProgressBar, Static

from coach_tui.bundled import read_styles
from coach_tui.ui.dialogs.frame import DialogFrame
from coach_tui.ui.plain import line
from coach_tui.ui.widgets.frame_title import FrameTitle

SLICE = 500  # pieces between two looks at the keyboard: a few hundredths of a second


class WorkingDialog(ModalScreen[bool]):
    """Draws `work` piece by piece; ends with True once all is done, False where it was stopped.

    Each piece says how many of the `total` are behind it.
    """

    CSS = read_styles("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", show=False)]

    def __init__(self, title: str, about: str, work: Iterator[int], total: int) -> None:
        super().__init__()
        self._title = title
        self._about = about
        self._work = work
        self._total = max(1, total)
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        with DialogFrame():
            yield FrameTitle(line(self._title), id="dialog-title")
            yield Static(line(self._about), id="dialog-about")
            yield ProgressBar(self._total, show_eta=False, id="working-bar")

    def on_mount(self) -> None:
        self._timer = self.set_interval(0.001, self._some)

    def _some(self) -> None:
        """A slice of the work; keys are heard between two slices."""
        done = 0
        for _ in range(SLICE):
            piece = next(self._work, None)
            if piece is None:
                self._end(True)
                return
            done = piece
        self.query_one(ProgressBar).update(progress=min(done, self._total))

    def action_stop(self) -> None:
        """Stop; what was read so far is thrown away."""
        self._end(False)

    def _end(self, finished: bool) -> None:
        if self._timer:
            self._timer.stop()
            self._timer = None
            self.dismiss(finished)
