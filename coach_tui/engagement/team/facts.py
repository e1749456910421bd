"""What the team's records prove of the playbook's steps: how many, who, when, or nothing.

Somebody or a skill that came since is work to do, and does not undo a step (see `once_done`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import product
from typing import Final

from coach_tui.engagement.once_done import begun_at, last_set, once_complete, set_at
from coach_tui.engagement.proof import Proof, Saying, day_said
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.absence import passed_test
from coach_tui.engagement.team.levels import ENTITY as ASSESSMENT
from coach_tui.engagement.team.levels import assessments_of
from coach_tui.engagement.team.people import ENTITY as PERSON
from coach_tui.engagement.team.people import labels_of, people_of
from coach_tui.engagement.team.plan import BOARD, GOAL, Goal, board_of, goals_of
from coach_tui.engagement.team.skills import ENTITY as SKILL
from coach_tui.engagement.team.skills import USE, skills_of, uses_of

AGAIN: Final = timedelta(days=21)  # sooner is the same rating, corrected (our rule of thumb)
MAP: Final = 8  # skills on a useful map, at least (FORMULAS.md, "Autonomy")


def mapped(engagement: Engagement) -> Proof:
    """Eight skills or more are on the map."""
    count = len(skills_of(engagement))
    return Saying("proof.skills", {"n": count}) if count >= MAP else ""


def rated(engagement: Engagement) -> str:
    """Every internal person and skill was rated by both sides. Says who."""
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
    begun, rated_at = _critical(engagement), dict[str, str]()
    for (_, skill, _), made in assessments_of(engagement).items():
        at = begun_at(engagement.records(ASSESSMENT)[made[0].id])
        rated_at[skill] = min(rated_at.get(skill, at), at)
    completed = {each: max(begun[each], at) for each, at in rated_at.items() if each in begun}
    known = once_complete(begun, completed)
    return Saying("proof.skills", {"n": len(known)}) if known else ""


def reassessed(engagement: Engagement) -> Proof:
    """Ratings were made again, three weeks or more after the first ones (our rule of thumb)."""
    days = sorted(made.day for several in assessments_of(engagement).values() for made in several)
    return day_said(days[-1]) if days and days[-1] - days[0] >= AGAIN else ""


def with_goals(engagement: Engagement) -> str:
    """Everybody inside has a goal with its day. Says who."""
    return _aiming(engagement, lambda goal: goal.due is not None, ["due"])


def with_plans(engagement: Engagement) -> str:
    """Everybody inside has a goal with its day and the real case to practise on. Says who."""
    return _aiming(
        engagement, lambda goal: goal.due is not None and bool(goal.case), ["due", "case"]
    )


def backed_up(engagement: Engagement) -> str:
    """Every critical skill has a named backup who has done it for real. Says who."""
    begun, skills, completed = _critical(engagement), skills_of(engagement), dict[str, str]()
    used, labels = engagement.records(USE), labels_of(people_of(engagement).values())
    for use in uses_of(engagement):
        if use.skill in begun and use.person == skills[use.skill].backup in labels:
            named = last_set(engagement.records(SKILL)[use.skill], ["backup"])
            at = max(begun[use.skill], named, begun_at(used[use.id]))
            completed[use.skill] = min(completed.get(use.skill, at), at)
    ready = [labels[skills[each].backup] for each in once_complete(begun, completed)]
    return ", ".join(dict.fromkeys(ready))


def delegated(engagement: Engagement) -> Proof:
    """Ten decisions or more on the board, each with a name."""
    named = sum(bool(line.person) for line in board_of(engagement).values())
    return Saying("proof.decisions", {"n": named}) if named >= BOARD[0] else ""


def drill_passed(engagement: Engagement) -> Proof:
    """The two weeks the CMO was away and it went well."""
    drill = passed_test(engagement)
    return Saying("proof.days", {"first": drill.start, "last": drill.end}) if drill else ""


def _critical(engagement: Engagement) -> dict[str, str]:
    """The critical skills on the map, and when each became one."""
    records = engagement.records(SKILL)
    return {
        each: max(set_at(records[each], ["kept"]), last_set(records[each], ["critical"]))
        for each, skill in skills_of(engagement).items()
        if skill.critical
    }


def _aiming(engagement: Engagement, right: Callable[[Goal], bool], fields: Sequence[str]) -> str:
    """Who aims at something, once everybody inside did. `fields` are what a right goal says."""
    records, people = engagement.records, people_of(engagement)
    begun = {
        person.id: begun_at(records(PERSON)[person.id])
        for person in people.values()
        if person.kind == "internal" and person.left is None
    }
    completed: dict[str, str] = {}
    for goal in goals_of(engagement):
        if goal.person in begun and right(goal):
            at = max(begun[goal.person], set_at(records(GOAL)[goal.id], fields))
            completed[goal.person] = min(completed.get(goal.person, at), at)
    found = once_complete(begun, completed)
    return ", ".join(labels_of(people[each] for each in found).values())
