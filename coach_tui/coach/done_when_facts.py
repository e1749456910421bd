"""Every fact a step's `done-when` may name, and the function that answers for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from coach_tui.engagement.access import facts as access_facts
from coach_tui.engagement.documents.record import nine_verified
from coach_tui.engagement.framing.budget import cost_recorded
from coach_tui.engagement.framing.candidates import (
    candidates_recorded,
    chosen_for,
    shortlisted,
    to_meet,
)
from coach_tui.engagement.framing.contract import contract_recorded, independence_recorded
from coach_tui.engagement.framing.need import need_recorded
from coach_tui.engagement.framing.record import model_recorded, situation_recorded
from coach_tui.engagement.kpi import facts as kpi_facts
from coach_tui.engagement.kpi.objectives import objective_first
from coach_tui.engagement.proof import Proof
from coach_tui.engagement.rhythm import facts as rhythm_facts
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team import facts as team_facts
from coach_tui.engagement.transition.contacts import contacts_recorded
from coach_tui.engagement.transition.exit import checks_recorded
from coach_tui.engagement.transition.loops import loops_recorded
from coach_tui.engagement.transition.record import search_planned
from coach_tui.engagement.transition.signals import signals_recorded
from coach_tui.engagement.transition.taker import successor_named

Fact = Callable[[Engagement], Proof]

FACTS: Final[Mapping[str, Fact]] = {
    "access:listed": access_facts.listed,
    "access:crm:verified": access_facts.verified("crm"),
    "access:analytics:verified": access_facts.verified("analytics"),
    "access:automation:verified": access_facts.verified("automation"),
    "access:reporting:verified": access_facts.verified("reporting"),
    "access:ads:verified": access_facts.verified("ads", "site"),
    "access:hygiene": access_facts.clean_ledger,
    "access:exit-complete": access_facts.exit_complete,
    "access:company-owned": access_facts.company_owned,
    "kpi:chosen": kpi_facts.chosen,
    "kpi:baselines": kpi_facts.with_baselines,
    "kpi:targets": kpi_facts.with_targets,
    "kpi:success": kpi_facts.of_success,
    "objective:first": objective_first,
    "promise:quick-wins": rhythm_facts.quick_wins,
    "ritual:weekly-ceo:held": rhythm_facts.weekly_hour_held,
    "ritual:standup:held": rhythm_facts.standup_held,
    "ritual:sales-sync:held": rhythm_facts.ritual_held("sales-sync"),
    "ritual:coaching-11:held": rhythm_facts.ritual_held("coaching-11"),
    "report:first": rhythm_facts.report_first,
    "decision:first": rhythm_facts.decision_first,
    "days:logged": rhythm_facts.days_logged,
    "days:taper": rhythm_facts.taper_set,
    "team:mapped": team_facts.mapped,
    "team:rated": team_facts.rated,
    "team:backups": team_facts.backed_up,
    "team:delegation": team_facts.delegated,
    "team:critical": team_facts.critical_rated,
    "team:reassessed": team_facts.reassessed,
    "team:objectives": team_facts.with_goals,
    "team:goals": team_facts.with_plans,
    "drill:passed": team_facts.drill_passed,
    "frame:need": need_recorded,
    "frame:model": model_recorded,
    "frame:cost": cost_recorded,
    "frame:candidates": candidates_recorded,
    "frame:fractional-sourced": to_meet,
    "frame:permanent-sourced": shortlisted,
    "frame:permanent-chosen": chosen_for("permanent"),
    "frame:situation": situation_recorded,
    "frame:independence": independence_recorded,
    "frame:contract": contract_recorded,
    "transition:signals": signals_recorded,
    "transition:planned": search_planned,
    "transition:successor": successor_named,
    "transition:checks": checks_recorded,
    "transition:documents": nine_verified,
    "transition:open-loops": loops_recorded,
    "transition:introductions": contacts_recorded,
}
