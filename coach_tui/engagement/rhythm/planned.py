"""Days planned between two days: by the phases recorded, each lived at its own days a week.

FORMULAS.md, "Days and money": planned days follow the phases recorded; past
months keep the days a week and the first day they were lived under.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from coach_tui.engagement.days import day_of
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.rhythm.as_told import new_rates, rate_on
from coach_tui.engagement.rhythm.dose import dose_on, doses_of, phase_bounds, phases_recorded
from coach_tui.engagement.rhythm.first_days import first_day_on, lived_of, lived_since
from coach_tui.engagement.state import Engagement, number_of, viewed
from coach_tui.engagement.transition.record import transition_of

ALLOWANCE: Final = "allowance"
YEAR: Final = 52  # weeks counted where no end is known
LONGEST: Final = 520  # weeks
_NEGLIGIBLE: Final = 1e-9


class MissionSpan(NamedTuple):
    """From the first day lived to the first day after the mission's last week.

    total   the days agreed, None where they are what the phases add up to.
    flat    days a week, the same all along, where only a total was agreed; else None.
    ends    whether an end is known, rather than a year supposed.
    start   where days are counted from, as agreed; None for the mission's first day.
    """

    since: date
    finish: date
    total: float | None = None
    flat: float | None = None
    ends: bool = True
    start: date | None = None

    @property
    def weeks(self) -> float:
        return (self.finish - self.since).days / 7


class PlannedPhase(NamedTuple):
    """A stretch of the mission: its days, and their cost where a day rate is known.

    `end` is the first day of what comes next.
    """

    start: date
    end: date
    days_per_week: float
    days: float
    cost: float | None


class Stretch(NamedTuple):
    """Days from `first` to the one before `until`, at so many days a week."""

    first: date
    until: date
    days_per_week: float

    @property
    def days(self) -> float:
        return self.days_per_week * (self.until - self.first).days / 7


@viewed
def frame_of(engagement: Engagement) -> MissionSpan | None:
    """The frame days are planned in; None where even the days a week are unknown.

    Nothing is planned after the day the CMO left, were it earlier than agreed.
    """
    record, profile = engagement.record(ALLOWANCE, ALLOWANCE), profile_of(engagement)
    days, weeks = number_of(record, "days"), number_of(record, "weeks")
    begun, since = day_of(record, "start"), lived_since(engagement)
    ended = _left_from(engagement, profile.first_day or since)
    agreed = bool(days and weeks and days > 0 and 0 < weeks <= LONGEST)
    if agreed and days and weeks and (start := begun or since):
        flat = None if phases_recorded(engagement) else days / weeks
        last = (begun or profile.first_day or start) + timedelta(days=round(weeks * 7))
        last = min(last, ended or last)
        return MissionSpan(start, max(last, start + timedelta(days=1)), days, flat, start=begun)
    if since is None or not (profile.days_per_week or phases_recorded(engagement)):
        return None
    first, end = profile.first_day or since, profile.planned_end
    if ended:
        end = min(ended, end or ended)
    if end is None or end < first:
        return MissionSpan(since, first + timedelta(weeks=YEAR), ends=False)
    return MissionSpan(since, max(end, since + timedelta(days=1)))


def _left_from(engagement: Engagement, first: date | None) -> date | None:
    """The day the CMO left; a day before the first one ends nothing."""
    ended = transition_of(engagement).ended
    return None if ended is None or (first and ended < first) else ended


def planned_days(engagement: Engagement, first: date, until: date) -> float:
    """Days planned from `first` to the day before `until`."""
    return sum(each.days for each in stretches(engagement, first, until))


def stretches(engagement: Engagement, first: date, until: date) -> tuple[Stretch, ...]:
    """The days between, cut where the days a week change; those of nothing planned are left out."""
    frame = frame_of(engagement)
    if frame is None or until <= first:
        return ()
    found: list[Stretch] = []
    cuts = sorted({first, until, *(day for day in _cuts(engagement, frame) if first < day < until)})
    for begun, ended in pairwise(cuts):
        rate = _rate(engagement, frame, begun)
        if found and found[-1].until == begun and found[-1].days_per_week == rate:
            found[-1] = found[-1]._replace(until=ended)
        elif rate is not None:
            found.append(Stretch(begun, ended, rate))
    return tuple(found)


def phases_of(engagement: Engagement) -> tuple[PlannedPhase, ...]:
    """The mission cut where its days a week change, as it was lived and as it is planned.

    Empty where its first day or days a week are unknown. Without a planned end, the last phase is
    counted to a year after the first day.
    """
    frame = frame_of(engagement)
    if frame is None:
        return ()
    return tuple(
        PlannedPhase(*each, each.days, _cost(engagement, each))
        for each in stretches(engagement, frame.since, frame.finish)
    )


def _cost(engagement: Engagement, stretch: Stretch) -> float | None:
    """What these days cost, each at the day rate that held; None where none is recorded."""
    if not profile_of(engagement).day_rate:
        return None
    rises = (day for day in new_rates(engagement) if stretch.first < day < stretch.until)
    cost = 0.0
    for first, until in pairwise(sorted({stretch.first, stretch.until, *rises})):
        days = stretch._replace(first=first, until=until).days
        cost += days * (rate_on(engagement, first) or 0.0)
    return cost


def weeks_until(engagement: Engagement, frame: MissionSpan, days: float) -> float | None:
    """Weeks from the first day lived until so many days are planned; None where they never are.

    Past the mission's end, its last days a week go on.
    """
    done, last = 0.0, None
    for last in stretches(engagement, frame.since, frame.finish):
        if done + last.days >= days - _NEGLIGIBLE and last.days_per_week:
            begun = (last.first - frame.since).days / 7
            return begun + (days - done) / last.days_per_week
        done += last.days
    if last is None or not last.days_per_week:
        return None
    return (last.until - frame.since).days / 7 + (days - done) / last.days_per_week


def _rate(engagement: Engagement, frame: MissionSpan, day: date) -> float | None:
    """Days a week planned for this day; None before the mission as it was then, and after it."""
    first = frame.start or first_day_on(engagement, day)
    if first is None or not first <= day < frame.finish:
        return None
    return frame.flat if frame.flat is not None else dose_on(engagement, day) or 0.0


def _cuts(engagement: Engagement, frame: MissionSpan) -> Iterator[date]:
    yield from (frame.since, frame.finish)
    yield from (dose.since for dose in doses_of(engagement))
    yield from phase_bounds(engagement)
    for lived in lived_of(engagement):
        yield from (lived.until, lived.first)
    if first := profile_of(engagement).first_day:
        yield first
