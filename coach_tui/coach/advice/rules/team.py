"""Rules on who can do what without the CMO. Thresholds are ours: FORMULAS.md, "Autonomy"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final

from coach_tui.coach.advice.rules.rule import Rule
from coach_tui.coach.advice.situation import Behind, Blank, Finding, Names, Situation, WordKey
from coach_tui.coach.team.absence import uncovered_absences
from coach_tui.coach.team.left_behind import left_behind
from coach_tui.coach.team.taper import taper_of
from coach_tui.engagement.team.absence import CMO, passed_test
from coach_tui.engagement.team.cover import (
    NEGLIGIBLE,
    Cover,
    autonomy_index,
    covers_of,
    departures,
    percent,
)
from coach_tui.engagement.team.levels import assessments_of
from coach_tui.engagement.team.people import labels_of, people_of
from coach_tui.engagement.team.skills import Skill, skills_of, uses_of

GAP_MONTH: Final = 4
TEST_MONTH: Final = 6
HIGH_INDEX: Final = 0.80
HIGH_DOSE: Final = 3.0  # days a week
FLAT: Final = 0.05
TWO_QUARTERS: Final = timedelta(days=182)
UNUSED: Final = 60  # days a written method may wait for its second user


def single_autonomous(situation: Situation) -> Finding | None:
    """R32: a critical skill with exactly one autonomous person inside (OrgPlanner Pro).

    The weightiest is named; all of them are behind it.
    """
    alone = [
        cover for cover in _covers(situation) if cover.skill.critical and len(cover.autonomous) == 1
    ]
    if not alone:
        return None
    first = max(alone, key=lambda cover: cover.skill.weight)
    labels = labels_of(people_of(situation.engagement).values())
    values: dict[str, Blank] = {
        "skill": _named([first.skill]),
        "name": labels[first.autonomous[0]],
    }
    return Finding(values, _records(alone))


def critical_gap(situation: Situation) -> Finding | None:
    """R33: from month 4, a critical skill that nobody inside masters."""
    if situation.month < GAP_MONTH:
        return None
    nobody = [
        cover for cover in _covers(situation) if cover.skill.critical and not cover.autonomous
    ]
    if not nobody or not _rated(situation):
        return None
    return Finding(
        {"month": situation.month, "skill": _named(cover.skill for cover in nobody)},
        _records(nobody),
    )


def cmo_still_three_days(situation: Situation) -> Finding | None:
    """R34: three days a week or more with an index above 80 %, and nothing holding the dose up.

    What holds it up is the taper's own guards (FORMULAS.md, "Taper"): it must suggest to go lower.
    """
    taper = taper_of(situation.engagement, situation.today)
    days, index = taper.current, taper.autonomy
    if days is None or index is None or days < HIGH_DOSE or index <= HIGH_INDEX + NEGLIGIBLE:
        return None
    if taper.suggested is None or taper.suggested >= days:
        return None
    return Finding(
        {"index": percent(index), "days": days},
        situation.field("days_per_week") + _records(_covers(situation)),
    )


def autonomy_flat(situation: Situation) -> Finding | None:
    """R35: less than five points gained over two quarters (Sarker, Fractionus; 5 is ours).

    Silent where nobody was rated six months ago, and above 80 %, where little is left to gain.
    Those who left since are counted on neither day: a departure is no failure of the coaching.
    """
    before = situation.today - TWO_QUARTERS
    if not _rated(situation, before):
        return None
    now = autonomy_index(_covers(situation))
    gone = {each.id for each in departures(situation.engagement, before, situation.today)}
    then = autonomy_index(covers_of(situation.engagement, before, without=gone))
    if now is None or then is None or now > HIGH_INDEX or now - then >= FLAT - NEGLIGIBLE:
        return None
    return Finding({"gain": round((now - then) * 100)}, _records(_covers(situation)))


def doc_unused(situation: Situation) -> Finding | None:
    """R36: a written method that nobody but its author has used in 60 days."""
    skills = {
        skill.id: age
        for skill in skills_of(situation.engagement).values()
        if skill.method
        and not _used_by_another(situation, skill)
        and (age := _age(situation, skill)) > UNUSED
    }
    if not skills:
        return None
    methods = tuple(skills_of(situation.engagement)[each].method for each in skills)
    records = tuple(Behind("skill", *pair) for pair in zip(skills, methods, strict=True))
    return Finding({"method": methods, "days": max(skills.values())}, records)


def absence_test_due(situation: Situation) -> Finding | None:
    """R37: from month 6, no absence test of two weeks passed. Silent where no team is mapped."""
    mapped = bool(skills_of(situation.engagement))
    if situation.month < TEST_MONTH or not mapped or passed_test(situation.engagement):
        return None
    return Finding({"month": situation.month}, situation.step("absence-test"))


def absence_uncovered(situation: Situation) -> Finding | None:
    """R49: an absence planned, and not over, while critical skills rest on that person (ours).

    The first one is named; all of them are behind it.
    """
    away = uncovered_absences(situation.engagement, situation.today)
    if not away:
        return None
    drill, alone = away[0]
    skills, people = skills_of(situation.engagement), people_of(situation.engagement)
    named = [each.id for each in people.values() if each.kind == "cmo"]
    person = named[0] if drill.person == CMO and len(named) == 1 else drill.person
    values: dict[str, Blank] = {
        "name": labels_of(people.values()).get(person) or WordKey("role.cmo"),
        "start": drill.start,
        "end": drill.end,
        "skill": _named(skills[each] for each in alone),
        "why": drill.note.rstrip(".") or WordKey("taper.held.no-reason"),
    }
    return Finding(values, tuple(Behind("drill", each.id, each.note) for each, _ in away))


def leaver_handover(situation: Situation) -> Finding | None:
    """R45: what somebody who leaves answered for and nobody took (ours)."""
    things = left_behind(situation.engagement, situation.today)
    if not things:
        return None
    leavers = {each.person.id: each.person for each in things}
    ordered = sorted(leavers.values(), key=lambda each: (each.left or situation.today, each.id))
    days = dict.fromkeys(each.left or situation.today for each in ordered)
    behind = dict.fromkeys(Behind(each.kind, each.id, each.name) for each in things)
    values: dict[str, Blank] = {
        "name": tuple(each.name for each in ordered),
        "day": tuple(days),
        "n": len(behind),
    }
    return Finding(values, tuple(behind))


RULES: Final[Mapping[str, Rule]] = {
    "single-autonomous": single_autonomous,
    "critical-gap": critical_gap,
    "cmo-still-3-days": cmo_still_three_days,
    "autonomy-flat": autonomy_flat,
    "doc-unused": doc_unused,
    "absence-test-due": absence_test_due,
    "absence-uncovered": absence_uncovered,
    "leaver-handover": leaver_handover,
}


def _covers(situation: Situation) -> tuple[Cover, ...]:
    return covers_of(situation.engagement, situation.today)


def _named(skills: Iterable[Skill]) -> Blank:
    return tuple(skill.name or Names("skills", (skill.id,)) for skill in skills)


def _records(covers: Iterable[Cover]) -> tuple[Behind, ...]:
    return tuple(Behind("skill", cover.skill.id, cover.skill.name) for cover in covers)


def _rated(situation: Situation, day: date | None = None) -> bool:
    """Whether anyone had been rated by that day."""
    made = assessments_of(situation.engagement).values()
    return any(each.day <= (day or situation.today) for several in made for each in several)


def _used_by_another(situation: Situation, skill: Skill) -> bool:
    uses = uses_of(situation.engagement)
    return any(use.skill == skill.id and use.person != skill.author for use in uses)


def _age(situation: Situation, skill: Skill) -> int:
    """Days since the method was written down here."""
    change = situation.engagement.record("skill", skill.id)["method"].change
    written = situation.engagement.day(change.at)
    return (situation.today - written).days if written else 0
