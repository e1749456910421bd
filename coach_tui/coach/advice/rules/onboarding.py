"""Rules on how the mission begins: the brief, interviews and the first recommendations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coach_tui.coach.advice.rules.rule import Rule
from coach_tui.coach.advice.situation import Behind, Blank, Finding, Situation, WordKey
from coach_tui.coach.due import onboarding_days
from coach_tui.engagement.context import ENTITY as CONTEXT
from coach_tui.engagement.context import context_of
from coach_tui.engagement.rhythm.meetings import meetings_of
from coach_tui.engagement.step import notes_of

BRIEF_DAY: Final = 7
INTERVIEW_DAY: Final = 15
INTERNAL, CUSTOMERS = 5, 3
DIAGNOSIS_DAY: Final = 20


def brief_incomplete(situation: Situation) -> Finding | None:
    """R15: at day 7 nothing says that the company brief is handed over (guide; 7 is ours).

    Which of the guide's five topics it lacks is not recorded: none is named.
    """
    if not situation.owed("brief-company", BRIEF_DAY):
        return None
    return Finding({"day": situation.day}, situation.step("brief-company"))


def too_few_interviews(situation: Situation) -> Finding | None:
    """R16: at day 15, fewer than five internal and three customer interviews written up (ours).

    A write-up is a meeting recorded, or a note on its step.
    """
    owed = [
        step
        for step, wanted in (("interviews-internal", INTERNAL), ("interviews-customers", CUSTOMERS))
        if situation.owed(step, INTERVIEW_DAY) and _written_up(situation, step) < wanted
    ]
    if not owed:
        return None
    values: dict[str, Blank] = {
        "day": situation.day,
        "internal": _noted(situation, "interviews-internal"),
        "customers": _noted(situation, "interviews-customers"),
    }
    return Finding(values, tuple(record for step in owed for record in situation.step(step)))


def launching_before_diagnosis(situation: Situation) -> Finding | None:
    """R17: before day 20 a campaign went out and the diagnosis is not delivered (20 is ours)."""
    launched = context_of(situation.engagement).campaign_launched
    first = situation.profile.first_day
    if launched is None or first is None or not first <= launched <= situation.today:
        return None
    if situation.day >= DIAGNOSIS_DAY or situation.shown("first-recommendations"):
        return None
    records = (Behind(CONTEXT, "campaign_launched"), *situation.step("first-recommendations"))
    return Finding({"day": situation.day}, records)


def no_first_recos(situation: Situation) -> Finding | None:
    """R18: no recommendations by the end of the onboarding (guide; its length by dose is ours)."""
    length = onboarding_days(situation.profile.days_per_week)
    if not situation.owed("first-recommendations", length):
        return None
    return Finding({"day": situation.day}, situation.step("first-recommendations"))


RULES: Final[Mapping[str, Rule]] = {
    "brief-incomplete": brief_incomplete,
    "too-few-interviews": too_few_interviews,
    "launching-before-diagnosis": launching_before_diagnosis,
    "no-first-recos": no_first_recos,
}


def _noted(situation: Situation, step_id: str) -> int | WordKey:
    """How many are written up; enough of them, where that is so."""
    if situation.shown(step_id):
        return WordKey("advice.interviews-enough")
    return _written_up(situation, step_id)


def _written_up(situation: Situation, step_id: str) -> int:
    held = meetings_of(situation.engagement).get(step_id, ())
    return len(held) + len(notes_of(situation.engagement).get(step_id, ()))
