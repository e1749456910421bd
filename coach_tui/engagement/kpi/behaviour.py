"""How a KPI behaves: its natural limits, on which readings they rest, and the signals since.

The limits rest on a baseline: the first fifteen readings of the definition in force. They are
computed anew only on purpose, with a reason, or once a decision about the KPI is followed by eight
readings in a row on one side of the mean: an explained and lasting shift (Wheeler). A baseline that
moved with every reading would call nothing a signal.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import takewhile
from typing import Final, NamedTuple

from coach_tui.engagement.change import Decision, Draft
from coach_tui.engagement.field_refusals import changes_to
from coach_tui.engagement.fields import TEXT, Day, Declared, Text, decoded, record_after
from coach_tui.engagement.kpi.derived import counted_readings
from coach_tui.engagement.kpi.limits import (
    FIRM,
    ONE_SIDE,
    OUTSIDE,
    PROVISIONAL,
    RUN,
    Limits,
    asking,
    natural_limits,
    signals,
)
from coach_tui.engagement.kpi.readings import Reading
from coach_tui.engagement.kpi.record import Kpi, kpis_of
from coach_tui.engagement.kpi.series import in_force_since
from coach_tui.engagement.kpi.setup import fits_unit
from coach_tui.engagement.rhythm.decisions import decisions_of
from coach_tui.engagement.state import Engagement
from coach_tui.language.refusal import Refusal

ENTITY: Final = "kpi-limits"
BEGINNING, PURPOSE, DEFINITION, DECISION = "beginning", "purpose", "definition", "decision"


class Baseline(Declared, subject="kpi.limits"):
    """The readings a KPI's limits are computed from, where somebody chose them.

    until  the last day of them; None: the first fifteen readings from `since` on.
    """

    since: date | None = Day()
    until: date | None = Day()
    why: str = Text(TEXT)


class SignalTold(NamedTuple):
    """A signal with the reading that gave it; `good` where it goes the way the KPI should."""

    reading: Reading
    rule: str
    way: int
    good: bool


class Behaviour(NamedTuple):
    """A KPI against its natural limits, up to a day.

    limits       None as long as there are too few readings: `missing` of them.
    first, last  the days of the baseline's first and last reading.
    origin       what the baseline begins with: "beginning", "definition", "decision", "purpose";
    why          that decision's title, or the reason given.
    signals      what the four rules tell, oldest first.
    now          those of the last reading;
    asking       and those among them that a question is asked about.
    days         of the readings judged.
    """

    limits: Limits | None
    missing: int = 0
    first: date | None = None
    last: date | None = None
    origin: str = BEGINNING
    why: str = ""
    signals: tuple[SignalTold, ...] = ()
    now: tuple[SignalTold, ...] = ()
    asking: tuple[SignalTold, ...] = ()
    days: tuple[date, ...] = ()

    @property
    def firm(self) -> bool:
        """Whether the limits can be relied on to call a movement noise."""
        return self.limits is not None and self.limits.firm and not self.limits.flat

    @property
    def noise(self) -> bool:
        """Whether the last movement proves nothing."""
        return self.firm and not self.now

    @property
    def calm(self) -> bool:
        """Whether the last reading is inside limits that can be relied on."""
        return self.firm and not any(each.rule == OUTSIDE for each in self.now)

    @property
    def signalling_since(self) -> date | None:
        """The first of the readings in a row, the last among them, that gave a signal."""
        days = {each.reading.day for each in self.signals}
        in_a_row = takewhile(days.__contains__, reversed(self.days))
        return min(in_a_row, default=None)


class _Window(NamedTuple):
    since: date | None
    until: date | None = None
    origin: str = BEGINNING
    why: str = ""


def behaviour(engagement: Engagement, kpi: Kpi, today: date) -> Behaviour:
    """How this KPI behaves, by its readings up to today."""
    readings = [each for each in counted_readings(engagement, kpi) if each.day <= today]
    found = _behaviour(kpi, readings, _chosen(engagement, kpi))
    for window in _decided(engagement, kpi, today):
        if _lasting(found, readings, window):
            found = _behaviour(kpi, readings, window)
    return found


def set_baseline(
    engagement: Engagement, kpi_id: str, fields: Mapping[str, object], today: date
) -> Decision:
    """Compute the limits from other readings, on purpose; emptied, they are the usual ones again.

    Those of a closed window must be eight at least, and a reason is always given.
    """
    kpi = kpis_of(engagement).get(kpi_id)
    if kpi is None:
        return Refusal("refusal.kpi.unknown", {"kpi": kpi_id})
    if kpi.is_input:
        return Refusal("refusal.kpi.limits-input")
    known = engagement.record(ENTITY, kpi_id)
    changes = changes_to(Baseline, known, fields, today)
    if isinstance(changes, Refusal):
        return changes
    after = decoded(Baseline, record_after(known, changes))
    if after.since is None:
        return [Draft(ENTITY, kpi_id, {"since": None, "until": None, "why": None})]
    if not after.why.strip():
        return Refusal("refusal.kpi.limits-no-why").of("why")
    if after.until is None:
        return [Draft(ENTITY, kpi_id, changes)]
    if after.until < after.since:
        return Refusal("refusal.kpi.limits-order", {"since": after.since, "until": after.until}).of(
            "until"
        )
    held = _within(counted_readings(engagement, kpi), _Window(after.since, after.until))
    if len(held) < PROVISIONAL:
        return Refusal("refusal.kpi.limits-few", {"n": len(held), "least": PROVISIONAL}).of("until")
    return [Draft(ENTITY, kpi_id, changes)]


def baseline_of(engagement: Engagement, kpi_id: str) -> Baseline:
    """The baseline somebody chose for this KPI's limits; empty where nobody did."""
    return decoded(Baseline, engagement.record(ENTITY, kpi_id))


def _chosen(engagement: Engagement, kpi: Kpi) -> _Window:
    """The window chosen on purpose under the definition in force; else from its beginning."""
    began, said = in_force_since(engagement, kpi.id), baseline_of(engagement, kpi.id)
    if said.since and (began is None or said.since >= began):
        return _Window(said.since, said.until, PURPOSE, said.why)
    return _Window(None, None, DEFINITION if began else BEGINNING)


def _decided(engagement: Engagement, kpi: Kpi, today: date) -> list[_Window]:
    """The windows that decisions about this KPI could begin, oldest first: those taken since the
    baseline was last chosen."""
    since = _chosen(engagement, kpi).since or in_force_since(engagement, kpi.id) or date.min
    found = [
        _Window(each.decided, None, DECISION, each.title)
        for each in decisions_of(engagement).values()
        if f"kpi:{kpi.id}" in each.about and each.decided and since < each.decided <= today
    ]
    return sorted(found, key=lambda window: window.since or date.min)


def _lasting(found: Behaviour, readings: Sequence[Reading], window: _Window) -> bool:
    """Whether eight readings in a row on one side of the mean were all taken from that day on."""
    days = [each.day for each in readings]
    for told in found.signals:
        if told.rule == ONE_SIDE:
            begun = days[days.index(told.reading.day) - RUN + 1]
            if window.since and begun >= window.since:
                return True
    return False


def _behaviour(kpi: Kpi, readings: Sequence[Reading], window: _Window) -> Behaviour:
    judged = [each for each in readings if window.since is None or each.day >= window.since]
    held = _within(readings, window)
    negative = fits_unit(Decimal(-1), kpi.unit, kpi.catalogue)
    limits = natural_limits([each.value for each in held], negative=negative)
    if limits is None:
        return Behaviour(None, PROVISIONAL - len(held), origin=window.origin, why=window.why)
    better = -1 if kpi.kind in ("decrease", "below") else 1
    found = signals([each.value for each in judged], limits)
    told = {
        each: SignalTold(judged[each.place], each.rule, each.way, each.way == better)
        for each in found
    }
    last = len(judged) - 1
    return Behaviour(
        limits, 0, held[0].day, held[-1].day, window.origin, window.why, tuple(told.values()),
        now=tuple(told[each] for each in found if each.place == last),
        asking=tuple(told[each] for each in asking(found) if each.place == last),
        days=tuple(each.day for each in judged),
    )  # fmt: skip


def _within(readings: Sequence[Reading], window: _Window) -> list[Reading]:
    """The readings the limits are computed from."""
    from_day = [each for each in readings if window.since is None or each.day >= window.since]
    if window.until is None:
        return from_day[:FIRM]
    return [each for each in from_day if each.day <= window.until]
