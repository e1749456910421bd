"""What an act is opened with: where it is saved, what is known, and what it is about."""

from collections.abc import Callable
from typing import NamedTuple

from coach_tui.asking.asker import Collected
from coach_tui.asking.desk import Desk
from coach_tui.asking.sheet import Asked, Sheet
from coach_tui.coach.acts import ParsedAct
from coach_tui.engagement.state import Engagement
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.playbook.model import Step
from coach_tui.view_state import Shown


class Opening(NamedTuple):
    """`about` are the ids the move is about: a step's, records', "entity:id" for advice.

    why  the rules it settles: a decision says that it is about them.
    """

    desk: Desk
    shown: Shown
    act: ParsedAct
    about: tuple[str, ...] = ()
    focus: str = ""
    why: tuple[str, ...] = ()

    @property
    def words(self) -> Words:
        return self.shown.words

    @property
    def engagement(self) -> Engagement:
        return self.shown.engagement

    @property
    def step(self) -> Step | None:
        """The step it is about; None where it is about records."""
        found = (self.shown.playbook.step(each) for each in self.about)
        return next((step for step in found if step), None)

    @property
    def said(self) -> str:
        """What the form says it is for: the step's title."""
        return one_line(self.step.title) if self.step else ""

    @property
    def subjects(self) -> tuple[str, ...]:
        """What a decision taken here is about: KPIs, skills, steps and rules, as it names them."""
        step = (f"step:{self.step.id}",) if self.step else ()
        records = (each for each in self.about if each.partition(":")[0] in ("kpi", "skill"))
        return (*step, *records, *(f"rule:{rule}" for rule in self.why))

    def id_of(self, entity: str) -> str:
        """The record of this kind the move is about; empty where it names none."""
        named = (each.partition(":") for each in self.about)
        return next((record for kind, _, record in named if kind == entity), "")

    def next_of(self, left: "Callable[[Opening], int]", opens: "Opens") -> Asked:
        """What opens after the one just answered; nothing once none is left, or where it was left
        open.

        left  how many are still without an answer.
        """
        shown = self.desk.shown
        again = self._replace(shown=shown) if shown else self
        return opens(again) if 0 < left(again) < left(self) else None

    def collected(self, ask: Callable[[Collected], None]) -> Sheet | None:
        """The questions that a function written for a screen asks."""
        asker = Collected(self.desk, self.shown.today)
        ask(asker)
        return asker.sheet


Opens = Callable[[Opening], Asked]
