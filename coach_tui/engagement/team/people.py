"""The people around the mission: who they are, and whether they count as the team's cover."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import refuse_fields
from coach_tui.engagement.fields import Choice, Day, Declared, Number, Text, decoded
from coach_tui.engagement.gesture import in_turn, only_news
from coach_tui.engagement.state import (
    Engagement,
    Record,
    flag_of,
    text_of,
    texts_of,
    viewed,
)
from coach_tui.engagement.text_checks import recorded
from coach_tui.language.clean import one_line
from coach_tui.language.fold import folded
from coach_tui.language.refusal import Refusal

ENTITY: Final = "person"
NAME: Final = 200  # characters
WEEK: Final = 7.0  # days
KINDS: Final = ("internal", "founder", "cmo", "agency")


class Person(Declared, subject="team.field"):
    """Someone rated or named. Only `internal` people ever count as cover (FORMULAS.md, "Autonomy").

    left  the first day without them; empty while they are there.
    away  earlier absences, each from its first day to the day of the return.
    days_free  days a week they have for the mission.
    """

    id: str
    name: str = Text(NAME, needed="refusal.team.no-name")
    kind: str = Choice(KINDS, "internal", called="team.kind")
    role: str = Text(NAME)
    left: date | None = Day("near")
    days_free: float | None = Number(WEEK, label="record.person.days_free")
    away: tuple[tuple[date, date], ...] = ()

    def covers(self, day: date) -> bool:
        """Whether this person counts as team cover that day."""
        return self.kind == "internal" and self.there(day)

    def there(self, day: date) -> bool:
        """Whether this person is part of the mission that day."""
        return self.gone_since(day) is None

    def back_on(self, day: date) -> date | None:
        """The day of the return from the absence they are in that day; None where they are there,
        or left for good."""
        return next((back for left, back in self.away if left <= day < back), None)

    def gone_since(self, day: date) -> date | None:
        """The first day of the absence they are in that day; None where they are there."""
        if self.left is not None and self.left <= day:
            return self.left
        return next((left for left, back in self.away if left <= day < back), None)


@viewed
def people_of(engagement: Engagement) -> Mapping[str, Person]:
    """Everyone recorded, by id, in the order they were added; those who left are among them."""
    found = {}
    for person_id, record in sorted(engagement.records(ENTITY).items()):
        if text_of(record, "name") and not flag_of(record, "_deleted"):
            found[person_id] = _decoded(person_id, record)
    return found


def labels_of(people: Iterable[Person]) -> Mapping[str, str]:
    """Each person's name by id; namesakes are told apart by their role, or by a number."""
    listed = list(people)
    names = [person.name for person in listed]
    labels: dict[str, str] = {}
    for person in listed:
        label = person.name
        if names.count(label) > 1 and person.role:
            label = f"{person.name} ({person.role})"
        taken, number = set(labels.values()), 2
        candidate = label
        while candidate in taken:
            candidate, number = f"{label} ({number})", number + 1
        labels[person.id] = candidate
    return labels


def add_person(person_id: str, name: str, kind: str = "internal", role: str = "") -> Decision:
    """Add someone. Two people may bear one name: `labels_of` tells them apart."""
    return _changed(person_id, {"name": name, "kind": kind, "role": role})


def set_person(
    engagement: Engagement, person_id: str, fields: Mapping[str, str | date | None]
) -> Decision:
    """Add someone, or change what is known of them, and when they leave or come back, at once.

    A name that is there already is asked about: another person of that name has a role that tells
    them apart.

    fields  name, kind, role as texts; `left`, the first day without them, None where they never
            left; `back`, the day they are there again.
    """
    texts = {name: str(fields[name] or "") for name in ("name", "kind", "role") if name in fields}
    if person_id not in people_of(engagement):
        texts = {"name": "", "kind": KINDS[0], "role": "", **texts}
        if refusal := _refuse_twice(engagement, texts["name"], texts["role"]):
            return refusal
    left, back = (day if isinstance(day := fields.get(name), date) else None
                  for name in ("left", "back"))  # fmt: skip
    moved = back or "left" in fields
    return only_news(
        engagement,
        in_turn(
            engagement,
            lambda _: _changed(person_id, texts),
            lambda known: (
                come_back(known, person_id, back)
                if back
                else leave(known, person_id, left)
                if moved
                else []
            ),
        ),
    )


def leave(engagement: Engagement, person_id: str, day: date | None) -> Decision:
    """Say the first day without this person; None where they never left. Ratings are kept."""
    person = people_of(engagement).get(person_id)
    if person is None:
        return Refusal("refusal.team.unknown-person", {"name": person_id})
    returned = max((back for _, back in person.away), default=None)
    if day and returned and day < returned:
        return Refusal("refusal.team.left-before-return", {"left": day, "back": returned}).of(
            "left"
        )
    return _changed(person_id, {"left": day})


def set_days_free(person_id: str, days: float | None) -> Decision:
    """Say how many days a week this person has for the mission; None where nobody knows."""
    return _changed(person_id, {"days_free": days})


def come_back(engagement: Engagement, person_id: str, day: date) -> Decision:
    """Someone who left is there again from this day on; what was covered meanwhile stays so."""
    person = people_of(engagement).get(person_id)
    if person is None:
        return Refusal("refusal.team.unknown-person", {"name": person_id})
    if person.left is None:
        return Refusal("refusal.team.not-left", {"name": person.name}).of("back")
    if day < person.left:
        return Refusal("refusal.team.back-before", {"left": person.left, "back": day}).of("back")
    if day == person.left:  # they never were away
        return leave(engagement, person_id, None)
    away = [each.isoformat() for pair in (*person.away, (person.left, day)) for each in pair]
    return [Draft(ENTITY, person_id, {"left": None, "away": away})]


def same_name(first: str, second: str) -> bool:
    """Whether two names are one person's: case, accents and spaces aside."""
    return _as_one(first) == _as_one(second)


def stands_for(said: str, name: str) -> bool:
    """Whether `said` is this name or a part of it that people call somebody by: a first name, a
    surname, either with the other's initial. `Perrot` and `L. Perrot` stand for `Lucas Perrot`."""
    parts, whole = (_as_one(each).replace(".", " ").split() for each in (said, name))
    known = [each in whole for each in parts]
    initials = {each[0] for each in whole}
    return any(known) and all(
        told or (len(each) == 1 and each in initials)
        for each, told in zip(parts, known, strict=True)
    )


def borne_by(engagement: Engagement, name: str) -> list[Person]:
    """Who bears this name, however it is spelled; where nobody does, who bore it before they were
    renamed: what was written of them then is still theirs."""
    people = people_of(engagement)
    now = [each for each in people.values() if same_name(each.name, name)]
    return now or [
        people[each] for each in _ever(engagement).get(_as_one(name), ()) if each in people
    ]


@viewed
def _ever(engagement: Engagement) -> Mapping[str, Sequence[str]]:
    """By every name told, the ids of those who bore it."""
    found: dict[str, list[str]] = {}
    for one in engagement.told(ENTITY):
        if isinstance(name := one.changes.get("name"), str):
            found.setdefault(_as_one(name), []).append(one.entity_id)
    return {name: tuple(dict.fromkeys(ids)) for name, ids in found.items()}


def _as_one(name: str) -> str:
    return folded(" ".join(name.split()))


def meant_by(engagement: Engagement, said: str) -> list[Person]:
    """Who is meant where a person is written by id or by a name: all who bear it."""
    by_id = people_of(engagement).get(said)
    return [*borne_by(engagement, said), *([by_id] if by_id else [])]


def person_named(engagement: Engagement, name: str, day: date) -> Person | None:
    """Who bears this name, however it is spelled, and is there that day; None where nobody does,
    or where namesakes could not be told apart."""
    there = [each for each in borne_by(engagement, name) if each.there(day)]
    return there[0] if len(there) == 1 else None


def named_gone(engagement: Engagement, name: str, day: date) -> Person | None:
    """Who bears this name and is no longer there that day; None where a namesake is there."""
    namesakes = borne_by(engagement, name)
    gone = [each for each in namesakes if not each.there(day)]
    return gone[0] if gone and len(gone) == len(namesakes) else None


def _changed(person_id: str, fields: Mapping[str, object]) -> Decision:
    # No day of theirs has to have come: whatever today is, it is refused alike.
    return refuse_fields(Person, fields, date.max) or [Draft(ENTITY, person_id, recorded(fields))]


def _decoded(person_id: str, record: Record) -> Person:
    kind = text_of(record, "kind", KINDS[0])
    # A kind a later version knows is never cover: the careful reading.
    careful = kind if kind in KINDS else "agency"
    away = _absences(texts_of(record, "away"))
    return decoded(Person, record, person_id, kind=careful, away=away)


def _absences(days: Sequence[str]) -> tuple[tuple[date, date], ...]:
    """Days two by two: gone from the first, back on the second; what is no such pair is none."""
    found = []
    for left, back in zip(days[::2], days[1::2], strict=False):
        try:
            found.append((date.fromisoformat(left), date.fromisoformat(back)))
        except ValueError:
            continue
    return tuple(pair for pair in found if pair[0] < pair[1])


def _refuse_twice(engagement: Engagement, name: str, role: str) -> Refusal | None:
    said, what = folded(name.strip()), folded(role.strip())
    for person in people_of(engagement).values():
        if folded(person.name.strip()) == said and what in ("", folded(person.role.strip())):
            return Refusal("refusal.team.twice", {"name": one_line(person.name, 40)}).of("name")
    return None
