"""Changing what the mission is counted from: its first day, its days a week, its end, its rate.

All hold from a day; what was lived before keeps its own. Days a week that come down although
something holds them up take a reason, which is kept (FORMULAS.md, "Guards").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from coach_tui.coach.team.taper import Guard, guards_against
from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.profile import amend, profile_of
from coach_tui.engagement.rhythm.as_told import END, RATE, SINCE
from coach_tui.engagement.rhythm.dose import ENTITY as DOSE
from coach_tui.engagement.rhythm.dose import doses_of, set_dose
from coach_tui.engagement.rhythm.first_days import begin_on, lived_since
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.transition.record import end_of, transition_of
from coach_tui.language.refusal import Refusal

DAYS: Final = "days_per_week"
FIRST: Final = "first_day"
# What holds from a day on; the past keeps its own.
HELD: Final = frozenset({DAYS, FIRST, END, RATE})


def decide_days(
    engagement: Engagement,
    identity: str,
    since: date,
    days_per_week: float,
    why: str,
    today: date,
) -> Decision:
    """Agree on days a week from a day on; against what holds them up, only with a reason."""
    end = end_of(engagement)
    if end and since > end:
        return Refusal("refusal.rhythm.dose-after-end", {"since": since, "end": end}).of("since")
    guards = guards_against(engagement, since, days_per_week, today)
    if guards and not why.strip():
        return _held(guards[0])
    return set_dose(identity, since, days_per_week, why)


def change_mission(
    engagement: Engagement,
    fields: Mapping[str, object],
    *,
    since: date | None,
    why: str,
    today: date,
    new_id: Callable[[], str],
) -> Decision:
    """Change the mission's frame, as one change.

    What is `HELD` holds from `since`, or from today; before the mission was lived it is simply
    corrected, as it is where `since` is its first day. A day or a reason that nothing changed has
    is refused.
    """
    if refusal := _refuse_alone(fields, since, why):
        return refusal
    checked = amend(engagement, fields)
    if isinstance(checked, Refusal):
        return checked
    if refusal := _refuse_first(engagement, fields, since, today):
        return refusal
    drafts: list[Draft] = []
    others = {name: value for name, value in fields.items() if name not in (DAYS, FIRST)}
    decided = [
        _from(amend(engagement, others), since) if others else [],
        _days(engagement, fields, since or today, why, today, new_id) if DAYS in fields else [],
    ]
    if isinstance(first := fields.get(FIRST), date):
        decided.append(begin_on(engagement, first, since or today, new_id()))
    elif FIRST in fields:
        decided.append(amend(engagement, {FIRST: None}))
    for each in decided:
        if isinstance(each, Refusal):
            return each
        drafts += each
    return drafts


def _refuse_alone(fields: Mapping[str, object], since: date | None, why: str) -> Refusal | None:
    if since and not HELD & fields.keys():
        return Refusal("refusal.profile.since-nothing").of("since")
    if why.strip() and not {FIRST, DAYS} & fields.keys():
        return Refusal("refusal.profile.why-nothing").of("why")
    return None


def _from(decision: Decision, since: date | None) -> Decision:
    """With the day from which a new end or day rate holds, where one was said."""
    if since is None or isinstance(decision, Refusal):
        return decision
    return [
        each._replace(changes={**each.changes, SINCE: since.isoformat()})
        if {END, RATE} & each.changes.keys() else each
        for each in decision
    ]  # fmt: skip


def _days(
    engagement: Engagement,
    fields: Mapping[str, object],
    since: date,
    why: str,
    today: date,
    new_id: Callable[[], str],
) -> Decision:
    days, lived = fields[DAYS], lived_since(engagement)
    if lived is None or since <= lived or not isinstance(days, int | float):
        earlier = [each.id for each in doses_of(engagement) if lived and each.since <= lived]
        replaced = [Draft(DOSE, each, {"_deleted": True}) for each in earlier]
        corrected = amend(engagement, {DAYS: days})
        return corrected if isinstance(corrected, Refusal) else [*corrected, *replaced]
    return decide_days(engagement, new_id(), since, float(days), why, today)


def _refuse_first(
    engagement: Engagement, fields: Mapping[str, object], since: date | None, today: date
) -> Refusal | None:
    first, ended = fields.get(FIRST), transition_of(engagement).ended
    lived = lived_since(engagement)
    if FIRST in fields and first is None and lived and lived <= today:
        return Refusal("refusal.dates.empty").of(FIRST)
    if not isinstance(first, date) or first == profile_of(engagement).first_day:
        return None
    if ended and first > ended:
        values = {"ended": ended, "start": first}
        return Refusal("refusal.transition.ended-before-start", values).of(FIRST)
    if since and since > today:
        return Refusal("refusal.profile.since-ahead", {"since": since}).of("since")
    return None


def _held(guard: Guard) -> Refusal:
    """Why a reason is asked for: the first thing that holds the days up."""
    counted = guard.values.get("ids", ())
    return Refusal(f"refusal.rhythm.held-{guard.key}", {"n": len(counted), **guard.values}).of(
        "why"
    )
