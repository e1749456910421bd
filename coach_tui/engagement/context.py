"""What the coach can't see from the steps or the ledgers, and some of its advice depends on."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.days import day_of
from coach_tui.engagement.state import Engagement, number_of, viewed
from coach_tui.language.refusal import Refusal

ENTITY: Final = "context"
ID: Final = "context"
NUMBERS: Final[Mapping[str, float]] = {"execution_days": 100.0, "sales_cycle": 2_000.0}
DAYS: Final = ("campaign_launched", "certificate_on")


class Context(NamedTuple):
    """None where nobody said.

    execution_days     days a week of everybody who executes: team, freelancers, agency.
    sales_cycle        days from a first meeting to a signature.
    campaign_launched  the day the first campaign of this mission went out.
    certificate_on     the day printed on the CMO's vigilance certificate.
    """

    execution_days: float | None = None
    sales_cycle: float | None = None
    campaign_launched: date | None = None
    certificate_on: date | None = None


@viewed
def context_of(engagement: Engagement) -> Context:
    """What was told."""
    record = engagement.record(ENTITY, ID)
    return Context(
        **{name: number_of(record, name) for name in NUMBERS},  # type: ignore[arg-type]
        **{name: day_of(record, name) for name in DAYS},  # type: ignore[arg-type]
    )


def tell(fields: Mapping[str, float | date | None]) -> Decision:
    """Say some of it; None takes an answer back."""
    changes: dict[str, Value] = {}
    for name, value in fields.items():
        if isinstance(value, date):
            if name not in DAYS or not 2000 <= value.year <= 2100:
                return Refusal("refusal.context.day", {"day": value}).of(name)
            changes[name] = value.isoformat()
        else:
            limit = NUMBERS.get(name)
            if value is not None and (limit is None or not 0 <= value <= limit):
                return Refusal("refusal.context.number", {"value": value, "limit": limit}).of(name)
            changes[name] = value
    return [Draft(ENTITY, ID, changes)]
