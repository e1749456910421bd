"""Steps that have nothing to open or to close here: what they are about does not exist, or was
never opened, and the register says why. Taken back there, the step is open again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coach_tui.engagement.state import Engagement
from coach_tui.engagement.step import StepRecord

# By the fact that would show the step done: the kinds of tool it is about, all of them where none
# is named. Who notes that there is no advertising has a website all the same.
_ABOUT: Final[Mapping[str, tuple[str, ...]]] = {
    "access:crm:verified": ("crm",),
    "access:analytics:verified": ("analytics",),
    "access:automation:verified": ("automation",),
    "access:reporting:verified": ("reporting",),
    "access:ads:verified": ("ads", "site"),
    "access:hygiene": (),
    "access:company-owned": (),
    "access:exit-complete": (),
}


def none_here(done_when: str, engagement: Engagement) -> StepRecord | None:
    """The step of this fact as not applicable, by whoever noted so last; None where it applies.

    Every kind of tool it is about has a line, and each of its lines is set aside.
    """
    kinds = _ABOUT.get(done_when)
    if kinds is None or "access" not in engagement.kinds:
        return None
    from coach_tui.engagement.access.facts import unlisted  # noqa: PLC0415 (see `done_when`)
    from coach_tui.engagement.access.record import ENTITY, accesses_of  # noqa: PLC0415

    every = accesses_of(engagement).values()
    lines = [line for line in every if not kinds or line.category in kinds]
    missing = {*kinds} - {line.category for line in lines} if kinds else unlisted(engagement)
    if not lines or missing or any(line.state != "na" for line in lines):
        return None
    said = (engagement.record(ENTITY, line.id)["na_reason"].change for line in lines)
    last = max(said, key=lambda change: change.id)
    reason = dict.fromkeys(line.na_reason for line in lines)
    return StepRecord(
        "na", reason=", ".join(reason), actor=last.actor, at=last.at, day=engagement.day(last.at)
    )
