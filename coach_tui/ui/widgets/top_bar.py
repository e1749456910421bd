"""The first line: whose mission, where we are, as whom. Textual's Header needs a rare glyph."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from coach_tui.ui.plain import line
from coach_tui.ui.shown import Shown


class TopBar(Static):
    """`Acme · Today          1 Today 2 Stages … · CMO · essential`."""

    def show(self, shown: Shown, place: str) -> None:
        """Say where we are. What doesn't fit a narrow window is left out from the right."""
        words = shown.words
        width = self.size.width or self.app.size.width
        left = line(shown.profile.company, "bold", max(8, width // 2)) + f" · {words(place)}"
        facts = [words(f"role.{shown.role}"), words(f"app.depth.{shown.profile.depth}")]
        if shown.only_mine:
            facts.append(words("app.only-mine"))
        if shown.saved:
            facts.append(shown.saved)
        right = Content(" · ".join(facts))
        gap = width - left.cell_length - right.cell_length - 2
        if gap < 1:
            right, gap = Content(facts[0]), width - left.cell_length - len(facts[0]) - 2
        bar = left + " " * max(1, gap) + right if gap >= 1 else left
        self.update(bar, layout=False)
