"""What can be acted on now: late first, mine first, then by date."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.coach.plan import Planned, concerns
from coach_tui.engagement.actor import role_of

AHEAD: Final = 7  # days: our rule of thumb for "now"
NEXT: Final = 3


class Today(NamedTuple):
    """`now`: what to act on, in order. `next`: what comes after, where there is room to look."""

    now: tuple[Planned, ...]
    next: tuple[Planned, ...]
    earlier: int  # steps whose day had passed before the mission was opened here

    @property
    def late(self) -> int:
        return sum(each.late for each in self.now)


def today_of(
    planned: Sequence[Planned], role: str, today: date, *, only_mine: bool = False
) -> Today:
    """Steps in progress, blocked, late, waiting for this role's word, or due within a week."""
    chosen = [each for each in planned if not only_mine or concerns(each, role)]
    now = [each for each in chosen if _now(each, role, today)]
    later = [each for each in chosen if each.status == "todo" and each.due and _after(each, today)]
    earlier = sum(_passed_before(each, today) for each in chosen)
    return Today(
        now=tuple(sorted(now, key=lambda each: _urgency(each, role))),
        next=tuple(sorted(later, key=lambda each: each.due or today)[:NEXT]),
        earlier=earlier,
    )


def _now(planned: Planned, role: str, today: date) -> bool:
    if planned.over:
        return False
    if planned.status == "done":
        return planned.step.confirmer == role and role_of(planned.record.actor) != role
    if not planned.open or _passed_before(planned, today):
        return False
    if planned.status in ("doing", "blocked") or planned.late:
        return True
    return planned.due is not None and planned.due <= today + timedelta(days=AHEAD)


def _after(planned: Planned, today: date) -> bool:
    return planned.due is not None and planned.due > today + timedelta(days=AHEAD)


def _passed_before(planned: Planned, today: date) -> bool:
    return bool(
        planned.status == "todo" and planned.due and planned.due < today and not planned.late
    )


def _urgency(planned: Planned, role: str) -> tuple[bool, bool, bool, date]:
    to_confirm = planned.status == "done"
    return (
        not planned.late,
        not concerns(planned, role),
        to_confirm,
        planned.due or date.max,
    )
