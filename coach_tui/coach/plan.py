"""The playbook joined with what happened: each step with its status, its date and its proof."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from coach_tui.coach.done_when import proof_of
from coach_tui.coach.due import Calendar, calendar_of, due_date
from coach_tui.coach.none_here import none_here
from coach_tui.engagement.profile import ENTITY, ID, profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import FINISHED, UNTOUCHED, StepRecord, steps_of
from coach_tui.engagement.transition.record import ended_on
from coach_tui.playbook.model import Playbook, Step

if TYPE_CHECKING:
    from coach_tui.engagement.proof import Proof

OPEN: Final = frozenset({"todo", "doing", "blocked"})


class Planned(NamedTuple):
    """A step of the playbook, where it stands, when it is due.

    record    what was said of it; where what it is about does not exist here, what says so.
    evidence  the recorded fact that makes it done; empty where a tick declares it.
    late      open, and its day has passed since the mission was opened here.
    over      the mission has ended: whatever is open is asked of nobody.
    """

    step: Step
    record: StepRecord
    status: str
    due: date | None
    evidence: "Proof" = ""
    late: bool = False
    over: bool = False

    @property
    def open(self) -> bool:
        return self.status in OPEN

    @property
    def finished(self) -> bool:
        return self.status in FINISHED

    @property
    def declared(self) -> bool:
        """Whether it is finished because somebody says so, with nothing recorded that shows it."""
        return self.finished and not self.evidence


class Progress(NamedTuple):
    """Steps finished, of those that apply. `share` is None where none does: never 100 %.

    declared  of those finished, the ones that only a tick says.
    """

    finished: int
    applicable: int
    declared: int = 0

    @property
    def share(self) -> float | None:
        return self.finished / self.applicable if self.applicable else None


def plan(playbook: Playbook, engagement: Engagement, today: date) -> tuple[Planned, ...]:
    """Every step of the playbook, in its order, as it stands today.

    Worked out once: what is shown, what to do next and what was done this week all begin with it.
    """
    return engagement.view(_plan, playbook, today)


def _plan(engagement: Engagement, playbook: Playbook, today: date) -> tuple[Planned, ...]:
    calendar = calendar_of(profile_of(engagement))
    opened = opened_on(engagement)
    records = steps_of(engagement)
    planned = (
        _planned(
            step, records.get(step.id, UNTOUCHED), playbook, engagement, calendar, today, opened
        )
        for step in playbook.steps
    )
    if not ended_on(engagement, today):
        return tuple(planned)
    return tuple(_let_go(each) if each.open else each._replace(over=True) for each in planned)


def shown(planned: Iterable[Planned], depth: str) -> tuple[Planned, ...]:
    """The steps a reader at this depth sees. Nothing recorded depends on it."""
    return tuple(each for each in planned if depth == "full" or each.step.essential)


def in_stage(planned: Iterable[Planned], stage: str) -> tuple[Planned, ...]:
    """The steps of this stage."""
    return tuple(each for each in planned if each.step.stage == stage)


def progress(planned: Iterable[Planned]) -> Progress:
    """Done or confirmed ÷ (shown − not applicable): FORMULAS.md, "Status"."""
    applicable = [each for each in planned if each.status != "na"]
    declared = sum(each.declared for each in applicable)
    return Progress(sum(each.finished for each in applicable), len(applicable), declared)


def retired(playbook: Playbook, engagement: Engagement) -> tuple[str, ...]:
    """Ids of steps somebody recorded something about and this playbook no longer has."""
    return tuple(step_id for step_id in steps_of(engagement) if playbook.step(step_id) is None)


def mine(planned: Iterable[Planned], role: str) -> tuple[Planned, ...]:
    """The steps this role owns, and those waiting for its confirmation."""
    return tuple(each for each in planned if concerns(each, role))


def concerns(planned: Planned, role: str) -> bool:
    """Whether this role has something to do with the step now."""
    to_confirm = planned.status == "done" and planned.step.confirmer == role
    return planned.step.owner == role or to_confirm


def opened_on(engagement: Engagement) -> date | None:
    """The day this mission's file was begun: the oldest word on the mission that still holds.

    Renaming the company or moving its first day must not forgive what is late.
    """
    words = engagement.record(ENTITY, ID).values()
    return engagement.day(min(field.change.at for field in words)) if words else None


def _let_go(planned: Planned) -> Planned:
    """An open step once the mission has ended: due on no day, and nobody's delay."""
    return planned._replace(due=None, late=False, over=True)


def _planned(
    step: Step,
    record: StepRecord,
    playbook: Playbook,
    engagement: Engagement,
    calendar: Calendar,
    today: date,
    opened: date | None,
) -> Planned:
    evidence = proof_of(step, engagement)
    if (
        not evidence
        and record.status in OPEN
        and (without := none_here(step.done_when, engagement))
    ):
        record = without._replace(notes=record.notes)
    status = "done" if evidence and record.status in OPEN else record.status
    due = due_date(step, calendar, playbook)
    # A day that had passed before anyone opened this file is nobody's lateness.
    late = status in OPEN and due is not None and due < today and not (opened and due < opened)
    return Planned(step, record, status, due, evidence, late)
