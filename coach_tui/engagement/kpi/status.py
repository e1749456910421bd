"""Where a KPI stands: progress, pace, and the word for it. Formulas: FORMULAS.md, "KPIs".

The thresholds are our rule of thumb, and can be changed for an engagement. No value is ever
clamped: progress may be negative or above one, and no reading is never zero.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from coach_tui.engagement.amounts import amount_of
from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.kpi.readings import Reading, latest
from coach_tui.engagement.kpi.record import Kpi, Target
from coach_tui.engagement.state import Engagement, viewed
from coach_tui.language.refusal import Refusal

RULES: Final = "kpi-rules"


class Rules(NamedTuple):
    """Shares of one: of the pace, of the time elapsed, of the limit, of the cadence."""

    on_track: Decimal = Decimal("0.95")
    watch: Decimal = Decimal("0.75")
    too_early: Decimal = Decimal("0.15")
    near_limit: Decimal = Decimal("0.10")
    stale: Decimal = Decimal("1.5")


OURS: Final = Rules()


class Standing(NamedTuple):
    """Where a KPI stands on a day.

    target   the one judged against: the next to come, or the last once all have passed.
    progress (current − baseline) ÷ (target − baseline); elapsed, the same of the time; pace is
             progress ÷ elapsed. Each None where it can't be told.
    stale    the last reading is older than 1.5 × the cadence.
    """

    status: str
    current: Reading | None = None
    target: Target | None = None
    progress: Decimal | None = None
    elapsed: Decimal | None = None
    pace: Decimal | None = None
    stale: bool = False


@viewed
def rules_of(engagement: Engagement) -> Rules:
    """The thresholds of this engagement: ours, unless it has its own."""
    record = engagement.record(RULES, RULES)
    own = {name: amount_of(record, name) for name in Rules._fields}
    return Rules(**{name: value for name, value in own.items() if value is not None})


def set_rules(engagement: Engagement, fields: Mapping[str, Decimal | None]) -> Decision:
    """Change thresholds for this engagement; None goes back to ours."""
    known = {name: value for name, value in fields.items() if name in Rules._fields}
    before = rules_of(engagement)._asdict()
    ours = Rules._field_defaults
    after = Rules(
        **{
            name: before[name] if name not in known else (known[name] or ours[name])
            for name in Rules._fields
        }
    )
    if not 0 < after.watch < after.on_track <= 2:
        return Refusal("refusal.kpi.rules", {"watch": after.watch, "on_track": after.on_track}).of(
            "watch"
        )
    changes = {name: None if value is None else float(value) for name, value in known.items()}
    return [Draft(RULES, RULES, changes)]


def standing(kpi: Kpi, readings: Sequence[Reading], today: date, rules: Rules = OURS) -> Standing:
    """Where this KPI stands today, with its readings in the order of their days."""
    current = latest(readings, today)
    stale = is_stale(kpi, current, today, rules)
    if kpi.is_input:
        return Standing("followed" if current else "no-reading", current, stale=stale)
    if kpi.stays:
        return _staying(kpi, current, rules)._replace(stale=stale)
    return _moving(kpi, readings, today, rules)._replace(stale=stale)


def is_stale(kpi: Kpi, current: Reading | None, today: date, rules: Rules = OURS) -> bool:
    """The last reading is older than 1.5 × the cadence. Without a reading there is none to age."""
    return current is not None and (today - current.day).days > rules.stale * kpi.cadence_days


def is_due(kpi: Kpi, current: Reading | None, today: date) -> bool:
    """A reading is expected: none yet, or the last one is a cadence old."""
    return current is None or (today - current.day).days >= kpi.cadence_days


def judged_target(kpi: Kpi, today: date) -> Target | None:
    """The target to judge by: the next to come, or the last once all have passed."""
    coming = [target for target in kpi.targets if target.day >= today]
    return next(iter(coming), kpi.targets[-1] if kpi.targets else None)


def reading_at(readings: Sequence[Reading], day: date) -> Reading | None:
    """The reading that tells where a KPI stood that day: the last one up to it, whatever was read
    afterwards; where nothing had been read by then, the first one after it."""
    return latest(readings, day) or next(iter(readings), None)


def reached(kpi: Kpi, target: Target, value: Decimal) -> bool:
    """Whether this value is at the target or past it."""
    return value <= target.value if kpi.kind == "decrease" else value >= target.value


def _moving(kpi: Kpi, readings: Sequence[Reading], today: date, rules: Rules) -> Standing:
    current = latest(readings, today)
    target = judged_target(kpi, today)
    if kpi.baseline is None or kpi.baseline_on is None:
        return Standing("no-baseline", current, target)
    if target is None or target.value == kpi.baseline or target.day <= kpi.baseline_on:
        return Standing("no-target", current, target)
    gone, whole = (today - kpi.baseline_on).days, (target.day - kpi.baseline_on).days
    elapsed = Decimal(gone) / whole
    if current is None:
        return Standing("no-reading", None, target, None, elapsed)
    covered, distance = current.value - kpi.baseline, target.value - kpi.baseline
    progress = covered / distance
    # One division, so that a pace of exactly 0.95 is not a hair under it.
    pace = covered * whole / (distance * gone) if gone > 0 else None
    measured = Standing("", current, target, progress, elapsed, pace)
    if today > target.day:
        met = reached(kpi, target, (reading_at(readings, target.day) or current).value)
        return measured._replace(status="reached" if met else "missed")
    if pace is None or Decimal(gone) < rules.too_early * whole:
        return measured._replace(status="too-early")
    if pace >= rules.on_track:
        return measured._replace(status="on-track")
    return measured._replace(status="watch" if pace >= rules.watch else "off-track")


def _staying(kpi: Kpi, current: Reading | None, rules: Rules) -> Standing:
    if kpi.limit is None:
        return Standing("no-target", current)
    if current is None:
        return Standing("no-reading")
    beyond = kpi.limit - current.value if kpi.kind == "above" else current.value - kpi.limit
    if beyond <= 0:
        return Standing("on-track", current)
    near = abs(kpi.limit) * rules.near_limit
    return Standing("watch" if beyond <= near else "off-track", current)
