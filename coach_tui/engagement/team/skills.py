"""The skills map: what the mission needs, its weights, its written methods and who used them."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.field_refusals import refuse_fields
from coach_tui.engagement.fields import LONG, Declared, Flag, Text, decoded
from coach_tui.engagement.gesture import in_turn, only_news
from coach_tui.engagement.state import Engagement, Record, flag_of, number_of, text_of, viewed
from coach_tui.engagement.team.people import NAME, people_of
from coach_tui.engagement.text_checks import refuse_words
from coach_tui.language.refusal import Refusal

ENTITY: Final = "skill"
USE: Final = "method-use"
WEIGHTS: Final = (1, 2, 3)
TEXTS: Final = ("name", "method", "author", "backup", "external")


class Skill(Declared, subject="team.field"):
    """A skill on the map. `name` is empty where the catalogue names it.

    method    the written method: its title or link; `author`, the id of who wrote it.
    backup    the id of the person named to stand in; `external`, a backup outside the company.
    """

    id: str
    weight: int = 1
    critical: bool = Flag()
    name: str = Text(NAME, label="team.head.skill")
    method: str = Text(LONG)
    author: str = Text(told="person")
    backup: str = Text(told="person")
    external: str = Text(LONG)


class Use(NamedTuple):
    """Someone did the work with the written method in hand, that day."""

    id: str
    skill: str
    person: str
    day: date
    note: str = ""


@viewed
def skills_of(engagement: Engagement) -> Mapping[str, Skill]:
    """The skills kept on the map, by id. Weight and criticality are the mission's own.

    They were copied when the skill was kept, so one that leaves the catalogue stays whole.
    """
    records = engagement.records(ENTITY)
    return {
        skill_id: _decoded(skill_id, record)
        for skill_id, record in sorted(records.items())
        if flag_of(record, "kept")
    }


@viewed
def uses_of(engagement: Engagement) -> tuple[Use, ...]:
    """Every recorded use of a written method, oldest first."""
    found = []
    for use_id, record in engagement.records(USE).items():
        day = day_of(record, "day")
        if day and not flag_of(record, "_deleted"):
            skill, person = text_of(record, "skill"), text_of(record, "person")
            found.append(Use(use_id, skill, person, day, text_of(record, "note")))
    return tuple(sorted(found, key=lambda use: (use.day, use.id)))


def keep_skill(skill_id: str, weight: int, critical: bool, name: str = "") -> Decision:
    """Put a skill on the map. `name` only for one the catalogue does not have."""
    if weight not in WEIGHTS:
        return Refusal("refusal.team.weight", {"weight": weight})
    if refusal := refuse_fields(Skill, {"name": name}, date.max):
        return refusal
    fields = {"kept": True, "weight": weight, "critical": critical}
    return [Draft(ENTITY, skill_id, {**fields, "name": name.strip()} if name.strip() else fields)]


def set_skill(
    engagement: Engagement, skill_id: str, weight: int, critical: bool, **texts: str
) -> Decision:
    """Put a skill on the map, or change it there: weight, method, author and backups at once."""
    known = skills_of(engagement).get(skill_id, Skill(skill_id))
    kept = keep_skill(skill_id, weight, critical, texts.get("name", known.name))
    said = {name: text for name, text in texts.items() if name != "name"}
    return only_news(
        engagement,
        in_turn(
            engagement,
            lambda _: kept,
            lambda there: amend_skill(there, skill_id, **said) if said else [],
        ),
    )


def drop_skill(engagement: Engagement, skill_id: str) -> Decision:
    """Take a skill off the map. Its ratings stay, for the day it comes back."""
    if skill_id not in skills_of(engagement):
        return Refusal("refusal.team.unknown-skill", {"skill": skill_id})
    return [Draft(ENTITY, skill_id, {"kept": False})]


def amend_skill(engagement: Engagement, skill_id: str, **fields: str) -> Decision:
    """Say its method, who wrote it, who stands in. People are given by id."""
    if skill_id not in skills_of(engagement):
        return Refusal("refusal.team.unknown-skill", {"skill": skill_id})
    changes = {name: value.strip() for name, value in fields.items() if name in TEXTS}
    for name in ("author", "backup"):
        if changes.get(name) and changes[name] not in people_of(engagement):
            return Refusal("refusal.team.unknown-person", {"name": changes[name]})
    return refuse_fields(Skill, changes, date.max) or [Draft(ENTITY, skill_id, changes)]


def log_use(
    engagement: Engagement,
    use_id: str,
    skill_id: str,
    person: str,
    day: date,
    today: date,
    note: str = "",
) -> Decision:
    """Record that someone did it for real with the method. Not in the future."""
    if skill_id not in skills_of(engagement):
        return Refusal("refusal.team.unknown-skill", {"skill": skill_id})
    if person not in people_of(engagement):
        return Refusal("refusal.team.unknown-person", {"name": person})
    if day > today:
        return Refusal("refusal.team.future", {"day": day}).of("day")
    fields = {"skill": skill_id, "person": person, "day": day.isoformat(), "note": note.strip()}
    return refuse_words(note) or [Draft(USE, use_id, fields)]


def _decoded(skill_id: str, record: Record) -> Skill:
    weight = number_of(record, "weight")
    return decoded(Skill, record, skill_id, int(weight) if weight in WEIGHTS else WEIGHTS[0])
