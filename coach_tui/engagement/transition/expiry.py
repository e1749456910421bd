"""What expires: domains, subscriptions, contracts, rights, consents… who renews it, until when.

Whoever is told on the last day has lost the choice already: what has a notice is acted on before
it, so a line is looked at by the day its notice would have to be given.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import changes_to
from coach_tui.engagement.fields import (
    NAME,
    Choice,
    Count,
    Day,
    Declared,
    Money,
    Text,
    decoded,
)
from coach_tui.engagement.state import Engagement, flag_of, text_of, viewed
from coach_tui.engagement.transition.record import transition_of
from coach_tui.language.refusal import Refusal

ENTITY: Final = "expiry"
KINDS: Final = (
    "domain", "certificate", "subscription", "contract", "rights", "consent", "access",
    "compliance", "contact", "other",
)  # fmt: skip
CONTRACT: Final = "engagement:planned_end"  # the origin of the line that is the CMO's contract
NEAR: Final = 60  # days before the last day to act: it is told
URGENT: Final = 30  # and is an alert (both come before the registrars' own reminders; ours)


class Expiry(Declared, subject="expiry"):
    """One line. `notice` is in days before `day`; `cost`, for a year, in the mission's currency.

    ends    what was decided: it is renewed, or left to end; "" as long as nobody did.
    origin  the record it was filled in from, as "kind:id".
    """

    id: str
    what: str = Text(NAME, needed="refusal.expiry.no-name")
    kind: str = Choice(KINDS, "other")
    day: date | None = Day("ahead")
    notice: int | None = Count(730)
    cost: float | None = Money()
    owner: str = Text(NAME)
    ends: str = Choice(("", "renew", "end"), "")
    note: str = Text(lines=True)
    origin: str = Text(told="-")

    @property
    def act_by(self) -> date | None:
        """The last day something can still be decided: its own, less the notice."""
        if self.day is None or self.day.toordinal() <= (self.notice or 0):
            return self.day
        return self.day - timedelta(days=self.notice or 0)

    def left(self, today: date) -> int | None:
        """Days until the last day to act; below zero once it has passed."""
        return (self.act_by - today).days if self.act_by else None

    def passed(self, today: date) -> bool:
        """Whether the last day to act has gone by and nothing was decided; or it was renewed, and
        its next day is not written yet."""
        last = self.day if self.ends == "renew" else self.act_by
        return self.ends != "end" and last is not None and last < today

    def near(self, today: date) -> bool:
        """Whether its last day to act comes within 60 days, and nothing was decided."""
        left = self.left(today)
        return not self.ends and left is not None and 0 <= left <= NEAR


@viewed
def expiries_of(engagement: Engagement) -> Mapping[str, Expiry]:
    """Every line, by id, the first to be acted on first; those without a day last.

    The CMO's contract ends when they left: nothing of it is left to decide.
    """
    ended = transition_of(engagement).ended
    found = [
        _over(decoded(Expiry, record, identity), ended)
        for identity, record in engagement.records(ENTITY).items()
        if text_of(record, "what") and not flag_of(record, "_deleted")
    ]
    found.sort(key=lambda each: (each.act_by or date.max, each.what, each.id))
    return {each.id: each for each in found}


def _over(line: Expiry, ended: date | None) -> Expiry:
    if line.origin != CONTRACT or ended is None:
        return line
    return line._replace(day=min(ended, line.day or ended), ends=line.ends or "end")


def set_expiry(
    engagement: Engagement, identity: str, fields: Mapping[str, object], today: date
) -> Decision:
    """List something that expires, or say more of it. A day of the past is one: it has expired.

    Another day is another term: what was decided of the last one is to be decided again.
    """
    known = engagement.record(ENTITY, identity)
    changes = changes_to(Expiry, known, fields, today)
    if isinstance(changes, Refusal):
        return changes
    before = decoded(Expiry, known, identity)
    if "day" in changes and changes["day"] != (before.day and before.day.isoformat()):
        changes = {**({"ends": None} if before.ends else {}), **changes}
    return [Draft(ENTITY, identity, changes)]


def drop_expiry(engagement: Engagement, identity: str) -> Decision:
    """Take a line off: it was never ours, or is over. Its history stays."""
    if identity not in expiries_of(engagement):
        return Refusal("refusal.expiry.unknown", {"what": identity})
    return [Draft(ENTITY, identity, {"_deleted": True})]
