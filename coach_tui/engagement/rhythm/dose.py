"""The CMO's days a week over time: from one day on, or phase by phase."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.framing.budget import ENTITY as BUDGET
from coach_tui.engagement.framing.budget import ID as BUDGET_ID
from coach_tui.engagement.framing.budget import dose_of as cost_dose_of
from coach_tui.engagement.framing.cost import Phase as Planned
from coach_tui.engagement.profile import ENTITY as MISSION
from coach_tui.engagement.profile import ID, profile_of
from coach_tui.engagement.state import Engagement, flag_of, number_of, text_of, viewed
from coach_tui.engagement.text_checks import refuse_words
from coach_tui.language.refusal import Refusal

ENTITY: Final = "dose"


class DoseSince(NamedTuple):
    """`days_per_week` from the day `since` on, until the next dose."""

    id: str
    since: date
    days_per_week: float
    why: str = ""


@viewed
def doses_of(engagement: Engagement) -> tuple[DoseSince, ...]:
    """The doses decided, by date; of two for one day, the later recorded."""
    found: dict[date, DoseSince] = {}
    for identity, record in sorted(engagement.records(ENTITY).items()):
        since, days = day_of(record, "since"), number_of(record, "days_per_week")
        if since and days is not None and 0 <= days <= 5 and not flag_of(record, "_deleted"):
            found[since] = DoseSince(identity, since, days, text_of(record, "why"))
    return tuple(found[since] for since in sorted(found))


def dose_on(engagement: Engagement, day: date) -> float | None:
    """Days a week agreed for that day: the latest decided, else the phase planned, else the
    mission's own."""
    begun = [dose.days_per_week for dose in doses_of(engagement) if dose.since <= day]
    if begun:
        return begun[-1]
    phases, bounds = _planned(engagement), phase_bounds(engagement)
    if not phases:
        return profile_of(engagement).days_per_week
    over = sum(bound <= day for bound in bounds)
    return phases[min(over, len(phases) - 1)].days_per_week


def phases_recorded(engagement: Engagement) -> bool:
    """Whether the days a week change along the mission: decided so, or planned with the cost."""
    return bool(doses_of(engagement) or _planned(engagement))


@viewed
def phase_bounds(engagement: Engagement) -> tuple[date, ...]:
    """The days on which the phases planned with the cost end, counted from the first day."""
    day, bounds = profile_of(engagement).first_day, []
    for phase in _planned(engagement) if day else ():
        day = day + timedelta(days=round(phase.weeks * 7)) if day else None
        bounds += [day] if day else []
    return tuple(bounds)


def set_dose(identity: str, since: date, days_per_week: float, why: str = "") -> Decision:
    """Decide the dose from a day on. Zero is a pause."""
    if not 0 <= days_per_week <= 5:
        return Refusal("refusal.rhythm.dose", {"days": days_per_week}).of("dose")
    fields = {"since": since.isoformat(), "why": why.strip()}
    return refuse_words(why) or [
        Draft(ENTITY, identity, {**fields, "days_per_week": days_per_week})
    ]


def _planned(engagement: Engagement) -> Sequence[Planned]:
    """The phases planned with the cost, where they are the latest word on the days a week."""
    planned = cost_dose_of(engagement).phases
    if not planned:
        return ()
    said = engagement.record(MISSION, ID).get("days_per_week")
    costed = engagement.record(BUDGET, BUDGET_ID).get("way")
    later = said is not None and costed is not None and said.change.id > costed.change.id
    return () if later else planned
