"""What a member of the team is asked of herself: how far she is, what she learned, what blocks her.

Only when she is there by name ("team/Ann"): nobody else is shown these moves.
"""

from collections.abc import Iterator
from typing import Final

from coach_tui.coach.moves.looked_at import MONTH, WEEK, Round
from coach_tui.coach.moves.move import Move
from coach_tui.engagement.actor import Actor
from coach_tui.engagement.rhythm.meetings import OWN_WORD, meetings_of
from coach_tui.engagement.team.levels import level_at
from coach_tui.engagement.team.people import person_named
from coach_tui.engagement.team.skills import skills_of

ROLE: Final = "team"


def own_part(r: Round, viewer: Actor) -> Iterator[Move]:
    """Her ratings of herself, in one sitting; then, once a month, a word of her own."""
    person = person_named(r.engagement, viewer.name, r.today)
    if viewer.role != ROLE or person is None:
        return
    about = (f"person:{person.id}",)
    unrated = [
        skill
        for skill in skills_of(r.engagement)
        if level_at(r.engagement, person.id, skill, r.today, "member") is None
    ]
    if unrated:
        minutes, due = 1 + len(unrated) // 2, r.today + WEEK
        yield Move("own-rate:me", "again", ROLE, "rate", about, minutes, due=due, start=r.opened)
    said = [each for each in meetings_of(r.engagement).get(OWN_WORD, ()) if each.who == person.name]
    last = said[-1].day if said else None
    day = last + MONTH if last else r.today
    yield Move("own-word:me", "again", ROLE, OWN_WORD, about, 3, due=day, start=day)
