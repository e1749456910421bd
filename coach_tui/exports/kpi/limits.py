"""Natural limits and signals in words: the same on the KPI's page, in the sheet, in a command."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from coach_tui.coach.kpi.overview import Followed
from coach_tui.engagement.kpi.behaviour import BEGINNING, Behaviour
from coach_tui.engagement.kpi.limits import FIRM, PROVISIONAL, Limits
from coach_tui.engagement.kpi.readings import Reading
from coach_tui.language import Words
from coach_tui.language.clean import one_line
from coach_tui.language.dates import plain_date
from coach_tui.language.units import bare_value, write_value

COLUMNS: Final = ("lower", "centre", "centre_kind", "upper", "signal")  # of a table of readings
TWO_PLACES: Final = Decimal("0.01")


def limit_facts(each: Followed, words: Words) -> Iterator[tuple[str, str]]:
    """What the limits are and whether the last reading is a signal; how many readings are missing
    before there are any. Nothing of an input."""
    found = each.behaviour
    if found is None:
        return
    if found.limits is None:
        yield "limits", words("kpi.limits.missing", n=found.missing, needed=PROVISIONAL)
        return
    yield "limits", " · ".join(_limits(each, found, found.limits, words))
    yield "signals", _signals(each, found, words)


def limit_range(limits: Limits, unit: str, words: Words) -> str:
    """`33.96 to 50.3`; nothing is said below zero of what can't be."""
    lower = Decimal(0) if limits.lower is None else limits.lower
    values = {"lower": write_value(lower, unit, words)}
    return words("kpi.limits.range", upper=write_value(limits.upper, unit, words), **values)


def limit_cells(each: Followed, reading: Reading, words: Words) -> Mapping[str, str]:
    """What a table of readings says beside one: the limits in force, and its signals."""
    found = each.behaviour
    if found is None or found.limits is None or reading.day not in found.days:
        return dict.fromkeys(COLUMNS, "")
    limits = found.limits
    lower = Decimal(0) if limits.lower is None else limits.lower
    told = (told.rule for told in found.signals if told.reading.day == reading.day)
    return {
        "lower": _bare(lower, words),
        "centre": _bare(limits.mean, words),
        "centre_kind": words(f"kpi.chart.{limits.centre}"),
        "upper": _bare(limits.upper, words),
        "signal": ", ".join(words(f"kpi.signal.{rule}") for rule in told),
    }


def _bare(value: Decimal, words: Words) -> str:
    return bare_value(value.quantize(TWO_PLACES), words)


def _limits(each: Followed, found: Behaviour, limits: Limits, words: Words) -> Iterator[str]:
    unit = each.kpi.unit
    if limits.flat:
        value = write_value(limits.mean, unit, words)
        yield words("kpi.limits.flat", number=limits.number, value=value)
        return
    yield limit_range(limits, unit, words)
    yield words(f"kpi.limits.{limits.centre}", value=write_value(limits.mean, unit, words))
    if found.first and found.last:
        first, last = (plain_date(day, words.language) for day in (found.first, found.last))
        yield words("kpi.limits.from", n=limits.number, first=first, last=last)
    if found.origin != BEGINNING:
        yield words(f"kpi.limits.origin.{found.origin}", why=one_line(found.why, 80))
    if limits.robust:
        far = max(_judged(each, found), key=lambda one: abs(one.value - limits.mean))
        day = plain_date(far.day, words.language)
        yield words("kpi.limits.robust", value=write_value(far.value, unit, words), day=day)
    if not limits.firm:
        yield words("kpi.limits.provisional", firm=FIRM)


def _judged(each: Followed, found: Behaviour) -> list[Reading]:
    """The readings that the limits rest on."""
    first, last = found.first or date.min, found.last or date.max
    return [one for one in each.readings if first <= one.day <= last]


def _signals(each: Followed, found: Behaviour, words: Words) -> str:
    unit = each.kpi.unit
    if found.now:
        what = ", ".join(words(f"kpi.signal.{told.rule}") for told in found.now)
        reading = found.now[0].reading
        value, day = (
            write_value(reading.value, unit, words),
            plain_date(reading.day, words.language),
        )
        return words("kpi.signals.told", value=value, day=day, what=what)
    if found.limits and found.limits.flat:
        moved = any(one.value != found.limits.mean for one in each.readings)
        return words("kpi.signals.flat-moved" if moved else "kpi.signals.flat")
    if not found.firm:
        return words("kpi.signals.too-soon")
    return words("kpi.signals.noise")
