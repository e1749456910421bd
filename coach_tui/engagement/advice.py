"""What somebody put off: advice, or any move of the coach: which, when, until when, why.

Only this is recorded. That a piece of advice was shown is not: reading is no gesture, and a file
that changed at every look would never be at rest between two machines.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.secret import secret_in
from coach_tui.engagement.state import Engagement, flag_of, text_of, texts_of, viewed
from coach_tui.language.refusal import Refusal

ENTITY: Final = "advice"
REASON_LIMIT: Final = 500
QUIET_DAYS: Final = 7
DISMISSED_DAYS: Final = 30
LONGEST: Final = timedelta(days=366)


class Aside(NamedTuple):
    """Set aside on `day`. `concerns` names the records it was about, so that news can be told.

    `until` is the day it is asked again, where one was said.
    """

    day: date
    reason: str
    severity: str
    concerns: frozenset[str]
    actor: str = ""
    until: date | None = None


def until_of(aside: Aside) -> date:
    """The day it comes back: the one said; else thirty days with a reason, a week without."""
    days = DISMISSED_DAYS if aside.reason else QUIET_DAYS
    return aside.until or aside.day + timedelta(days=days)


@viewed
def asides_of(engagement: Engagement) -> Mapping[str, Aside]:
    """What was set aside, by the rule's id."""
    found = {}
    for rule_id, record in engagement.records(ENTITY).items():
        day = day_of(record, "day")
        if day is not None and not flag_of(record, "_deleted"):
            found[rule_id] = Aside(
                day,
                text_of(record, "reason"),
                text_of(record, "severity"),
                frozenset(texts_of(record, "concerns")),
                record["day"].change.actor,
                day_of(record, "until"),
            )
    return found


def set_aside(
    rule_id: str,
    severity: str,
    concerns: Sequence[str],
    today: date,
    reason: str = "",
    until: date | None = None,
) -> Decision:
    """Be quiet about this until that day; else for long where a reason is given, or for a week."""
    reason = reason.strip()
    if until and not today < until <= today + LONGEST:
        values = {"until": until, "limit": today + LONGEST}
        return Refusal("refusal.advice.until", values).of("until")
    if len(reason) > REASON_LIMIT:
        return Refusal("refusal.advice.long-reason", {"limit": REASON_LIMIT}).of("reason")
    if kind := secret_in(reason):
        return Refusal(f"refusal.secret.{kind}")
    fields = {
        "day": today.isoformat(),
        "reason": reason or None,
        "severity": severity,
        "concerns": sorted(concerns),
        "until": until.isoformat() if until else None,
    }
    return [Draft(ENTITY, rule_id, fields)]


def put_off(move_id: str, today: date, until: date | None = None, reason: str = "") -> Decision:
    """Ask for this move later, so that both leads know until when."""
    return set_aside(move_id, "watch", (), today, reason, until)
