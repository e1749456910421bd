"""What is still due once the CMO has left: the checks at 7, 30 and 90 days, the accesses left.

Nothing else of the mission is (FORMULAS.md, "Transition").
"""

from datetime import date
from typing import NamedTuple

from coach_tui.coach.transition.handover import open_accesses
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.exit import Check, checks_of
from coach_tui.engagement.transition.plan import revoked_by
from coach_tui.engagement.transition.record import end_of, ended_on


class AfterExit(NamedTuple):
    """One thing due. `kind` is "exit-check" or "access"; `id` the record's.

    name  the tool's; empty for a check, which the catalogue `after-exit-checks` names.
    """

    kind: str
    id: str
    name: str
    day: date


def after_exit(engagement: Engagement) -> tuple[AfterExit, ...]:
    """Every check not done yet and every access still open, by day; none while no end is known."""
    end = end_of(engagement)
    if end is None:
        return ()
    checks = [
        AfterExit("exit-check", check.id, "", check.due)
        for check in checks_of(engagement)
        if check.due and not check.outcome
    ]
    accesses = [
        AfterExit("access", line.id, line.tool, revoked_by(end))
        for line in open_accesses(engagement)
    ]
    return tuple(sorted([*accesses, *checks], key=lambda each: each.day))


def checks_due(engagement: Engagement, today: date) -> tuple[Check, ...]:
    """The checks whose day has come and that nobody has done."""
    if not ended_on(engagement, today):
        return ()
    checks = checks_of(engagement)
    return tuple(each for each in checks if each.due and each.due <= today and not each.outcome)
