"""Framing, the cost as recorded: the dose chosen for this mission, and the full time compared."""

from datetime import timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.days import months_between
from coach_tui.engagement.framing.cost import (
    BILLED_WEEKS,
    DAY_RATE,
    EMPLOYER_FACTOR,
    Cost,
    Dose,
    FullTime,
    Phase,
    cost,
    refuse_unused,
)
from coach_tui.engagement.profile import profile_of
from coach_tui.engagement.proof import Money, Proof, Saying
from coach_tui.engagement.state import Engagement, Record, number_of, text_of, viewed
from coach_tui.language.currency import EUR
from coach_tui.language.refusal import Refusal

ENTITY: Final = "budget"
ID: Final = "budget"
PHASES: Final = 3  # how many phases a mission can be planned in
NAMES: Final = (
    "way", "day_rate", "days_per_month", "months", "billed_weeks",
    "gross", "factor", "bonus", "search",
    *(f"{part}_{number}" for number in range(1, PHASES + 1) for part in ("days", "weeks")),
)  # fmt: skip
WAYS: Final = ("months", "phases")


@viewed
def dose_of(engagement: Engagement) -> Dose:
    """The dose recorded; where nothing is, only a day rate (0, which can't be costed, where the
    guide's is in another currency)."""
    record = engagement.record(ENTITY, ID)
    profile = profile_of(engagement)
    usual = DAY_RATE if profile.currency == EUR else 0.0  # the guide's, in euros
    rate = number_of(record, "day_rate") or profile.day_rate or usual
    phases = _phases(record) if text_of(record, "way", "months") == "phases" else ()
    return Dose(
        day_rate=rate,
        days_per_month=number_of(record, "days_per_month"),
        months=number_of(record, "months"),
        phases=phases,
        billed_weeks=number_of(record, "billed_weeks") or BILLED_WEEKS,
    )


def days_a_month(engagement: Engagement) -> float | None:
    """The days a month that the mission's days a week come to: × billed weeks ÷ 12; None where
    they are not known."""
    week = profile_of(engagement).days_per_week
    return week * BILLED_WEEKS / 12 if week else None


def months_planned(engagement: Engagement) -> float | None:
    """Months from the first day to the planned end, both counted, to a tenth; None where one of
    them is not known."""
    first, end = profile_of(engagement).first_day, profile_of(engagement).planned_end
    if first is None or end is None or end < first:
        return None
    return round(months_between(first, end + timedelta(days=1)), 1) or None


@viewed
def full_time_of(engagement: Engagement) -> FullTime:
    """The full-time CMO this company would pay, as recorded."""
    record = engagement.record(ENTITY, ID)
    return FullTime(
        gross=number_of(record, "gross"),
        factor=number_of(record, "factor") or EMPLOYER_FACTOR,
        bonus=number_of(record, "bonus") or 0.0,
        search=number_of(record, "search") or 0.0,
    )


@viewed
def cost_of(engagement: Engagement) -> Cost | None:
    """The cost as recorded; None while no dose is, or where what a later version wrote can't be."""
    currency = profile_of(engagement).currency
    worked_out = cost(dose_of(engagement), full_time_of(engagement), currency)
    return None if isinstance(worked_out, Refusal) else worked_out


class OverBudget(NamedTuple):
    """The fee beside the budget stated for the leadership of marketing, both of a year.

    by_pace  the mission is shorter, and only a whole year at its pace would pass the budget.
    """

    fee: float
    budget: float
    by_pace: bool


@viewed
def over_budget(engagement: Engagement) -> OverBudget | None:
    """Where the fee passes the leadership budget stated; None where it does not, or none is."""
    worked_out, budget = cost_of(engagement), profile_of(engagement).leadership_budget
    if worked_out is None or budget is None:
        return None
    in_a_year = min(worked_out.fee, worked_out.per_year)  # a shorter mission costs its own fee
    if in_a_year > budget:
        return OverBudget(in_a_year, budget, by_pace=False)
    if worked_out.per_year > budget:
        return OverBudget(worked_out.per_year, budget, by_pace=True)
    return None


def plan_cost(dose: Dose, full_time: FullTime) -> Decision:
    """Record the dose and the full time to compare it with, refused where it can't be costed."""
    worked_out = cost(dose, full_time)
    if isinstance(worked_out, Refusal):
        return worked_out
    if refusal := refuse_unused(full_time):
        return refusal
    if len(dose.phases) > PHASES:
        return Refusal("refusal.frame.phases", {"limit": PHASES}).of("phases")
    fields: dict[str, Value] = dict.fromkeys(NAMES)
    fields |= {"way": WAYS[bool(dose.phases)], "day_rate": dose.day_rate}
    fields |= {"days_per_month": dose.days_per_month, "months": dose.months}
    fields |= {"billed_weeks": dose.billed_weeks, **full_time._asdict()}
    for number, phase in enumerate(dose.phases, 1):
        fields |= {f"days_{number}": phase.days_per_week, f"weeks_{number}": phase.weeks}
    return [Draft(ENTITY, ID, fields)]


def cost_recorded(engagement: Engagement) -> Proof:
    """Days and fee, once a dose is recorded; else nothing."""
    if not engagement.record(ENTITY, ID):
        return ""
    worked_out = cost_of(engagement)
    if worked_out is None:
        return ""
    return Saying("proof.cost", {"n": worked_out.days, "rate": Money(worked_out.dose.day_rate)})


def _phases(record: Record) -> tuple[Phase, ...]:
    found = (
        (number_of(record, f"days_{number}"), number_of(record, f"weeks_{number}"))
        for number in range(1, PHASES + 1)
    )
    return tuple(Phase(days, weeks) for days, weeks in found if days and weeks)
