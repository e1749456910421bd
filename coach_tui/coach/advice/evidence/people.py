"""What the team's map says: who can do what alone, what is written down, who was away."""

from __future__ import annotations

from coach_tui.coach.advice.evidence.fact import Fact
from coach_tui.coach.advice.situation import Blank, Names, Situation, WordKey
from coach_tui.coach.team.left_behind import left_behind
from coach_tui.engagement.team.absence import drills_of
from coach_tui.engagement.team.cover import Cover, covers_of, percent
from coach_tui.engagement.team.entrustment import entrustments_of
from coach_tui.engagement.team.levels import assessments_of, level_at
from coach_tui.engagement.team.people import labels_of, people_of


def skill_cover(situation: Situation, skill: str) -> Fact | None:
    """How far a skill is covered."""
    cover = _cover(situation, skill)
    return Fact("behind.skill.cover", {"share": percent(cover.share)}) if cover else None


def who_is_autonomous(situation: Situation, skill: str) -> Fact | None:
    """Who masters a skill."""
    cover = _cover(situation, skill)
    if cover is None or not cover.autonomous:
        return None
    labels = labels_of(people_of(situation.engagement).values())
    return Fact(
        "behind.skill.autonomous", {"who": tuple(labels[each] for each in cover.autonomous)}
    )


def highest_level(situation: Situation, skill: str) -> Fact | None:
    """The highest level anyone inside has on a skill, as it counts."""
    people = people_of(situation.engagement).values()
    rated = [
        level.counted
        for person in people
        if person.covers(situation.today)
        and (level := level_at(situation.engagement, person.id, skill, situation.today))
    ]
    if not rated:
        return Fact("behind.skill.unrated")
    return Fact("behind.skill.highest", {"level": max(rated)})


def method_written(situation: Situation, skill: str) -> Fact | None:
    """When a skill's method was written down here."""
    record = situation.engagement.record("skill", skill)
    if "method" not in record:
        return None
    day = situation.engagement.day(record["method"].change.at)
    return Fact("behind.skill.method", {"day": day}) if day else None


def level_given(situation: Situation, assessment: str) -> Fact | None:
    """A level, and the day it was seen."""
    made = assessments_of(situation.engagement).values()
    found = next((each for several in made for each in several if each.id == assessment), None)
    return Fact("behind.level", {"level": found.level, "day": found.day}) if found else None


def absence_days(situation: Situation, drill: str) -> Fact | None:
    """From when to when someone was away."""
    found = next((each for each in drills_of(situation.engagement) if each.id == drill), None)
    return Fact("behind.away", {"start": found.start, "end": found.end}) if found else None


def answered_for(situation: Situation, thing: str) -> Fact | None:
    """Who answered for this and leaves, and when."""
    things = left_behind(situation.engagement, situation.today)
    held = [each.person for each in things if each.id == thing]
    if not held or held[0].left is None:
        return None
    if len(held) > 1:
        gone = {each.left is not None and each.left <= situation.today for each in held}
        told = "some-gone" if len(gone) > 1 else "all-gone" if gone == {True} else "all-leave"
        return Fact(f"behind.{told}", {"name": tuple(each.name for each in held)})
    when = "gone" if held[0].left <= situation.today else "left"
    return Fact(f"behind.{when}", {"name": held[0].name, "day": held[0].left})


def _cover(situation: Situation, skill: str) -> Cover | None:
    covers = covers_of(situation.engagement, situation.today)
    return next((each for each in covers if each.skill.id == skill), None)


def entrusted_until(situation: Situation, identity: str) -> Fact | None:
    """What was allowed, and the day it was to be reviewed."""
    made = entrustments_of(situation.engagement)
    found = next((each for each in made if each.id == identity), None)
    if found is None or found.until is None:
        return None
    values: dict[str, Blank] = {
        "level": WordKey(f"entrustment.level.{found.level}"),
        "day": found.until,
        "skill": Names("skills", (found.skill,)),
    }
    return Fact("behind.entrustment", values)
