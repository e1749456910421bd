"""How each condition to enter or leave a stage is known.

Computed where a record tells; declared by steps where ticking them says as much; the others are
for people to judge, and are in neither table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from coach_tui.coach import criteria_known as known
from coach_tui.coach.advice.situation import Situation
from coach_tui.coach.criteria_known import CriterionKnown

Check = Callable[[Situation], CriterionKnown | None]

COMPUTED: Final[Mapping[str, Check]] = {
    "framing-company-figures": known.company_figures,
    "framing-founder-hour": known.founder_hour,
    "framing-need-scored": known.need_scored,
    "framing-model-written": known.model_written,
    "framing-budget-fixed": known.budget_fixed,
    "framing-contract-signed": known.contract,
    "onboarding-contract": known.contract,
    "kpis-kpi-complete": known.kpis_complete,
    "rhythm-weekly-hour-held": known.ritual_held("weekly-ceo"),
    "rhythm-standups-held": known.ritual_held("standup"),
    "rhythm-report-fresh": known.report_fresh,
    "rhythm-decisions-logged": known.decisions_logged,
    "rhythm-relay-named": known.relay_named,
    "rhythm-days-tracked": known.days_tracked,
    "rhythm-standup-without-cmo": known.standup_without_cmo,
    "upskilling-relay": known.relay_named,
    "transition-need-seen": known.need_seen,
    "transition-contract-covers": known.contract_covers,
    "rhythm-first-day-set": known.first_day,
    "upskilling-critical-cover": known.critical_cover,
    "upskilling-absence-test": known.absence_test,
    "upskilling-cmo-dose": known.dose,
    "upskilling-delegation": known.delegation,
    "transition-critical-covered": known.critical_assisted,
}

DECLARED: Final[Mapping[str, tuple[str, ...]]] = {
    "framing-need-scored": ("need-diagnostic",),
    "framing-model-written": ("model-choice",),
    "framing-budget-fixed": ("budget-time",),
    "framing-success-and-exit": ("success-kpis", "exit-horizon"),
    "framing-execution-named": ("execution-layer",),
    "framing-candidate-chosen": ("interviews", "references"),
    "framing-contract-signed": ("contract",),
    "framing-compliance-complete": ("compliance-file",),
    "onboarding-contract": ("contract",),
    "onboarding-compliance": ("compliance-file",),
    "onboarding-announced": ("announce",),
    "onboarding-access-verified": (
        "access-crm",
        "access-analytics",
        "access-automation",
        "access-reporting",
    ),
    "onboarding-brief-complete": ("brief-company",),
    "onboarding-conversations-held": ("interviews-internal", "interviews-customers"),
    "onboarding-data-received": (
        "data-performance",
        "data-budget",
        "data-resources",
        "data-roadmap",
    ),
    "onboarding-scope-signed": ("scope-raci",),
    "onboarding-diagnosis-delivered": ("first-recommendations",),
    "onboarding-quick-wins-chosen": ("quick-wins-3m",),
    "onboarding-review-held": ("close-gate",),
    "kpis-diagnosis-shared": ("first-recommendations",),
    "kpis-history-readable": ("data-performance",),
    "kpis-spend-known": ("data-budget",),
    "kpis-decision-rights": ("scope-raci",),
    "kpis-business-objectives": ("business-objectives",),
    "kpis-kpi-complete": ("kpi-shortlist", "baselines", "targets-3-6-12"),
    "kpis-team-objective": ("team-objectives",),
    "kpis-budget-by-line": ("budget-marketing",),
    "kpis-definitions-signed": ("funnel-definitions",),
    "kpis-dashboard-open": ("dashboard-v1",),
    "kpis-thresholds-written": ("decision-thresholds",),
    "kpis-plan-signed": ("plan-90", "signoff"),
    "rhythm-founder-hour": ("weekly-ceo",),
    "rhythm-weekly-hour-held": ("weekly-ceo",),
    "rhythm-standups-held": ("standup",),
    "rhythm-report-fresh": ("monthly-report",),
    "rhythm-decisions-logged": ("decision-log",),
    "rhythm-charter-written": ("async-charter",),
    "rhythm-relay-named": ("deputy",),
    "rhythm-days-tracked": ("time-tracking",),
    "upskilling-capacity": ("data-resources",),
    "upskilling-team-objectives": ("team-objectives",),
    "upskilling-relay": ("deputy",),
    "upskilling-methods": ("doc-acquisition", "doc-campaign", "doc-reporting"),
    "upskilling-absence-test": ("absence-test",),
    "transition-dossier-walked": ("dossier",),
    "transition-company-owned": ("ownership-transfer",),
    "transition-rights-switched": ("decision-rights-switch",),
    "transition-open-loops-signed": ("open-loops",),
    "transition-access-revoked": ("access-revoke",),
    "transition-advisory-settled": ("advisory",),
    "transition-checks-booked": ("post-checks",),
}
