"""Entrustment decisions: how much someone is watched *next time*, for one skill.

A level (`levels`) looks back at what was done; this looks ahead. From medical training (ten Cate):
watches · does with me beside · does, I check after · does alone · teaches. The five are permissions
and no equal steps, so they are never averaged. Whoever decides names the evidence and the day by
which it is looked at again; nobody decides her own.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import changes_to
from coach_tui.engagement.fields import (
    LONG,
    NAME,
    Choice,
    Day,
    Declared,
    Flag,
    Text,
    decoded,
    record_after,
)
from coach_tui.engagement.state import Engagement, flag_of, viewed
from coach_tui.engagement.team.people import Person, meant_by, people_of, same_name, stands_for
from coach_tui.engagement.team.skills import skills_of
from coach_tui.language.refusal import Refusal

ENTITY: Final = "entrustment"
LEVELS: Final = ("1", "2", "3", "4", "5")
ALONE: Final = 4  # from here on nobody watches
DECIDERS: Final = 2  # of a formal decision
# What a level allows, on the delegation board's scale of seven: an analogy, and ours.
ON_THE_BOARD: Final[Mapping[int, int]] = {1: 1, 2: 2, 3: 3, 4: 5, 5: 6}


class Entrustment(Declared, subject="entrustment"):
    """One decision about one person and skill, from a day, until the day it is reviewed.

    by      who decides; of a formal one two at least, a comma between: it is recorded for good,
            where one taken at the case is revocable on the spot.
    limits  what it does not allow: an amount, a channel, a language.
    """

    id: str
    person: str = Text(NAME, told="person")
    skill: str = Text(NAME, told="skill")
    level: str = Choice(LEVELS, "1")
    evidence: str = Text(LONG, needed="refusal.entrustment.no-evidence", lines=True)
    by: str = Text(NAME, needed="refusal.entrustment.nobody")
    formal: bool = Flag()
    since: date | None = Day("near")
    until: date | None = Day("ahead")
    limits: str = Text(NAME)
    withdrawn: date | None = Day()
    why: str = Text(LONG)

    @property
    def number(self) -> int:
        return int(self.level)

    def holds(self, day: date) -> bool:
        """Whether it is in force that day."""
        over = self.withdrawn is not None and self.withdrawn <= day
        return not over and self.since is not None and self.since <= day <= (self.until or day)

    def expired(self, day: date) -> bool:
        """Whether the day of its review has gone by, and nobody withdrew it."""
        return self.withdrawn is None and self.until is not None and self.until < day


@viewed
def entrustments_of(engagement: Engagement) -> tuple[Entrustment, ...]:
    """Every decision, oldest first."""
    found = [
        decoded(Entrustment, record, identity)
        for identity, record in engagement.records(ENTITY).items()
        if not flag_of(record, "_deleted")
    ]
    whole = (each for each in found if each.person and each.skill and each.since)
    return tuple(sorted(whole, key=lambda each: (each.since or date.min, each.id)))


def last_entrusted(
    engagement: Engagement, person: str, skill: str, day: date
) -> Entrustment | None:
    """The decision about this person and skill that counts that day: the last begun by then."""
    found = None
    for each in entrustments_of(engagement):
        if (each.person, each.skill) == (person, skill) and each.since and each.since <= day:
            found = each
    return found


def entrusted_later(
    engagement: Engagement, person: str, skill: str, day: date
) -> tuple[Entrustment, ...]:
    """The decisions about this person and skill that begin after that day, the next first."""
    return tuple(
        each
        for each in entrustments_of(engagement)
        if (each.person, each.skill) == (person, skill)
        and each.since
        and each.since > day
        and each.withdrawn is None
    )


def allowed(engagement: Engagement, person: str, skill: str, day: date) -> int | None:
    """The level allowed next time; one level down once it has expired or was withdrawn (ours).

    None where nothing was ever decided.
    """
    found = last_entrusted(engagement, person, skill, day)
    if found is None:
        return None
    return found.number if found.holds(day) else max(1, found.number - 1)


def expired_entrustments(engagement: Engagement, today: date) -> tuple[Entrustment, ...]:
    """Those to review: expired, about somebody still there, and nothing decided since."""
    people = people_of(engagement)
    return tuple(
        each
        for each in entrustments_of(engagement)
        if each.expired(today)
        and each.person in people
        and people[each.person].there(today)
        and each.skill in skills_of(engagement)
        and last_entrusted(engagement, each.person, each.skill, today) == each
    )


def entrust(
    engagement: Engagement, identity: str, fields: Mapping[str, object], today: date
) -> Decision:
    """Decide how much this person is watched next time. Without a first day, from today."""
    fields = {**fields, "since": fields.get("since") or today}
    person = people_of(engagement).get(str(fields.get("person", "")))
    if person is None:
        return Refusal("refusal.team.unknown-person", {"name": fields.get("person", "")})
    if fields.get("skill") not in skills_of(engagement):
        return Refusal("refusal.team.unknown-skill", {"skill": fields.get("skill", "")})
    changes = changes_to(Entrustment, {}, fields, today)
    if isinstance(changes, Refusal):
        return changes
    made = decoded(Entrustment, record_after({}, changes), identity)
    refusal = _refuse_days(made, person) or _refuse_deciders(engagement, made, person)
    return refusal or [Draft(ENTITY, identity, changes)]


def withdraw(engagement: Engagement, identity: str, why: str, today: date) -> Decision:
    """Take a decision back, with a reason: it blames nobody, and the level goes one down."""
    known = next((each for each in entrustments_of(engagement) if each.id == identity), None)
    if known is None or known.withdrawn:
        return Refusal("refusal.entrustment.unknown")
    if not why.strip():
        return Refusal("refusal.entrustment.no-why").of("why")
    fields = {"withdrawn": today, "why": why}
    changes = changes_to(Entrustment, engagement.record(ENTITY, identity), fields, today)
    return changes if isinstance(changes, Refusal) else [Draft(ENTITY, identity, changes)]


def _refuse_days(made: Entrustment, person: Person) -> Refusal | None:
    if made.until is None:
        return Refusal("refusal.entrustment.no-review").of("until")
    if made.since and made.until <= made.since:
        return Refusal("refusal.entrustment.order", {"since": made.since, "until": made.until}).of(
            "until"
        )
    if made.since and not person.there(made.since):
        return Refusal("refusal.entrustment.left", {"name": person.name}).of("since")
    return None


def _refuse_deciders(engagement: Engagement, made: Entrustment, person: Person) -> Refusal | None:
    """Nobody decides her own, by whatever part of her name; what is formal is decided by two, one
    of them the company's."""
    names = [name.strip() for name in made.by.split(",") if name.strip()]
    if any(person in _meant(engagement, name) for name in names):
        return Refusal("refusal.entrustment.her-own", {"name": person.name}).of("by")
    if made.formal and len(_apart(engagement, names)) < DECIDERS:
        return Refusal("refusal.entrustment.two").of("by")
    if made.formal and all(_outside(engagement, name) for name in names):
        return Refusal("refusal.entrustment.inside").of("by")
    return None


def _outside(engagement: Engagement, name: str) -> bool:
    """Whether this is the CMO or an agency: the employer decides, they give evidence."""
    kinds = {each.kind for each in _meant(engagement, name)}
    return same_name(name, "cmo") or (bool(kinds) and kinds <= {"cmo", "agency"})


def _meant(engagement: Engagement, said: str) -> list[Person]:
    """Whom a decider's name may be: by id, by name; where it is nobody's, by a part of a name."""
    return meant_by(engagement, said) or [
        each for each in people_of(engagement).values() if stands_for(said, each.name)
    ]


def _apart(engagement: Engagement, names: Iterable[str]) -> list[str]:
    """The names of different people: `Zoé` and `Zoé Lang` are one, unless both are recorded."""
    found: list[str] = []
    for name in sorted(names, key=len, reverse=True):
        if not any(_as_one(engagement, name, other) for other in found):
            found.append(name)
    return found


def _as_one(engagement: Engagement, name: str, other: str) -> bool:
    """Whether both may be one person: who bears them says it; else one is a part of the other."""
    first, second = ({each.id for each in meant_by(engagement, said)} for said in (name, other))
    return bool(first & second) if first and second else stands_for(name, other)
