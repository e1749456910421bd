"""What the coach can't see from the steps or the ledgers, and some of its advice depends on."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.days import day_of
from coach_tui.engagement.state import Engagement, number_of, text_of, viewed
from coach_tui.engagement.text_checks import is_number, refuse_words
from coach_tui.language.dates import in_sight
from coach_tui.language.refusal import Refusal

ENTITY: Final = "context"
ID: Final = "context"
NUMBERS: Final[Mapping[str, float]] = {"execution_days": 100.0, "sales_cycle": 2_000.0}
DAYS: Final = ("campaign_launched", "certificate_on")
SHARES: Final = ("strategy", "managing", "hands_on")  # of the CMO's time, in percent
TEXTS: Final = ("slots", "reply_time", "absences")
WHOLE: Final = 100


class Context(NamedTuple):
    """None where nobody said.

    execution_days     days a week of everybody who executes: team, freelancers, agency.
    sales_cycle        days from a first meeting to a signature.
    campaign_launched  the day the first campaign of this mission went out.
    certificate_on     the day printed on the CMO's vigilance certificate.
    strategy, managing, hands_on   what the CMO's time goes to, in percent: 100 together.
    slots, reply_time, absences    when the CMO is there, answers, and is not there; in words.
    """

    execution_days: float | None = None
    sales_cycle: float | None = None
    campaign_launched: date | None = None
    certificate_on: date | None = None
    strategy: float | None = None
    managing: float | None = None
    hands_on: float | None = None
    slots: str = ""
    reply_time: str = ""
    absences: str = ""

    @property
    def split(self) -> tuple[float, float, float] | None:
        """The three shares of the CMO's time; None until they make 100."""
        shares = (self.strategy or 0.0, self.managing or 0.0, self.hands_on or 0.0)
        return shares if sum(shares) == WHOLE else None


@viewed
def context_of(engagement: Engagement) -> Context:
    """What was told."""
    record = engagement.record(ENTITY, ID)
    return Context(
        **{name: number_of(record, name) for name in (*NUMBERS, *SHARES)},  # type: ignore[arg-type]
        **{name: day_of(record, name) for name in DAYS},  # type: ignore[arg-type]
        **{name: text_of(record, name) for name in TEXTS},  # type: ignore[arg-type]
    )


def tell(fields: Mapping[str, float | date | str | None]) -> Decision:
    """Say some of it; None takes an answer back. The shares of the time are said together."""
    changes: dict[str, Value] = {}
    shares = [fields[name] for name in SHARES if fields.get(name) is not None]
    if shares and sum(share for share in shares if is_number(share)) != WHOLE:  # type: ignore[misc]
        return Refusal("refusal.context.split").of(next(n for n in SHARES if n in fields))
    for name, value in fields.items():
        if isinstance(value, str):
            if refusal := refuse_words(value):
                return refusal.of(name)
            changes[name] = value.strip()
        elif isinstance(value, date):
            if name not in DAYS or not in_sight(value):
                return Refusal("refusal.context.day", {"day": value}).of(name)
            changes[name] = value.isoformat()
        else:
            limit = WHOLE if name in SHARES else NUMBERS.get(name)
            if value is not None and (limit is None or not 0 <= value <= limit):
                return Refusal("refusal.context.number", {"value": value, "limit": limit}).of(name)
            changes[name] = value
    return [Draft(ENTITY, ID, changes)]
