"""The CMO's dose over time: days a week from one day on, phase by phase."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.state import Engagement, flag_of, number_of, text_of, viewed
from coach_tui.engagement.text_checks import refuse_words
from coach_tui.language.refusal import Refusal

ENTITY: Final = "dose"


class Dose(NamedTuple):
    """`days_per_week` from the day `since` on, until the next dose."""

    id: str
    since: date
    days_per_week: float
    why: str = ""


class Phase(NamedTuple):
    """A stretch of the mission at one dose: its days, and their cost where a day rate is known.

    `end` is the first day of what comes next.
    """

    start: date
    end: date
    days_per_week: float
    days: float
    cost: float | None


@viewed
def doses_of(engagement: Engagement) -> tuple[Dose, ...]:
    """The doses decided, by date; of two for one day, the later recorded."""
    found: dict[date, Dose] = {}
    for identity, record in sorted(engagement.records(ENTITY).items()):
        since, days = day_of(record, "since"), number_of(record, "days_per_week")
        if since and days is not None and 0 <= days <= 5 and not flag_of(record, "_deleted"):
            found[since] = Dose(identity, since, days, text_of(record, "why"))
    return tuple(found[since] for since in sorted(found))


def dose_on(engagement: Engagement, day: date) -> float | None:
    """Days a week agreed for that day: the latest dose decided, else the mission's own."""
    begun = [dose.days_per_week for dose in doses_of(engagement) if dose.since <= day]
    return begun[-1] if begun else profile_of(engagement).days_per_week


def phases_of(engagement: Engagement) -> tuple[Phase, ...]:
    """The mission cut where its dose changes; empty where its first day or dose is unknown.

    Without a planned end, the last phase is counted to a year after the first day.
    """
    profile = profile_of(engagement)
    start = profile.first_day
    if start is None or profile.days_per_week is None:
        return ()
    end = profile.planned_end or start + timedelta(weeks=52)
    cuts = sorted({start, *(d.since for d in doses_of(engagement) if start < d.since < end), end})
    return tuple(
        _phase(begun, ended, dose_on(engagement, begun) or 0.0, profile.day_rate)
        for begun, ended in pairwise(cuts)
    )


def set_dose(identity: str, since: date, days_per_week: float, why: str = "") -> Decision:
    """Decide the dose from a day on. Zero is a pause."""
    if not 0 <= days_per_week <= 5:
        return Refusal("refusal.rhythm.dose", {"days": days_per_week}).of("dose")
    fields = {"since": since.isoformat(), "why": why.strip()}
    return refuse_words(why) or [
        Draft(ENTITY, identity, {**fields, "days_per_week": days_per_week})
    ]


def _phase(start: date, end: date, dose: float, day_rate: float | None) -> Phase:
    days = dose * (end - start).days / 7
    return Phase(start, end, dose, days, days * day_rate if day_rate else None)
