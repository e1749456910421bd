"""Rules on what expires: told at sixty days, at thirty, and once the last day to act has gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from coach_tui.coach.advice.rules.rule import Rule
from coach_tui.coach.advice.situation import Behind, Blank, Finding, Names, Situation
from coach_tui.engagement.team.entrustment import ENTITY as ENTRUSTMENT
from coach_tui.engagement.team.entrustment import expired_entrustments
from coach_tui.engagement.team.people import people_of
from coach_tui.engagement.transition.expiry import ENTITY, URGENT, Expiry, expiries_of


def expiry_near(situation: Situation) -> Finding | None:
    """R46: the last day to act on something comes within sixty days, an alert within thirty (ours:
    before the registrars' own reminders), and nobody decided what becomes of it."""
    lines = [e for e in expiries_of(situation.engagement).values() if e.near(situation.today)]
    urgent = any((each.left(situation.today) or 0) <= URGENT for each in lines)
    return _finding(lines, "alert" if urgent else "")


def expiry_passed(situation: Situation) -> Finding | None:
    """R47: the last day to act on something has gone by, and nothing says what became of it."""
    lines = [e for e in expiries_of(situation.engagement).values() if e.passed(situation.today)]
    return _finding(lines)


def entrustment_expired(situation: Situation) -> Finding | None:
    """R48: the day to review an entrustment decision has gone by, and nothing was decided since.

    It goes one level down, and never in silence (AMEE guide 140; the level is ours).
    """
    lines = expired_entrustments(situation.engagement, situation.today)
    if not lines:
        return None
    people = people_of(situation.engagement)
    names = tuple(people[each.person].name for each in lines)
    records = tuple(Behind(ENTRUSTMENT, each.id, people[each.person].name) for each in lines)
    values: dict[str, Blank] = {"name": names, "skill": Names("skills", (lines[0].skill,))}
    return Finding(values, records)


RULES: Final[Mapping[str, Rule]] = {
    "expiry-near": expiry_near,
    "expiry-passed": expiry_passed,
    "entrustment-expired": entrustment_expired,
}


def _finding(lines: Sequence[Expiry], severity: str = "") -> Finding | None:
    if not lines:
        return None
    day = lines[0].act_by or date.max
    values: dict[str, Blank] = {"what": tuple(each.what for each in lines), "day": day}
    records = tuple(Behind(ENTITY, each.id, each.what) for each in lines)
    return Finding(values, records, severity)
