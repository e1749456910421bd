"""The days a ritual is planned for. Local days: an hour stays the same across a clock change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from coach_tui.engagement.rhythm.rituals import PAUSE, Ritual, Schedule

MONTHS: Final = {"monthly": 1, "quarterly": 3, "half-yearly": 6}
WEEK: Final = timedelta(weeks=1)


def slots(ritual: Ritual, first: date, last: date) -> Iterator[date]:
    """The planned days from `first` to `last`, both included, in order.

    Each schedule holds until the next one begins; nothing is planned once the ritual is stopped.
    """
    for place, schedule in enumerate(ritual.schedules):
        if schedule.cadence == PAUSE:
            continue
        later = ritual.schedules[place + 1 :]
        end = min([last, *(each.since - timedelta(days=1) for each in later)])
        for day in _from_schedule(schedule, max(first, schedule.since), end):
            if ritual.runs(day):
                yield day


def next_slot(ritual: Ritual, after: date, within: int = 400) -> date | None:
    """The first planned day from `after` on; None where none falls within so many days."""
    return next(slots(ritual, after, after + timedelta(days=within)), None)


def nth_working_day(year: int, month: int, nth: int) -> date:
    """The nth Monday-to-Friday of a month, or its last one. Public holidays are not known here."""
    day, found, last = date(year, month, 1), 0, date(year, month, 1)
    while day.month == month and found < nth:
        if day.weekday() < 5:
            found, last = found + 1, day
        day += timedelta(days=1)
    return last


def _from_schedule(schedule: Schedule, first: date, last: date) -> Iterator[date]:
    if schedule.cadence in MONTHS:
        yield from _by_month(schedule, first, last)
    else:
        yield from _by_week(schedule, first, last)


def _by_week(schedule: Schedule, first: date, last: date) -> Iterator[date]:
    step = 2 if schedule.cadence == "fortnightly" else 1
    start = _first_weekday(schedule)
    monday = start - timedelta(days=start.weekday())
    weeks = max(0, (first - monday).days // 7 // step * step)
    monday += WEEK * weeks
    while monday <= last:
        for weekday in sorted(set(schedule.weekdays)):
            day = monday + timedelta(days=weekday)
            if first <= day <= last:
                yield day
        monday += WEEK * step


def _first_weekday(schedule: Schedule) -> date:
    """The first day of this schedule: a fortnight is counted from there."""
    days = (schedule.since + timedelta(days=ahead) for ahead in range(7))
    return next(day for day in days if day.weekday() in schedule.weekdays)


def _by_month(schedule: Schedule, first: date, last: date) -> Iterator[date]:
    months, step = _months(schedule.since), MONTHS[schedule.cadence]
    if nth_working_day(schedule.since.year, schedule.since.month, schedule.nth) < schedule.since:
        months += 1
    while True:
        year, month = divmod(months, 12)
        if year > last.year + 1:
            return
        day = nth_working_day(year, month + 1, schedule.nth)
        if day > last:
            return
        if day >= first:
            yield day
        months += step


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1
