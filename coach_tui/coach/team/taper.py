"""How many days a week the CMO is still needed, from the autonomy index; and what holds it back.

Doses, guards and thresholds: FORMULAS.md, "Taper"; our rule of thumb, from the guide's two anchors
(3 days a week at launch, 1 when cruising).
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from coach_tui.coach.team.entrusted import not_let_go
from coach_tui.engagement.kpi.derived import counted_readings, judged_frame
from coach_tui.engagement.kpi.record import Kpi, followed
from coach_tui.engagement.kpi.status import Standing, reached, rules_of, standing
from coach_tui.engagement.rhythm.dose import DoseSince, dose_on, doses_of
from coach_tui.engagement.state import Engagement
from coach_tui.engagement.team.absence import passed_test
from coach_tui.engagement.team.cover import autonomy_index, covers_of
from coach_tui.engagement.transition.record import ended_on

QUARTER: Final = timedelta(days=91)
STEP: Final = 0.5  # days a week that may go in a quarter before the absence test is passed
# Up to this index, this many days a week (low, high). The last is one to two days a month.
RANGES: Final = ((0.30, 2.0, 3.0), (0.50, 2.0, 2.0), (0.70, 1.0, 1.5), (0.85, 0.5, 1.0))
LAST_RANGE: Final = (12 / 52, 24 / 52)
_NEGLIGIBLE: Final = 1e-9


class Guard(NamedTuple):
    """Something that holds the dose up: a word key `taper.<key>` and what fills it."""

    key: str
    values: Mapping[str, Any] = {}


class Taper(NamedTuple):
    """The dose suggested, and why. Days a week throughout.

    autonomy    the index, from 0 to 1.
    low, high   what the index alone speaks for; wanted, the nearest of it to the current dose.
    suggested   what remains once the guards are heard; None where no index or dose is known.
    """

    autonomy: float | None
    current: float | None
    low: float = 0.0
    high: float = 0.0
    wanted: float | None = None
    suggested: float | None = None
    guards: tuple[Guard, ...] = ()


def dose_range(index: float) -> tuple[float, float]:
    """Days a week this index speaks for: < 30 % 2–3 · < 50 % 2 · < 70 % 1–1.5 · ≤ 85 % 0.5–1."""
    for limit, low, high in RANGES[:-1]:
        if index < limit - _NEGLIGIBLE:
            return low, high
    limit, low, high = RANGES[-1]
    return (low, high) if index <= limit + _NEGLIGIBLE else LAST_RANGE


def suggest(
    index: float | None,
    current: float | None,
    *,
    uncovered: Sequence[str] = (),
    off_track: Sequence[str] = (),
    quarter_ago: float | None = None,
    test_passed: bool = False,
    watched: Sequence[str] = (),
) -> Taper:
    """The dose to go to.

    uncovered    critical skills nobody inside does alone; off_track, priority KPIs off track twice
                 in a row: while there is one, the dose does not go down.
    quarter_ago  the dose 91 days before: without a passed absence test, no lower than half a day
                 under it.
    watched      critical skills that somebody masters and nobody is entrusted with alone.
    """
    if index is None or current is None:
        return Taper(index, current)
    low, high = dose_range(index)
    wanted = min(max(current, low), high)
    guards = _guards(current, wanted, uncovered, off_track, quarter_ago, test_passed, watched)
    suggested = wanted
    if guards:
        paced = any(guard.key == "pace" for guard in guards)
        suggested = min(current, _floor(current, quarter_ago)) if paced else wanted
        if uncovered or off_track or watched:
            suggested = current
    return Taper(index, current, low, high, wanted, suggested, guards)


def guards_against(
    engagement: Engagement, since: date, days_per_week: float, today: date
) -> tuple[Guard, ...]:
    """What holds the days a week up, were they to come down to this many from the day `since`.

    None where they do not come down. Skills, KPIs and the absence test are taken as they are today.
    """
    before = dose_on(engagement, since - timedelta(days=1))
    if before is None:
        return ()
    return _guards(
        before,
        days_per_week,
        uncovered_skills(engagement, today),
        off_track_twice(engagement, today),
        dose_on(engagement, since - QUARTER),
        passed_test(engagement) is not None,
        not_let_go(engagement, today),
    )


class Passed(NamedTuple):
    """Days a week that came down although something held them up, and still does today."""

    dose: DoseSince
    guards: tuple[Guard, ...]


def passed_guards(engagement: Engagement, today: date) -> tuple[Passed, ...]:
    """The days a week lived today or decided for later against a guard that still holds."""
    doses = doses_of(engagement)
    begun = [dose for dose in doses if dose.since <= today][-1:]
    return tuple(
        Passed(dose, guards)
        for dose in (*begun, *(each for each in doses if each.since > today))
        if (guards := guards_against(engagement, dose.since, dose.days_per_week, today))
    )


def uncovered_skills(engagement: Engagement, today: date) -> tuple[str, ...]:
    """The critical skills nobody inside does alone, by id."""
    covers = covers_of(engagement, today)
    return tuple(each.skill.id for each in covers if each.skill.critical and not each.autonomous)


def _guards(
    current: float,
    wanted: float,
    uncovered: Sequence[str],
    off_track: Sequence[str],
    quarter_ago: float | None,
    test_passed: bool,
    watched: Sequence[str],
) -> tuple[Guard, ...]:
    if wanted >= current - _NEGLIGIBLE:
        return ()
    found = []
    if uncovered:
        found.append(Guard("uncovered", {"ids": tuple(uncovered)}))
    if off_track:
        found.append(Guard("off-track", {"ids": tuple(off_track)}))
    if watched:
        found.append(Guard("watched", {"ids": tuple(watched)}))
    if not test_passed and wanted < _floor(current, quarter_ago) - _NEGLIGIBLE:
        found.append(Guard("pace", {"step": STEP}))
    return tuple(found)


def _floor(current: float, quarter_ago: float | None) -> float:
    return max(quarter_ago or current, current) - STEP


def taper_of(engagement: Engagement, today: date) -> Taper:
    """The dose suggested for this mission today; none once the CMO has left."""
    covers = covers_of(engagement, today)
    if ended_on(engagement, today):
        return Taper(autonomy_index(covers), None)
    return suggest(
        autonomy_index(covers),
        dose_on(engagement, today),
        uncovered=uncovered_skills(engagement, today),
        off_track=off_track_twice(engagement, today),
        quarter_ago=dose_on(engagement, today - QUARTER),
        test_passed=passed_test(engagement) is not None,
        watched=not_let_go(engagement, today),
    )


def off_track_twice(engagement: Engagement, today: date) -> tuple[str, ...]:
    """The ids of KPIs that were off track at each of their last two readings."""
    rules, found = rules_of(engagement), []
    for kpi in followed(engagement):
        known = [each for each in counted_readings(engagement, kpi) if each.day <= today]
        judged = judged_frame(engagement, kpi)
        stood = [
            standing(judged, known[: place + 1], known[place].day, rules)
            for place in range(max(0, len(known) - 2), len(known))
        ]
        if len(stood) == 2 and all(_is_off(judged, each) for each in stood):
            found.append(kpi.id)
    return tuple(found)


def _is_off(kpi: Kpi, stands: Standing) -> bool:
    """Off track; or a target was missed, and is not reached since."""
    if stands.status != "missed" or stands.current is None or stands.target is None:
        return stands.status == "off-track"
    return not reached(kpi, stands.target, stands.current.value)
