"""What there is to show: one frozen value, made anew after each change and handed to the screen."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from coach_tui.coach.moves.dated import dated
from coach_tui.coach.plan import Planned, Progress, concerns, in_stage, plan, progress, shown
from coach_tui.engagement.change import Change
from coach_tui.engagement.profile import Profile, profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.language import Words
from coach_tui.playbook.model import Playbook, Stage


class Sharing(NamedTuple):
    """With whom it is shared and how that stands: in full, in a few words, and whether the user
    should hear of it before anything else (not reached, another key)."""

    said: str = ""
    short: str = ""
    amiss: bool = False


NOT_SHARED: Final = Sharing()


class Shown(NamedTuple):
    """`planned` is every step; `visible` those of the chosen depth, and of my role if asked."""

    words: Words
    playbook: Playbook
    engagement: Engagement
    changes: Sequence[Change]
    today: date
    role: str
    only_mine: bool
    planned: tuple[Planned, ...]
    saved: str = ""
    also: str = ""  # a step asked for by name, shown whatever the depth and the role
    actor: str = ""  # who acts, by name; empty where nobody does
    sharing: Sharing = NOT_SHARED

    @property
    def profile(self) -> Profile:
        return profile_of(self.engagement)

    @property
    def of_depth(self) -> tuple[Planned, ...]:
        return shown(self.planned, self.profile.depth)

    @property
    def visible(self) -> tuple[Planned, ...]:
        chosen = {each.step.id for each in self.of_depth} | {self.also}
        return tuple(
            each
            for each in self.planned
            if each.step.id in chosen
            and (not self.only_mine or each.step.id == self.also or concerns(each, self.role))
        )

    def stage_progress(self, stage: Stage) -> Progress:
        return progress(in_stage(self.of_depth, stage.id))

    def dated(self, planned: Planned) -> Planned:
        """The step by the day it is asked for, as the card says it."""
        return dated(planned, self.playbook, self.engagement, self.today, self.role)

    def step(self, step_id: str) -> Planned | None:
        return next((each for each in self.planned if each.step.id == step_id), None)


def show(
    words: Words,
    playbook: Playbook,
    engagement: Engagement,
    changes: Sequence[Change],
    *,
    today: date,
    role: str,
    only_mine: bool,
    saved: str = "",
    also: str = "",
    actor: str = "",
    sharing: Sharing = NOT_SHARED,
) -> Shown:
    """Everything a screen needs, from what is known."""
    planned = plan(playbook, engagement, today)
    return Shown(
        words, playbook, engagement, changes, today, role, only_mine, planned, saved, also, actor,
        sharing,
    )  # fmt: skip
