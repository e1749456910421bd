"""Transition, the back-plan: every date counted from T0, and what does not hold together.

FORMULAS.md, "Transition" and the handover's timeline: T-30 w scenario, T-26 w search, T-20 w
shortlist, T-14 w offer, T-4 w dossier, T0, switch of decisions, end, +5 days, +30, +90, advisory.
Lengths are editable; the dates are our rule of thumb.
"""

from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.profile import Profile, profile_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.record import (
    SHORT_OVERLAP,
    Transition,
    left_on,
    transition_of,
)
from coach_tui.engagement.transition.taker import successor_gone

SCENARIO: Final = 4  # weeks to choose the exit before the search starts
DOSSIER: Final = 4  # weeks before T0 for the dossier's first version
REVOKE: Final = 5  # working days after the end (GitLab, public handbook)
MONTH: Final = 30  # days
WITH_THE_CMO: Final = ("scenario", "dossier", "switch")  # nothing of it is to come once they left


class Milestone(NamedTuple):
    """`id` names what has to be so by `day`; `weeks` is counted from T0."""

    id: str
    day: date
    weeks: float


class PlanFlag(NamedTuple):
    """What does not hold together: a word key's last part, its severity, its blanks."""

    id: str
    alert: bool
    values: dict[str, object]


class BackPlan(NamedTuple):
    t0: date | None
    milestones: tuple[Milestone, ...]
    flags: tuple[PlanFlag, ...]

    def day(self, milestone: str) -> date | None:
        """The day of this milestone."""
        return next((each.day for each in self.milestones if each.id == milestone), None)


def back_plan(profile: Profile, transition: Transition, today: date) -> BackPlan:
    """The dates of this transition. Without T0 there is none: only that is said."""
    t0 = profile.successor_first_day
    if t0 is None:
        return BackPlan(None, (), (PlanFlag("no-t0", False, {}),))
    dates = {name: _after(t0, weeks) for name, weeks in _weeks(transition).items()}
    dates |= _after_the_end(dates["end"], transition)
    return BackPlan(t0, _milestones(t0, dates), _flags(profile, transition, dates, today))


def lived_plan(t0: date | None, transition: Transition, left: date) -> BackPlan:
    """The dates once the CMO has left: what follows is counted from that day, whatever end of the
    overlap was planned, and nothing is left to hold together."""
    if t0 is None:
        return BackPlan(None, (), ())
    planned = {name: _after(t0, weeks) for name, weeks in _weeks(transition).items()}
    end = "end" if planned.pop("end") == left else "left"
    dates = {n: day for n, day in planned.items() if n not in WITH_THE_CMO or day <= left}
    dates |= {end: left, **_after_the_end(left, transition)}
    return BackPlan(t0, _milestones(t0, dates), ())


def back_plan_of(engagement: Engagement, today: date) -> BackPlan:
    """The back-plan as recorded; once the mission is over, as it was lived."""
    profile, transition = profile_of(engagement), transition_of(engagement)
    if left := left_on(engagement, today):
        return lived_plan(profile.successor_first_day, transition, left)
    gone = successor_gone(engagement, today)
    if gone is None:
        return back_plan(profile, transition, today)
    plan = back_plan(profile, transition._replace(successor=""), today)
    flag = PlanFlag("successor-left", True, {"name": gone.name, "day": gone.left})
    return plan._replace(flags=(flag, *plan.flags))


def switch_week(overlap_weeks: int) -> int:
    """The week in which decisions change hands: the fourth, the third where four weeks are all.

    In a shorter overlap, its last week (our rule of thumb).
    """
    return 4 if overlap_weeks > SHORT_OVERLAP else min(3, overlap_weeks)


def _weeks(transition: Transition) -> dict[str, int]:
    notice, search = transition.notice_weeks, transition.search_weeks
    return {
        "scenario": -(notice + search + SCENARIO),
        "search": -(notice + search),
        "shortlist": -(notice + search // 2),
        "offer": -notice,
        "dossier": -DOSSIER,
        "t0": 0,
        "switch": switch_week(transition.overlap_weeks) - 1,
        "end": transition.overlap_weeks,
    }


def _after_the_end(end: date, transition: Transition) -> dict[str, date]:
    dates = {
        "revoked": revoked_by(end),
        "check-30": end + timedelta(days=30),
        "check-90": end + timedelta(days=90),
    }
    if transition.advisory_months:
        dates["advisory-end"] = end + timedelta(days=MONTH * transition.advisory_months)
    return dates


def _milestones(t0: date, dates: dict[str, date]) -> tuple[Milestone, ...]:
    by_day = sorted(dates.items(), key=lambda pair: pair[1])
    return tuple(Milestone(name, day, (day - t0).days / 7) for name, day in by_day)


def _flags(
    profile: Profile, transition: Transition, dates: dict[str, date], today: date
) -> tuple[PlanFlag, ...]:
    t0, end, contract = dates["t0"], dates["end"], profile.planned_end
    found = []
    if contract and contract < t0:
        found.append(PlanFlag("contract-before-t0", True, {"contract": contract, "t0": t0}))
    elif contract and contract < end:
        found.append(PlanFlag("contract-before-end", True, {"contract": contract, "end": end}))
    elif contract is None:
        found.append(PlanFlag("no-contract-end", False, {"end": end}))
    if dates["search"] < today < t0 and not transition.successor:
        weeks = (today - dates["search"]).days // 7
        values: dict[str, object] = {"search": dates["search"], "n": weeks}
        found.append(PlanFlag("search-late", weeks >= 1, values))
    if transition.overlap_weeks < SHORT_OVERLAP:
        values = {"n": transition.overlap_weeks, "least": SHORT_OVERLAP}
        found.append(PlanFlag("short-overlap", False, values))
    return tuple(found)


def _after(day: date, weeks: int) -> date:
    try:
        return day + timedelta(weeks=weeks)
    except OverflowError:
        return day


def revoked_by(end: date) -> date:
    """The day by which every access is removed: five working days after the end."""
    day, count = end, REVOKE
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day
