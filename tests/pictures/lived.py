"""A mission that shows what the demo has none of: natural limits with a signal, people who came and
who left, what is allowed next time and is to be looked at again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard
from coach_tui.engagement.kpi.setup import follow
from coach_tui.engagement.profile import begin
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.entrustment import entrust
from coach_tui.engagement.team.levels import rate
from coach_tui.engagement.team.people import add_person, leave
from coach_tui.engagement.team.skills import keep_skill
from coach_tui.language.refusal import Refusal
from coach_tui.places import Home
from coach_tui.session import Session, create_session

# Wheeler, “Making Sense of Data”, p. 382: the sixteenth is outside its limits.
READ = (
    5045, 4350, 4350, 3975, 4290, 4430, 4485, 4285, 3980, 3925, 3645, 3760, 3300, 3685, 3463, 5200,
)  # fmt: skip


def live(home: Home, now: Callable[[], datetime]) -> Session:
    """Begun a year ago today; a reading a week."""
    today = now().date()
    first = today - timedelta(days=365)
    session = create_session(home, begin("Acme", first, 2, "cmo"), "cmo", now)
    assert isinstance(session, Session)

    def record(decide: Callable[[Engagement], Decision]) -> None:
        session.record(drafts_of(decide(session.engagement)))

    def ago(days: int) -> date:
        return today - timedelta(days=days)

    record(lambda known: follow(known, "visits", {"name": "Visits", "unit": "count",
           "kind": "increase", "cadence": "week", "baseline": Decimal(4000),
           "baseline_on": ago(120), "target_6": Decimal(5500)}, first))  # fmt: skip
    for week, value in enumerate(READ):
        heard = Heard("visits", ago(7 * (len(READ) - week)), Decimal(value))
        record(lambda known, heard=heard: read_kpi(known, session.new_id(), heard, today))
    for person in ("Ann", "Tom", "Zoé"):
        record(lambda _, person=person: add_person(person.lower(), person, "internal"))
    for skill in ("da-reporting", "ac-seo"):
        record(lambda _, skill=skill: keep_skill(skill, 2, critical=True))
    for person, skill, day in (("ann", "da-reporting", 300), ("tom", "ac-seo", 200),
                               ("zoé", "ac-seo", 120)):  # fmt: skip
        record(lambda known, at=(person, skill, day): rate(
            known, session.new_id(), person=at[0], skill=at[1], level=3, side="cmo",
            day=ago(at[2]), today=today, evidence="two cases", verified_by="Max"))  # fmt: skip
    record(lambda known: entrust(known, session.new_id(), {
        "person": "tom", "skill": "ac-seo", "level": "4", "evidence": "two campaigns",
        "by": "Ann", "since": ago(150), "until": ago(20)}, today))  # fmt: skip
    record(lambda known: leave(known, "ann", ago(60)))
    return session


def drafts_of(decision: Decision) -> Sequence[Draft]:
    """What it changes; a refusal is the picture's mistake."""
    assert not isinstance(decision, Refusal), decision
    return decision
