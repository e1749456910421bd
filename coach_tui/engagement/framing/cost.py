"""Framing, the cost: what a dose costs, what full time costs, where the two meet.

Formulas: FORMULAS.md, "Cost". Amounts in the mission's currency, without VAT. The guide gives two
full-time figures that contradict each other: both are always shown, and the effort in days beside
every price. They are in euros: a mission in another currency is compared only with its own figure.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from coach_tui.engagement.text_checks import is_number
from coach_tui.language.currency import EUR
from coach_tui.language.refusal import Refusal

DAY_RATE: Final = 1_100.0  # euros (guide, average of a seasoned profile)
BILLED_WEEKS: Final = 44.0  # weeks a year (our rule of thumb)
WEEK: Final = 5.0  # working days
MONTH_DAYS: Final = 23.0  # most working days a month can have
EMPLOYER_FACTOR: Final = 1.29  # guide: 85 K€ gross that cost 110
FACTORS: Final = (1.0, 1.6)  # what the factor can be set to; 1.6 counts equipment and office too
GUIDE_FULL_TIME: Final = (110_000.0, 150_000.0, 190_000.0)  # guide: 110, then 150 to 190 K€ a year
GUIDE_PHASES: Final = ((3.0, 13.0), (1.0, 31.0))  # guide: 3 days a week at launch, 1 in cruise
SMALL_EFFORT: Final = 0.5  # share of full-time days below which the saving is warned about
RATE_LIMIT: Final = 20_000.0
MONTHS_LIMIT: Final = 60.0
WEEKS_LIMIT: Final = 260.0


class Phase(NamedTuple):
    """So many days a week for so many billed weeks."""

    days_per_week: float
    weeks: float

    @property
    def days(self) -> float:
        return self.days_per_week * self.weeks


class Dose(NamedTuple):
    """What is bought: days a month for some months, or phases. Phases win where both are given."""

    day_rate: float = DAY_RATE
    days_per_month: float | None = None
    months: float | None = None
    phases: tuple[Phase, ...] = ()
    billed_weeks: float = BILLED_WEEKS


class FullTime(NamedTuple):
    """A full-time CMO as this company would pay one. `gross` None: only the guide's figures."""

    gross: float | None = None
    factor: float = EMPLOYER_FACTOR
    bonus: float = 0.0
    search: float = 0.0

    @property
    def year(self) -> float | None:
        """Gross × employer factor + bonus + search: what the first year costs."""
        if self.gross is None:
            return None
        return self.gross * self.factor + self.bonus + self.search


class Against(NamedTuple):
    """The mission beside a full-time CMO over the same time.

    year        what full time costs a year; same_time, what it costs over the mission's length.
    saving      1 − mission ÷ same_time: negative where the mission costs more.
    break_even  days a week at which the fee of a year costs as much as full time.
    """

    year: float
    same_time: float
    saving: float
    break_even: float
    source: str


class Cost(NamedTuple):
    """What the dose costs. `share` is the mission's length in years of billed weeks."""

    dose: Dose
    days: float
    fee: float
    per_month: float
    per_year: float
    share: float
    full_time_days: float
    against: tuple[Against, ...]

    @property
    def effort(self) -> float:
        """Days bought ÷ days a full-time CMO would work over the same time."""
        return self.days / self.full_time_days

    @property
    def other_effort(self) -> bool:
        """Too few days for a saving there is to compare like with like."""
        return self.effort < SMALL_EFFORT and any(each.saving > 0 for each in self.against)

    @property
    def days_per_week(self) -> float:
        """The average dose over the mission, in days a billed week."""
        return self.days / (self.share * self.dose.billed_weeks)


def cost(
    dose: Dose,
    full_time: FullTime = FullTime(),  # noqa: B008 (frozen)
    currency: str = EUR,
) -> Cost | Refusal:
    """Work out this dose. Refused, naming the figure, where it can't be."""
    if refusal := _refuse_dose(dose) or _refuse_full_time(full_time):
        return refusal
    days, share = _bought(dose)
    fee = dose.day_rate * days
    years = [(year, "guide") for year in GUIDE_FULL_TIME if currency == EUR]
    if full_time.year is not None:
        years.append((full_time.year, "own"))
    return Cost(
        dose=dose,
        days=days,
        fee=fee,
        per_month=fee / (share * 12),
        per_year=fee / share,
        share=share,
        full_time_days=share * WEEK * dose.billed_weeks,
        against=tuple(_against(dose, fee, share, year, source) for year, source in years),
    )


def refuse_unused(full_time: FullTime) -> Refusal | None:
    """Why a bonus or a search fee would count for nothing: only one's own full time has any."""
    for name, value in (("bonus", full_time.bonus), ("search", full_time.search)):
        if value and full_time.gross is None:
            return Refusal("refusal.frame.extra-unused", {"value": value}).of(name)
    return None


def break_even(full_time_year: float, day_rate: float, billed_weeks: float = BILLED_WEEKS) -> float:
    """Days a week at which fee and full time cost the same: year ÷ day rate ÷ billed weeks."""
    return full_time_year / day_rate / billed_weeks


def guide_dose(day_rate: float = DAY_RATE) -> Dose:
    """The guide's own rhythm over a year: 3 days a week for a quarter, then 1."""
    return Dose(day_rate, phases=tuple(Phase(*phase) for phase in GUIDE_PHASES))


def _bought(dose: Dose) -> tuple[float, float]:
    """Days bought, and the share of a year they are spread over."""
    if dose.phases:
        weeks = sum(phase.weeks for phase in dose.phases)
        return sum(phase.days for phase in dose.phases), weeks / dose.billed_weeks
    months = dose.months or 0.0
    return (dose.days_per_month or 0.0) * months, months / 12


def _against(dose: Dose, fee: float, share: float, year: float, source: str) -> Against:
    same_time = year * share
    saving = 1 - fee / same_time
    return Against(
        year, same_time, saving, break_even(year, dose.day_rate, dose.billed_weeks), source
    )


def _refuse_dose(dose: Dose) -> Refusal | None:
    if not _within(dose.day_rate, RATE_LIMIT):
        return Refusal(
            "refusal.frame.day-rate",
            {"value": dose.day_rate, "limit": RATE_LIMIT},
        ).of("day_rate")
    if not _within(dose.billed_weeks, 52):
        return Refusal("refusal.frame.billed-weeks", {"value": dose.billed_weeks}).of(
            "billed_weeks"
        )
    if dose.phases:
        return _refuse_phases(dose.phases)
    if dose.days_per_month is None or dose.months is None:
        return Refusal("refusal.frame.no-dose").of("days_per_month")
    if not _within(dose.days_per_month, MONTH_DAYS):
        return Refusal("refusal.frame.days-per-month", {"value": dose.days_per_month}).of(
            "days_per_month"
        )
    if not _within(dose.months, MONTHS_LIMIT):
        return Refusal("refusal.frame.months", {"value": dose.months}).of("months")
    return None


def _refuse_phases(phases: Sequence[Phase]) -> Refusal | None:
    for phase in phases:
        if not _within(phase.days_per_week, WEEK):
            return Refusal("refusal.frame.days-per-week", {"value": phase.days_per_week}).of(
                "phases"
            )
        if not _within(phase.weeks, WEEKS_LIMIT):
            return Refusal("refusal.frame.weeks", {"value": phase.weeks}).of("phases")
    return None


def _refuse_full_time(full_time: FullTime) -> Refusal | None:
    if full_time.gross is not None and not _within(full_time.gross, 10_000_000):
        return Refusal("refusal.frame.gross", {"value": full_time.gross}).of("gross")
    low, high = FACTORS
    if not (is_number(full_time.factor) and low <= full_time.factor <= high):
        return Refusal("refusal.frame.factor", {"value": full_time.factor}).of("factor")
    for name, value in (("bonus", full_time.bonus), ("search", full_time.search)):
        if not (is_number(value) and 0 <= value <= 10_000_000):
            return Refusal("refusal.frame.extra", {"value": value}).of(name)
    return None


def _within(value: object, limit: float) -> bool:
    return is_number(value) and 0 < value <= limit  # type: ignore[operator]
