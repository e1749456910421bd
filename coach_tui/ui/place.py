"""Where the reader is, so that she comes back to it: the screen, the stage, the step."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from coach_tui.playbook.model import Playbook, Stage


class OnScreen(NamedTuple):
    """`screen` is "now" or "stages"; `stage` and `step` are ids, empty for the beginning."""

    screen: str = "now"
    stage: str = "onboarding"
    step: str = ""

    def stage_of(self, playbook: Playbook) -> Stage | None:
        """The stage of this place, or the first one where the playbook has it no more."""
        first = playbook.stages[0] if playbook.stages else None
        return playbook.stage(self.stage) or first


def read_place(saved: Any) -> OnScreen:
    """The place in the settings; the beginning where it can't be told."""
    if not isinstance(saved, Mapping):
        return OnScreen()
    known = {
        name: value
        for name, value in saved.items()
        if name in OnScreen._fields and isinstance(value, str)
    }
    place = OnScreen(**known)
    # What was left on a screen that has since been renamed opens at the beginning.
    return place if place.screen in ("now", "stages") else place._replace(screen="now")
