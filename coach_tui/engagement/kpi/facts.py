"""What the KPIs prove of the playbook's steps: how many there are, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from coach_tui.engagement.kpi.record import ENOUGH, HORIZONS, Kpi, followed
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement

SUCCESS: Final = 3  # KPIs an engagement is judged by, at most (guide: one to three)
FEWEST: Final = 5  # 5–7 at once is right: DOMAIN.md, common practice


def chosen(engagement: Engagement) -> Proof:
    """Five to seven are followed, each with an owner; one of business and one of the team."""
    kpis = followed(engagement)
    families = {kpi.family for kpi in kpis}
    right = FEWEST <= len(kpis) <= ENOUGH and families >= {"business", "team"}
    return _counted(kpis) if right and all(kpi.owner for kpi in kpis) else ""


def of_success(engagement: Engagement) -> Proof:
    """One to three KPIs, by which the engagement is judged, each with where it starts."""
    kpis = [kpi for kpi in followed(engagement) if kpi.success]
    started = all(kpi.baseline is not None or kpi.stays for kpi in kpis)
    return _counted(kpis) if 1 <= len(kpis) <= SUCCESS and started else ""


def with_baselines(engagement: Engagement) -> Proof:
    """Each KPI has its baseline, dated."""
    kpis = followed(engagement)
    dated = all(kpi.baseline is not None and kpi.baseline_on for kpi in kpis)
    return _counted(kpis) if kpis and dated else ""


def with_targets(engagement: Engagement) -> Proof:
    """Each KPI has a target at 3, 6 and 12 months, or the limit it must hold."""
    kpis = followed(engagement)
    aimed = all(
        kpi.limit is not None if kpi.stays else len(kpi.targets) == len(HORIZONS) for kpi in kpis
    )
    return _counted(kpis) if kpis and aimed else ""


def _counted(kpis: Sequence[Kpi]) -> Saying:
    return Saying("proof.kpis", {"n": len(kpis)})
