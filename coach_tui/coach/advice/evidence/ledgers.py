"""What the ledgers say: accesses and KPIs."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from coach_tui.coach.advice.evidence.fact import Fact
from coach_tui.coach.advice.situation import Blank, Measure, Situation, WordKey
from coach_tui.engagement.access.record import Access, accesses_of
from coach_tui.engagement.kpi.behaviour import behaviour
from coach_tui.engagement.kpi.derived import counted_readings
from coach_tui.engagement.kpi.readings import Reading, one_a_day
from coach_tui.engagement.kpi.record import kpis_of
from coach_tui.engagement.transition.expiry import expiries_of


def access_waiting(situation: Situation, access: str) -> Fact | None:
    """How far an access has come: asked for, granted, verified."""
    line = _access(situation, access)
    if line is None:
        return None
    for stage, day in (
        ("verified", line.verified_on),
        ("granted", line.granted_on),
        ("asked", line.requested_on),
    ):
        if day:
            return Fact(f"behind.access.{stage}", {"day": day})
    return Fact("behind.access.undated")


def expires(situation: Situation, identity: str) -> Fact | None:
    """The last day to act on something that expires, and whose it is."""
    line = expiries_of(situation.engagement).get(identity)
    if line is None or line.day is None:
        return None
    values: dict[str, Blank] = {
        "by": line.act_by or line.day,
        "day": line.day,
        "owner": line.owner or WordKey("expiry.nobody"),
    }
    return Fact("behind.expiry", values)


def access_role(situation: Situation, access: str) -> Fact | None:
    """The role granted, beside the one asked for."""
    line = _access(situation, access)
    if line is None:
        return None
    granted: Blank = line.granted_role or WordKey("behind.empty")
    if not line.requested_role:
        return Fact("behind.access.role-unasked", {"granted": granted})
    return Fact("behind.access.role", {"granted": granted, "asked": line.requested_role})


def access_admins(situation: Situation, access: str) -> Fact | None:
    """The company's own administrators."""
    line = _access(situation, access)
    return None if line is None else Fact("behind.access.admins", {"n": line.admins or 0})


def access_open(situation: Situation, access: str) -> Fact | None:
    """An access still open, and what was to be done of it."""
    line = _access(situation, access)
    if line is None:
        return None
    exit_action = "transfer" if line.to_transfer else line.exit
    return Fact("behind.access.open", {"exit": WordKey(f"access.exit.{exit_action}")})


def last_reading(situation: Situation, kpi_id: str) -> Fact | None:
    """A KPI's last reading and its day."""
    kpi = kpis_of(situation.engagement).get(kpi_id)
    if kpi is None:
        return None
    readings = _known(situation, counted_readings(situation.engagement, kpi))
    if not readings:
        return Fact("behind.kpi.unread")
    value = Measure(readings[-1].value, kpi.unit)
    return Fact("behind.kpi.reading", {"value": value, "day": readings[-1].day})


def natural_limits(situation: Situation, kpi_id: str) -> Fact | None:
    """What a KPI varies between while nothing changes, and whether its last reading is noise."""
    kpi = kpis_of(situation.engagement).get(kpi_id)
    found = kpi and behaviour(situation.engagement, kpi, situation.today)
    if not kpi or not found or not found.limits:
        return None
    limits = found.limits
    values: dict[str, Blank] = {
        "lower": Measure(limits.lower or Decimal(0), kpi.unit),
        "upper": Measure(limits.upper, kpi.unit),
        "centre": WordKey(f"kpi.chart.{limits.centre}"),
        "mean": Measure(limits.mean, kpi.unit),
        "number": limits.number,
    }
    if not found.firm:
        return Fact("behind.kpi.limits-provisional", values)
    return Fact("behind.kpi.limits-signal" if found.now else "behind.kpi.limits-noise", values)


def no_baseline(situation: Situation, kpi_id: str) -> Fact | None:
    """A KPI without a baseline, and whether it was ever read."""
    last = last_reading(situation, kpi_id)
    if last is None or last.key == "behind.kpi.unread":
        return last and Fact("behind.kpi.nothing")
    return Fact("behind.kpi.no-baseline", last.values)


def kpi_family(situation: Situation, kpi_id: str) -> Fact | None:
    """What a KPI is about."""
    kpi = kpis_of(situation.engagement).get(kpi_id)
    return (
        Fact("behind.kpi.family", {"family": WordKey(f"kpi.family.{kpi.family}")}) if kpi else None
    )


def early_target(situation: Situation, kpi_id: str) -> Fact | None:
    """A KPI's first target and its day; the last reading of one without a target."""
    kpi = kpis_of(situation.engagement).get(kpi_id)
    if kpi is None or not kpi.targets:
        return last_reading(situation, kpi_id)
    value = Measure(kpi.targets[0].value, kpi.unit)
    return Fact("kpi.target-by", {"value": value, "day": kpi.targets[0].day})


def two_readings(situation: Situation, kpi_id: str) -> Fact | None:
    """A KPI's last two readings, and where it should be."""
    kpi = kpis_of(situation.engagement).get(kpi_id)
    if kpi is None:
        return None
    readings = _known(situation, counted_readings(situation.engagement, kpi))[-2:]
    if len(readings) < 2:
        return last_reading(situation, kpi_id)
    before, last = readings
    values: dict[str, Blank] = {
        "before": Measure(before.value, kpi.unit),
        "then": before.day,
        "value": Measure(last.value, kpi.unit),
        "day": last.day,
    }
    if kpi.stays and kpi.limit is not None:
        return Fact("behind.kpi.two-limit", {**values, "limit": Measure(kpi.limit, kpi.unit)})
    ahead = [each for each in kpi.targets if each.day >= last.day] or kpi.targets[-1:]
    if not ahead:
        return last_reading(situation, kpi_id)
    target: dict[str, Blank] = {"target": Measure(ahead[0].value, kpi.unit), "by": ahead[0].day}
    return Fact("behind.kpi.two-target", {**values, **target})


def _access(situation: Situation, access: str) -> Access | None:
    return accesses_of(situation.engagement).get(access)


def _known(situation: Situation, readings: Iterable[Reading]) -> tuple[Reading, ...]:
    return one_a_day(each for each in readings if each.day <= situation.today)
