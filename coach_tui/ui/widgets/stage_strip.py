"""How far each stage has come, on one line: a name and a bar each, as wide as the window allows."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from coach_tui.ui.plain import line
from coach_tui.ui.widgets.lines import bar

BARS = (6, 3, 0)  # cells of a bar, the widest that fits


class StageStrip(Static):
    """`Framing ■■■···  Onboarding ■·····`; counts where there is no room for bars."""

    def show(self, stages: Sequence[tuple[str, int, int]]) -> None:
        """Each stage's short name, how many steps are done, of how many."""
        width = (self.size.width or self.app.size.width) - 2
        for size in BARS:
            parts = [self._part(name, done, total, size) for name, done, total in stages]
            said = Content("  ").join(parts)
            if said.cell_length <= width:
                break
        self.update(said)

    def _part(self, name: str, done: int, total: int, size: int) -> Content:
        if not size:
            return Content.assemble(line(name), (f" {done}/{total}", "$quiet"))
        (full, _), (rest, _) = bar(done, total, size)
        return Content.assemble(line(name), " ", (full, "$focus"), (rest, "$line"))
