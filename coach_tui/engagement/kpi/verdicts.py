"""What was concluded at the day of each target that has passed: reached or missed, for good.

A target is judged by the last reading up to its day, whatever is read afterwards. Where a passed
target is then changed, or goes with its frame, what was concluded is kept beside the KPI; so it is
where the KPI is computed, and what it is computed from gets another definition or is let go.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Final, NamedTuple

from coach_tui.engagement.amounts import amount_of, recorded
from coach_tui.engagement.change import Draft, Value
from coach_tui.engagement.days import day_of
from coach_tui.engagement.kpi.derived import computed_from, counted_readings
from coach_tui.engagement.kpi.readings import Reading
from coach_tui.engagement.kpi.record import MOVES, Kpi, Target
from coach_tui.engagement.kpi.series import readings_in_force
from coach_tui.engagement.kpi.status import reached, reading_at
from coach_tui.engagement.state import Engagement, number_of, text_of

VERDICT: Final = "kpi-verdict"
UNREAD: Final = "no-reading"  # nothing was ever read
OUTCOMES: Final = ("reached", "missed", UNREAD)


class TargetVerdict(NamedTuple):
    """Whether a target was reached at its day, and the reading that says so."""

    target: Target
    outcome: str
    reading: Reading | None = None


def verdicts(kpi: Kpi, readings: Sequence[Reading], today: date) -> tuple[TargetVerdict, ...]:
    """What each target whose day has passed came to, by these readings, oldest first."""
    if kpi.kind not in MOVES:
        return ()
    return tuple(verdict(kpi, each, readings) for each in kpi.targets if each.day < today)


def verdict(kpi: Kpi, target: Target, readings: Sequence[Reading]) -> TargetVerdict:
    """What this target came to at its day."""
    found = reading_at(readings, target.day)
    if found is None:
        return TargetVerdict(target, UNREAD)
    return TargetVerdict(
        target, "reached" if reached(kpi, target, found.value) else "missed", found
    )


def verdicts_of(
    engagement: Engagement, kpi: Kpi, readings: Sequence[Reading], today: date
) -> tuple[TargetVerdict, ...]:
    """The same, with what was concluded of targets that were changed since, and of those of before
    the KPI could be computed: by what was typed then."""
    kept = _kept(engagement, kpi.id)
    days = {each.target.day for each in kept}
    judging = _with_typed(engagement, kpi, readings)
    fresh = (each for each in verdicts(kpi, judging, today) if each.target.day not in days)
    return tuple(sorted((*kept, *fresh), key=lambda each: each.target.day))


def keep_verdicts(engagement: Engagement, before: Kpi, after: Kpi, today: date) -> list[Draft]:
    """What keeps the verdict of each passed target that `after` has no more, or has otherwise."""
    stay = set(after.targets) if after.kind == before.kind else set()
    return _keep(engagement, before, stay, today)


def keep_computed(engagement: Engagement, source: Kpi, today: date) -> list[Draft]:
    """What keeps the verdicts of the KPIs computed from this one, which is about to be measured
    otherwise or no more: what they were can't be computed again."""
    computed = computed_from(engagement, source)
    return [draft for each in computed for draft in _keep(engagement, each, (), today)]


def _keep(engagement: Engagement, kpi: Kpi, stay: Collection[Target], today: date) -> list[Draft]:
    readings = counted_readings(engagement, kpi)
    kept = _kept(engagement, kpi.id)
    return [
        _recorded(kpi, each)
        for each in verdicts_of(engagement, kpi, readings, today)
        if each.target not in stay and each not in kept
    ]


def _with_typed(
    engagement: Engagement, kpi: Kpi, readings: Sequence[Reading]
) -> tuple[Reading, ...]:
    """These readings, after those typed before the first of them."""
    begun = readings[0].day if readings else date.max
    typed = readings_in_force(engagement).get(kpi.id, ())
    return (*(each for each in typed if each.day < begun), *readings)


def _recorded(kpi: Kpi, found: TargetVerdict) -> Draft:
    target, reading = found.target, found.reading
    fields: dict[str, Value] = {
        "kpi": kpi.id,
        "months": target.months,
        "target": recorded(target.value),
        "day": target.day.isoformat(),
        "outcome": found.outcome,
        "value": recorded(reading.value) if reading else None,
        "on": reading.day.isoformat() if reading else None,
    }
    return Draft(VERDICT, f"{kpi.id}@{target.day.isoformat()}", fields)


def _kept(engagement: Engagement, kpi_id: str) -> list[TargetVerdict]:
    found = []
    for identity, record in engagement.records(VERDICT).items():
        value, day = amount_of(record, "target"), day_of(record, "day")
        months, outcome = number_of(record, "months"), text_of(record, "outcome")
        if text_of(record, "kpi") != kpi_id or value is None or day is None or months is None:
            continue
        read, on = amount_of(record, "value"), day_of(record, "on")
        reading = Reading(identity, kpi_id, on, read) if on and read is not None else None
        if outcome in OUTCOMES:
            found.append(TargetVerdict(Target(int(months), value, day), outcome, reading))
    return found
