"""Stages as a journey: what a stage asks before it begins and before it is left.

The playbook writes the conditions; here is how each is known. Some are facts on record, some are
steps somebody ticked, the others are for people to judge: the coach never guesses.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.criteria import COMPUTED, DECLARED, Check
from coach_tui.coach.plan import Planned, in_stage, shown
from coach_tui.engagement.profile import Profile
from coach_tui.engagement.proof import Proof
from coach_tui.engagement.step import FINISHED, UNTOUCHED, steps_of
from coach_tui.playbook.model import Criterion, Stage

FRAMING: Final = "framing"


class Test(NamedTuple):
    """One condition. `met` is None where it is to be judged; `because` is what is on record.

    declared  known by steps people ticked; `because` then names them, or those still open.
    """

    criterion: Criterion
    met: bool | None
    because: Proof = ""
    declared: bool = False


class Journey(NamedTuple):
    """Where a stage stands between its two doors."""

    stage: Stage
    entry: tuple[Test, ...]
    exit: tuple[Test, ...]

    @property
    def remaining(self) -> tuple[Test, ...]:
        """What the records say is still missing before the stage is left."""
        return tuple(test for test in self.exit if test.met is False)

    @property
    def to_judge(self) -> tuple[Test, ...]:
        return tuple(test for test in self.exit if test.met is None)

    @property
    def passed(self) -> bool:
        """Whether nothing is missing and nothing is left to judge."""
        return bool(self.exit) and all(test.met for test in self.exit)


def journey(stage: Stage, situation: Situation) -> Journey:
    """The two tests of this stage, as recorded."""
    return Journey(
        stage,
        tuple(_test(criterion, situation) for criterion in stage.entry),
        tuple(_test(criterion, situation) for criterion in stage.exit),
    )


def current_stage(
    planned: Sequence[Planned], stages: Sequence[Stage], profile: Profile, today: date
) -> Stage | None:
    """The stage the mission is in: the first with an essential step that is asked for and open.

    Framing is over once the first day has come, whatever is left of it. Steps whose day had passed
    before the file was begun are nobody's delay, and are passed over.
    """
    begun = profile.first_day is not None and profile.first_day <= today
    for stage in stages:
        steps = in_stage(shown(planned, "essential"), stage.id)
        if not (begun and stage.id == FRAMING) and any(_asked_for(each, today) for each in steps):
            return stage
    return stages[-1] if stages else None


def _asked_for(planned: Planned, today: date) -> bool:
    before = planned.status == "todo" and planned.due and planned.due < today and not planned.late
    return planned.open and not before and not planned.over


def _test(criterion: Criterion, situation: Situation) -> Test:
    check: Check | None = COMPUTED.get(criterion.id)
    if check is not None:
        known = check(situation)
        if known is not None:
            return Test(criterion, known.met, known.because)
    steps = DECLARED.get(criterion.id, ())
    return _declared(criterion, steps, situation) if steps else Test(criterion, None)


def _declared(criterion: Criterion, steps: Sequence[str], situation: Situation) -> Test:
    """Known by its steps: met once all are done, missing while one was asked for and is not."""
    records = steps_of(situation.engagement)
    known = [step for step_id in steps if (step := situation.playbook.step(step_id))]
    if not known:
        return Test(criterion, None)
    open_ones = [
        step
        for step in known
        if records.get(step.id, UNTOUCHED).status not in FINISHED and not situation.settled(step)
    ]
    named = " · ".join(step.title for step in open_ones or known)
    return Test(criterion, not open_ones, named, declared=True)
