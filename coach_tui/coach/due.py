"""When each step is due, once the mission has a first day and a dose.

Formulas and thresholds: FORMULAS.md, "Due". They are our rule of thumb except the 30-day
onboarding, which is common public practice; every date they give is only a proposal to the people.
"""

from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.profile import Profile
from coach_tui.playbook.model import Due, Playbook, Step

ONBOARDING_DAYS: Final = 30  # the playbook's own dates suppose an onboarding of this length
ONBOARDING_LIMIT: Final = 75
CMO_DAYS_TO_ONBOARD: Final = 9  # days of the CMO's own work that the onboarding stage asks for
DOORS_OPEN: Final = 5  # up to this day, dates are about opening doors: others' time, not the CMO's
MONTH: Final = 30
WEEK_END: Final = 4  # days into a week: "in week 2" is kept until its fifth day
_CHAIN_LIMIT: Final = 20


class Calendar(NamedTuple):
    """What dates are counted from. Days per week are the CMO's."""

    first_day: date | None
    days_per_week: float | None = None
    successor_first_day: date | None = None


def calendar_of(profile: Profile) -> Calendar:
    """The calendar of this mission."""
    return Calendar(profile.first_day, profile.days_per_week, profile.successor_first_day)


def onboarding_days(days_per_week: float | None) -> int:
    """Calendar days the onboarding takes at this dose: clamp(30, 9 ÷ days per week × 7, 75).

    Our rule of thumb (FORMULAS.md, "Capacity"): the stage asks about nine days of the CMO.
    """
    if not days_per_week or days_per_week <= 0:
        return ONBOARDING_DAYS
    wanted = round(CMO_DAYS_TO_ONBOARD / days_per_week * 7)
    return max(ONBOARDING_DAYS, min(wanted, ONBOARDING_LIMIT))


def due_date(step: Step, calendar: Calendar, playbook: Playbook) -> date | None:
    """The day this step is due, on a working day; None where nothing to count from is known."""
    return _due(step, calendar, playbook, _CHAIN_LIMIT)


def next_working_day(day: date) -> date:
    """The day itself, or the Monday after it."""
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= 5 else 0)


def add_working_days(day: date, count: int) -> date:
    """`count` working days after `day`."""
    for _ in range(count):
        day = next_working_day(day + timedelta(days=1))
    return next_working_day(day)


def _due(step: Step, calendar: Calendar, playbook: Playbook, chain: int) -> date | None:
    due = step.due
    if due is None:
        return None
    if due.anchor == "after":
        other = playbook.step(due.step)
        earlier = _due(other, calendar, playbook, chain - 1) if other and chain else None
        return add_working_days(earlier, due.number) if earlier else None
    if due.anchor == "T":
        return _from(calendar.successor_first_day, due.number * 7)
    return _from(calendar.first_day, _days(due, step.stage, calendar.days_per_week))


def _days(due: Due, stage: str, days_per_week: float | None) -> int:
    if due.anchor == "W":
        return (due.number - 1) * 7 + WEEK_END
    if due.anchor == "M":
        return due.number * MONTH
    if stage == "onboarding" and due.number > DOORS_OPEN:
        stretch = (onboarding_days(days_per_week) - DOORS_OPEN) / (ONBOARDING_DAYS - DOORS_OPEN)
        return DOORS_OPEN + round((due.number - DOORS_OPEN) * stretch)
    return due.number


def _from(day: date | None, days: int) -> date | None:
    if day is None:
        return None
    try:
        return next_working_day(day + timedelta(days=days))
    except OverflowError:
        return None
