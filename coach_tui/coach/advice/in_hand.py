"""Advice somebody has in hand: a plan about that very thing, until the day it was made for.

What a rule asks is sometimes done long before its result shows (somebody learns a skill, an
absence is tried), or leaves no record it could read (counsel was asked, the overrun explained).
A decision about the rule, or a dated goal, decision or drill about what it rests on, quietens it
until that day. A decision about anything else quietens nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from coach_tui.coach.advice.situation import Behind
from coach_tui.engagement.rhythm.decisions import LoggedDecision, decisions_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.absence import drills_of
from coach_tui.engagement.team.plan import goals_of

# Rules whose outcome is months away from what they ask.
ABOUT_SKILLS: Final = frozenset({"single-autonomous", "critical-gap", "autonomy-flat"})
ABSENCE_TEST: Final = "absence-test-due"
WITHOUT_REVIEW: Final = timedelta(days=28)  # how long a decision without a day holds (ours)


def in_hand(rule: str, records: Sequence[Behind], engagement: Engagement, today: date) -> bool:
    """Whether a plan about this rule, or about the records behind it, holds today."""
    decided = {
        about
        for each in decisions_of(engagement).values()
        if _holds(each, today)
        for about in each.about
    }
    if f"rule:{rule}" in decided:
        return True
    if rule == ABSENCE_TEST:
        return any(each.result == "planned" and each.end >= today for each in drills_of(engagement))
    skills = {each.id for each in records if each.entity == "skill"}
    if rule not in ABOUT_SKILLS or not skills:
        return False
    aimed = {goal.skill for goal in goals_of(engagement) if goal.due and goal.due >= today}
    return all(each in aimed or f"skill:{each}" in decided for each in skills)


def _holds(decision: LoggedDecision, today: date) -> bool:
    """Whether it was taken, and its day to be looked at again has not passed."""
    if decision.decided is None or decision.decided > today:
        return False
    return today <= (decision.review or decision.decided + WITHOUT_REVIEW)
