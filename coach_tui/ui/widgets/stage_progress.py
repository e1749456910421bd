"""How far each stage has come: a bar, a count, a dash where nothing applies."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.content import Content
from textual.widgets import Static

from coach_tui.coach.plan import Progress
from coach_tui.ui.plain import line

TITLE: Final = 38  # the longest fits; the bar stands near it, however wide the window
BAR: Final = 12
SHORT_BAR: Final = 8  # where two stages share a line, titles need the room more


class StageLine(NamedTuple):
    title: str
    progress: Progress


class StageProgress(Static):
    """One line a stage; two stages a line where the window is low and wide enough."""

    def show(self, stages: Sequence[StageLine], columns: int = 1) -> None:
        """Show these stages in this many columns."""
        width = max((self.size.width or 76) // columns, 24)
        lines = [self._line(stage, width) for stage in stages]
        rows = -(-len(lines) // columns)
        table = [
            Content("").join(lines[place] for place in range(row, len(lines), rows))
            for row in range(rows)
        ]
        self.update(Content("\n").join(table))

    def _line(self, stage: StageLine, width: int) -> Content:
        share = stage.progress.share
        bar = BAR if width >= 5 * BAR else SHORT_BAR
        filled = round((share or 0) * bar)
        count = "—" if share is None else f"{stage.progress.finished}/{stage.progress.applicable}"
        title_width = min(width - bar - 7, TITLE)
        title = line(stage.title, limit=title_width - 1)
        return Content.assemble(
            title,
            " " * max(1, title_width - title.cell_length),
            ("━" * filled, "$success"),
            ("─" * (bar - filled), "$secondary"),
            f" {count:<{width - title_width - bar - 1}}",
        )
