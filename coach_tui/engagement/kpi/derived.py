"""Numbers that follow from others: computed, never typed, where what they need is recorded.

LTV = ARPA × gross margin ÷ churn (of the same period); LTV:CAC; CAC payback = CAC ÷ (ARPA × gross
margin); needed pipeline cover = 1 ÷ win rate; conversion = next stage ÷ previous. Common practice;
DOMAIN.md, "KPIs". Euros, months, and percentages in points; ARPA and churn are monthly.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from coach_tui.engagement.kpi.readings import Reading, latest, one_a_day, readings_of
from coach_tui.engagement.kpi.record import Kpi, kpis_of
from coach_tui.engagement.state import Engagement

POINTS: Final = Decimal(100)
INPUTS: Final[Mapping[str, tuple[str, str]]] = {  # what only derived KPIs need: unit, cadence
    "arpa": ("eur", "month"),
    "gross-margin": ("percent", "quarter"),
    "churn": ("percent", "month"),
    "sql": ("count", "month"),
}


class Formula(NamedTuple):
    """`needs` are catalogue ids or inputs, in the order of the working; `pattern` is the working,
    with a blank for each. `same_month`: both counts must be of one month to be divided."""

    unit: str
    needs: tuple[str, ...]
    pattern: str
    compute: Callable[..., Decimal]
    divisors: tuple[str, ...]
    same_month: bool = False


class Derived(NamedTuple):
    """A computed number. `value` is None where it is undefined; `why` is then a word key.

    parts    what it was computed from, by id, in the order of the working.
    missing  the ids that were never recorded, where some are.
    """

    id: str
    unit: str
    value: Decimal | None
    pattern: str
    parts: Mapping[str, Reading]
    missing: tuple[str, ...] = ()
    why: str = ""
    zero: str = ""

    @property
    def day(self) -> date | None:
        return max((reading.day for reading in self.parts.values()), default=None)


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
        "times", ("win-rate",), "1 ÷ {0}", lambda rate: POINTS / rate, ("win-rate",),
    ),
    "visitor-to-lead": _conversion("site-visits", "leads"),
    "lead-to-mql": _conversion("leads", "mql"),
    "mql-to-sql": _conversion("mql", "sql"),
    "sql-to-customer": _conversion("sql", "new-customers"),
}  # fmt: skip


def derive(engagement: Engagement, formula_id: str, on: date | None = None) -> Derived:
    """This number, from the latest readings (of that day at the latest, where one is given)."""
    formula = FORMULAS[formula_id]
    series = {need: _series(engagement, need) for need in formula.needs}
    parts = (
        _of_one_month(series, on)
        if formula.same_month
        else {need: last for need, readings in series.items() if (last := latest(readings, on))}
    )
    missing = tuple(need for need in formula.needs if not series[need])
    found = Derived(formula_id, formula.unit, None, formula.pattern, parts, missing)
    if missing:
        return found._replace(why="kpi.derived.missing")
    if len(parts) < len(formula.needs):
        return found._replace(why="kpi.derived.other-months")
    if zero := next((need for need in formula.divisors if parts[need].value == 0), ""):
        return found._replace(why="kpi.derived.zero", zero=zero)
    values = (parts[need].value for need in formula.needs)
    return found._replace(value=formula.compute(*values))


def derived_readings(engagement: Engagement, kpi: Kpi) -> tuple[Reading, ...]:
    """A KPI's computed history: one value for each day on which something it needs was read.

    Empty where it can't be computed; then its typed readings are used.
    """
    if kpi.catalogue not in FORMULAS:
        return ()
    needs = FORMULAS[kpi.catalogue].needs
    days = {reading.day for need in needs for reading in _series(engagement, need)}
    found = []
    for day in sorted(days):
        derived = derive(engagement, kpi.catalogue, day)
        if derived.value is not None:
            found.append(Reading("", kpi.id, day, derived.value))
    return tuple(found)


def is_computed(engagement: Engagement, kpi: Kpi) -> bool:
    """Whether everything this KPI is computed from has been read at least once."""
    return kpi.catalogue in FORMULAS and not derive(engagement, kpi.catalogue).missing


def counted_readings(engagement: Engagement, kpi: Kpi) -> tuple[Reading, ...]:
    """The readings a KPI is judged by: computed where it can be, else as they were typed."""
    if is_computed(engagement, kpi):
        return derived_readings(engagement, kpi)
    return readings_of(engagement).get(kpi.id, ())


def _series(engagement: Engagement, need: str) -> tuple[Reading, ...]:
    readings = readings_of(engagement)
    found = next((kpi for kpi in kpis_of(engagement).values() if kpi.catalogue == need), None)
    return one_a_day(readings.get(found.id, ())) if found else ()


def _of_one_month(
    series: Mapping[str, tuple[Reading, ...]], on: date | None
) -> Mapping[str, Reading]:
    """The latest month in which every stage was counted, and its last count of each."""
    by_month = [
        {(each.day.year, each.day.month): each for each in readings if on is None or each.day <= on}
        for readings in series.values()
    ]
    shared = set.intersection(*(set(months) for months in by_month))
    if not shared:
        return {}
    month = max(shared)
    return {need: months[month] for need, months in zip(series, by_month, strict=True)}
