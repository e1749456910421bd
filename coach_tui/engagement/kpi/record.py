"""The KPIs followed: what each one is, where it started, where it should go, who answers for it."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from coach_tui.engagement.amounts import amount_of
from coach_tui.engagement.days import add_months, day_of
from coach_tui.engagement.fields import NAME, Choice, Day, Declared, Flag, Text, decoded
from coach_tui.engagement.profile import ROLES
from coach_tui.engagement.state import (
    Engagement,
    Record,
    number_of,
    stands,
    text_of,
    viewed,
)

ENTITY: Final = "kpi"
FAMILIES: Final = ("business", "marketing", "team")
UNITS: Final = ("count", "eur", "percent", "times", "months", "days", "hours")
MOVES: Final = ("increase", "decrease")
STAYS: Final = ("above", "below")
INPUT: Final = "input"  # a number recorded only because a derived KPI needs it
KINDS: Final = (*MOVES, *STAYS, INPUT)
CADENCES: Final[Mapping[str, int]] = {
    "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "half-year": 182, "year": 365,
}  # fmt: skip
HORIZONS: Final = (3, 6, 12)  # months after the baseline
# The first versions called marketing's cost alone "blended", which everyone else says of
# marketing and sales together: what they recorded still means what it meant.
_RENAMED: Final = {("cac", "blended"): "marketing-only"}
ENOUGH: Final = 7  # 5–7 at once is right, more is advised against: FORMULAS.md, "KPIs"
# What can't be less than nothing: a euro amount or a percentage may well be a loss.
NEVER_NEGATIVE: Final = frozenset({"count", "times", "months", "days", "hours"})
SIGNED_RATES: Final = frozenset({"revenue-growth", "budget-variance"})
# A part of a whole, of one period: never more than all of it.
WHOLE: Final = 100  # points
PARTS: Final = frozenset(
    {"win-rate", "gross-margin", "churn", "pipeline-sourced-share", "autonomy-index"}
)


class Target(NamedTuple):
    """Where the KPI should be, and by when."""

    months: int
    value: Decimal
    day: date


class Kpi(Declared, subject=ENTITY):
    """One KPI. `catalogue` is its entry's id, empty for a KPI of one's own.

    name        as somebody named it; empty where the catalogue's name is meant.
    definition  the one chosen: an id of the catalogue's definitions, or words.
    limit       what a `stay` KPI must stay above or below, in its unit. Percentages in points.
    keeper      who updates it. confidence: 1–5 by role, what each believes, not what is computed.
    success     the engagement itself is judged by it.
    """

    id: str
    catalogue: str = Text(told="-")
    name: str = Text(NAME)
    family: str = Choice(FAMILIES, "marketing")
    definition: str = Text(told="definition")
    formula: str = Text()
    unit: str = Choice(UNITS, "count")
    kind: str = Choice(KINDS, "increase")
    cadence: str = Choice((*CADENCES,), "month")
    baseline: Decimal | None = None
    baseline_on: date | None = Day()
    targets: tuple[Target, ...] = ()
    limit: Decimal | None = None
    owner: str = Text()
    source: str = Text()
    keeper: str = Text()
    confidence: Mapping[str, int] = {}
    success: bool = Flag(told="!flag", label="act.success")

    @property
    def stays(self) -> bool:
        return self.kind in STAYS

    @property
    def is_input(self) -> bool:
        return self.kind == INPUT

    @property
    def cadence_days(self) -> int:
        return CADENCES.get(self.cadence, CADENCES["month"])


@viewed
def kpis_of(engagement: Engagement) -> Mapping[str, Kpi]:
    """The KPIs and inputs in use, by id, in the order they were first recorded."""
    found = [
        (min(field.place for field in record.values()), kpi_id, record)
        for kpi_id, record in engagement.records(ENTITY).items()
        if stands(record)
    ]
    return {kpi_id: kpi_from(kpi_id, record) for _, kpi_id, record in sorted(found, key=_first)}


def followed(engagement: Engagement) -> tuple[Kpi, ...]:
    """The KPIs themselves, without the inputs."""
    return tuple(kpi for kpi in kpis_of(engagement).values() if not kpi.is_input)


def kpi_from(kpi_id: str, record: Record) -> Kpi:
    """The KPI of this record; what it does not say, or says wrongly, is as usual."""
    return decoded(
        Kpi,
        record,
        kpi_id,
        definition=definition_of(record),
        baseline=amount_of(record, "baseline"),
        targets=tuple(_targets(record, day_of(record, "baseline_on"))),
        limit=amount_of(record, "limit"),
        confidence=_confidence(record),
    )


def definition_of(record: Record) -> str:
    """The definition chosen, by the id it has today."""
    return definition_id(text_of(record, "catalogue"), text_of(record, "definition"))


def definition_id(catalogue: str, recorded: str) -> str:
    """The id that what was recorded has today."""
    return _RENAMED.get((catalogue, recorded), recorded)


def _first(found: tuple[str, str, Record]) -> tuple[str, str]:
    return found[0], found[1]


def _targets(record: Record, baseline_on: date | None) -> list[Target]:
    found = []
    for months in HORIZONS:
        value = amount_of(record, f"target_{months}")
        day = day_of(record, f"target_{months}_on")
        if day is None and baseline_on is not None:
            day = _months_after(baseline_on, months)
        if value is not None and day is not None:
            found.append(Target(months, value, day))
    return sorted(found, key=lambda target: target.day)


def _months_after(day: date, months: int) -> date | None:
    try:
        return add_months(day, months)
    except ValueError:  # the year 10000
        return None


def _confidence(record: Record) -> dict[str, int]:
    said = {role: number_of(record, f"confidence_{role}") for role in ROLES}
    return {role: int(level) for role, level in said.items() if level in (1, 2, 3, 4, 5)}
