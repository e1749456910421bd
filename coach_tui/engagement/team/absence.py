"""Absences tried on purpose: who was away, when, and how it went."""

from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.days import day_of
from coach_tui.engagement.state import Engagement, flag_of, text_of, viewed
from coach_tui.engagement.team.people import people_of
from coach_tui.engagement.text_checks import refuse_words
from coach_tui.language.refusal import Refusal

ENTITY: Final = "drill"
RESULTS: Final = ("planned", "passed", "failed")
CMO: Final = "cmo"
TWO_WEEKS: Final = 12  # calendar days from a Monday to the second Friday


class Drill(NamedTuple):
    """Someone away from `start` to `end`, both included. `person` is an id, or "cmo"."""

    id: str
    person: str
    start: date
    end: date
    result: str = "planned"
    note: str = ""

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1


@viewed
def drills_of(engagement: Engagement) -> tuple[Drill, ...]:
    """Every absence planned or tried, oldest first."""
    found = []
    for identity, record in engagement.records(ENTITY).items():
        start, end = day_of(record, "start"), day_of(record, "end")
        result = text_of(record, "result", "planned")
        if start and end and start <= end and not flag_of(record, "_deleted"):
            person, note = text_of(record, "person", CMO), text_of(record, "note")
            result = result if result in RESULTS else "planned"
            found.append(Drill(identity, person, start, end, result, note))
    return tuple(sorted(found, key=lambda drill: (drill.start, drill.id)))


def passed_test(engagement: Engagement) -> Drill | None:
    """The latest two-week absence of the CMO that went well. A single week is not the test."""
    cmos = [CMO, *(p.id for p in people_of(engagement).values() if p.kind == "cmo")]
    passed = [
        drill
        for drill in drills_of(engagement)
        if drill.result == "passed" and drill.person in cmos and drill.days >= TWO_WEEKS
    ]
    return passed[-1] if passed else None


def log_drill(
    engagement: Engagement,
    drill_id: str,
    person: str,
    start: date,
    end: date,
    result: str,
    today: date,
    note: str = "",
) -> Decision:
    """Plan an absence, or say how it went. Only one that is over has a result."""
    if person != CMO and person not in people_of(engagement):
        return Refusal("refusal.team.unknown-person", {"name": person})
    if end < start:
        return Refusal("refusal.team.absence-order", {"start": start, "end": end}).of("end")
    if result not in RESULTS:
        return Refusal("refusal.team.result", {"result": result})
    if result == "passed" and end > today:
        return Refusal("refusal.team.not-over", {"end": end}).of("result")
    fields = {"person": person, "result": result, "note": note.strip()}
    dates = {"start": start.isoformat(), "end": end.isoformat()}
    return refuse_words(note) or [Draft(ENTITY, drill_id, {**fields, **dates})]
