"""Rules on KPIs, their baselines and targets, and the marketing budget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from coach_tui.coach.advice.rules.rule import Rule
from coach_tui.coach.advice.situation import (
    Behind,
    Blank,
    Finding,
    Measure,
    Names,
    Situation,
    WordKey,
)
from coach_tui.coach.team.taper import off_track_twice
from coach_tui.engagement.context import ENTITY as CONTEXT
from coach_tui.engagement.context import context_of
from coach_tui.engagement.kpi.behaviour import ENTITY as LIMITS
from coach_tui.engagement.kpi.behaviour import SignalTold, behaviour
from coach_tui.engagement.kpi.derived import counted_readings, is_computed
from coach_tui.engagement.kpi.limits import NEAR_LIMIT, ONE_SIDE, OUTSIDE
from coach_tui.engagement.kpi.readings import Reading
from coach_tui.engagement.kpi.record import ENTITY, MOVES, Kpi, followed
from coach_tui.engagement.kpi.status import rules_of, standing
from coach_tui.engagement.rhythm.decisions import decisions_of

MEASURED_BY: Final = 45  # days
LONG_CYCLE: Final = 75  # days from a first meeting to a signature
EARLY: Final = 3  # months
MONTH: Final = 30
ONCE, TWICE = 1, 2
FALL: Final = 0.25  # of a KPI's value, lost from one reading to the next: our rule of thumb
REVENUE: Final = frozenset({"revenue-growth", "new-customers", "new-revenue", "nrr"})
CYCLE: Final = "sales-cycle"
# How grave each rule is where it goes the wrong way, the gravest first: outside is a dominant
# effect, three of four a moderate one, eight in a row a weak one (Wheeler).
SPEAKING: Final[Mapping[str, str]] = {OUTSIDE: "alert", NEAR_LIMIT: "watch", ONE_SIDE: "watch"}
GRAVEST: Final = ("alert", "watch", "info")


def kpi_no_baseline(situation: Situation) -> Finding | None:
    """R19: from day 45, a KPI followed without a baseline (45 is ours).

    Not one that stays above or below a limit, nor one computed from others: they need none.
    """
    if situation.day < MEASURED_BY:
        return None
    return _finding(
        kpi
        for kpi in followed(situation.engagement)
        if kpi.kind in MOVES and kpi.baseline is None and not is_computed(situation.engagement, kpi)
    )


def no_business_kpi(situation: Situation) -> Finding | None:
    """R21: KPIs are followed and none is of the business (guide)."""
    kpis = followed(situation.engagement)
    if not kpis or any(kpi.family == "business" for kpi in kpis):
        return None
    return Finding({}, _records(kpis))


def definitions_unsigned(situation: Situation) -> Finding | None:
    """R22: at day 45 sales has not agreed the MQL and SQL definitions (Breadcrumbs; 45 is ours)."""
    if not situation.owed("funnel-definitions", MEASURED_BY):
        return None
    return Finding({"day": situation.day}, situation.step("funnel-definitions"))


def target_too_early(situation: Situation) -> Finding | None:
    """R23: a revenue target at three months where a sale takes more than 75 days (arithmetic).

    A target whose day has passed is judged by its readings.
    """
    cycle, record = _sales_cycle(situation)
    early = [
        kpi
        for kpi in followed(situation.engagement)
        if _of_revenue(kpi)
        and any(each.months <= EARLY and each.day >= situation.today for each in kpi.targets)
    ]
    if cycle is None or cycle <= LONG_CYCLE or not early:
        return None
    values: dict[str, Blank] = {
        "cycle": cycle,
        "horizon": EARLY * MONTH,
        "kpi": _named(early),
    }
    return Finding(values, (*_records(early), *record))


def kpi_fell(situation: Situation) -> Finding | None:
    """R43: a quarter of a KPI lost in one reading, with nothing decided about it since (ours).

    From zero any step the wrong way is one. Half of it is critical. Silent while it is still on
    track: it fell from far above; and while the movement is its noise.
    """
    found = [
        (share, kpi)
        for kpi in followed(situation.engagement)
        if (share := _lost(situation, kpi)) >= FALL
        and not _is_noise(situation, kpi, share)
        and not _decided_since(situation, kpi, ONCE)
    ]
    if not found:
        return None
    found.sort(key=lambda each: -each[0])  # the worst is named; all of them are behind it
    share, worst = found[0]
    return Finding(
        {"kpi": _named([worst]), "lost": _told_lost(_read(situation, worst), worst)},
        with_limits(situation, [kpi for _, kpi in found]),
        "critical" if share >= 2 * FALL else "",
    )


def kpi_red_two_months(situation: Situation) -> Finding | None:
    """R24: off track at two readings running and nothing decided about it since (ours)."""
    off = off_track_twice(situation.engagement, situation.today)
    found = [
        kpi
        for kpi in followed(situation.engagement)
        if kpi.id in off and not _decided_since(situation, kpi, TWICE)
    ]
    return Finding({"kpi": _named(found)}, with_limits(situation, found)) if found else None


def kpi_signal(situation: Situation) -> Finding | None:
    """R50: a signal at the last reading, by firm natural limits (Wheeler), and nothing decided
    about the KPI since it began; however well it stands. `limits.asking` says which signals ask;
    the others are shown with the KPI.

    The way it should go, it is worth a look; the other way it is to watch, outside an alert.
    """
    fallen = kpi_fell(situation)
    told = {each.id for each in fallen.records} if fallen else set()
    found = [
        (SPEAKING[each.rule] if not each.good else "info", each, kpi)
        for kpi in followed(situation.engagement)
        if kpi.id not in told
        for each in _speaking(situation, kpi)
    ]
    if not found:
        return None
    found.sort(key=lambda each: GRAVEST.index(each[0]))
    severity, signal, worst = found[0]
    values: dict[str, Blank] = {
        "kpi": _named([worst]),
        "what": WordKey(f"kpi.signal.{signal.rule}"),
        "day": signal.reading.day,
    }
    return Finding(values, with_limits(situation, [kpi for _, _, kpi in found]), severity)


RULES: Final[Mapping[str, Rule]] = {
    "kpi-no-baseline": kpi_no_baseline,
    "no-business-kpi": no_business_kpi,
    "definitions-unsigned": definitions_unsigned,
    "target-too-early": target_too_early,
    "kpi-fell": kpi_fell,
    "kpi-red-two-months": kpi_red_two_months,
    "kpi-signal": kpi_signal,
}


def _finding(kpis: Iterable[Kpi]) -> Finding | None:
    kpis = list(kpis)
    return Finding({"kpi": _named(kpis)}, _records(kpis)) if kpis else None


def _named(kpis: Iterable[Kpi]) -> Blank:
    return tuple(kpi.name or Names("kpis", (kpi.catalogue or kpi.id,)) for kpi in kpis)


def _records(kpis: Iterable[Kpi]) -> tuple[Behind, ...]:
    return tuple(Behind(ENTITY, kpi.id, kpi.name) for kpi in kpis)


def with_limits(situation: Situation, kpis: Sequence[Kpi]) -> tuple[Behind, ...]:
    """These KPIs, then the natural limits of those that have any: what moves inside is noise."""
    limited = (
        Behind(LIMITS, kpi.id, kpi.name)
        for kpi in kpis
        if behaviour(situation.engagement, kpi, situation.today).limits
    )
    return (*_records(kpis), *limited)


def _speaking(situation: Situation, kpi: Kpi) -> Sequence[SignalTold]:
    """The gravest signal of its last reading, while nothing was decided since the signals began."""
    found = behaviour(situation.engagement, kpi, situation.today)
    said = sorted(found.asking, key=_gravest)
    if not found.firm or not said:
        return ()
    since = found.signalling_since or situation.today
    return said[:1] if not _decided(situation, kpi, since) else ()


def _gravest(told: SignalTold) -> int:
    return [*SPEAKING].index(told.rule)


def _of_revenue(kpi: Kpi) -> bool:
    own = not kpi.catalogue and kpi.family == "business" and kpi.unit == "eur"
    return kpi.catalogue in REVENUE or own


def _sales_cycle(situation: Situation) -> tuple[float | None, tuple[Behind, ...]]:
    """Days a sale takes: the KPI's last reading, else what was told."""
    for kpi in followed(situation.engagement):
        if kpi.catalogue != CYCLE or kpi.unit != "days":
            continue
        if readings := counted_readings(situation.engagement, kpi):
            return float(readings[-1].value), _records([kpi])
    return context_of(situation.engagement).sales_cycle, (Behind(CONTEXT, "sales_cycle"),)


def _lost(situation: Situation, kpi: Kpi) -> float:
    """The share of its value lost at its last reading; nothing where it is still on track.

    No share of zero can be told: what is lost from there counts as the least that alarms.
    """
    known = _read(situation, kpi)
    if len(known) < TWICE:
        return 0.0
    before, now = (each.value for each in known[-TWICE:])
    lost = now - before if kpi.kind in ("decrease", "below") else before - now
    rules = rules_of(situation.engagement)
    fine = standing(kpi, known, situation.today, rules).status in ("on-track", "reached")
    if fine or lost <= 0:
        return 0.0
    return float(lost / abs(before)) if before else FALL


def _told_lost(known: Sequence[Reading], kpi: Kpi) -> Measure:
    """What its last reading lost: a percentage of the one before; in its own unit where that one is
    zero or less, or the last is below zero. A fall from 2 % to −15 % is 17 points, not 850 %."""
    before, now = (each.value for each in known[-TWICE:])
    lost = abs(now - before)
    if before > 0 and now >= 0:
        return Measure(Decimal(round(lost * 100 / before)), "percent")
    return Measure(lost, "points" if kpi.unit == "percent" else kpi.unit)


def _is_noise(situation: Situation, kpi: Kpi, share: float) -> bool:
    """Whether it stays inside firm natural limits and lost less than half; of what goes below zero
    too, half of a value measures nothing, and the limits alone tell."""
    signed = any(each.value < 0 for each in _read(situation, kpi))
    calm = behaviour(situation.engagement, kpi, situation.today).calm
    return calm and (share < 2 * FALL or signed)


def _read(situation: Situation, kpi: Kpi) -> Sequence[Reading]:
    """Its readings up to today, those of the definition it has now."""
    counted = counted_readings(situation.engagement, kpi)
    return [each for each in counted if each.day <= situation.today]


def _decided_since(situation: Situation, kpi: Kpi, readings: int) -> bool:
    """Whether a decision about this very KPI was opened or taken since its last readings."""
    known = _read(situation, kpi)
    first = known[-readings].day if len(known) >= readings else situation.today
    return _decided(situation, kpi, first)


def _decided(situation: Situation, kpi: Kpi, first: date) -> bool:
    about = f"kpi:{kpi.id}"
    return any(
        about in each.about and (each.decided or each.opened) >= first
        for each in decisions_of(situation.engagement).values()
    )
