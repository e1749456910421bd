"""The team, looked at: what to do next with each person."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.levels import level_at
from coach_tui.engagement.team.skills import skills_of

if TYPE_CHECKING:
    from coach_tui.playbook.entry import Entry


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
