"""Rules on the permanent CMO, the overlap and the exit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from coach_tui.coach.advice.rules.framing import successor_found
from coach_tui.coach.advice.rules.rule import Rule
from coach_tui.coach.advice.situation import Behind, Finding, Names, Situation
from coach_tui.coach.transition.after_exit import checks_due
from coach_tui.coach.transition.handover import open_accesses
from coach_tui.engagement.access.record import ENTITY as ACCESS
from coach_tui.engagement.transition.exit import ENTITY as CHECK
from coach_tui.engagement.transition.exit import Check
from coach_tui.engagement.transition.record import ENTITY, SHORT_OVERLAP, end_of, transition_of
from coach_tui.engagement.transition.signals import ENTITY as REVIEW
from coach_tui.engagement.transition.signals import signals_of
from coach_tui.engagement.transition.taker import successor_there

SIGNALS: Final = 2
RESIDUAL: Final = 7  # days after the end


def start_permanent_search(situation: Situation) -> Finding | None:
    """R38: two of the guide's four signals or more, true at two monthly reviews in a row.

    Silent once someone is named: the search is over.
    """
    signals = signals_of(situation.engagement)
    transition = transition_of(situation.engagement)
    if not signals.confirmed or len(signals.sure) < SIGNALS or successor_found(situation):
        return None
    weeks = transition.search_weeks + transition.notice_weeks
    records = tuple(Behind(REVIEW, review.id) for review in signals.reviews[-2:])
    return Finding({"signals": len(signals.sure), "weeks": weeks}, records)


def overlap_short(situation: Situation) -> Finding | None:
    """R39: a permanent CMO is named, with under four weeks of overlap (guide: 1-2 months).

    The overlap is the one planned, or what the contract's end leaves of it.
    """
    transition = transition_of(situation.engagement)
    first_day, end = situation.profile.successor_first_day, situation.profile.planned_end
    if not successor_there(situation.engagement, situation.today) or first_day is None:
        return None
    weeks = transition.overlap_weeks
    if end is not None:
        weeks = min(weeks, max(0, (end - first_day).days // 7))
    if weeks >= SHORT_OVERLAP:
        return None
    records = (
        Behind(ENTITY, "overlap_weeks"),
        *situation.field("successor_first_day", "planned_end"),
    )
    return Finding({"weeks": weeks}, records)


def residual_access(situation: Situation) -> Finding | None:
    """R40: accesses still open more than seven days after the end (GitLab; seven is ours).

    Those kept with a reason are not counted.
    """
    end = end_of(situation.engagement)
    left = open_accesses(situation.engagement)
    if end is None or (situation.today - end).days <= RESIDUAL or not left:
        return None
    records = tuple(Behind(ACCESS, line.id, line.tool) for line in left)
    return Finding({"days": (situation.today - end).days, "n": len(left)}, records)


def exit_check_due(situation: Situation) -> Finding | None:
    """R41: a check at 7, 30 or 90 days after the end whose day has come (practice; days: ours)."""
    due = checks_due(situation.engagement, situation.today)
    if not due:
        return None
    return Finding(
        {"days": due[0].days, "check": Names("after-exit-checks", _ids(due), "check")},
        tuple(Behind(CHECK, check.id) for check in due),
    )


def _ids(checks: Iterable[Check]) -> tuple[str, ...]:
    return tuple(check.id for check in checks)


RULES: Final[Mapping[str, Rule]] = {
    "start-permanent-search": start_permanent_search,
    "overlap-short": overlap_short,
    "residual-access": residual_access,
    "exit-check-due": exit_check_due,
}
