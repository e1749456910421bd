"""An engagement with one record of each kind the coach can name."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from coach_tui.engagement.access import change as access_change
from coach_tui.engagement.documents.save import describe_document
from coach_tui.engagement.framing import candidates as framing_candidates
from coach_tui.engagement.framing import contract as framing_contract
from coach_tui.engagement.framing import need as framing_need
from coach_tui.engagement.kpi import setup as kpi_setup
from coach_tui.engagement.kpi.new_reading import read_kpi
from coach_tui.engagement.kpi.readings import Heard
from coach_tui.engagement.rhythm import days as rhythm_days
from coach_tui.engagement.rhythm import decisions as rhythm_decision
from coach_tui.engagement.rhythm import dose as rhythm_dose
from coach_tui.engagement.rhythm import occurrences as rhythm_occurrence
from coach_tui.engagement.rhythm import reports as rhythm_report
from coach_tui.engagement.rhythm import rituals as rhythm
from coach_tui.engagement.team import absence as team_absence
from coach_tui.engagement.team import levels as team_level
from coach_tui.engagement.team import people as team
from coach_tui.engagement.team import plan as team_plan
from coach_tui.engagement.team import skills as team_skill
from coach_tui.engagement.team.entrustment import entrust
from coach_tui.engagement.transition import contacts as transition_contacts
from coach_tui.engagement.transition import dossier
from coach_tui.engagement.transition import loops as transition_loops
from coach_tui.engagement.transition import signals as transition_signals
from coach_tui.engagement.transition.expiry import set_expiry
from coach_tui.engagement.transition.rehearsal import RehearsalQuestion, begin_rehearsal
from coach_tui.session import Session
from tests.engagement.recording import taken

TODAY = date(2026, 3, 12)
BEFORE = date(2026, 2, 3)
HELD, SKIPPED = date(2026, 2, 17), date(2026, 3, 3)


NEXT_TIME = {
    "person": "ann", "skill": "da-reporting", "level": "3", "evidence": "two reports",
    "by": "Tom", "until": date(2026, 9, 8),
}  # fmt: skip


def record_one_of_each(session: Session) -> None:
    """Every kind, beside others of its kind, so that the right one has to be found."""
    for decision in (
        rhythm.hold("weekly-ceo", "s1", rhythm.Schedule(BEFORE, "weekly", (1,)), minutes=45),
        rhythm.hold("one-on-one", "s2", rhythm.Schedule(BEFORE, "weekly", (2,)), minutes=30),
        rhythm_days.agree_days(40, 20, BEFORE),
        rhythm_days.log_days("u1", BEFORE, 1, TODAY),
        rhythm_dose.set_dose("dose1", BEFORE, 1.5, "the team runs the rituals"),
        rhythm_report.keep_report("2026-02", "What was done.", "cmo"),
        rhythm_report.keep_report("2026-01", "What was begun.", "cmo"),
        *(taken(f"d{n}", f"Decision {n}", BEFORE, why="figures") for n in range(9)),
        rhythm_decision.promise("p1", "Send the figures", BEFORE, to="Zoé"),
        rhythm_decision.promise("p2", "Book the fair", BEFORE, due=BEFORE),
        team.add_person("ann", "Ann"),
        team.add_person("tom", "Tom"),
        team.add_person("cmo-1", "Éva", "cmo"),
        team_skill.keep_skill("ac-seo", 3, True),
        team_skill.keep_skill("da-reporting", 2, True),
        framing_need.answer_gate("hands", False, "nobody"),
        framing_contract.set_clause("gdpr", "draft"),
        framing_contract.set_clause("time", "draft"),
        framing_contract.set_indicator("time", "red"),
        framing_candidates.add_candidate("c1", "Paula"),
        framing_candidates.add_candidate("c2", "Quentin", "permanent"),
        transition_signals.review_signals("r1", BEFORE, headcount=40),
        dossier.write_section("strategy", {"text": "Where we play."}),
    ):
        session.record(decision)
    for decide in (
        lambda e: rhythm_decision.keep_promise(e, "p1", BEFORE),
        lambda e: _occurrence(e, "o1", "held", HELD),
        lambda e: _occurrence(e, "o2", "skipped", SKIPPED),
        lambda e: team_level.rate(
            e, "as1", person="tom", skill="ac-seo", level=2, side="cmo", day=BEFORE, today=TODAY
        ),
        lambda e: team_plan.set_goal(e, "g1", "ann", "da-reporting", 3),
        lambda e: team_plan.delegate(e, "b1", "Approve a campaign", "tom", 2, 5),
        lambda e: team_absence.log_drill(
            e, "dr1", "cmo", BEFORE, date(2026, 2, 20), "passed", TODAY, "all went on"
        ),
        lambda e: access_change.add_access(
            e, "crm", {"tool": "HubSpot", "category": "crm", "critical": True}, TODAY
        ),
        lambda e: access_change.add_access(e, "ads", {"tool": "Ads", "category": "ads"}, TODAY),
        lambda e: kpi_setup.follow(e, "mql", {"name": "MQL"}, TODAY),
        lambda e: kpi_setup.follow(e, "sql", {"name": "SQL"}, TODAY),
        lambda e: read_kpi(e, "rd1", Heard("sql", BEFORE, Decimal(12), "from the CRM"), TODAY),
        lambda e: transition_loops.set_loop(e, "l1", {"topic": "Rebate for Zoé"}, TODAY),
        lambda e: begin_rehearsal(
            "re1",
            (
                RehearsalQuestion("where-is", "access", "HubSpot"),
                RehearsalQuestion("summary", "summary"),
            ),
            TODAY,
        ),
        lambda e: entrust(e, "en1", NEXT_TIME, TODAY),
        lambda e: set_expiry(e, "x1", {"what": "example.com", "day": TODAY}, TODAY),
        lambda e: transition_contacts.set_contact(e, "k1", {"name": "The board's chair"}, TODAY),
        lambda e: describe_document(e, "strategy", {"link": "the drive"}, session.today),
    ):
        session.record(decide(session.engagement))


def _occurrence(engagement, identity, result, slot):
    return rhythm_occurrence.log_occurrence(
        engagement, identity, "weekly-ceo", result, slot=slot, day=slot, today=TODAY,
        reason="travelling" if result == "skipped" else "",
    )  # fmt: skip
