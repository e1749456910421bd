"""Who is part of the team for whoever takes over: the CMO is not, once the mission is over."""

from collections.abc import Mapping
from datetime import date

from coach_tui.engagement.state import Engagement, FieldNow
from coach_tui.engagement.team.people import ENTITY, Person, people_of, same_name
from coach_tui.engagement.transition.record import ENTITY as TRANSITION
from coach_tui.engagement.transition.record import ID as TRANSITION_ID
from coach_tui.engagement.transition.record import ended_on, transition_of
from coach_tui.engagement.transition.taker import taker_there


def still_there(engagement: Engagement, today: date) -> Mapping[str, Person]:
    """Who is part of the team that day, by id; not the CMO whose mission was ended, whether or not
    anybody said so of the person."""
    there = {key: each for key, each in people_of(engagement).items() if each.there(today)}
    transition = transition_of(engagement)
    if transition.ended is None or not ended_on(engagement, today):
        return there
    taker = taker_there(engagement, today)
    return {
        key: each
        for key, each in there.items()
        if not _went(each, transition.leaving) or (taker and same_name(each.name, taker))
    }


def cmo_gone(engagement: Engagement, today: date) -> Engagement:
    """The engagement in which the CMO recorded in the team left when the mission was ended."""
    there, left = still_there(engagement, today), transition_of(engagement).ended
    known = engagement.records(ENTITY)
    change = engagement.record(TRANSITION, TRANSITION_ID)["ended"].change if left else None
    gone = {
        key: {**known[key], "left": FieldNow(left.isoformat(), change)}
        for key, each in people_of(engagement).items()
        if left and change and each.there(today) and key not in there
    }
    return engagement.showing(ENTITY, {**known, **gone}) if gone else engagement


def _went(person: Person, leaving: str) -> bool:
    """Whether this is the CMO who left: named so, or of that kind."""
    return person.kind == "cmo" or bool(leaving and same_name(person.name, leaving))
