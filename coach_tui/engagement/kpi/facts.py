"""What the KPIs prove of the playbook's steps: how many there are, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from coach_tui.engagement.kpi.record import ENOUGH, ENTITY, HORIZONS, Kpi, followed
from coach_tui.engagement.once_done import begun_at, last_set, once_complete, set_at
from coach_tui.engagement.proof import Proof, Saying
from coach_tui.engagement.state import Engagement

SUCCESS: Final = 3  # KPIs an engagement is judged by, at most (guide: one to three)
FEWEST: Final = 5  # 5–7 at once is right: FORMULAS.md, "KPIs"


def chosen(engagement: Engagement) -> Proof:
    """Five to seven are followed, each with an owner; one of business and one of the team."""

    def right(kpis: Sequence[Kpi]) -> bool:
        families = {kpi.family for kpi in kpis}
        return FEWEST <= len(kpis) <= ENOUGH and families >= {"business", "team"}

    return _once(engagement, lambda kpi: ("owner",) if kpi.owner else None, right)


def of_success(engagement: Engagement) -> Proof:
    """One to three KPIs, by which the engagement is judged, each with where it starts."""
    kpis = {kpi.id: kpi for kpi in followed(engagement) if kpi.success}
    records = engagement.records(ENTITY)
    begun = {each: last_set(records[each], ["success"]) for each in kpis}
    completed = {
        each: max(begun[each], set_at(records[each], () if kpi.stays else ["baseline"]))
        for each, kpi in kpis.items()
        if kpi.stays or kpi.baseline is not None
    }
    found = once_complete(begun, completed, lambda ids: len(ids) <= SUCCESS)
    return _counted(found) if found else ""


def with_baselines(engagement: Engagement) -> Proof:
    """Each KPI has its baseline, dated; one that stays above or below a limit needs none."""

    def needed(kpi: Kpi) -> Sequence[str] | None:
        if kpi.baseline is not None and kpi.baseline_on:
            return ("baseline", "baseline_on")
        return () if kpi.stays else None

    return _once(engagement, needed)


def with_targets(engagement: Engagement) -> Proof:
    """Each KPI has a target at 3, 6 and 12 months, or the limit it must hold."""

    def needed(kpi: Kpi) -> Sequence[str] | None:
        if kpi.stays:
            return None if kpi.limit is None else ("limit",)
        if len(kpi.targets) < len(HORIZONS):
            return None
        return tuple(f"target_{months}" for months in HORIZONS)

    return _once(engagement, needed)


def _once(
    engagement: Engagement,
    needed: Callable[[Kpi], Sequence[str] | None],
    enough: Callable[[Sequence[Kpi]], bool] = bool,
) -> Proof:
    """How many KPIs were complete when all there were had what they need, by these fields.

    A KPI added since is work to do, and does not undo the step (see `once_done`). `needed` is None
    for a KPI that lacks something.
    """
    kpis = {kpi.id: kpi for kpi in followed(engagement)}
    records = engagement.records(ENTITY)
    begun = {each: begun_at(records[each]) for each in kpis}
    completed = {
        each: max(begun[each], set_at(records[each], fields))
        for each, kpi in kpis.items()
        if (fields := needed(kpi)) is not None
    }
    found = once_complete(begun, completed, lambda ids: enough([kpis[each] for each in ids]))
    return _counted(found) if found else ""


def _counted(kpis: Sequence[object]) -> Saying:
    return Saying("proof.kpis", {"n": len(kpis)})
