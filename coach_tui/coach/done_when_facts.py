"""Every fact a step's `done-when` may name, and the function that answers for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from coach_tui.engagement.access import facts as access_facts
from coach_tui.engagement.framing.budget import cost_recorded
from coach_tui.engagement.framing.candidates import candidates_recorded
from coach_tui.engagement.framing.contract import contract_recorded
from coach_tui.engagement.framing.need import need_recorded
from coach_tui.engagement.framing.record import model_recorded
from coach_tui.engagement.kpi import facts as kpi_facts
from coach_tui.engagement.proof import Proof
from coach_tui.engagement.rhythm import facts as rhythm_facts
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team import facts as team_facts
from coach_tui.engagement.transition.contacts import contacts_recorded
from coach_tui.engagement.transition.documents import documents_recorded
from coach_tui.engagement.transition.loops import loops_recorded
from coach_tui.engagement.transition.signals import signals_recorded

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
    "ritual:weekly-ceo:held": rhythm_facts.weekly_hour_held,
    "ritual:standup:held": rhythm_facts.standup_held,
    "report:first": rhythm_facts.report_first,
    "decision:first": rhythm_facts.decision_first,
    "days:logged": rhythm_facts.days_logged,
    "team:mapped": team_facts.mapped,
    "team:rated": team_facts.rated,
    "team:backups": team_facts.backed_up,
    "team:delegation": team_facts.delegated,
    "drill:passed": team_facts.drill_passed,
    "frame:need": need_recorded,
    "frame:model": model_recorded,
    "frame:cost": cost_recorded,
    "frame:candidates": candidates_recorded,
    "frame:contract": contract_recorded,
    "transition:signals": signals_recorded,
    "transition:documents": documents_recorded,
    "transition:open-loops": loops_recorded,
    "transition:introductions": contacts_recorded,
}
