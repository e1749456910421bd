"""The team, looked at: the facts that make a step done, and what to do next with each person."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team import labels_of, people_of
from coach_tui.engagement.team_absence import passed_test
from coach_tui.engagement.team_level import assessments_of, level_at
from coach_tui.engagement.team_plan import BOARD, board_of
from coach_tui.engagement.team_skill import skills_of, uses_of

if TYPE_CHECKING:
    from coach_tui.playbook.catalogue import Entry

MAP: Final = 12  # skills on a useful map, at least: our rule of thumb


class NextMove(NamedTuple):
    """What the coach does next for one person and skill: the level they have, the entry to read."""

    skill: str
    level: int
    entry: "Entry"


def next_moves(
    engagement: Engagement, person: str, levels: "Iterable[Entry]", day: date
) -> tuple[NextMove, ...]:
    """For each skill of the map, the coaching of the level this person has; the lowest first."""
    by_level: Mapping[int, Entry] = {int(entry.fields["level"]): entry for entry in levels}
    moves = []
    for skill in skills_of(engagement):
        rated = level_at(engagement, person, skill, day)
        level = rated.level if rated else 0
        if level in by_level:
            moves.append(NextMove(skill, level, by_level[level]))
    return tuple(sorted(moves, key=lambda move: move.level))


def mapped(engagement: Engagement) -> Proof:
    """Fact: twelve skills or more are on the map."""
    count = len(skills_of(engagement))
    return Saying("proof.skills", {"n": count}) if count >= MAP else ""


def rated(engagement: Engagement) -> str:
    """Fact: every internal person and skill was rated by both sides. Says who."""
    team = [
        person
        for person in people_of(engagement).values()
        if person.kind == "internal" and person.left is None
    ]
    skills, made = skills_of(engagement), assessments_of(engagement)
    complete = all(
        (person.id, skill, side) in made
        for person in team
        for skill in skills
        for side in ("cmo", "member")
    )
    labels = labels_of(team)
    return ", ".join(labels.values()) if team and skills and complete else ""


def backed_up(engagement: Engagement) -> str:
    """Fact: every critical skill has a named backup who has done it for real. Says who."""
    critical = [skill for skill in skills_of(engagement).values() if skill.critical]
    exercised = {(use.skill, use.person) for use in uses_of(engagement)}
    labels = labels_of(people_of(engagement).values())
    ready = [
        labels.get(skill.backup, "") for skill in critical if (skill.id, skill.backup) in exercised
    ]
    complete = bool(critical) and len(ready) == len(critical) and all(ready)
    return ", ".join(dict.fromkeys(ready)) if complete else ""


def delegated(engagement: Engagement) -> Proof:
    """Fact: ten decisions or more on the board, each with a name."""
    named = sum(bool(line.person) for line in board_of(engagement).values())
    return Saying("proof.decisions", {"n": named}) if named >= BOARD[0] else ""


def drill_passed(engagement: Engagement) -> Proof:
    """Fact: the two weeks the CMO was away and it went well."""
    drill = passed_test(engagement)
    return Saying("proof.days", {"first": drill.start, "last": drill.end}) if drill else ""
