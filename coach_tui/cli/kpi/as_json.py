"""KPIs as JSON: stable names, ISO 8601 days, plain numbers, percentages in points."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from coach_tui.coach.kpi.overview import Entries, Followed, definition_of, verdicts_then
from coach_tui.engagement.amounts import recorded
from coach_tui.engagement.kpi.derived import derive, is_derived_stale
from coach_tui.engagement.kpi.record import Target
from coach_tui.engagement.kpi.series import Series
from coach_tui.engagement.kpi.status import rules_of
from coach_tui.engagement.kpi.verdicts import TargetVerdict
from coach_tui.engagement.state import Engagement
from coach_tui.language import Words


def frame_json(each: Followed, entries: Entries, words: Words) -> dict[str, Any]:
    """What the KPI is and where it should go."""
    kpi = each.kpi
    return {
        "id": kpi.id, "name": each.name, "family": kpi.family, "unit": _unit(kpi.unit, words),
        "kind": kpi.kind,
        "definition": definition_of(kpi, entries, words) or None, "cadence": kpi.cadence,
        "baseline": recorded(kpi.baseline),
        "baseline_on": kpi.baseline_on.isoformat() if kpi.baseline_on else None,
        "limit": recorded(kpi.limit),
        "targets": [_target_json(target) for target in kpi.targets],
        "owner": kpi.owner or None, "source": kpi.source or None, "keeper": kpi.keeper or None,
        "confidence": dict(kpi.confidence), "readings": len(each.readings), "input": kpi.is_input,
        "since": _day(each.since),
        "verdicts": [_verdict_json(verdict) for verdict in each.verdicts],
        "earlier": [_series_json(series, entries, words) for series in each.earlier],
    }  # fmt: skip


def _target_json(target: Target) -> dict[str, Any]:
    day = target.day.isoformat()
    return {"months": target.months, "value": recorded(target.value), "day": day}


def _verdict_json(verdict: TargetVerdict) -> dict[str, Any]:
    reading = verdict.reading
    return {
        **_target_json(verdict.target),
        "outcome": verdict.outcome,
        "read": recorded(reading.value) if reading else None,
        "read_on": _day(reading.day) if reading else None,
    }


def _series_json(series: Series, entries: Entries, words: Words) -> dict[str, Any]:
    return {
        "definition": definition_of(series.kpi, entries, words) or None,
        "since": _day(series.began),
        "until": _day(series.ended),
        "readings": len(series.readings),
        "verdicts": [_verdict_json(verdict) for verdict in verdicts_then(series)],
    }


def standing_json(each: Followed, words: Words) -> dict[str, Any]:
    """Where the KPI stands; shares of one are floats."""
    stands = each.standing
    return {
        "id": each.kpi.id, "name": each.name, "unit": _unit(each.kpi.unit, words),
        "status": stands.status,
        "value": recorded(stands.current.value) if stands.current else None,
        "read_on": stands.current.day.isoformat() if stands.current else None,
        "progress": _share(stands.progress), "elapsed": _share(stands.elapsed),
        "pace": _share(stands.pace), "stale": stands.stale, "due": each.due,
        "computed": each.computed, "working": each.working or None,
        "target": recorded(stands.target.value) if stands.target else None,
        "target_on": stands.target.day.isoformat() if stands.target else None,
    }  # fmt: skip


def limits_json(each: Followed) -> dict[str, Any] | None:
    """The natural limits and the signals; the missing readings where there are too few."""
    found = each.behaviour
    if found is None:
        return None
    limits = found.limits
    return {
        "missing": found.missing,
        "lower": _share(limits.lower) if limits else None,
        "mean": _share(limits.mean) if limits else None,
        "upper": _share(limits.upper) if limits else None,
        "range_limit": _share(limits.range_limit) if limits else None,
        "readings": limits.number if limits else None,
        "from": _day(found.first), "to": _day(found.last),
        "origin": found.origin, "why": found.why or None,
        "firm": found.firm, "noise": found.noise, "robust": bool(limits and limits.robust),
        "signals": [
            {"day": _day(told.reading.day), "value": recorded(told.reading.value),
             "rule": told.rule, "up": told.way > 0, "good": told.good}
            for told in found.signals
        ],
    }  # fmt: skip


def derived_json(engagement: Engagement, name: str, words: Words, today: date) -> dict[str, Any]:
    """A computed number, or what is missing, or why there is none."""
    derived = derive(engagement, name)
    known = derived.value is not None
    stale = is_derived_stale(engagement, derived, today, rules_of(engagement))
    return {
        "value": None if derived.value is None else float(derived.value),
        "unit": _unit(derived.unit, words),
        "missing": list(derived.missing),
        "undefined": derived.why.removeprefix("kpi.derived.") or None,
        "from": _day(derived.first_day if known else None),
        "to": _day(derived.day if known else None),
        "stale": known and stale,
        "at_least": derived.least,
    }


def _unit(unit: str, words: Words) -> str:
    """An amount's unit is the mission's currency: eur, usd…"""
    return words.currency.lower() if unit == "eur" else unit


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _share(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
