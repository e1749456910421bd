"""What somebody who leaves answered for, until someone who is there takes it.

FORMULAS.md, "Leaving": accesses, KPIs, rituals, decisions, skills and
documents are listed as soon as the departure is known, each with a new owner or flagged.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from coach_tui.coach.team.still_there import cmo_gone
from coach_tui.engagement.access.change import set_access
from coach_tui.engagement.access.record import accesses_of
from coach_tui.engagement.change import Decision, Draft, Value
from coach_tui.engagement.documents.kinds import ENTITY, kept_under
from coach_tui.engagement.documents.record import written_documents
from coach_tui.engagement.kpi.record import followed
from coach_tui.engagement.rhythm.decisions import decisions_of, promises_of
from coach_tui.engagement.rhythm.rituals import rituals_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.cover import covers_of
from coach_tui.engagement.team.levels import AUTONOMOUS, level_at
from coach_tui.engagement.team.people import Person, meant_by, people_of
from coach_tui.engagement.team.plan import board_of
from coach_tui.engagement.team.skills import skills_of
from coach_tui.engagement.transition.expiry import expiries_of
from coach_tui.engagement.transition.loops import loops_of, set_loop
from coach_tui.engagement.transition.record import ENTITY as TRANSITION
from coach_tui.engagement.transition.record import transition_of
from coach_tui.language.refusal import Refusal

GONE: Final = ("removed", "exit-verified", "na")
BY_ID: Final = ("person", "backup")  # fields that hold a person's id; the others, a name
_ByRecord = dict[tuple[str, str], list[Draft]]  # by entity and id


class Thing(NamedTuple):
    """One thing that `person` answered for. `kind` is its record's kind, `id` the record's.

    One that two who leave shared is told of each, with what each of them was in it.

    name    as people call it; empty where the catalogue does.
    fields  those of the record that name this person.
    """

    kind: str
    id: str
    name: str
    person: Person
    fields: tuple[str, ...]

    @property
    def key(self) -> str:
        """How it is pointed at: `access:crm`."""
        return f"{self.kind}:{self.id}"

    @property
    def share(self) -> str:
        """The part of it that was this person's: `kpi:mql/julie`."""
        return f"{self.key}/{self.person.id}"


def left_behind(engagement: Engagement, today: date, person_id: str = "") -> tuple[Thing, ...]:
    """Everything people who leave answered for and nobody took; of one person where said.

    A departure announced counts at once: that is when there is time to hand over. The CMO of the
    team left when the mission was ended, whether or not anybody said so of the person.
    """
    engagement = cmo_gone(engagement, today)
    leavers = [each for each in people_of(engagement).values() if each.left]
    if not leavers:
        return ()
    found = [*_named(engagement, today), *_by_id(engagement), *_skills(engagement, today)]
    return tuple(each for each in found if person_id in ("", each.person.id))


def take_over(
    engagement: Engagement, takers: Mapping[str, str], today: date, things: Sequence[Thing]
) -> Decision:
    """Give each of these things to someone there: `takers` is a person's id by thing's key, or by
    the share of it that one of those who leave had."""
    people = people_of(engagement)
    drafts: _ByRecord = {}
    for thing in things:
        taker = people.get(takers.get(thing.share) or takers.get(thing.key, ""))
        if taker is None:
            continue
        if taker.left:
            return Refusal("refusal.team.taker-left", {"name": taker.name})
        if back := taker.back_on(today):
            return Refusal("refusal.team.taker-away", {"name": taker.name, "back": back})
        given = _given(engagement, thing, taker, today)
        if isinstance(given, Refusal):
            return given
        if other := _set_otherwise(given, drafts):
            named = people[str(other)].name if other in people else other
            return Refusal("refusal.team.two-takers", {"taker": taker.name, "other": named})
        for each in given:
            known = drafts.setdefault((each.entity, each.entity_id), [])
            known += [each] if each not in known else []
    made = [each for known in drafts.values() for each in known]
    return made or Refusal("refusal.team.nobody-takes")


def _set_otherwise(given: Sequence[Draft], drafts: _ByRecord) -> Value:
    """What one field of a record is set to by `drafts`, where `given` sets it to another; None for
    none. A skill whose two masters leave has one backup."""
    for draft in given:
        for known in drafts.get((draft.entity, draft.entity_id), ()):
            for name in draft.changes.keys() & known.changes.keys():
                if draft.changes[name] != known.changes[name]:
                    return known.changes[name]
    return None


def _given(engagement: Engagement, thing: Thing, taker: Person, today: date) -> Decision:
    fields: dict[str, Value] = {
        name: taker.id if name in BY_ID else taker.name for name in thing.fields
    }
    if thing.kind == "access":
        return set_access(engagement, thing.id, {"owner": taker.name}, today)
    if thing.kind == "open-loop":
        return set_loop(engagement, thing.id, fields, today)
    return [Draft(thing.kind, thing.id, fields)]


def _named(engagement: Engagement, today: date) -> Iterator[Thing]:
    """Things whose owner is written by name."""
    for kind, lines in _LINES.items():
        for identity, name, owners in lines(engagement, today):
            held: dict[str, tuple[Person, tuple[str, ...]]] = {}
            for field, owner in owners.items():
                if owner and (person := _leaver(engagement, owner)):
                    _, fields = held.get(person.id, (person, ()))
                    held[person.id] = (person, (*fields, field))
            for person, fields in held.values():
                yield Thing(kind, identity, name, person, fields)


def _leaver(engagement: Engagement, name: str) -> Person | None:
    """Who bears this name and leaves; None where a namesake stays."""
    namesakes = meant_by(engagement, name)
    return namesakes[0] if namesakes and all(each.left for each in namesakes) else None


def _by_id(engagement: Engagement) -> Iterator[Thing]:
    people = people_of(engagement)
    for line in board_of(engagement).values():
        person = people.get(line.person)
        if person and person.left:
            yield Thing("delegation", line.id, line.decision, person, ("person",))


def _skills(engagement: Engagement, today: date) -> Iterator[Thing]:
    """Skills whose backup leaves, and those nobody else inside masters once they have left."""
    people = people_of(engagement)
    for skill in skills_of(engagement).values():
        backup = people.get(skill.backup)
        if backup and backup.left:
            yield Thing("skill", skill.id, skill.name, backup, ("backup",))
            continue
        if backup is not None:
            continue
        for person in people.values():
            if person.left and _mastered_alone(engagement, person, skill.id, today):
                yield Thing("skill", skill.id, skill.name, person, ("backup",))


def _mastered_alone(engagement: Engagement, person: Person, skill: str, today: date) -> bool:
    gone = max(today, person.left or today)
    rated = level_at(engagement, person.id, skill, gone)
    if person.kind != "internal" or rated is None or rated.counted < AUTONOMOUS:
        return False
    cover = next(each for each in covers_of(engagement, gone) if each.skill.id == skill)
    return not cover.autonomous


Line = tuple[str, str, Mapping[str, str]]


def _accesses(engagement: Engagement, today: date) -> Iterator[Line]:
    for line in accesses_of(engagement).values():
        if line.state not in GONE:
            yield line.id, line.tool, {"owner": line.owner}


def _kpis(engagement: Engagement, today: date) -> Iterator[Line]:
    for kpi in followed(engagement):
        yield kpi.id, kpi.name, {"owner": kpi.owner, "keeper": kpi.keeper}


def _rituals(engagement: Engagement, today: date) -> Iterator[Line]:
    for ritual in rituals_of(engagement).values():
        if ritual.runs(today):
            yield ritual.id, ritual.name, {"owner": ritual.owner}


def _decisions(engagement: Engagement, today: date) -> Iterator[Line]:
    """Those waiting, and those taken that are still to be looked at again."""
    for each in decisions_of(engagement).values():
        if each.open or (each.review and not each.outcome):
            yield each.id, each.title, {"owner": each.owner}


def _promises(engagement: Engagement, today: date) -> Iterator[Line]:
    for each in promises_of(engagement).values():
        if each.kept is None:
            yield each.id, each.what, {"by": each.by}


def _documents(engagement: Engagement, today: date) -> Iterator[Line]:
    """Those somebody was named to own; of the others, those nobody else has verified yet, which
    are whoever's wrote them last. A personal one is its author's alone."""
    for each in written_documents(engagement).values():
        kept = kept_under(each.id)[0] == ENTITY and not each.personal
        if kept and (each.owner or not each.verified):
            yield each.id, each.name, {"owner": each.owner or next(reversed(each.authors), "")}


def _loops(engagement: Engagement, today: date) -> Iterator[Line]:
    for each in loops_of(engagement).open:
        yield each.id, each.topic, {"new_owner": each.new_owner}


def _expiries(engagement: Engagement, today: date) -> Iterator[Line]:
    """Those that were not decided to end."""
    for each in expiries_of(engagement).values():
        if each.ends != "end":
            yield each.id, each.what, {"owner": each.owner}


def _succession(engagement: Engagement, today: date) -> Iterator[Line]:
    """The places of successor and deputy, until the CMO has left."""
    transition = transition_of(engagement)
    if transition.ended is None:
        yield TRANSITION, "", {"successor": transition.successor, "relay": transition.relay}


_LINES: Final[Mapping[str, Callable[[Engagement, date], Iterator[Line]]]] = {
    "access": _accesses,
    "kpi": _kpis,
    "ritual": _rituals,
    "decision": _decisions,
    "promise": _promises,
    "document": _documents,
    "open-loop": _loops,
    "expiry": _expiries,
    TRANSITION: _succession,
}
