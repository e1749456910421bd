"""Advice somebody set aside: which, when, why, and what it was about then.

Only this is recorded. That a piece of advice was shown is not: reading is no gesture, and a file
that changed at every look would never be at rest between two machines.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.secret import secret_in
from coach_tui.engagement.state import Engagement, flag_of, text_of, texts_of, viewed
from coach_tui.language.refusal import Refusal

ENTITY: Final = "advice"
REASON_LIMIT: Final = 500


class Aside(NamedTuple):
    """Set aside on `day`. `concerns` names the records it was about, so that news can be told."""

    day: date
    reason: str
    severity: str
    concerns: frozenset[str]
    actor: str = ""


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
            )
    return found


def set_aside(
    rule_id: str, severity: str, concerns: Sequence[str], today: date, reason: str = ""
) -> Decision:
    """Be quiet about this: for long where a reason is given, for a week where none is."""
    reason = reason.strip()
    if len(reason) > REASON_LIMIT:
        return Refusal("refusal.advice.long-reason", {"limit": REASON_LIMIT}).of("reason")
    if kind := secret_in(reason):
        return Refusal(f"refusal.secret.{kind}")
    fields = {
        "day": today.isoformat(),
        "reason": reason or None,
        "severity": severity,
        "concerns": sorted(concerns),
    }
    return [Draft(ENTITY, rule_id, fields)]
