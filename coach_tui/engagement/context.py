"""What the coach can't see from the steps or the ledgers, and some of its advice depends on."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import refuse_fields
from coach_tui.engagement.fields import LONG, Day, Declared, Number, Text, decoded
from coach_tui.engagement.state import Engagement, viewed
from coach_tui.engagement.text_checks import is_number, recorded
from coach_tui.language.refusal import Refusal

ENTITY: Final = "context"
ID: Final = "context"
SHARES: Final = ("strategy", "managing", "hands_on")  # of the CMO's time, in percent
TEXTS: Final = ("slots", "reply_time", "absences")
WHOLE: Final = 100


class Context(Declared, subject="context"):
    """None where nobody said.

    execution_days     days a week of everybody who executes: team, freelancers, agency.
    sales_cycle        days from a first meeting to a signature.
    campaign_launched  the day the first campaign of this mission went out.
    certificate_on     the day printed on the CMO's vigilance certificate.
    strategy, managing, hands_on   what the CMO's time goes to, in percent: 100 together.
    slots, reply_time, absences    when the CMO is there, answers, and is not there; in words.
    """

    execution_days: float | None = Number(100)
    sales_cycle: float | None = Number(2_000)
    campaign_launched: date | None = Day("past")
    certificate_on: date | None = Day("past")
    strategy: float | None = Number(WHOLE)
    managing: float | None = Number(WHOLE)
    hands_on: float | None = Number(WHOLE)
    slots: str = Text(LONG)
    reply_time: str = Text(LONG)
    absences: str = Text(LONG)

    @property
    def split(self) -> tuple[float, float, float] | None:
        """The three shares of the CMO's time; None until they make 100."""
        shares = (self.strategy or 0.0, self.managing or 0.0, self.hands_on or 0.0)
        return shares if sum(shares) == WHOLE else None


@viewed
def context_of(engagement: Engagement) -> Context:
    """What was told."""
    return decoded(Context, engagement.record(ENTITY, ID))


def tell(fields: Mapping[str, float | date | str | None]) -> Decision:
    """Say some of it; None takes an answer back. The shares of the time are said together."""
    shares = [fields[name] for name in SHARES if fields.get(name) is not None]
    if shares and sum(share for share in shares if is_number(share)) != WHOLE:  # type: ignore[misc]
        return Refusal("refusal.context.split").of(next(n for n in SHARES if n in fields))
    # No day of it has to have come: whatever today is, it is refused alike.
    return refuse_fields(Context, fields, date.max) or [Draft(ENTITY, ID, recorded(fields))]
