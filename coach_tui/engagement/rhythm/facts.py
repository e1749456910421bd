"""What the rhythm proves of the playbook's steps: a day, a month, a decision, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from coach_tui.engagement.proof import Proof, Saying, YearMonth, day_said
from coach_tui.engagement.rhythm.days import days_used_of
from coach_tui.engagement.rhythm.decisions import decisions_of, promises_of
from coach_tui.engagement.rhythm.dose import doses_of
from coach_tui.engagement.rhythm.occurrences import occurrences_of
from coach_tui.engagement.rhythm.reports import reports_of
from coach_tui.engagement.state import Engagement


def weekly_hour_held(engagement: Engagement) -> Proof:
    """The day the hour with the founder was last held; empty where it never was."""
    return _last_held(engagement, "weekly-ceo")


def standup_held(engagement: Engagement) -> Proof:
    """The day the stand-up was last held."""
    return _last_held(engagement, "standup")


def report_first(engagement: Engagement) -> Proof:
    """The first month whose report was kept, its draft completed by its author."""
    written = (month for month, each in reports_of(engagement).items() if each.written)
    month = next(written, "")
    if not month:
        return ""
    return Saying("proof.report", {"month": YearMonth(date(int(month[:4]), int(month[5:]), 1))})


def decision_first(engagement: Engagement) -> str:
    """The first decision logged with its reason."""
    taken = [each for each in decisions_of(engagement).values() if not each.open]
    return taken[0].title if taken else ""


def quick_wins(engagement: Engagement) -> Proof:
    """Quick wins are promised: each with a name, a day and the KPI it is to move."""
    wins = [each for each in promises_of(engagement).values() if each.kpi]
    whole = [each for each in wins if each.by and each.due]
    return Saying("proof.quick-wins", {"n": len(whole)}) if whole else ""


def taper_set(engagement: Engagement) -> Proof:
    """The day from which other days a week were last decided."""
    doses = doses_of(engagement)
    return day_said(doses[-1].since) if doses else ""


def ritual_held(ritual_id: str) -> Callable[[Engagement], Proof]:
    """The day this ritual was last held."""
    return lambda engagement: _last_held(engagement, ritual_id)


def days_logged(engagement: Engagement) -> Proof:
    """The latest day whose days were logged."""
    used = days_used_of(engagement)
    return day_said(used[-1].day) if used else ""


def _last_held(engagement: Engagement, ritual_id: str) -> Proof:
    held = [o.slot for o in occurrences_of(engagement).get(ritual_id, ()) if o.result == "held"]
    return day_said(held[-1]) if held else ""
