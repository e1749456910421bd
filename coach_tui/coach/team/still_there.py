"""Who is part of the team for whoever takes over: the CMO is not, once the mission is over."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from coach_tui.engagement.change import Change
from coach_tui.engagement.state import Engagement, FieldNow, Record
from coach_tui.engagement.team.people import ENTITY, Person, people_of, same_name
from coach_tui.engagement.transition.record import ENTITY as TRANSITION
from coach_tui.engagement.transition.record import ID as TRANSITION_ID
from coach_tui.engagement.transition.record import ended_on, transition_of
from coach_tui.engagement.transition.taker import taker_there

NAMED: Final = ":cmo"  # the id of a CMO who is no person of the team; no person's has a colon


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
    """The engagement in which the CMO left when the mission was ended: who is one of the team, and
    who is only named as the one who leaves."""
    ended, leaving = transition_of(engagement).ended, transition_of(engagement).leaving
    if ended is None or not ended_on(engagement, today):
        return engagement
    there, people = still_there(engagement, today), people_of(engagement)
    known, change = engagement.records(ENTITY), _told(engagement, "ended")
    left = {"left": FieldNow(ended.isoformat(), change)}
    gone: dict[str, Record] = {
        key: {**known[key], **left}
        for key, each in people.items()
        if each.there(today) and key not in there
    }
    taker = taker_there(engagement, today)
    if leaving and not any(same_name(leaving, each) for each in (taker, *_names(people))):
        told = {"name": FieldNow(leaving, _told(engagement, "leaving"))}
        gone[NAMED] = {**told, "kind": FieldNow("cmo", change), **left}
    return engagement.showing(ENTITY, {**known, **gone}) if gone else engagement


def _told(engagement: Engagement, field: str) -> Change:
    return engagement.record(TRANSITION, TRANSITION_ID)[field].change


def _names(people: Mapping[str, Person]) -> list[str]:
    return [each.name for each in people.values()]


def _went(person: Person, leaving: str) -> bool:
    """Whether this is the CMO who left: named so, or of that kind."""
    return person.kind == "cmo" or bool(leaving and same_name(person.name, leaving))
