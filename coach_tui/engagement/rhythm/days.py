"""The CMO's days: agreed, used, and the week in which they run out. And the weight of rituals."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.days import day_of
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.rhythm.rituals import Ritual
from coach_tui.engagement.state import Engagement, flag_of, number_of, text_of, viewed
from coach_tui.engagement.text_checks import refuse_words
from coach_tui.language.refusal import Refusal

ENTITY: Final = "day-used"
ALLOWANCE: Final = "allowance"
HOURS: Final = 8  # a day of work
WEEKS_A_MONTH: Final = 52 / 12
LOAD_LIMIT: Final = 0.25  # of contracted hours: our rule of thumb
TIMES_A_MONTH: Final[Mapping[str, float]] = {
    "twice-weekly": 2 * WEEKS_A_MONTH,
    "weekly": WEEKS_A_MONTH,
    "fortnightly": WEEKS_A_MONTH / 2,
    "monthly": 1,
    "quarterly": 1 / 3,
    "half-yearly": 1 / 6,
}


class DaysUsed(NamedTuple):
    """Days of the CMO's work on one day or up to it (a timesheet's line). `amount` is in days."""

    id: str
    day: date
    amount: float
    note: str = ""


class Allowance(NamedTuple):
    """Days agreed over so many weeks, from a first day. `agreed` is False where it is deduced."""

    days: float
    weeks: float
    start: date
    agreed: bool = True

    @property
    def hours_a_month(self) -> float:
        """Contracted hours in a month of 52 ÷ 12 weeks, eight hours a day."""
        return self.days / self.weeks * WEEKS_A_MONTH * HOURS


class Burn(NamedTuple):
    """How fast the days go.

    week      weeks elapsed since the first day.
    planned   days that even use would have taken by now.
    burn      used ÷ planned; None before anything was planned.
    exhausted the week in which the days run out at this pace; None where nothing was used.
    """

    used: float
    week: float
    planned: float
    burn: float | None
    exhausted: float | None


@viewed
def days_used_of(engagement: Engagement) -> tuple[DaysUsed, ...]:
    """Every day logged, oldest first."""
    found = []
    for identity, record in engagement.records(ENTITY).items():
        day, amount = day_of(record, "day"), number_of(record, "amount")
        if day and amount and amount > 0 and not flag_of(record, "_deleted"):
            found.append(DaysUsed(identity, day, amount, text_of(record, "note")))
    return tuple(sorted(found, key=lambda used: (used.day, used.id)))


def allowance_of(engagement: Engagement) -> Allowance | None:
    """The days agreed: as recorded, else deduced from the mission's dose and its two ends.

    A mission without a planned end is taken a year long. None where even the dose is unknown.
    """
    record, profile = engagement.record(ALLOWANCE, ALLOWANCE), profile_of(engagement)
    days, weeks = number_of(record, "days"), number_of(record, "weeks")
    start = day_of(record, "start") or profile.first_day
    if days and weeks and days > 0 and weeks > 0 and start:
        return Allowance(days, weeks, start)
    if not (profile.days_per_week and profile.first_day):
        return None
    end = profile.planned_end
    weeks = (end - profile.first_day).days / 7 if end and end > profile.first_day else 52
    return Allowance(profile.days_per_week * weeks, weeks, profile.first_day, agreed=False)


def burn_of(allowance: Allowance, used: float, week: float) -> Burn:
    """Where the days stand after `week` weeks (DOMAIN.md, "Rhythm").

    burn = used ÷ (days × week ÷ weeks); exhausted week = week × days ÷ used.
    """
    planned = allowance.days * min(week, allowance.weeks) / allowance.weeks
    return Burn(
        used,
        week,
        planned,
        used / planned if planned > 0 else None,
        week * allowance.days / used if used > 0 and week > 0 else None,
    )


def burn_today(engagement: Engagement, today: date) -> Burn | None:
    """The burn as recorded, today; None before the mission began or where nothing is agreed."""
    allowance = allowance_of(engagement)
    if allowance is None or today < allowance.start:
        return None
    used = sum(
        each.amount for each in days_used_of(engagement) if allowance.start <= each.day <= today
    )
    return burn_of(allowance, used, (today - allowance.start).days / 7)


def hours_a_month(rituals: Iterable[Ritual], today: date) -> float:
    """Hours the CMO's recurring meetings take in an average month.

    A ritual the team runs without the CMO costs the CMO nothing.
    """
    return sum(
        ritual.minutes / 60 * TIMES_A_MONTH[ritual.schedule.cadence]
        for ritual in rituals
        if ritual.counts and ritual.schedule and ritual.runs(today) and ritual.run_by == "cmo"
    )


def ritual_load(hours: float, contracted_hours: float) -> float | None:
    """Recurring hours ÷ contracted hours, of a month; None where none is contracted."""
    return hours / contracted_hours if contracted_hours > 0 else None


def agree_days(days: float, weeks: float, start: date | None) -> Decision:
    """Say how many days are agreed over how many weeks."""
    if not (0 < days <= 2_000 and 0 < weeks <= 520):
        return Refusal("refusal.rhythm.allowance").of("weeks" if 0 < days <= 2_000 else "agreed")
    begun = start.isoformat() if start else None
    return [Draft(ALLOWANCE, ALLOWANCE, {"days": days, "weeks": weeks, "start": begun})]


def log_days(identity: str, day: date, amount: float, today: date, note: str = "") -> Decision:
    """Log days worked, a quarter of a day at least, a month's worth at most."""
    if not 0 < amount <= 31:
        return Refusal("refusal.rhythm.days", {"days": amount}).of("worked")
    if day > today:
        return Refusal("refusal.rhythm.future", {"day": day}).of("day")
    fields: dict[str, Value] = {"day": day.isoformat(), "amount": amount, "note": note.strip()}
    return refuse_words(note) or [Draft(ENTITY, identity, fields)]
