"""How far each stage of the mission is: for the strip below Now, and for its panel where wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach_tui.language.clean import one_line
from coach_tui.ui.widgets.lines import Line, bar

if TYPE_CHECKING:
    from coach_tui.view_state import Shown


def stages_of(shown: Shown) -> list[tuple[str, int, int]]:
    """Each stage by its short name, its steps finished, and those that apply."""
    found = []
    for stage in shown.playbook.stages:
        key = f"stage.short.{stage.id}"
        name = shown.words(key)
        progress = shown.stage_progress(stage)
        named = one_line(stage.title, 24) if name == key else name
        found.append((named, progress.finished, progress.applicable))
    return found


def journey_lines(shown: Shown) -> list[Line]:
    """One line a stage, with its bar."""
    stages = stages_of(shown)
    size = max((len(name) for name, _, _ in stages), default=0)
    return [
        Line(((f"{name:<{size}}  ", ""), *bar(done, total, 12), (f"  {done}/{total}", "quiet")))
        for name, done, total in stages
    ]
