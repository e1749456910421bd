"""What every rule looks at, and what a rule answers with."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from coach_tui.coach.done_when import proof_of
from coach_tui.coach.due import MONTH
from coach_tui.coach.none_here import none_here
from coach_tui.coach.plan import opened_on
from coach_tui.engagement.profile import ENTITY, Profile, profile_of
from coach_tui.engagement.proof import Money, Proof, YearMonth
from coach_tui.engagement.rhythm.dose import dose_on
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import UNTOUCHED, steps_of
from coach_tui.engagement.transition.record import ended_on
from coach_tui.playbook.model import Playbook, Step

Catalogues = Mapping[str, Sequence[Any]]


class Names(NamedTuple):
    """Entries of a catalogue, said by their `field` in the reader's language."""

    catalogue: str
    ids: tuple[str, ...]
    field: str = "name"


class WordKey(NamedTuple):
    """A key of the interface words."""

    key: str


class Measure(NamedTuple):
    """A KPI's value in its unit; "points" is what lies between two percentages."""

    value: Decimal
    unit: str


Part = str | int | float | date | Money | Names | WordKey | Measure | YearMonth
Blank = Part | tuple[Part, ...]  # several are said as a list


class Behind(NamedTuple):
    """A record a finding rests on: what kind, which one, and what people call it."""

    entity: str
    id: str
    name: str = ""


class Finding(NamedTuple):
    """What a rule found: the blanks of its words and the records behind it.

    severity  only where the finding is worse than the rule usually is.
    """

    values: Mapping[str, Blank] = {}
    records: tuple[Behind, ...] = ()
    severity: str = ""


class Situation(NamedTuple):
    """One engagement on one day, beside the playbook and the catalogues."""

    playbook: Playbook
    engagement: Engagement
    today: date
    catalogues: Catalogues

    @property
    def profile(self) -> Profile:
        return profile_of(self.engagement)

    @property
    def day(self) -> int:
        """Days since the first day; below zero before it, and where no first day is known."""
        first = self.profile.first_day
        return (self.today - first).days if first else -1

    @property
    def month(self) -> int:
        """Months of 30 days gone by since the first day: the M of the playbook's dates."""
        return max(0, self.day) // MONTH

    @property
    def dose(self) -> float | None:
        """The CMO's days a week, as agreed for today."""
        return dose_on(self.engagement, self.today)

    @property
    def ended(self) -> bool:
        """Whether the mission is over: the CMO left, or its planned end has passed."""
        return ended_on(self.engagement, self.today)

    def shown(self, step_id: str) -> bool:
        """Whether what is recorded shows this step done, or it does not apply.

        A tick alone shows nothing: it declares, and no rule is silenced by it.
        """
        step = self.playbook.step(step_id)
        return step is None or self.settled(step)

    def settled(self, step: Step) -> bool:
        """Whether a record shows it done, or it does not apply: somebody said so, or there is none
        here."""
        said = steps_of(self.engagement).get(step.id, UNTOUCHED).status == "na"
        return said or bool(self.proof(step) or none_here(step.done_when, self.engagement))

    def proof(self, step: Step) -> Proof:
        """What is recorded that makes this step done, in a few words; else nothing."""
        return proof_of(step, self.engagement)

    def owed(self, step_id: str, by_day: int) -> bool:
        """Whether this step should have been done by that day of the mission and nothing shows it.

        Never where that day had passed before the mission's file was begun: nobody was asked.
        """
        first = self.profile.first_day
        if first is None or self.day < by_day or self.shown(step_id):
            return False
        opened = opened_on(self.engagement)
        return not (opened and first + timedelta(days=by_day) < opened)

    def field(self, *names: str) -> tuple[Behind, ...]:
        """These fields of the mission, as records behind a finding."""
        return tuple(Behind(ENTITY, name) for name in names)

    def step(self, step_id: str) -> tuple[Behind, ...]:
        """This step, as the record behind a finding."""
        step = self.playbook.step(step_id)
        return (Behind("step", step_id, step.title if step else step_id),)
