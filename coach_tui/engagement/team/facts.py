"""What the team's records prove of the playbook's steps: how many, who, when, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import product
from typing import Final

from coach_tui.engagement.once_done import begun_at, once_complete, set_at
from coach_tui.engagement.proof import Proof, Saying, day_said
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.absence import passed_test
from coach_tui.engagement.team.levels import ENTITY as ASSESSMENT
from coach_tui.engagement.team.levels import assessments_of
from coach_tui.engagement.team.people import ENTITY as PERSON
from coach_tui.engagement.team.people import labels_of, people_of
from coach_tui.engagement.team.plan import BOARD, Goal, board_of, goals_of
from coach_tui.engagement.team.skills import ENTITY as SKILL
from coach_tui.engagement.team.skills import skills_of, uses_of

AGAIN: Final = timedelta(days=21)  # sooner is the same rating, corrected (our rule of thumb)
MAP: Final = 8  # skills on a useful map, at least (DOMAIN.md: 8 to 12)


def mapped(engagement: Engagement) -> Proof:
    """Eight skills or more are on the map."""
    count = len(skills_of(engagement))
    return Saying("proof.skills", {"n": count}) if count >= MAP else ""


def rated(engagement: Engagement) -> str:
    """Every internal person and skill was rated by both sides. Says who.

    Somebody or a skill that came since is work to do, and does not undo the step (`once_done`).
    """
    team = {
        person.id: person
        for person in people_of(engagement).values()
        if person.kind == "internal" and person.left is None
    }
    made, came = assessments_of(engagement), engagement.records
    begun, completed = {}, {}
    for person, skill in product(team, skills_of(engagement)):
        pair = person, skill
        kept = set_at(came(SKILL)[skill], ["kept"])
        begun[pair] = max(begun_at(came(PERSON)[person]), kept)
        both = [made.get((*pair, side), ()) for side in ("cmo", "member")]
        if all(both):
            first = [begun_at(came(ASSESSMENT)[each[0].id]) for each in both]
            completed[pair] = max(begun[pair], *first)
    found = dict.fromkeys(person for person, _ in once_complete(begun, completed))
    return ", ".join(labels_of(team[each] for each in found).values())


def critical_rated(engagement: Engagement) -> Proof:
    """Critical skills are named, and somebody was rated on each: their gaps can be read."""
    critical = [skill.id for skill in skills_of(engagement).values() if skill.critical]
    rated_ones = {skill for _, skill, _ in assessments_of(engagement)}
    known = bool(critical) and rated_ones.issuperset(critical)
    return Saying("proof.skills", {"n": len(critical)}) if known else ""


def reassessed(engagement: Engagement) -> Proof:
    """Ratings were made again, three weeks or more after the first ones (our rule of thumb)."""
    days = sorted(made.day for several in assessments_of(engagement).values() for made in several)
    return day_said(days[-1]) if days and days[-1] - days[0] >= AGAIN else ""


def with_goals(engagement: Engagement) -> str:
    """Everybody inside has a goal with its day. Says who."""
    return _aiming(engagement, lambda goal: goal.due is not None)


def with_plans(engagement: Engagement) -> str:
    """Everybody inside has a goal with its day and the real case to practise on. Says who."""
    return _aiming(engagement, lambda goal: goal.due is not None and bool(goal.case))


def backed_up(engagement: Engagement) -> str:
    """Every critical skill has a named backup who has done it for real. Says who."""
    critical = [skill for skill in skills_of(engagement).values() if skill.critical]
    exercised = {(use.skill, use.person) for use in uses_of(engagement)}
    labels = labels_of(people_of(engagement).values())
    ready = [
        labels.get(skill.backup, "") for skill in critical if (skill.id, skill.backup) in exercised
    ]
    complete = bool(critical) and len(ready) == len(critical) and all(ready)
    return ", ".join(dict.fromkeys(ready)) if complete else ""


def delegated(engagement: Engagement) -> Proof:
    """Ten decisions or more on the board, each with a name."""
    named = sum(bool(line.person) for line in board_of(engagement).values())
    return Saying("proof.decisions", {"n": named}) if named >= BOARD[0] else ""


def drill_passed(engagement: Engagement) -> Proof:
    """The two weeks the CMO was away and it went well."""
    drill = passed_test(engagement)
    return Saying("proof.days", {"first": drill.start, "last": drill.end}) if drill else ""


def _aiming(engagement: Engagement, right: Callable[[Goal], bool]) -> str:
    team = [p for p in people_of(engagement).values() if p.kind == "internal" and p.left is None]
    aiming = {goal.person for goal in goals_of(engagement) if right(goal)}
    complete = bool(team) and all(person.id in aiming for person in team)
    return ", ".join(labels_of(team).values()) if complete else ""
