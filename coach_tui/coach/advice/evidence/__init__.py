"""The value that makes a rule speak, record by record: a table of small functions.

A record is told as its kind usually is, unless the rule looks at another side of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coach_tui.coach.advice.evidence import ledgers, mission, people, rhythm
from coach_tui.coach.advice.evidence.fact import Fact, Teller
from coach_tui.coach.advice.situation import Behind, Situation

BY_KIND: Final[Mapping[str, Teller]] = {
    "access": ledgers.access_waiting,
    "allowance": rhythm.days_agreed,
    "assessment": people.level_given,
    "budget": mission.whole_cost,
    "candidate": mission.references,
    "clause": mission.clause_state,
    "context": mission.told,
    "day-used": rhythm.days_used,
    "decision": rhythm.decision_waiting,
    "dose": rhythm.dose_since,
    "delegation": people.answered_for,
    "document": people.answered_for,
    "drill": people.absence_days,
    "engagement": mission.field_today,
    "entrustment": people.entrusted_until,
    "expiry": ledgers.expires,
    "exit-check": mission.check_day,
    "framing": mission.presence,
    "independence": mission.colour,
    "kpi": ledgers.last_reading,
    "kpi-limits": ledgers.natural_limits,
    "need-gate": mission.answer,
    "occurrence": rhythm.meeting_missed,
    "open-loop": people.answered_for,
    "promise": people.answered_for,
    "report": rhythm.report_sent,
    "ritual": rhythm.ritual_length,
    "signal-review": mission.signals_seen,
    "skill": people.skill_cover,
    "step": mission.step_status,
    "transition": mission.overlap_weeks,
}
BY_RULE: Final[Mapping[tuple[str, str], Teller]] = {
    ("fee-eats-budget", "budget"): mission.cost_a_year,
    ("fee-eats-budget", "engagement"): mission.field,
    ("fee-over-leadership", "budget"): mission.fee_in_a_year,
    ("fee-over-leadership", "engagement"): mission.field,
    ("single-client", "candidate"): mission.other_clients,
    ("admin-for-guest", "access"): ledgers.access_role,
    ("single-internal-owner", "access"): ledgers.access_admins,
    ("residual-access", "access"): ledgers.access_open,
    ("too-few-interviews", "step"): mission.step_notes,
    ("kpi-no-baseline", "kpi"): ledgers.no_baseline,
    ("no-business-kpi", "kpi"): ledgers.kpi_family,
    ("target-too-early", "kpi"): ledgers.early_target,
    ("kpi-red-two-months", "kpi"): ledgers.two_readings,
    ("praise-decision-without-cmo", "decision"): rhythm.decision_taken,
    ("single-autonomous", "skill"): people.who_is_autonomous,
    ("critical-gap", "skill"): people.highest_level,
    ("doc-unused", "skill"): people.method_written,
    **{
        ("leaver-handover", kind): people.answered_for
        for kind in (
            "access",
            "kpi",
            "ritual",
            "decision",
            "promise",
            "document",
            "open-loop",
            "delegation",
            "skill",
            "expiry",
            "transition",
        )
    },
}


def fact_of(rule: str, record: Behind, situation: Situation) -> Fact | None:
    """What this record says that makes this rule speak; None for a record nobody can tell."""
    teller = BY_RULE.get((rule, record.entity)) or BY_KIND.get(record.entity)
    return teller(situation, record.id) if teller else None
