"""What people who leave answered for, in words: the same at every door."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from coach_tui.coach.named import Named, Names, called
from coach_tui.coach.team.left_behind import Thing, left_behind
from coach_tui.engagement.state import Engagement
from coach_tui.language import Words
from coach_tui.language.dates import plain_date


def thing_words(thing: Thing, named: Named, words: Words) -> str:
    """Access · HubSpot."""
    names: dict[str, Names] = {
        "kpi": named.kpis, "ritual": named.rituals, "skill": named.skills,
        "delegation": named.decisions, "document": named.documents,
    }  # fmt: skip
    own = "" if thing.kind == "delegation" else thing.name
    identity = thing.name if thing.kind == "delegation" else thing.id
    what = called(identity, own, names.get(thing.kind, {}))
    return words(f"team.left-behind.{thing.kind}", what=what)


def things_told(things: Sequence[Thing], named: Named, words: Words) -> list[str]:
    """Each of these, with whose it was where two who leave shared it."""
    known = Counter(each.key for each in things)
    lines = []
    for each in things:
        told = thing_words(each, named, words)
        whose = named.people.get(each.person.id, each.person.name)
        lines.append(f"{told} · {whose}" if known[each.key] > 1 else told)
    return lines


def left_behind_lines(
    engagement: Engagement,
    today: date,
    named: Named,
    words: Words,
    person: str = "",
) -> list[tuple[str, list[str]]]:
    """For each person who leaves: a sentence that asks who takes it, and what is to be taken."""
    things = left_behind(engagement, today, person)
    return [
        (_asked(each, today, named, words), [thing_words(thing, named, words) for thing in each])
        for each in _by_person(things)
    ]


def _by_person(things: Iterable[Thing]) -> list[list[Thing]]:
    ordered = sorted(things, key=lambda each: each.person.id)
    return [list(found) for _, found in groupby(ordered, key=lambda each: each.person.id)]


def _asked(things: list[Thing], today: date, named: Named, words: Words) -> str:
    person = things[0].person
    gone = person.left is not None and person.left <= today
    day = plain_date(person.left, words.language) if person.left else ""
    name = named.people.get(person.id, person.name)
    return words(
        f"team.{'gone' if gone else 'leaving'}-who-takes-it", name=name, day=day, n=len(things)
    )
