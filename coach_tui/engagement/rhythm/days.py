"""The CMO's days: agreed, used, and the week in which they run out. And the weight of rituals."""

from collections.abc import Iterable, Mapping
from datetime import date
from math import ceil
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.days import day_of
from coach_tui.engagement.gesture import together
from coach_tui.engagement.rhythm.as_planned import as_planned
from coach_tui.engagement.rhythm.dose import dose_on
from coach_tui.engagement.rhythm.planned import ALLOWANCE, frame_of, planned_days, weeks_until
from coach_tui.engagement.rhythm.rituals import PAUSE, Ritual
from coach_tui.engagement.state import Engagement, flag_of, number_of, text_of, viewed
from coach_tui.engagement.text_checks import refuse_words
from coach_tui.engagement.transition.record import end_of, ended_on
from coach_tui.language.refusal import Refusal

ENTITY: Final = "day-used"
HOURS: Final = 8  # a day of work
WEEKS_A_MONTH: Final = 52 / 12
DRIFT: Final = 0.15  # of the plan: our rule of thumb
_NEGLIGIBLE: Final = 1e-9
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


class Burn(NamedTuple):
    """How fast the days go, in days and in weeks counted from the first day.

    planned    what the phases recorded had planned by now.
    burn       used ÷ planned; None before anything was planned.
    exhausted  the week in which the days run out, were what is left of the plan lived at the same
               pace; None where nothing was used, or they never do.
    left       days agreed and not used: below zero where more were used.
    pace       days a week used so far, up to the end; None before a first week is over.
    end        the week in which the mission ends; None where no end is known.
    ended_in   the week in which it ended, counted from one; None while it has not.
    """

    used: float
    week: float
    planned: float
    burn: float | None
    exhausted: float | None
    left: float = 0.0
    pace: float | None = None
    end: float | None = None
    ended_in: int | None = None

    @property
    def sense(self) -> str:
        """under, even or over: within 15 % of the plan is even (our rule of thumb)."""
        if self.burn is None or abs(self.burn - 1) <= DRIFT + _NEGLIGIBLE:
            return "even"
        return "over" if self.burn > 1 else "under"

    @property
    def ended(self) -> bool:
        """Whether the mission is over: nothing is left to live at any pace."""
        return self.ended_in is not None

    @property
    def after_end(self) -> bool:
        """Whether the days outlast the mission at this pace."""
        return self.exhausted is not None and self.end is not None and self.exhausted > self.end


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
    """The days agreed: as recorded, else what the phases of the mission add up to.

    A mission without a planned end is taken a year long. None where even its days a week are
    unknown.
    """
    frame = frame_of(engagement)
    if frame is None:
        return None
    record = engagement.record(ALLOWANCE, ALLOWANCE)
    if frame.total is not None:
        return Allowance(frame.total, number_of(record, "weeks") or frame.weeks, frame.since)
    days = planned_days(engagement, frame.since, frame.finish)
    return Allowance(days, frame.weeks, frame.since, agreed=False)


def contracted_hours(engagement: Engagement, day: date) -> float | None:
    """Hours contracted in a month of 52 ÷ 12 weeks, at the days a week of that day.

    Where only a total was agreed, at its average.
    """
    engagement = as_planned(engagement, day)
    frame = frame_of(engagement)
    if frame is None:
        return None
    days = frame.flat if frame.flat is not None else dose_on(engagement, day)
    return None if days is None else days * WEEKS_A_MONTH * HOURS


def burn_today(engagement: Engagement, today: date) -> Burn | None:
    """The burn as recorded, today (FORMULAS.md, "Rhythm"); None before the mission began or where
    nothing is agreed. On a day of the past, by the plan there was then."""
    engagement = as_planned(engagement, today)
    frame, allowance = frame_of(engagement), allowance_of(engagement)
    if frame is None or allowance is None or today < frame.since:
        return None
    since = frame.since
    used = sum(each.amount for each in days_used_of(engagement) if since <= each.day <= today)
    week, planned = (today - since).days / 7, planned_days(engagement, since, today)
    burn = used / planned if planned > 0 else None
    run_out = weeks_until(engagement, frame, allowance.days / burn) if burn else None
    lived = min(week, frame.weeks) if frame.ends else week
    return Burn(
        used,
        week,
        planned,
        burn,
        run_out,
        allowance.days - used,
        used / lived if lived >= 1 else None,
        frame.weeks if frame.ends else None,
        _ended_in(engagement, since, today),
    )


def _ended_in(engagement: Engagement, since: date, today: date) -> int | None:
    """The week of the mission's last day, once that has passed: planned weeks may end sooner."""
    last = end_of(engagement)
    if last is None or not ended_on(engagement, today):
        return None
    return max(1, ceil((last - since).days / 7))


def hours_a_month(rituals: Iterable[Ritual], today: date) -> float:
    """Hours the CMO's recurring meetings take in an average month.

    A ritual the team runs without the CMO costs the CMO nothing.
    """
    return sum(
        ritual.minutes / 60 * TIMES_A_MONTH.get(schedule.cadence, 0)
        for ritual in rituals
        if ritual.counts and ritual.runs(today) and ritual.run_by == "cmo"
        if (schedule := ritual.schedule_on(today)) and schedule.cadence != PAUSE
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


def report_days(
    identity: str,
    today: date,
    *,
    worked: float | None = None,
    day: date | None = None,
    note: str = "",
    agreed: float | None = None,
    weeks: float | None = None,
) -> Decision:
    """Log days worked, agree on days, or both at once; what is None is not said."""
    agrees = agreed is not None or weeks is not None
    return together(
        agree_days(agreed or 0, weeks or 0, None) if agrees else [],
        [] if worked is None else log_days(identity, day or today, worked, today, note),
    )


def log_days(identity: str, day: date, amount: float, today: date, note: str = "") -> Decision:
    """Log days worked, a quarter of a day at least, a month's worth at most."""
    if not 0 < amount <= 31:
        return Refusal("refusal.rhythm.days", {"days": amount}).of("worked")
    if day > today:
        return Refusal("refusal.rhythm.future", {"day": day}).of("day")
    fields: dict[str, Value] = {"day": day.isoformat(), "amount": amount, "note": note.strip()}
    return refuse_words(note) or [Draft(ENTITY, identity, fields)]
