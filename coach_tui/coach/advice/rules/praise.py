"""Good news worth saying: five facts, each for thirty days after it happened (ours)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from coach_tui.coach.advice.rules.access import critical_accesses
from coach_tui.coach.advice.rules.rule import Rule
from coach_tui.coach.advice.situation import Behind, Finding, Names, Situation
from coach_tui.engagement.rhythm.decisions import decisions_of
from coach_tui.engagement.rhythm.dose import dose_on, doses_of
from coach_tui.engagement.team.absence import passed_test
from coach_tui.engagement.team.levels import assessments_of
from coach_tui.engagement.team.people import people_of
from coach_tui.engagement.team.skills import skills_of

NEWS: Final = timedelta(days=30)
EARLY: Final = 3  # days after the first one
TOP: Final = 4


def access_early(situation: Situation) -> Finding | None:
    """Every critical access verified before day 3 (Marketing Momentum; 3 is ours)."""
    first = situation.profile.first_day
    lines = critical_accesses(situation.engagement)
    verified = [line.verified_on for line in lines]
    if first is None or not lines or not all(verified):
        return None
    last = max(day for day in verified if day)
    if last >= first + timedelta(days=EARLY) or not _is_news(situation, max(last, first)):
        return None
    records = tuple(Behind("access", line.id, line.tool) for line in lines)
    return Finding({"day": max(0, (last - first).days)}, records)


def decision_without_cmo(situation: Situation) -> Finding | None:
    """A decision taken whose owner is one of the company's own people (guide)."""
    inside = {
        person.name
        for person in people_of(situation.engagement).values()
        if person.kind == "internal"
    }
    taken = [
        each
        for each in decisions_of(situation.engagement).values()
        if each.decided and each.owner in inside and _is_news(situation, each.decided)
    ]
    if not taken:
        return None
    last = max(taken, key=lambda each: (each.decided or date.min, each.id))
    return Finding({"decision": last.title}, (Behind("decision", last.id, last.title),))


def level_four(situation: Situation) -> Finding | None:
    """Someone inside reached level 4 on a skill, as the CMO rates it."""
    people, skills = people_of(situation.engagement), skills_of(situation.engagement)
    reached = [
        made[-1]
        for (person, skill, side), made in assessments_of(situation.engagement).items()
        if side == "cmo"
        and made[-1].counted >= TOP
        and person in people
        and people[person].covers(situation.today)
        and skill in skills
        and _is_news(situation, made[-1].day)
    ]
    if not reached:
        return None
    last = max(reached, key=lambda each: (each.day, each.id))
    skill = skills[last.skill]
    name = people[last.person].name
    values = {"name": name, "skill": skill.name or Names("skills", (skill.id,))}
    return Finding(values, (Behind("assessment", last.id, name),))


def absence_test(situation: Situation) -> Finding | None:
    """The two-week absence test went well."""
    drill = passed_test(situation.engagement)
    if drill is None or not _is_news(situation, drill.end):
        return None
    return Finding({}, (Behind("drill", drill.id),))


def taper(situation: Situation) -> Finding | None:
    """The CMO's dose came down, as decided (guide: 3 days a week at launch, 1 when cruising)."""
    begun = [dose for dose in doses_of(situation.engagement) if dose.since <= situation.today]
    if not begun or not _is_news(situation, begun[-1].since):
        return None
    last = begun[-1]
    before = dose_on(situation.engagement, last.since - timedelta(days=1))
    if before is None or before <= last.days_per_week:
        return None
    records = (Behind("dose", last.id, last.why),)
    return Finding({"from_days": before, "to_days": last.days_per_week}, records)


RULES: Final[Mapping[str, Rule]] = {
    "praise-access-early": access_early,
    "praise-decision-without-cmo": decision_without_cmo,
    "praise-level-four": level_four,
    "praise-absence-test": absence_test,
    "praise-taper": taper,
}


def _is_news(situation: Situation, day: date | None) -> bool:
    return day is not None and timedelta() <= situation.today - day <= NEWS
