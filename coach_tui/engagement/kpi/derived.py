"""Numbers that follow from others: computed, never typed, where what they need is recorded.

LTV = ARPA × gross margin ÷ churn; LTV:CAC; CAC payback = CAC ÷ (ARPA × gross margin); needed
pipeline cover = 1 ÷ pipeline conversion (what was won in the period ÷ the pipeline due to close in
it at a fixed early week, by value; Kellogg), and at least 1 ÷ win rate, which leaves out the deals
that slip; conversion = next stage ÷ previous. Common practice; FORMULAS.md, "KPIs". Money, months,
and percentages in points; ARPA and churn are monthly.

All that goes into one number is of one period and of the definitions in force: a quarter's cost is
never divided by another's revenue, nor a cost by what was measured before its definition changed.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from coach_tui.engagement.kpi.readings import Reading
from coach_tui.engagement.kpi.record import CADENCES, Kpi, kpis_of
from coach_tui.engagement.kpi.series import in_force_since, readings_in_force
from coach_tui.engagement.kpi.status import OURS, Rules, is_stale
from coach_tui.engagement.state import Engagement

POINTS: Final = Decimal(100)
INPUTS: Final[Mapping[str, tuple[str, str]]] = {  # what only derived KPIs need: unit, cadence
    "arpa": ("eur", "month"),
    "gross-margin": ("percent", "quarter"),
    "churn": ("percent", "month"),
    "sql": ("count", "month"),
    "pipeline-conversion": ("percent", "quarter"),
}


class Formula(NamedTuple):
    """`needs` are catalogue ids or inputs, in the order of the working; `pattern` is the working,
    with a blank for each. `of_counts`: it divides two KPIs people follow for themselves, so that
    one without the other is nothing missing."""

    unit: str
    needs: tuple[str, ...]
    pattern: str
    compute: Callable[..., Decimal]
    divisors: tuple[str, ...]
    of_counts: bool = False


class Derived(NamedTuple):
    """A computed number. `value` is None where it is undefined; `why` is then a word key.

    parts    what it was computed from, by id, in the order of the working; where they are of
             several periods, the last reading of each, and nothing is computed.
    missing  the ids that were never recorded, where some are.
    least    the number is at least this: what would tell it exactly was never recorded.
    """

    id: str
    unit: str
    value: Decimal | None
    pattern: str
    parts: Mapping[str, Reading]
    missing: tuple[str, ...] = ()
    why: str = ""
    zero: str = ""
    least: bool = False

    @property
    def day(self) -> date | None:
        return max((reading.day for reading in self.parts.values()), default=None)

    @property
    def first_day(self) -> date | None:
        return min((reading.day for reading in self.parts.values()), default=None)


def _conversion(before: str, after: str) -> Formula:
    return Formula(
        "percent", (after, before), "{0} ÷ {1}", lambda n, p: n / p * POINTS, (before,), True
    )


FORMULAS: Final[Mapping[str, Formula]] = {
    "ltv": Formula(
        "eur", ("arpa", "gross-margin", "churn"), "{0} × {1} ÷ {2}",
        lambda arpa, margin, churn: arpa * margin / churn, ("churn",),
    ),
    "ltv-cac": Formula(
        "times", ("arpa", "gross-margin", "churn", "cac"), "{0} × {1} ÷ {2} ÷ {3}",
        lambda arpa, margin, churn, cac: arpa * margin / (churn * cac), ("churn", "cac"),
    ),
    "cac-payback": Formula(
        "months", ("cac", "arpa", "gross-margin"), "{0} ÷ ({1} × {2})",
        lambda cac, arpa, margin: cac * POINTS / (arpa * margin), ("arpa", "gross-margin"),
    ),
    "needed-cover": Formula(
        "times", ("pipeline-conversion",), "1 ÷ {0}", lambda rate: POINTS / rate,
        ("pipeline-conversion",),
    ),
    "visitor-to-lead": _conversion("site-visits", "leads"),
    "lead-to-mql": _conversion("leads", "mql"),
    "mql-to-sql": _conversion("mql", "sql"),
    "sql-to-customer": _conversion("sql", "new-customers"),
}  # fmt: skip


# What a number is at least, by what is recorded more often than what tells it exactly.
AT_LEAST: Final[Mapping[str, Formula]] = {
    "needed-cover": Formula(
        "times", ("win-rate",), "1 ÷ {0}", lambda rate: POINTS / rate, ("win-rate",)
    ),
}


def derive(engagement: Engagement, formula_id: str, on: date | None = None) -> Derived:
    """This number, by the latest period in which all it needs was read (up to that day, where one
    is given)."""
    formula, least = _formula(engagement, formula_id)
    series = {need: _series(engagement, need, on) for need in formula.needs}
    read = {need: readings[-1] for need, readings in series.items() if readings}
    missing = tuple(need for need in formula.needs if not _series(engagement, need))
    found = Derived(formula_id, formula.unit, None, formula.pattern, read, missing, least=least)
    if missing:
        return found._replace(why="kpi.derived.missing")
    parts = _of_one_period(series, _longest_cadence(engagement, formula))
    if not parts:
        return found._replace(why="kpi.derived.other-periods")
    found = found._replace(parts=parts)
    if zero := next((need for need in formula.divisors if parts[need].value == 0), ""):
        return found._replace(why="kpi.derived.zero", zero=zero)
    values = (parts[need].value for need in formula.needs)
    return found._replace(value=formula.compute(*values))


def is_derived_stale(
    engagement: Engagement, derived: Derived, today: date, rules: Rules = OURS
) -> bool:
    """Whether one of its parts is older than it should be, by that part's own cadence."""
    return any(
        is_stale(_recorded(engagement, need) or Kpi(need), part, today, rules)
        for need, part in derived.parts.items()
    )


def derived_readings(engagement: Engagement, kpi: Kpi) -> tuple[Reading, ...]:
    """A KPI's computed history: a value at each day from which one of a period was known.

    Empty where it can't be computed; then its typed readings are used.
    """
    if kpi.catalogue not in FORMULAS:
        return ()
    needs = _formula(engagement, kpi.catalogue)[0].needs
    days = {reading.day for need in needs for reading in _series(engagement, need)}
    found: dict[date, Reading] = {}
    for day in sorted(days):
        derived = derive(engagement, kpi.catalogue, day)
        if derived.value is not None and derived.day:
            found[derived.day] = Reading("", kpi.id, derived.day, derived.value)
    return tuple(found[day] for day in sorted(found))


def is_computed(engagement: Engagement, kpi: Kpi) -> bool:
    """Whether everything this KPI is computed from has been read at least once."""
    return kpi.catalogue in FORMULAS and not derive(engagement, kpi.catalogue).missing


def computed_from(engagement: Engagement, kpi: Kpi) -> tuple[Kpi, ...]:
    """The KPIs that are computed from this one."""
    return tuple(
        each
        for each in kpis_of(engagement).values()
        if is_computed(engagement, each)
        and kpi.catalogue in _formula(engagement, each.catalogue)[0].needs
    )


def counted_readings(engagement: Engagement, kpi: Kpi) -> tuple[Reading, ...]:
    """The readings a KPI is judged by, one a day, under the definition in force: computed where
    they can be, else as they were typed."""
    if is_computed(engagement, kpi):
        return derived_readings(engagement, kpi)
    return readings_in_force(engagement).get(kpi.id, ())


def judged_frame(engagement: Engagement, kpi: Kpi) -> Kpi:
    """The KPI as it can be judged. Where the definition of something it is computed from changed
    after its baseline was measured, the two are not comparable: it has no baseline any more."""
    if kpi.baseline_on is None or not is_computed(engagement, kpi):
        return kpi
    recorded = (
        _recorded(engagement, need) for need in _formula(engagement, kpi.catalogue)[0].needs
    )
    changed = (in_force_since(engagement, each.id) for each in recorded if each)
    if any(day and kpi.baseline_on < day for day in changed):
        return kpi._replace(baseline=None, baseline_on=None)
    return kpi


def _formula(engagement: Engagement, formula_id: str) -> tuple[Formula, bool]:
    """How it is computed, and whether that gives the least it can be."""
    exact, least = FORMULAS[formula_id], AT_LEAST.get(formula_id)
    if least is None or all(_series(engagement, need) for need in exact.needs):
        return exact, False
    read = all(_series(engagement, need) for need in least.needs)
    return (least, True) if read else (exact, False)


def _recorded(engagement: Engagement, need: str) -> Kpi | None:
    return next((kpi for kpi in kpis_of(engagement).values() if kpi.catalogue == need), None)


def _series(engagement: Engagement, need: str, on: date | None = None) -> tuple[Reading, ...]:
    found = _recorded(engagement, need)
    readings = readings_in_force(engagement).get(found.id, ()) if found else ()
    return readings if on is None else tuple(each for each in readings if each.day <= on)


def _longest_cadence(engagement: Engagement, formula: Formula) -> str:
    recorded = (_recorded(engagement, need) for need in formula.needs)
    return max((each.cadence for each in recorded if each), key=lambda name: CADENCES[name])


def _of_one_period(
    series: Mapping[str, tuple[Reading, ...]], cadence: str
) -> Mapping[str, Reading]:
    """The latest period in which everything was read, and its last reading of each."""
    by_period = [
        {_period(each.day, cadence): each for each in readings} for readings in series.values()
    ]
    shared = set.intersection(*(set(periods) for periods in by_period))
    if not shared:
        return {}
    last = max(shared)
    return {need: periods[last] for need, periods in zip(series, by_period, strict=True)}


def _period(day: date, cadence: str) -> tuple[int, int]:
    """The calendar's week, month, quarter, half-year or year this day is in; fortnights, which the
    calendar has not, are compared within a month."""
    if cadence == "week":
        return day.isocalendar()[:2]
    months = {"quarter": 3, "half-year": 6, "year": 12}.get(cadence, 1)
    return day.year, (day.month - 1) // months
