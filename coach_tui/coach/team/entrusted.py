"""What an entrustment decision moves: the proposals of the board, and the days a week."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.cover import covers_of
from coach_tui.engagement.team.entrustment import (
    ALONE,
    ON_THE_BOARD,
    allowed,
    last_entrusted,
)
from coach_tui.engagement.team.levels import level_at
from coach_tui.engagement.team.plan import Delegation, board_of
from coach_tui.engagement.team.skills import uses_of

if TYPE_CHECKING:
    from coach_tui.playbook.entry import Entry


class ProposedLevel(NamedTuple):
    """A line of the board, and the level (1–7) that what is allowed next time speaks for."""

    line: Delegation
    skill: str
    allowed: int
    level: int


def skills_asked(decisions: "Iterable[Entry]") -> dict[str, str]:
    """The skill that each decision of the catalogue asks for."""
    return {entry.id: str(entry.fields.get("skill", "")) for entry in decisions}


def board_proposals(
    engagement: Engagement, skill_of: Mapping[str, str], today: date
) -> tuple[ProposedLevel, ...]:
    """The lines whose level differs from what their person is allowed in the skill they ask for.

    `skill_of` gives the skill of each of the catalogue's decisions.
    """
    found = []
    for line in board_of(engagement).values():
        skill = skill_of.get(line.decision, "")
        level = allowed(engagement, line.person, skill, today) if line.person and skill else None
        if level is not None and ON_THE_BOARD[level] != line.now:
            found.append(ProposedLevel(line, skill, level, ON_THE_BOARD[level]))
    return tuple(found)


def evidence_of(engagement: Engagement, person: str, skill: str, today: date) -> str:
    """What was last seen of this person in this skill, to decide on; empty where nothing was."""
    rated = level_at(engagement, person, skill, today)
    used = [
        use
        for use in uses_of(engagement)
        if (use.person, use.skill) == (person, skill) and use.day <= today and use.note
    ]
    seen = [rated.evidence] if rated and rated.evidence else []
    return "\n".join([*seen, *(use.note for use in used[-1:])])


def not_let_go(engagement: Engagement, today: date) -> tuple[str, ...]:
    """The critical skills somebody inside masters, and which nobody is allowed to do alone next
    time, though it was decided about somebody: the days a week hold up until it is decided."""
    found = []
    for cover in covers_of(engagement, today):
        if not cover.skill.critical or not cover.autonomous:
            continue
        decided = [each for each in cover.autonomous
                   if last_entrusted(engagement, each, cover.skill.id, today)]  # fmt: skip
        levels = [allowed(engagement, each, cover.skill.id, today) or 0 for each in decided]
        if decided and max(levels) < ALONE:
            found.append(cover.skill.id)
    return tuple(found)
