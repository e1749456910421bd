"""Recording what a KPI was: what is accepted, and what could only be a mistake."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from coach_tui.engagement.change import Decision
from coach_tui.engagement.gesture import in_turn
from coach_tui.engagement.kpi.readings import Heard, record_reading, refuse_note
from coach_tui.engagement.kpi.record import Kpi, kpis_of
from coach_tui.engagement.kpi.setup import follow, refuse_amount
from coach_tui.engagement.state import Engagement
from coach_tui.language.clean import one_line
from coach_tui.language.dates import in_sight
from coach_tui.language.refusal import Refusal


def read_kpi(
    engagement: Engagement,
    reading_id: str,
    heard: Heard,
    today: date,
    *,
    unit: str = "",
    typed: str = "",
    computed: str = "",
) -> Decision:
    """Record a reading. `unit` is the one written beside the value, if any, in what was `typed`;
    `computed` is the working of a KPI that its recorded inputs already give."""
    kpi = kpis_of(engagement).get(heard.kpi)
    if kpi is None:
        return Refusal("refusal.kpi.unknown", {"kpi": heard.kpi})
    if computed:
        return Refusal("refusal.kpi.computed", {"working": computed}).of("value")
    refusal = refuse_unit(kpi.unit, unit, typed)
    refusal = refusal or refuse_reading(kpi, heard.day, heard.value, today)
    refusal = refusal or refuse_note(heard.note)
    return refusal or [record_reading(reading_id, heard)]


def take_up_input(
    engagement: Engagement,
    fields: Mapping[str, str],
    reading_id: str,
    heard: Heard,
    today: date,
    *,
    unit: str = "",
    typed: str = "",
) -> Decision:
    """Begin to record an input, with its first value, at once: judged once the input is there."""
    return in_turn(
        engagement,
        lambda known: follow(known, heard.kpi, {**fields}, today),
        lambda known: read_kpi(known, reading_id, heard, today, unit=unit, typed=typed),
    )


def refuse_unit(expected: str, unit: str, typed: str) -> Refusal | None:
    """Why this can't be a value of a KPI in the `expected` unit: another was written beside it."""
    if not unit or unit == expected:
        return None
    return Refusal(f"refusal.kpi.in-{expected}", {"text": one_line(typed, 40) or unit}).of("value")


def refuse_reading(kpi: Kpi, day: date, value: Decimal, today: date) -> Refusal | None:
    """Why this KPI can't have had this value on this day."""
    if refusal := refuse_amount(value, kpi.unit, kpi.catalogue):
        return refusal.of("value")
    if day > today:
        return Refusal("refusal.kpi.future", {"day": day}).of("on")
    if kpi.baseline_on and day < kpi.baseline_on:
        return Refusal("refusal.kpi.before-baseline", {"day": day, "baseline": kpi.baseline_on}).of(
            "on"
        )
    if not in_sight(day):
        return Refusal("refusal.kpi.far-day", {"day": day}).of("on")
    return None
