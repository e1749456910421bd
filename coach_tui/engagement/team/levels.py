"""Levels: who can do what alone, as the CMO sees it and as the person does, apart.

Scale 0–4 and its proofs: FORMULAS.md, "Autonomy". The CMO's rating is the one that counts; a
person's own is there to be compared, never averaged.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.days import day_of
from coach_tui.engagement.state import Engagement, flag_of, number_of, text_of, viewed
from coach_tui.engagement.team.people import Person, meant_by, people_of, same_name
from coach_tui.engagement.team.skills import skills_of, uses_of
from coach_tui.engagement.text_checks import refuse_words
from coach_tui.language.refusal import Refusal

ENTITY: Final = "assessment"
SIDES: Final = ("cmo", "member")
LEVELS: Final = range(5)
AUTONOMOUS: Final = 3  # from here on, evidence is asked for
UNUSED: Final = timedelta(days=90)  # our rule of thumb: then the level is to reconfirm
GAP: Final = 2  # levels apart: put on the next agenda


def side_of(role: str) -> str:
    """The side somebody in this role rates from: of oneself, or as whoever leads."""
    return "member" if role == "team" else "cmo"


class Assessment(NamedTuple):
    """One side's word on one person and skill, that day."""

    id: str
    person: str
    skill: str
    level: int
    side: str
    day: date
    evidence: str = ""
    verified_by: str = ""

    @property
    def counted(self) -> int:
        """The level that counts: without evidence nothing counts above "assisted"."""
        return self.level if self.level < AUTONOMOUS or self.evidence else AUTONOMOUS - 1


class Gap(NamedTuple):
    """Two sides at least two levels apart on one person and skill."""

    person: str
    skill: str
    cmo: int
    member: int


Key = tuple[str, str, str]


@viewed
def assessments_of(engagement: Engagement) -> Mapping[Key, tuple[Assessment, ...]]:
    """Every assessment by (person, skill, side), oldest first; the later of one day wins."""
    found: dict[Key, list[Assessment]] = {}
    for identity, record in engagement.records(ENTITY).items():
        level, day = number_of(record, "level"), day_of(record, "day")
        side, person = text_of(record, "side"), text_of(record, "person")
        if level is None or level not in LEVELS or day is None or flag_of(record, "_deleted"):
            continue
        made = Assessment(
            identity,
            person,
            text_of(record, "skill"),
            int(level),
            side,
            day,
            text_of(record, "evidence"),
            text_of(record, "verified_by"),
        )
        found.setdefault((person, made.skill, side), []).append(made)
    return {key: tuple(sorted(each, key=lambda a: (a.day, a.id))) for key, each in found.items()}


def level_at(
    engagement: Engagement, person: str, skill: str, day: date, side: str = "cmo"
) -> Assessment | None:
    """What this side said last, that day or before; None where it never rated."""
    made = assessments_of(engagement).get((person, skill, side), ())
    return next((each for each in reversed(made) if each.day <= day), None)


def gaps_of(engagement: Engagement, day: date) -> tuple[Gap, ...]:
    """Where CMO and member are two levels apart or more: lines for the next agenda."""
    found = []
    for person in people_of(engagement).values():
        for skill in skills_of(engagement):
            cmo = level_at(engagement, person.id, skill, day)
            own = level_at(engagement, person.id, skill, day, "member")
            if cmo and own and person.there(day) and abs(cmo.level - own.level) >= GAP:
                found.append(Gap(person.id, skill, cmo.level, own.level))
    return tuple(found)


def to_reconfirm(engagement: Engagement, person: str, skill: str, day: date) -> bool:
    """Whether a level of 2 or more was neither rated nor exercised for 90 days."""
    rated = level_at(engagement, person, skill, day)
    if rated is None or rated.level < AUTONOMOUS - 1:
        return False
    used = [
        use.day
        for use in uses_of(engagement)
        if (use.person, use.skill) == (person, skill) and use.day <= day
    ]
    return day - max([rated.day, *used]) > UNUSED


def rate(
    engagement: Engagement,
    identity: str,
    *,
    person: str,
    skill: str,
    level: int,
    side: str,
    day: date,
    today: date,
    evidence: str = "",
    verified_by: str = "",
) -> Decision:
    """Rate one person on one skill. From level 3, what was seen (and by whom) is asked for.

    Nobody verifies herself: neither who is rated, nor the CMO what the CMO rates.
    """
    if person not in people_of(engagement):
        return Refusal("refusal.team.unknown-person", {"name": person})
    if skill not in skills_of(engagement):
        return Refusal("refusal.team.unknown-skill", {"skill": skill})
    if side not in SIDES:
        return Refusal("refusal.team.side", {"side": side})
    if level not in LEVELS:
        return Refusal("refusal.team.level", {"level": level})
    if day > today:
        return Refusal("refusal.team.future", {"day": day}).of("day")
    evidence, verified_by = evidence.strip(), verified_by.strip()
    if level >= AUTONOMOUS and not (evidence and (verified_by or side == "member")):
        return Refusal("refusal.team.evidence", {"level": level}).of(
            "verified_by" if evidence else "evidence"
        )
    if refusal := refuse_words(evidence, verified_by) or _refuse_verifier(
        engagement, people_of(engagement)[person], side, verified_by
    ):
        return refusal
    fields: dict[str, Value] = {"person": person, "skill": skill, "level": level, "side": side}
    proof = {"evidence": evidence, "verified_by": verified_by} if evidence else {}
    return [Draft(ENTITY, identity, {**fields, "day": day.isoformat(), **proof})]


def _refuse_verifier(
    engagement: Engagement, rated: Person, side: str, verifier: str
) -> Refusal | None:
    if not verifier:
        return None
    if rated in meant_by(engagement, verifier):
        return Refusal("refusal.team.verifies-herself", {"name": rated.name}).of("verified_by")
    cmos = [each.name for each in people_of(engagement).values() if each.kind == "cmo"]
    if side == "cmo" and any(same_name(verifier, name) for name in ("cmo", *cmos)):
        return Refusal("refusal.team.cmo-verifies", {"name": verifier}).of("verified_by")
    return None
