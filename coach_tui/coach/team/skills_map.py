"""Putting skills on the map: as the catalogue weighs them, unless it is said otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from coach_tui.engagement.change import Decision
from coach_tui.engagement.gesture import in_turn, together
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.levels import rate
from coach_tui.engagement.team.skills import Skill, set_skill, skills_of

if TYPE_CHECKING:
    from coach_tui.playbook.entry import Entry


def put_on_map(
    engagement: Engagement,
    wanted: Iterable[str],
    entries: Iterable[Entry],
    *,
    weight: int | None = None,
    critical: bool | None = None,
) -> Decision:
    """Put these skills on the map, as one gesture. What is there already keeps its own weight."""
    listed = {entry.id: entry for entry in entries}
    return together(
        *(
            set_skill(
                engagement,
                usual.id,
                weight or usual.weight,
                usual.critical if critical is None else critical,
            )
            for usual in (_usual(engagement, skill, listed) for skill in dict.fromkeys(wanted))
        )
    )


def rate_on_map(
    engagement: Engagement, identity: str, entries: Iterable[Entry], *, skill: str, **said: Any
) -> Decision:
    """Rate someone (see `rate`) on a skill, put on the map where it is not there yet: at once."""
    missing = [] if skill in skills_of(engagement) else [skill]
    return in_turn(
        engagement,
        lambda known: put_on_map(known, missing, entries),
        lambda known: rate(known, identity, skill=skill, **said),
    )


def _usual(engagement: Engagement, skill: str, listed: dict[str, Entry]) -> Skill:
    if known := skills_of(engagement).get(skill):
        return known
    entry = listed.get(skill)
    return Skill(skill, entry.fields["weight"], entry.fields["critical"]) if entry else Skill(skill)
