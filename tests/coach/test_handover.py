"""Readiness counted in what people recorded: the worked examples, from the records themselves."""

from __future__ import annotations

from datetime import date, timedelta

from coach_tui.coach.readiness import CountedPart
from coach_tui.coach.transition.handover import leaving, readiness_of, records_of, sole_owned
from coach_tui.coach.transition.verdict import verdict_of
from coach_tui.engagement.access.change import add_access, set_access
from coach_tui.engagement.documents.kinds import NINE
from coach_tui.engagement.documents.save import describe_document
from coach_tui.engagement.kpi.readings import ENTITY as READING
from coach_tui.engagement.kpi.record import ENTITY as KPI
from coach_tui.engagement.profile import begin
from coach_tui.engagement.rhythm.occurrences import ENTITY as OCCURRENCE
from coach_tui.engagement.rhythm.reports import keep_report
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.absence import log_drill
from coach_tui.engagement.team.levels import rate
from coach_tui.engagement.team.people import add_person
from coach_tui.engagement.team.plan import delegate
from coach_tui.engagement.team.skills import keep_skill
from coach_tui.engagement.transition.contacts import set_contact
from coach_tui.engagement.transition.loops import set_loop, sign_loop
from coach_tui.engagement.transition.record import set_transition
from coach_tui.engagement.transition.signals import review_signals
from tests.engagement.recording import after
from tests.exports.missions import recorded

TODAY = date(2026, 3, 12)
SEEN = {"evidence": "two campaigns", "verified_by": "Eva"}


def levels(engagement: Engagement, autonomous: int, backed: int) -> Engagement:
    """Eight critical skills: so many with Léa autonomous, so many with Tom to stand in."""
    for number in range(8):
        skill = f"skill-{number}"
        level = 3 if number < autonomous else 2
        rated = {"side": "cmo", "day": TODAY, "today": TODAY, **SEEN}
        engagement = after(engagement, keep_skill(skill, 3, True))
        lea = rate(engagement, f"l{number}", person="lea", skill=skill, level=level, **rated)
        engagement = after(engagement, lea)
        if number < backed:
            tom = rate(engagement, f"t{number}", person="tom", skill=skill, level=2, **rated)
            engagement = after(engagement, tom)
    return engagement


def mission(*, later: bool) -> Engagement:
    """The domain's worked example, as people would record it; `later` is its second half."""
    at = after(
        Engagement(),
        begin("Acme", date(2025, 9, 1), 2, "founder"),
        add_person("lea", "Léa"),
        add_person("tom", "Tom"),
        add_person("max", "Max", "cmo"),
    )
    at = levels(at, 7 if later else 5, 4 if later else 2)
    for number, name in enumerate(NINE):
        verified = {"verified_by": "Tom"} if number < (8 if later else 4) else {}
        at = after(at, describe_document(at, name, {"author": "Max", **verified}, TODAY))
    for number in range(12):
        at = after(at, add_access(at, f"a{number}", {"tool": f"Tool {number}"}, TODAY))
        owned = {"owner": "Léa", "admins": 2 if later or number < 10 else 1}
        at = after(at, set_access(at, f"a{number}", owned, TODAY))
    facts: list[tuple[str, str, dict[str, object]]] = []
    for number in range(6):
        stale = not later and number == 5
        day = TODAY - timedelta(days=80 if stale else 3)
        facts.append((KPI, f"k{number}", {"name": f"K{number}", "cadence": "month"}))
        reading = {"kpi": f"k{number}", "on": day.isoformat(), "value": 1}
        facts.append((READING, f"r{number}", reading))
    for number in range(8):
        team = number < (7 if later else 5)
        slot = (TODAY - timedelta(days=7 * number)).isoformat()
        facts.append((OCCURRENCE, f"o{number}", {
            "ritual": "standup", "slot": slot, "day": slot, "result": "held",
            "run_by": "team" if team else "cmo",
        }))  # fmt: skip
    for entity, entity_id, fields in facts:
        at = at.after(changes_of(recorded((entity, entity_id, fields))))
    for month in ("2026-01", "2026-02")[: 2 if later else 1]:
        at = after(at, keep_report(month, "A month.", "team", TODAY))
    for number in range(8):
        now = 5 if number < (6 if later else 4) else 3
        at = after(at, delegate(at, f"d{number}", f"decision {number}", "lea", now, 6))
    for number in range(5):
        met = TODAY if later or number < 3 else None
        contact = {"name": f"Contact {number}", "introduced_on": met}
        at = after(at, set_contact(at, f"c{number}", contact, TODAY))
    at = after(
        at, set_transition(at, {"successor": "Ada"}), set_loop(at, "l1", {"topic": "Rebate"}, TODAY)
    )
    at = after(at, sign_loop("l1", "left", "Max", TODAY), sign_loop("l1", "taken", "Ada", TODAY))
    away = (date(2026, 2, 2), date(2026, 2, 13))
    return after(at, log_drill(at, "x1", "cmo", *away, "passed", TODAY))


def changes_of(engagement: Engagement):
    """The changes behind these records."""
    return {
        field.change.id: field.change
        for entity in (KPI, READING, OCCURRENCE)
        for record in engagement.records(entity).values()
        for field in record.values()
    }.values()


def test_halfway_58_5_and_the_cmo_sole_owner_of_an_asset_fails_a_gate() -> None:
    halfway = mission(later=False)
    alone = after(halfway, set_access(halfway, "a11", {"cmo_owns": True, "admins": 0}, TODAY))
    review = {"headcount": 130, "budget": 170_000, "presence": True, "team": 6}
    for number, day in enumerate((TODAY - timedelta(days=31), TODAY)):
        alone = after(alone, review_signals(f"r{number}", day, **review))  # type: ignore[arg-type]
    ready = readiness_of(alone, TODAY)
    assert ready.score == 58.5
    assert ready.failed == ("ownership",)
    assert sole_owned(alone) == ("Tool 11",)
    verdict = verdict_of(alone, TODAY)
    assert (verdict.need, verdict.advice, verdict.gates) == (4, "document", ("ownership",))


def test_later_88_2_with_every_gate_met_is_ready_to_overlap() -> None:
    ready = readiness_of(mission(later=True), TODAY)
    assert (ready.score, ready.failed, ready.verdict) == (88.2, (), "overlap")


def test_the_cmo_and_people_who_left_never_count() -> None:
    at = mission(later=False)
    rated = {"side": "cmo", "day": TODAY, "today": TODAY, **SEEN}
    before = records_of(at, TODAY)
    for number in range(8):
        decision = rate(at, f"m{number}", person="max", skill=f"skill-{number}", level=4, **rated)
        at = after(at, decision)
    assert records_of(at, TODAY) == before


def test_of_nothing_recorded_nothing_is_earned_and_no_gate_is_met() -> None:
    found = records_of(Engagement(), TODAY)
    assert found.cover == found.rituals == found.accesses == CountedPart(0, 0)
    assert (found.ownership, found.skills) == (None, None)
    assert readiness_of(Engagement(), TODAY).score == 0


def test_the_exit_follows_the_ledger() -> None:
    at = mission(later=True)
    assert len(leaving(at).residual) == 12
    kept = after(at, set_access(at, "a0", {"exit": "keep", "keep_reason": "advisory"}, TODAY))
    assert len(leaving(kept).residual) == 11
    owned = after(kept, set_access(kept, "a1", {"cmo_owns": True}, TODAY))
    assert [line.tool for line in leaving(owned).to_transfer_first] == ["Tool 1"]


def test_an_account_of_the_cmos_with_company_admins_is_not_hers_alone() -> None:
    at = mission(later=True)
    shared = after(at, set_access(at, "a1", {"cmo_owns": True, "admins": 2}, TODAY))
    assert sole_owned(shared) == ()
    assert records_of(shared, TODAY).ownership is True


def test_only_the_last_eight_occurrences_count() -> None:
    at = mission(later=True)
    older = [
        (OCCURRENCE, f"old{n}", {"ritual": "standup", "slot": f"2025-10-{n + 10}",
                                 "result": "held", "run_by": "cmo"})
        for n in range(8)
    ]  # fmt: skip
    assert records_of(at.after(changes_of(recorded(*older))), TODAY).rituals == CountedPart(7, 8)
