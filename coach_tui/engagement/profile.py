"""The mission itself: the company, its first day, its dose, who coaches whom."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import refuse_fields
from coach_tui.engagement.fields import (
    Choice,
    Day,
    Declared,
    Flag,
    Money,
    Number,
    Text,
    decoded,
)
from coach_tui.engagement.state import Engagement, viewed
from coach_tui.engagement.text_checks import is_number, recorded
from coach_tui.language.currency import CURRENCIES, EUR
from coach_tui.language.refusal import Refusal

ENTITY: Final = "engagement"
ID: Final = "engagement"
NAME_LIMIT: Final = 200
ROLES: Final = ("founder", "cmo", "team", "sales", "ops", "successor")
DEPTHS: Final = ("essential", "full")
# Where the company stands when the file is begun; "successor": a permanent CMO takes over.
BEGINNINGS: Final = ("thinking", "looking", "signed", "begun", "successor")
SCENARIOS: Final = ("permanent", "promotion", "autonomous", "in-house")  # of the exit
BUDGETS: Final = ("marketing_budget", "activation_budget", "leadership_budget")
AMOUNTS: Final = ("revenue", *BUDGETS, "day_rate")


class Profile(Declared, subject="profile"):
    """Who the mission is for and its frame. Amounts in `currency`, in which all of the mission's
    are; days per week of the CMO's time.

    beginning      where the company stood when this file was begun (BEGINNINGS); "": not asked.
    exit_scenario  how it is to end (SCENARIOS); `finished`, what finished then means.
    """

    company: str = Text(NAME_LIMIT, needed="refusal.profile.no-name")
    role: str = Choice(ROLES, called="role")
    first_day: date | None = Day("near")
    planned_end: date | None = Day("ahead")
    successor_first_day: date | None = Day("ahead")
    days_per_week: float | None = Number(5)
    sector: str = Text(NAME_LIMIT)
    headcount: float | None = Number(1e12)
    revenue: float | None = Money()
    marketing_budget: float | None = Money()
    activation_budget: float | None = Money()
    leadership_budget: float | None = Money()
    day_rate: float | None = Money()
    currency: str = Choice(CURRENCIES, EUR)
    depth: str = Choice(DEPTHS, "essential", called="app.depth")
    archived: bool = Flag(told="!flag")
    beginning: str = Choice(("", *BEGINNINGS))
    exit_scenario: str = Choice(("", *SCENARIOS))
    finished: str = Text(lines=True)


@viewed
def profile_of(engagement: Engagement) -> Profile:
    """The mission's frame as recorded; a field nobody filled is empty or None."""
    return decoded(Profile, engagement.record(ENTITY, ID))


def begin(
    company: str,
    first_day: date | None,
    days_per_week: float | None,
    role: str,
    beginning: str = "",
) -> Decision:
    """Open a mission: its name, and who opens it; from the day it is signed, what dates its steps.

    beginning  where the company stands (BEGINNINGS); empty where nobody asked. Who thinks about
               it or looks for the CMO has no first day to give, and gives none; who takes
               over gives their own.
    """
    fields: dict[str, object] = {"company": company.strip(), "role": role}
    if first_day is not None:
        fields["successor_first_day" if beginning == "successor" else "first_day"] = first_day
    if days_per_week is not None:
        fields["days_per_week"] = days_per_week
    if beginning:
        fields["beginning"] = beginning
    return amend(Engagement(), fields)


def amend(engagement: Engagement, fields: Mapping[str, object]) -> Decision:
    """Set fields of the mission. Refused, naming the field, where a value can't be."""
    # None of its days has to have come: whatever today is, they are refused alike.
    if refusal := _refuse_dose(fields) or refuse_fields(Profile, fields, date.max):
        return refusal
    known = profile_of(engagement)
    first_day = fields.get("first_day", known.first_day)
    end = fields.get("planned_end", known.planned_end)
    asked = "first_day" in fields or "planned_end" in fields
    if asked and isinstance(end, date) and isinstance(first_day, date) and end < first_day:
        return Refusal("refusal.profile.end-before-start", {"end": end, "start": first_day}).of(
            "planned_end" if "planned_end" in fields else "first_day"
        )
    return [Draft(ENTITY, ID, recorded(fields))]


def _refuse_dose(fields: Mapping[str, object]) -> Refusal | None:
    """A mission has some of the CMO's days, and no more than a week has."""
    days = fields.get("days_per_week", 1)
    if not is_number(days) or not 0 < days <= 5:  # type: ignore[operator]
        return Refusal("refusal.profile.days-per-week", {"days": days}).of("days_per_week")
    return None
