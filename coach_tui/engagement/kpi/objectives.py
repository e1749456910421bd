"""What the company wants of its year: from where, to where, by when, and in which order."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import refuse_fields
from coach_tui.engagement.fields import NAME, Count, Day, Declared, Text, decoded
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement, flag_of, viewed
from coach_tui.engagement.text_checks import recorded
from coach_tui.language.refusal import Refusal

ENTITY: Final = "objective"
LAST: Final = 9  # the lowest rank


class Objective(Declared, subject="record.objective"):
    """One objective: `what` goes from `start` to `goal` by a day. Rank 1 comes first."""

    id: str
    what: str = Text(NAME, needed="refusal.record.no-objective")
    start: str = Text(NAME)
    goal: str = Text(NAME, needed="refusal.record.no-goal")
    by: date | None = Day("ahead")
    rank: int | None = Count(LAST)

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is still to say of the way it goes: "start", "goal", "by"."""
        return tuple(name for name in ("start", "goal", "by") if not getattr(self, name))


@viewed
def objectives_of(engagement: Engagement) -> tuple[Objective, ...]:
    """The objectives, the first in rank first."""
    found = [
        decoded(Objective, record, identity)
        for identity, record in sorted(engagement.records(ENTITY).items())
        if not flag_of(record, "_deleted")
    ]
    return tuple(sorted((each for each in found if each.what), key=_order))


def set_objective(
    engagement: Engagement, identity: str, fields: Mapping[str, object], today: date
) -> Decision:
    """Write an objective, or change it: what, from where to where, by when."""
    known = any(each.id == identity for each in objectives_of(engagement))
    whole = fields if known else {"what": "", "goal": "", **fields}
    if refusal := refuse_fields(Objective, whole, today):
        return refusal
    return [Draft(ENTITY, identity, recorded(fields))]


def drop_objective(engagement: Engagement, identity: str) -> Decision:
    """Take an objective off the list."""
    if not any(each.id == identity for each in objectives_of(engagement)):
        return Refusal("refusal.record.unknown-objective")
    return [Draft(ENTITY, identity, {"_deleted": True})]


def objective_first(engagement: Engagement) -> Proof:
    """How many objectives say from where, to where and by when; nothing while none does."""
    whole = [each for each in objectives_of(engagement) if not each.lacks]
    return Saying("proof.objectives", {"n": len(whole)}) if whole else ""


def _order(objective: Objective) -> tuple[int, str]:
    return LAST + 1 if objective.rank is None else objective.rank, objective.id
