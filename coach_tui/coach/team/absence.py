"""The absence drill: what nobody else covers while someone is away."""

from datetime import date, timedelta
from typing import Final, NamedTuple

from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.change import Decision
from coach_tui.engagement.kpi.record import followed
from coach_tui.engagement.rhythm.decisions import decisions_of, promises_of
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.rhythm.slots import slots
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.absence import CMO, Drill, drills_of, log_drill
from coach_tui.engagement.team.cover import covers_of
from coach_tui.engagement.team.levels import AUTONOMOUS, level_at
from coach_tui.engagement.team.people import people_of
from coach_tui.engagement.team.plan import board_of
from coach_tui.engagement.team.skills import skills_of
from coach_tui.engagement.transition.record import left_on
from coach_tui.language.refusal import Refusal

GONE: Final = frozenset({"removed", "exit-verified", "na"})


class Uncovered(NamedTuple):
    """What stops while this person is away, by kind: ids, or people's own words.

    skills     those they do alone (level 3 or more) and no internal person there does.
    rituals    those they run, with how many fall in the absence.
    kpis       those they own or keep.   accesses  tools where they are the owner named.
    decisions  on the board, taken by them or by the CMO with nobody else named.
    waiting    open decisions and promises of theirs that fall due.
    """

    person: str
    start: date
    end: date
    skills: tuple[str, ...] = ()
    rituals: tuple[tuple[str, int], ...] = ()
    kpis: tuple[str, ...] = ()
    accesses: tuple[tuple[str, str], ...] = ()
    decisions: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()

    @property
    def nothing(self) -> bool:
        return not any(self[3:])


def uncovered(engagement: Engagement, person: str, start: date, end: date) -> Uncovered:
    """What nobody else covers while `person` (an id, or "cmo") is away, both days included."""
    names = _names(engagement, person)
    return Uncovered(
        person,
        start,
        end,
        skills=_skills(engagement, person, start),
        rituals=_rituals(engagement, person, names, start, end),
        kpis=tuple(
            kpi.id for kpi in followed(engagement) if {_said(kpi.owner), _said(kpi.keeper)} & names
        ),
        accesses=_accesses(engagement, names, cmo=is_cmo(engagement, person)),
        decisions=_decisions(engagement, person),
        waiting=_waiting(engagement, names, end),
    )


def plan_absence(
    engagement: Engagement,
    drill_id: str,
    person: str,
    start: date,
    end: date,
    result: str,
    today: date,
    note: str = "",
) -> Decision:
    """Plan an absence, or say how it went. Planned while critical skills rest on that person
    alone, only with a note that says why."""
    if gone := refuse_absence(engagement, person, start):
        return gone
    logged = log_drill(engagement, drill_id, person, start, end, result, today, note)
    alone = critical_alone(engagement, person, start) if result == "planned" else ()
    if alone and not note.strip() and not isinstance(logged, Refusal):
        return Refusal("refusal.team.alone", {"n": len(alone)}).of("note")
    return logged


def refuse_absence(engagement: Engagement, person: str, start: date) -> Refusal | None:
    """Why this is no absence: their last day comes before it begins."""
    known = people_of(engagement).get(person)
    last = left_on(engagement, start) if is_cmo(engagement, person) else None
    if last is None and known and known.left and known.left <= start:
        last = known.left - timedelta(1)  # what is recorded is their first day away
    if last is None:
        return None
    name = known.name if known else _cmo_named(engagement)
    return Refusal("refusal.team.absence-left", {"name": name, "left": last})


def _cmo_named(engagement: Engagement) -> str:
    people = people_of(engagement).values()
    return next((each.name for each in people if each.kind == "cmo"), CMO.upper())


def critical_alone(engagement: Engagement, person: str, day: date) -> tuple[str, ...]:
    """The critical skills nobody else inside does alone while this person is away."""
    skills = skills_of(engagement)
    return tuple(each for each in _skills(engagement, person, day) if skills[each].critical)


def uncovered_absences(
    engagement: Engagement, today: date
) -> tuple[tuple[Drill, tuple[str, ...]], ...]:
    """Each absence planned, and not over, with the critical skills nobody else covers."""
    planned = (each for each in drills_of(engagement) if each.result == "planned")
    return tuple(
        (each, alone)
        for each in planned
        if each.end >= today and (alone := critical_alone(engagement, each.person, each.start))
    )


def is_cmo(engagement: Engagement, person: str) -> bool:
    """Whether this is the CMO, named or not."""
    known = people_of(engagement).get(person)
    return person == CMO or (known is not None and known.kind == "cmo")


def _skills(engagement: Engagement, person: str, day: date) -> tuple[str, ...]:
    """For the CMO: every skill nobody inside does alone. For others: those they alone do."""
    cmo = is_cmo(engagement, person)
    found = []
    for cover in covers_of(engagement, day):
        others = [each for each in cover.autonomous if each != person]
        rated = level_at(engagement, person, cover.skill.id, day)
        holds = cmo or (rated is not None and rated.counted >= AUTONOMOUS)
        if holds and not others:
            found.append(cover.skill.id)
    return tuple(found)


def _rituals(
    engagement: Engagement, person: str, names: frozenset[str], start: date, end: date
) -> tuple[tuple[str, int], ...]:
    cmo = is_cmo(engagement, person)
    found = []
    for ritual in rituals_of(engagement).values():
        count = sum(1 for _ in slots(ritual, start, end))
        theirs = _said(ritual.owner) in names or (cmo and ritual.run_by == "cmo")
        if count and theirs:
            found.append((ritual.id, count))
    return tuple(found)


def _accesses(
    engagement: Engagement, names: frozenset[str], *, cmo: bool
) -> tuple[tuple[str, str], ...]:
    """Tools (id, name) that this person alone owns: named so, and no second admin.

    For the CMO, also those still in the CMO's own name.
    """
    return tuple(
        (access.id, access.tool or access.catalogue or access.id)
        for access in accesses_of(engagement).values()
        if access.state not in GONE
        and ((_said(access.owner) in names and (access.admins or 0) < 2) or (cmo and access.of_cmo))
    )


def _decisions(engagement: Engagement, person: str) -> tuple[str, ...]:
    """Decisions this person takes; for the CMO, those delegated to nobody (below level 5)."""
    cmo = is_cmo(engagement, person)
    return tuple(
        line.decision
        for line in board_of(engagement).values()
        if line.person == person or (cmo and not line.delegated)
    )


def _waiting(engagement: Engagement, names: frozenset[str], end: date) -> tuple[str, ...]:
    decisions = [
        each.title
        for each in decisions_of(engagement).values()
        if each.open and _said(each.owner) in names
    ]
    promises = [
        each.what
        for each in promises_of(engagement).values()
        if each.kept is None and _said(each.by) in names and (each.due is None or each.due <= end)
    ]
    return (*decisions, *promises)


def _names(engagement: Engagement, person: str) -> frozenset[str]:
    """How this person is named where a name was typed: by id, by name, "cmo" for the CMO."""
    known = people_of(engagement).get(person)
    named = {person, *([known.name] if known else [])}
    if is_cmo(engagement, person):
        named |= {CMO, *(p.name for p in people_of(engagement).values() if p.kind == "cmo")}
    return frozenset(map(_said, named)) - {""}


def _said(name: str) -> str:
    return " ".join(name.casefold().split())
